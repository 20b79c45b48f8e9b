import { memo } from 'react';
import type { Priority } from '#shared/domain/ticket.ts';
import { useText } from '../state/text-context.tsx';
import styles from './PriorityMark.module.css';
import { signOf } from './sign-of.ts';

const BARS = { low: 1, normal: 2, high: 3 } as const;

/** Priority as bars, urgent as a filled sign; with its name. Null draws nothing. */
export const PriorityMark = memo(function PriorityMark({
  priority,
  withName = false,
}: {
  readonly priority: Priority | null;
  readonly withName?: boolean;
}) {
  const t = useText();
  if (priority === null) return null;
  const name = t(`app.priority.${priority}`);
  return (
    <span className={styles.mark} data-priority={priority} {...(withName ? {} : signOf(name))}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        {priority === 'urgent' ? (
          <>
            <rect x="0.5" y="0.5" width="11" height="11" rx="2.5" fill="currentColor" />
            <path d="M6 3v3.4" stroke="var(--surface)" strokeWidth="1.5" strokeLinecap="round" />
            <circle cx="6" cy="8.7" r="0.9" fill="var(--surface)" />
          </>
        ) : (
          [0, 1, 2].map((bar) => (
            <rect
              key={bar}
              x={1 + bar * 3.75}
              y={7.5 - bar * 2.75}
              width="2.5"
              height={3.5 + bar * 2.75}
              rx="0.75"
              fill="currentColor"
              opacity={bar < BARS[priority] ? 1 : 0.28}
            />
          ))
        )}
      </svg>
      {withName ? <span>{name}</span> : null}
    </span>
  );
});
