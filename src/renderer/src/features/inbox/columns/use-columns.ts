import type { ListColumn } from '#shared/domain/list-columns.ts';
import { useDeskState } from '../../../state/desk-state.ts';
import type { ViewSummary } from '../../../store/desk-views.ts';

const NONE: readonly ListColumn[] = [];

/** What rows of a view show besides: as the agent's own view says, or as they chose for one of the others. */
export function useColumns(view: Pick<ViewSummary, 'id' | 'source' | 'columns'> | undefined): readonly ListColumn[] {
  const chosen = useDeskState((state) => state.settings.columns[view?.id ?? ''] ?? NONE);
  if (view?.source !== 'mine') return chosen;
  // None is always the same none: another would have the rows fetched again.
  return view.columns.length === 0 ? NONE : view.columns;
}
