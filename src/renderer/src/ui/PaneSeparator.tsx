import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import styles from './PaneSeparator.module.css';

const STEP = 8;
const BIG_STEP = 48;

/** The line between two panes: dragged, or moved with the arrow keys (Shift for more, Home and End for the limits). Widths in px. */
export function PaneSeparator({
  label,
  width,
  min,
  max,
  reverse = false,
  onResize,
  onDone,
}: {
  readonly label: string;
  readonly width: number;
  readonly min: number;
  readonly max: number;
  /** The pane is at the right of the line. */
  readonly reverse?: boolean;
  readonly onResize: (width: number) => void;
  /** The agent let go: time to keep it. */
  readonly onDone: (width: number) => void;
}) {
  const drag = useRef<{ readonly x: number; readonly width: number; last: number } | null>(null);
  const fit = (wanted: number): number => Math.round(Math.min(max, Math.max(min, wanted)));
  const direction = reverse ? -1 : 1;

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = (event.shiftKey ? BIG_STEP : STEP) * direction;
    const moves: Readonly<Record<string, number>> = {
      ArrowLeft: width - step,
      ArrowRight: width + step,
      Home: min,
      End: max,
    };
    const wanted = moves[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    onResize(fit(wanted));
    onDone(fit(wanted));
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, width, last: width };
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (!drag.current) return;
    drag.current.last = fit(drag.current.width + (event.clientX - drag.current.x) * direction);
    onResize(drag.current.last);
  };
  const onPointerUp = (): void => {
    if (drag.current) onDone(drag.current.last);
    drag.current = null;
  };

  return (
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      className={styles.separator}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
    />
  );
}
