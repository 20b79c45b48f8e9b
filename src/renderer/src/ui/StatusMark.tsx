import { memo } from 'react';
import type { Status } from '#shared/domain/ticket.ts';
import { useText } from '../state/text-context.tsx';
import styles from './StatusMark.module.css';
import { signOf } from './sign-of.ts';

/** Shapes on a 12 px field, told apart without their colours. */
const SHAPES = {
  new: <circle cx="6" cy="6" r="4.5" fill="currentColor" />,
  open: (
    <>
      <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 1.75a4.25 4.25 0 0 0 0 8.5z" fill="currentColor" />
    </>
  ),
  pending: (
    <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.1 1.24" />
  ),
  'on-hold': <path d="M4 2v8M8 2v8" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />,
  solved: (
    <path
      d="M2 6.5 4.75 9.25 10 3"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  closed: <rect x="2.5" y="2.5" width="7" height="7" rx="1" fill="currentColor" />,
} as const satisfies Record<Status, unknown>;

/** A ticket's status as a shape with its name. `withName` shows the name, too. */
export const StatusMark = memo(function StatusMark({
  status,
  withName = false,
}: {
  readonly status: Status;
  readonly withName?: boolean;
}) {
  const t = useText();
  const name = t(`app.status.${status}`);
  return (
    <span className={styles.mark} {...(withName ? {} : signOf(name))}>
      <svg className={styles.shape} data-status={status} width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        {SHAPES[status]}
      </svg>
      {withName ? <span>{name}</span> : null}
    </span>
  );
});
