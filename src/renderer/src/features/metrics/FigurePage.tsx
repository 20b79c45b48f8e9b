import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, ChartNoAxesColumn } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { nameKey } from '#shared/metrics/measures/index.ts';
import { useDesk } from '../../state/desk-context.tsx';
import { useDeskState } from '../../state/desk-state.ts';
import { useInterface } from '../../state/interface-state.ts';
import { metricDetailQuery } from '../../state/queries.ts';
import { useText } from '../../state/text-context.tsx';
import type { Figure } from '../../store/desk-metrics.ts';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ByFacet } from './ByFacet.tsx';
import { ChangeText } from './ChangeText.tsx';
import { Distribution } from './Distribution.tsx';
import styles from './FigurePage.module.css';
import { missingText, valueText } from './figure-words.ts';
import { GoalForm } from './GoalForm.tsx';
import { GoalText } from './GoalText.tsx';
import { HeatTable } from './HeatTable.tsx';
import { Meaning } from './Meaning.tsx';
import { rangeText } from './ranges.ts';
import { TicketsBehind } from './TicketsBehind.tsx';
import { Trend } from './Trend.tsx';
import { type Asked, useFigures } from './use-figures.ts';

/** The figure that is open, with all that is behind it. */
export function FigurePage() {
  const t = useText();
  const id = useInterface((state) => state.openFigure);
  const { answer, query, zone } = useFigures();
  const figure = answer?.figures.find((one) => one.id === id);
  if (id === null)
    return (
      <EmptyState icon={<ChartNoAxesColumn />} title={t('metrics.nothingOpen')} body={t('metrics.nothingOpenBody')}>
        <CommandButton command="list.open" look="quiet" label={t('metrics.open')} />
      </EmptyState>
    );
  if (!answer) return null;
  if (!figure) return <EmptyState title={t(nameKey(id))} body={t('metrics.notMeasured')} />;
  return <Page figure={figure} query={query} zone={zone} />;
}

function Page({ figure, query, zone }: Asked & { readonly figure: Figure }) {
  const t = useText();
  const desk = useDesk();
  const goal = useDeskState((state) => state.settings.metrics.goals[figure.id]);
  const { data: detail, isError } = useQuery(metricDetailQuery(desk, query, figure.id));
  const { id, now } = figure;
  // The page stays, and with it the focus, while the keys lead from one figure to the next.
  const scroll = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (scroll.current) scroll.current.scrollTop = 0;
  }, [id]);
  const missing = missingText(t, now);
  const name = t(nameKey(id));
  return (
    <article className={styles.page}>
      <header className={styles.header}>
        <CommandButton command="ticket.close" look="quiet" icon={<ArrowLeft />} label={t('metrics.title')} />
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard scrolls only what has the focus. */}
      <div ref={scroll} className={styles.scroll} tabIndex={0} role="region" aria-label={name} data-figure-page="">
        <div key={id} className={styles.column}>
          <h2 className={styles.title}>{name}</h2>
          <p className={styles.value}>
            {missing === null && now.value !== null ? (
              <time className={styles.number} data-tabular>
                {valueText(t, id, now.value)}
              </time>
            ) : (
              <span className={styles.number}>{missing}</span>
            )}
            <time>{rangeText(t, query, zone)}</time>
            <ChangeText figure={figure} />
            <GoalText figure={figure} goal={goal} kind={query.kind} />
          </p>
          <Meaning figure={figure} query={query} />
          <GoalForm figure={figure} goal={goal} />
          <Trend figure={figure} goal={goal} zone={zone} />
          {isError && !detail ? (
            <p className={styles.quiet} role="alert">
              {t('metrics.detailFailed')}
            </p>
          ) : null}
          {detail ? (
            <>
              <Distribution id={id} histogram={detail.histogram} />
              <HeatTable id={id} heat={detail.heat} weekStart={query.weekStart} />
              <ByFacet id={id} by={detail.by} />
              <TicketsBehind tickets={detail.tickets} total={detail.total} oldestFirst={id === 'backlog'} />
            </>
          ) : null}
        </div>
      </div>
    </article>
  );
}
