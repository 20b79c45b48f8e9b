import type { TextKey } from '#shared/i18n/catalogue.ts';
import type { Text } from '#shared/i18n/text.ts';
import { definitionKey } from '#shared/metrics/measures/index.ts';
import { useText } from '../../state/text-context.tsx';
import type { Figure, MetricsQuery } from '../../store/desk-metrics.ts';
import { differsKey } from './differs.ts';
import styles from './FigurePage.module.css';
import { countedOf, type FigureMeta, metaOf } from './figure-meta.ts';
import { lengthText, valueText } from './figure-words.ts';

/** What a figure is, with its own numbers put in, whose it is, and where others count otherwise. */
export function Meaning({ figure, query }: { readonly figure: Figure; readonly query: MetricsQuery }) {
  const t = useText();
  const { id } = figure;
  const { attribution, unit } = metaOf(id);
  const reckoning = reckoningOf(t, figure);
  const spread = spreadOf(t, figure);
  const differs = differsKey(id);
  return (
    <section className={styles.meaning} aria-label={t('metrics.meaning')}>
      <p>{t(definitionKey(id))}</p>
      {reckoning === null ? null : (
        <p className={styles.reckoning} data-tabular>
          {reckoning}
        </p>
      )}
      {spread === null ? null : <p data-tabular>{spread}</p>}
      <p className={styles.quiet}>
        {attribution === null ? null : `${t(`metrics.attribution.${attribution}`)} `}
        {t(sourceKey(attribution))}
        {unit === 'duration' ? ` ${t(`metrics.clock.${query.hours}`)}` : null}
        {differs === null ? null : ` ${t(differs)}`}
      </p>
    </section>
  );
}

/** Of what several metrics tell, all that is told was noted here. */
function sourceKey(attribution: FigureMeta['attribution']): TextKey {
  if (attribution === 'survey') return 'metrics.source.survey';
  return attribution === 'own' || attribution === null ? 'metrics.source.own' : 'metrics.source.tickets';
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Below so many minutes the seconds count, and from so many on they are too many to be read. */
const FEW_MINUTES = 10;
const MANY_MINUTES = 10_000;

/** "1,204 minutes ÷ 43 replies = 28m"; null where nothing is divided. */
function reckoningOf(t: Text, { id, now: { value, count, tooFew } }: Figure): string | null {
  if (value === null || tooFew || count === 0) return null;
  const counted = t(`metrics.counted.${countedOf(id)}`, { count });
  const said = valueText(t, id, value);
  const { unit, attribution } = metaOf(id);
  // Of a quotient whose parts have no word of their own nothing is told.
  if ((attribution === null && countedOf(id) === 'values') || unit === 'count' || unit === 'points') return null;
  if (unit === 'interval') return null;
  if (unit === 'share')
    return t('metrics.reckoning.share', { part: t.intl.formatNumber(Math.round(value * count)), counted, value: said });
  const [total, name] = inWholes(value * count);
  const sum = t.intl.formatNumber(total, { style: 'unit', unit: name, unitDisplay: 'long', maximumFractionDigits: 0 });
  return t('metrics.reckoning.mean', { sum, counted, value: said });
}

/** A length in ms by the unit in which its whole part says enough. */
function inWholes(ms: number): readonly [total: number, unit: 'second' | 'minute' | 'hour'] {
  const minutes = ms / MINUTE_MS;
  if (minutes < FEW_MINUTES) return [ms / 1_000, 'second'];
  return minutes < MANY_MINUTES ? [minutes, 'minute'] : [ms / HOUR_MS, 'hour'];
}

/** How the values lie, in which a mean can mislead. */
function spreadOf(t: Text, { id, now: { median, p90, tooFew } }: Figure): string | null {
  if (median === null || p90 === null || tooFew) return null;
  const words = { median: lengthText(t, median), p90: lengthText(t, p90) };
  return t(id === 'backlog' ? 'metrics.spread.ages' : 'metrics.spread.values', words);
}
