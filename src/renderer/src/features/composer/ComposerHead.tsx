import { Lock, Reply, X } from 'lucide-react';
import { memo } from 'react';
import { useText } from '#renderer/state/text-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { CommandButton } from '#renderer/ui/CommandButton.tsx';
import type { Person } from '#shared/domain/desk.ts';
import type { Channel } from '#shared/domain/ticket.ts';
import styles from './Composer.module.css';
import type { ComposerKind } from './use-draft.ts';

type Props = {
  readonly kind: ComposerKind;
  readonly requester: Person | null;
  readonly channel: Channel;
  /** Whether others can be put in copy. */
  readonly canCopy: boolean;
  readonly preview: boolean;
  readonly onPreview: () => void;
};

/** What is being written, and to whom. */
export const ComposerHead = memo(function ComposerHead({
  kind,
  requester,
  channel,
  canCopy,
  preview,
  onPreview,
}: Props) {
  const t = useText();
  const to = requester ? (addressIn(channel, requester) ?? requester.name) : t('composer.nobody');
  const Picture = kind === 'note' ? Lock : Reply;
  return (
    <header className={styles.head}>
      <span className={styles.kind}>
        <Picture size={14} strokeWidth={1.5} aria-hidden="true" />
        {t(`composer.${kind}`)}
      </span>
      <span className={styles.to}>{kind === 'note' ? t('composer.noteTo') : t('composer.to', { who: to })}</span>
      <span className={styles.grow} />
      {kind === 'reply' && canCopy ? (
        <CommandButton command="composer.cc" look="quiet" label={t('composer.cc')} />
      ) : null}
      <CommandButton
        command="composer.flip"
        look="quiet"
        label={t(kind === 'reply' ? 'composer.toNote' : 'composer.toReply')}
      />
      <Button look="quiet" aria-pressed={preview} onClick={onPreview}>
        {t('composer.preview')}
      </Button>
      <CommandButton command="composer.leave" look="icon" icon={<X />} label={t('composer.closeHint')} />
    </header>
  );
});

/** Where a reply reaches them. */
const addressIn = (channel: Channel, { email, phone }: Person): string | null =>
  channel === 'sms' || channel === 'phone' ? (phone ?? email) : email;
