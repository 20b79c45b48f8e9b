import { Dialog } from '@base-ui/react/dialog';
import { type ReactNode, type RefObject } from 'react';
import styles from './FloatingPanel.module.css';

/** How high the panel becomes at most, as its style has it, in px. */
export const panelHeight = (wide: boolean): number => Math.min(window.innerHeight * 0.7, wide ? 560 : Infinity);

/** A panel near the top of the window, over everything, for typing into and choosing from. */
export function FloatingPanel({
  label,
  onClose,
  initialFocus,
  wide = false,
  children,
}: {
  readonly label: string;
  readonly onClose: () => void;
  readonly initialFocus?: RefObject<HTMLElement | null>;
  /** Has room for two columns. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup
          className={styles.popup}
          data-wide={wide || undefined}
          aria-label={label}
          {...(initialFocus ? { initialFocus } : {})}
        >
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
