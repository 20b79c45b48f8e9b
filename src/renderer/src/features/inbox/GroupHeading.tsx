import { PRIORITIES, STATUSES } from '#shared/domain/ticket.ts';
import type { Text } from '#shared/i18n/text.ts';
import { useText } from '../../state/text-context.tsx';
import type { RowGroup } from '../../store/desk-views.ts';
import styles from './GroupHeading.module.css';

/** px; `GroupHeading.module.css` has it as well. */
export const HEADING_HEIGHT = 28;

/** What stands over rows that have a field in common. */
export function headingTitle(t: Text, { by, value, name }: Omit<RowGroup, 'start' | 'count'>): string {
  if (value === null) return t(`inbox.group.none.${by}`);
  if (by === 'status') {
    const status = STATUSES.find((one) => one === value);
    return status ? t(`app.status.${status}`) : value;
  }
  if (by === 'priority') {
    const priority = PRIORITIES.find((one) => one === value);
    return priority ? t(`app.priority.${priority}`) : value;
  }
  return name;
}

export function GroupHeading({
  title,
  count,
  top,
}: {
  readonly title: string;
  readonly count: number;
  /** px from the top of the list. */
  readonly top: number;
}) {
  const t = useText();
  return (
    // The group around its rows has this name.
    <div role="presentation" className={styles.heading} style={{ top }}>
      <span className={styles.title}>{title}</span>
      <span className={styles.count} data-tabular>
        {t.intl.formatNumber(count)}
      </span>
    </div>
  );
}
