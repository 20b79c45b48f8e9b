import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type ReactNode, type RefObject, useRef } from 'react';
import { useText } from '../state/text-context.tsx';
import { Button } from './Button.tsx';
import styles from './Modal.module.css';

/** A dialog with a title. Escape and a press outside close it; focus stays inside and goes back where it was. */
export function Modal({
  title,
  onClose,
  size = 'medium',
  reading = false,
  startAt,
  children,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly size?: 'small' | 'medium' | 'large';
  /** There is nothing to fill in: the text itself has the focus, so that the arrows scroll it. */
  readonly reading?: boolean;
  /** What has the focus first; the button that closes it otherwise. */
  readonly startAt?: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}) {
  const t = useText();
  const body = useRef<HTMLDivElement>(null);
  const initialFocus = reading ? body : startAt;
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={`${styles.popup} ${styles[size]}`} {...(initialFocus ? { initialFocus } : {})}>
          <header className={styles.header}>
            <Dialog.Title className={styles.title}>{title}</Dialog.Title>
            <Dialog.Close
              render={
                <Button look="icon" icon={<X />}>
                  {t('app.close')}
                </Button>
              }
            />
          </header>
          <div
            ref={body}
            className={styles.body}
            {...(reading ? { tabIndex: 0, role: 'region', 'aria-label': title } : {})}
          >
            {children}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
