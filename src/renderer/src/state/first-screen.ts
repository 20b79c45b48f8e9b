import type { AccountId } from '#shared/domain/ids.ts';
import { defaultSettings, type Settings } from '#shared/settings/settings.ts';
import type { DeskEvent } from '../store/desk-api.ts';
import type { RowsAnswer, RowsRequest } from '../store/desk-views.ts';
import { useDeskState } from './desk-state.ts';

/** The first rows of a list, with how many there are of all. */
export type FirstRows = Pick<RowsAnswer, 'total' | 'rows' | 'groups'>;

/**
 * What the window looked like when it was last used: its settings and the first rows of the list that it begins with. They are
 * painted while the store is being opened, which at 100,000 tickets takes a second, and give way to its answer. The store
 * stays the truth: nothing is decided by what is kept here.
 */
type FirstScreen = {
  readonly format: typeof FORMAT;
  readonly settings: Settings;
  readonly list: FirstRows | null;
};

/** To be raised with the shape of rows: what is kept in another one is forgotten. */
const FORMAT = 1;
const KEY = 'holdfast.first-screen';
/** More than fit on a screen. */
const MOST_ROWS = 40;
/** The list that a window begins with. */
const START = { viewId: 'own:inbox', sort: null };

let before: FirstRows | null = null;

/** Shows the settings as they were, and holds the rows ready for the list. */
export function beginWithFirstScreen(): void {
  const kept = read();
  if (!kept) return;
  before = kept.list;
  useDeskState.setState({ settings: { ...defaultSettings(), ...kept.settings } });
}

/** The rows that a list showed the last time; null for any but the one that a window begins with, and once that was answered. */
export const rowsBefore = (of: Pick<RowsRequest, 'viewId' | 'sort'>): FirstRows | null => (isStart(of) ? before : null);

/** The store has answered: what was kept is of no more use. */
export const endFirstScreen = (): void => {
  before = null;
};

/** For the next start. */
export function keepFirstRows(of: Pick<RowsRequest, 'viewId' | 'sort'>, { total, rows, groups }: FirstRows): void {
  if (!isStart(of)) return;
  const { settings } = useDeskState.getState();
  write({ format: FORMAT, settings, list: { total, groups, rows: rows.slice(0, MOST_ROWS) } });
}

/** Follows the settings; and an account that is there no more leaves nothing of its tickets behind. */
export function followFirstScreen(event: DeskEvent): void {
  if (event.type === 'settings') write({ format: FORMAT, list: read()?.list ?? null, settings: event.settings });
  if (event.type !== 'accounts') return;
  const kept = read();
  const isKnown = ({ accountId }: { readonly accountId: AccountId }): boolean =>
    event.accounts.some(({ id }) => id === accountId);
  if (!kept?.list || kept.list.rows.every(isKnown)) return;
  before = null;
  write({ ...kept, list: null });
}

const isStart = ({ viewId, sort }: Pick<RowsRequest, 'viewId' | 'sort'>): boolean =>
  viewId === START.viewId && sort === START.sort;

function read(): FirstScreen | null {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Partial<FirstScreen> | null;
    return kept?.format === FORMAT ? (kept as FirstScreen) : null;
  } catch {
    return null;
  }
}

function write(screen: FirstScreen): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(screen));
  } catch {
    // A full disk costs the next start its head start and nothing else.
  }
}
