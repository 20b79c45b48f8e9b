import { useState } from 'react';
import { show, useInterface } from '../../state/interface-state.ts';
import { useText } from '../../state/text-context.tsx';
import type { Facet, FigureId, MetricDetail } from '../../store/desk-metrics.ts';
import { Button } from '../../ui/Button.tsx';
import { Bar } from './Bar.tsx';
import styles from './FigurePage.module.css';
import { missingText, valueText } from './figure-words.ts';
import { chosenOf, FACETS, withChosen } from './filter-choice.ts';
import { useFacetNames } from './use-facet-names.ts';

/** So many are shown before the rest is asked for. */
const FIRST = 8;

/** A figure by what tells tickets apart. Pressing a name keeps only its tickets. */
export function ByFacet({ id, by }: { readonly id: FigureId; readonly by: MetricDetail['by'] }) {
  const { nameOf } = useFacetNames();
  const choice = useInterface((state) => state.figures);
  return FACETS.map((facet) => (
    <FacetTable
      key={facet}
      id={id}
      facet={facet}
      values={by[facet]}
      chosen={chosenOf(choice.filter, facet)}
      nameOf={(key) => nameOf(facet, key)}
      onChoose={(keys) => show({ figures: { ...choice, filter: withChosen(choice.filter, facet, keys) } })}
    />
  ));
}

function FacetTable({
  id,
  facet,
  values,
  chosen,
  nameOf,
  onChoose,
}: {
  readonly id: FigureId;
  readonly facet: Facet;
  readonly values: MetricDetail['by'][Facet];
  readonly chosen: readonly string[];
  readonly nameOf: (key: string) => string;
  readonly onChoose: (keys: readonly string[]) => void;
}) {
  const t = useText();
  const [all, setAll] = useState(false);
  if (values.length === 0) return null;
  const largest = Math.max(...values.map(({ now }) => now.count));
  const shown = all ? values : values.slice(0, FIRST);
  return (
    <section className={styles.section}>
      <h3>{t(`metrics.by.${facet}`)}</h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t(`metrics.facet.${facet}`)}</th>
            <th scope="col">{t('metrics.column.value')}</th>
            <th scope="col" colSpan={2}>
              {t('metrics.column.count')}
            </th>
          </tr>
        </thead>
        <tbody data-tabular>
          {shown.map(({ key, now }) => (
            <tr key={key}>
              <th scope="row">
                <button
                  type="button"
                  className={styles.only}
                  aria-pressed={chosen.includes(key)}
                  title={t(chosen.includes(key) ? 'metrics.facet.all' : 'metrics.facet.only')}
                  onClick={() => onChoose(chosen.includes(key) ? [] : [key])}
                >
                  {nameOf(key)}
                </button>
              </th>
              <td>{missingText(t, now) ?? <time>{valueText(t, id, now.value ?? 0)}</time>}</td>
              <td>{t.intl.formatNumber(now.count)}</td>
              <td className={styles.bars} aria-hidden="true">
                <Bar part={now.count / largest} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < values.length ? (
        <Button look="quiet" onClick={() => setAll(true)}>
          {t('metrics.facet.more', { count: values.length - shown.length })}
        </Button>
      ) : null}
    </section>
  );
}
