import { useText } from '../../state/text-context.tsx';
import type { Coverage } from '../../store/desk-metrics.ts';
import styles from './FiguresPanel.module.css';

/** What the figures were made from, so that nobody takes them for more. */
export function CoverageLine({ coverage: { tickets, whole, since, reading } }: { readonly coverage: Coverage }) {
  const t = useText();
  const number = (value: number): string => t.intl.formatNumber(value);
  const parts =
    tickets === 0
      ? []
      : [
          since === null
            ? t('metrics.coverage.tickets', { count: tickets })
            : t('metrics.coverage.since', { count: tickets, day: t.intl.formatDate(since, { dateStyle: 'long' }) }),
          ...(whole < tickets ? [t('metrics.coverage.partly', { count: tickets - whole })] : []),
        ];
  const read = reading ? [t('metrics.coverage.reading', { read: number(reading.read), of: number(reading.of) })] : [];
  return (
    <p className={styles.coverage} role="status">
      {[...read, ...parts].join(' · ')}
    </p>
  );
}
