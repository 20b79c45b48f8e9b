import { useState } from 'react';
import type { Settings } from '#shared/settings/settings.ts';
import { PANE_LIMITS } from './frame-layout.ts';
import { useDesk } from './state/desk-context.tsx';
import { useDeskState } from './state/desk-state.ts';

type Widths = { readonly views?: number; readonly list?: number; readonly facts?: number };

const within = (value: number, { min, max }: { readonly min: number; readonly max: number }): number =>
  Math.min(max, Math.max(min, value));

/** The panes' widths in px: the kept ones, and while one is dragged where it is now. */
export function usePaneWidths() {
  const desk = useDesk();
  const panes = useDeskState((state) => state.settings.panes);
  const [dragged, setDragged] = useState<Widths>({});
  const keep = (change: Widths & Partial<Settings['panes']>): void => {
    const next = { ...panes, ...change };
    // At once here; the answer from main says the same a moment later.
    useDeskState.setState(({ settings }) => ({ settings: { ...settings, panes: next } }));
    setDragged({});
    void desk.saveSettings({ panes: next });
  };
  return {
    panes,
    views: within(dragged.views ?? panes.views, PANE_LIMITS.views),
    list: within(dragged.list ?? panes.list, PANE_LIMITS.list),
    facts: within(dragged.facts ?? panes.facts, PANE_LIMITS.facts),
    resize: (change: Widths): void => setDragged(change),
    keep,
  };
}
