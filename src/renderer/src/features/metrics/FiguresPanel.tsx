import { ChartNoAxesColumn } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useCommand } from '../../commands/use-command.tsx';
import { useDeskState } from '../../state/desk-state.ts';
import { show, useInterface } from '../../state/interface-state.ts';
import { useText } from '../../state/text-context.tsx';
import type { FigureId } from '../../store/desk-metrics.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { CoverageLine } from './CoverageLine.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { FigureRow, figureDomId } from './FigureRow.tsx';
import styles from './FiguresPanel.module.css';
import { FilterMenu } from './FilterMenu.tsx';
import { focusFigure, isOnFigurePage, stepBehind } from './figure-page-focus.ts';
import { RangeLine } from './RangeLine.tsx';
import { useFigures } from './use-figures.ts';
import { useWalkBehind } from './use-walk-behind.ts';

/** The agent's own figures: of what, from what, and each with how it went. */
export function FiguresPanel() {
  const t = useText();
  const { answer, failed, stale, again, query, zone } = useFigures();
  const goals = useDeskState((state) => state.settings.metrics.goals);
  const open = useInterface((state) => state.openFigure);
  const [focused, setFocused] = useState<FigureId | null>(open);
  const list = useRef<HTMLDivElement>(null);
  const figures = answer?.figures ?? [];
  const index = Math.max(
    0,
    figures.findIndex(({ id }) => id === focused),
  );
  const at = figures[index];

  const openIt = (id: FigureId): void => show({ openFigure: id, openTicketId: null, newTicket: false });
  const goTo = (wanted: number): void => {
    const figure = figures[Math.max(0, Math.min(figures.length - 1, wanted))];
    if (!figure) return;
    setFocused(figure.id);
    if (open !== null) openIt(figure.id);
  };
  const walk = useWalkBehind(query, open);
  // Of several handlers the last one alone is asked, so this one knows of all places that the keys lead through.
  const step = (count: number): void => {
    if (!stepBehind(count) && !walk(count)) goTo(index + count);
  };
  const any = (): boolean => figures.length > 0;
  useCommand('list.next', step, any);
  useCommand('list.previous', (count) => step(-count), any);
  useCommand('list.first', () => goTo(0), any);
  useCommand('list.last', () => goTo(figures.length - 1), any);
  useCommand(
    'list.open',
    () => {
      if (!at) return;
      setFocused(at.id);
      openIt(at.id);
      focusFigure();
    },
    any,
  );
  useCommand(
    'ticket.close',
    () => {
      // The ticket first, then out of the page, and only then is that put away.
      if (useInterface.getState().openTicketId !== null) show({ openTicketId: null, composer: null });
      else if (isOnFigurePage()) list.current?.focus();
      else show({ openFigure: null });
    },
    () => open !== null || useInterface.getState().openTicketId !== null,
  );
  useEffect(() => {
    list.current?.querySelector('[data-focused]')?.scrollIntoView({ block: 'nearest' });
  }, [index]);

  return (
    <div className={styles.panel}>
      <header className={styles.header}>
        <h1 className={styles.title}>{t('metrics.title')}</h1>
        <ExportMenu answer={answer} query={query} zone={zone} />
      </header>
      <div className={styles.chosen}>
        <RangeLine query={query} zone={zone} before={answer?.before ?? null} />
        <FilterMenu />
      </div>
      {failed ? (
        <EmptyState tone="danger" title={t('metrics.failed')} body={t('metrics.failedBody')}>
          <Button onClick={again}>{t('metrics.again')}</Button>
        </EmptyState>
      ) : answer && figures.length === 0 ? (
        <EmptyState
          icon={<ChartNoAxesColumn />}
          title={t(answer.coverage.reading ? 'metrics.reading' : 'metrics.empty')}
          body={t(answer.coverage.reading ? 'metrics.readingBody' : 'metrics.emptyBody')}
        />
      ) : (
        <div
          ref={list}
          role="listbox"
          tabIndex={0}
          aria-label={t('metrics.list')}
          aria-activedescendant={at ? figureDomId(at.id) : undefined}
          aria-busy={stale || undefined}
          className={styles.list}
        >
          {figures.map((figure) => (
            <FigureRow
              key={figure.id}
              figure={figure}
              goal={goals[figure.id]}
              kind={query.kind}
              focused={figure === at}
              open={figure.id === open}
              onOpen={() => {
                setFocused(figure.id);
                openIt(figure.id);
              }}
            />
          ))}
        </div>
      )}
      {answer ? <CoverageLine coverage={answer.coverage} /> : null}
    </div>
  );
}
