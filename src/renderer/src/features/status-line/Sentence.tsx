import { Popover } from '@base-ui/react/popover';
import { useText } from '../../state/text-context.tsx';
import styles from './Sentence.module.css';

/** A sentence that the line has no room for: pressed, it is shown whole, since its end says what to do. */
export function Sentence({ text, tone = 'worry' }: { readonly text: string; readonly tone?: 'worry' | 'quiet' }) {
  const t = useText();
  return (
    <Popover.Root>
      <Popover.Trigger className={styles.sentence} data-tone={tone}>
        {text}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="top" align="start" sideOffset={6} className={styles.positioner}>
          <Popover.Popup className={styles.popup} aria-label={t('app.line.inFull')}>
            <Popover.Description className={styles.whole}>{text}</Popover.Description>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
