import { useText } from '#renderer/state/text-context.tsx';
import { type ChannelRules, lettersIn } from '#shared/composer/channel-rules.ts';
import { smsLength } from '#shared/composer/sms-segments.ts';
import styles from './Composer.module.css';

type Props = { readonly text: string; readonly told: NonNullable<ChannelRules['length']> };

/** How long a message has grown where a channel takes only so much, or counts by the message. */
export function MessageLength({ text, told }: Props) {
  const t = useText();
  if (told.in === 'letters') {
    const count = lettersIn(text);
    const over = count > told.most;
    const values = { count, most: told.most };
    return (
      <Count told={over} over={over}>
        {t(over ? 'composer.letters.over' : 'composer.letters', values)}
      </Count>
    );
  }
  const { used, room, messages, wide } = smsLength(text);
  const length = t('composer.sms', { used, room, messages });
  return <Count told={messages > 1}>{wide === null ? length : t('composer.sms.wide', { length, letter: wide })}</Count>;
}

function Count({
  told,
  over = false,
  children,
}: {
  /** To those who do not see it, too. */
  readonly told: boolean;
  readonly over?: boolean;
  readonly children: string;
}) {
  return (
    <span className={styles.count} data-over={over ? '' : undefined} role={told ? 'status' : undefined}>
      {children}
    </span>
  );
}
