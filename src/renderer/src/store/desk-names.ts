import type { Condition, ViewQuery } from '#shared/domain/view.ts';
import { type IdKind, mapIds } from '#shared/views/view-ids.ts';
import type { AccountState } from './account-state.ts';
import { foldText } from './fold-text.ts';

export type NamedThing = {
  /** `<account>:<remote id>`. */
  readonly id: string;
  readonly name: string;
  /** What else it may be called by. */
  readonly address: string | null;
};

/** People, groups, organizations and fields of accounts by name, as one types them. */
export type DeskNames = {
  things(kind: IdKind): Iterable<NamedThing>;
  /** All that are called so, whatever the case; `#<id>` names one alone. */
  idsOf(kind: IdKind, name: string): readonly string[];
  /** A query with names for its ids, so that reading the names ends in the same ids. */
  named(query: ViewQuery): ViewQuery;
};

const EXACTLY = '#';

export function deskNames(states: readonly AccountState[]): DeskNames {
  function* things(kind: IdKind): Iterable<NamedThing> {
    for (const { account, people, small } of states) {
      const idOf = (remoteId: string): string => `${account.id}:${remoteId}`;
      if (kind === 'person') {
        for (const { remoteId, name, email } of people.values()) yield { id: idOf(remoteId), name, address: email };
        const { me } = account;
        if (!people.has(me.remoteId)) yield { id: idOf(me.remoteId), name: me.name, address: me.email };
      } else if (kind === 'field')
        for (const { remoteId, title } of small.fields.values())
          yield { id: idOf(remoteId), name: title, address: null };
      else {
        const rows = kind === 'group' ? small.groups : small.organizations;
        for (const { remoteId, name } of rows.values()) yield { id: idOf(remoteId), name, address: null };
      }
    }
  }

  const idsOf = (kind: IdKind, name: string): readonly string[] => {
    if (name.startsWith(EXACTLY)) return [name.slice(1)];
    const wanted = foldText(name);
    const found: string[] = [];
    for (const thing of things(kind))
      if (foldText(thing.name) === wanted || (thing.address !== null && thing.address.toLowerCase() === wanted))
        found.push(thing.id);
    return found;
  };

  /** The name where it means no more than these ids, else the address, else the id itself. */
  const nameFor = (kind: IdKind, id: string, ids: readonly string[]): string => {
    for (const thing of things(kind)) {
      if (thing.id !== id) continue;
      const usable = [thing.name, thing.address ?? ''].filter((name) => !/^(?:|me|mine|#.*)$/i.test(name));
      const fits = (name: string): boolean => idsOf(kind, name).every((other) => ids.includes(other));
      return usable.find(fits) ?? `${EXACTLY}${id}`;
    }
    return `${EXACTLY}${id}`;
  };

  const withNames = (condition: Condition): Condition => {
    const ids: string[] = [];
    mapIds(condition, (_kind, id) => {
      ids.push(id);
      return [];
    });
    const said = new Set<string>();
    return mapIds(condition, (kind, id) => {
      const name = nameFor(kind, id, ids);
      if (said.has(name)) return [];
      said.add(name);
      return [name];
    });
  };

  return {
    things,
    idsOf,
    named: (query) => ({ ...query, all: query.all.map(withNames), any: query.any.map(withNames) }),
  };
}
