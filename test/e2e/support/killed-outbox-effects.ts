import type { colleague, HistoryEntry } from '../../support/request-tracker/colleague.ts';
import type { PlannedAction, Step } from './killed-outbox-plan.ts';

type Root = ReturnType<typeof colleague>;

/** What Request Tracker's own histories say. */
export type Told = {
  /** How often each action took effect, by its place in the plan. */
  readonly counts: readonly number[];
  /** Tokens of replies that stand in another order on their ticket than they were accepted in. */
  readonly misplaced: readonly string[];
  /** Tokens of replies that arrived without the status that was to go with them, or with it twice. */
  readonly unsolved: readonly string[];
  /** What the agent's account did that the plan does not know. */
  readonly strays: readonly string[];
};

export const subjectOf = (ticket: number): string => `Killed ${String(ticket + 1).padStart(3, '0')}`;
export const madeSubject = (token: string): string => `Made ${token}`;

/** Helpdesk's own values by those of the plan. */
export type Values = Readonly<Record<string, string>>;

export async function readEffects(
  root: Root,
  steps: readonly Step[],
  world: { readonly ticketIds: readonly string[]; readonly agent: string; readonly values: Values },
): Promise<Told> {
  const made = new Map<number, readonly string[]>();
  for (const { action } of steps)
    if (action.kind === 'create')
      made.set(action.ticket, await root.ticketIds(`Subject = '${madeSubject(action.token)}'`));
  const idsOf = (ticket: number): readonly string[] => {
    const id = world.ticketIds[ticket];
    return id === undefined ? (made.get(ticket) ?? []) : [id];
  };
  const histories = new Map<string, readonly HistoryEntry[]>();
  const all = [...new Set(steps.flatMap(({ action }) => idsOf(action.ticket)))];
  // As many as its server has workers.
  const ids = all.values();
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (const id of ids) {
        const own = (await root.history(id)).filter(({ Creator }) => Creator.id === world.agent);
        histories.set(id, own);
      }
    }),
  );
  const explained = new Set<HistoryEntry>();
  const counts = steps.map(({ action }) => {
    const entries = idsOf(action.ticket).flatMap((id) => histories.get(id) ?? []);
    const found = entries.filter((entry) => isEffect(action, entry, world.values));
    for (const entry of found) explained.add(entry);
    if (action.kind === 'reply' && action.solve)
      for (const entry of entries) if (isStatus(entry, 'resolved')) explained.add(entry);
    return found.length;
  });
  const unsolved = steps.flatMap(({ action }, index) => {
    if (action.kind !== 'reply' || !action.solve || counts[index] === 0) return [];
    const entries = idsOf(action.ticket).flatMap((id) => histories.get(id) ?? []);
    return entries.filter((entry) => isStatus(entry, 'resolved')).length === 1 ? [] : [action.token];
  });
  const strays = [...histories].flatMap(([id, entries]) =>
    entries.filter((entry) => isOwnWork(entry) && !explained.has(entry)).map((entry) => `#${id} ${wordsOf(entry)}`),
  );
  return { counts, misplaced: misplaced(steps, idsOf, histories), unsolved, strays };
}

function isEffect(action: PlannedAction, entry: HistoryEntry, values: Values): boolean {
  switch (action.kind) {
    case 'create':
      return entry.Type === 'Create';
    case 'reply':
      return entry.Type === 'Correspond' && entry.text.includes(action.token);
    case 'note':
      return entry.Type === 'Comment' && entry.text.includes(action.token);
    case 'update': {
      const value = values[action.value] ?? action.value;
      if (action.field === 'status') return isStatus(entry, value);
      // Beside the change itself RT tells of the role that changed with it.
      const field = action.field === 'owner' ? 'Owner' : 'Priority';
      return entry.Type !== 'SetWatcher' && entry.Field === field && entry.NewValue === value;
    }
  }
}

const isStatus = (entry: HistoryEntry, value: string): boolean => entry.Type === 'Status' && entry.NewValue === value;

/** Mails that RT records and roles that it tells of twice are no work of the agent's. */
const isOwnWork = ({ Type, Field }: HistoryEntry): boolean =>
  ['Create', 'Correspond', 'Comment', 'Status'].includes(Type) ||
  (Type !== 'SetWatcher' && (Field === 'Owner' || Field === 'Priority'));

const wordsOf = ({ Type, Field, NewValue, text }: HistoryEntry): string =>
  `${Type} ${Field ?? ''} ${NewValue ?? ''} ${text.trim().slice(0, 60)}`;

function misplaced(
  steps: readonly Step[],
  idsOf: (ticket: number) => readonly string[],
  histories: ReadonlyMap<string, readonly HistoryEntry[]>,
): readonly string[] {
  const latest = new Map<number, number>();
  return steps.flatMap(({ action }) => {
    if (action.kind !== 'reply') return [];
    const entry = idsOf(action.ticket)
      .flatMap((id) => histories.get(id) ?? [])
      .find((one) => one.Type === 'Correspond' && one.text.includes(action.token));
    if (entry === undefined) return [];
    const before = latest.get(action.ticket) ?? 0;
    latest.set(action.ticket, Math.max(before, Number(entry.id)));
    return Number(entry.id) < before ? [action.token] : [];
  });
}
