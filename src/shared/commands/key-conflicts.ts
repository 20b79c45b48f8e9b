import type { CommandContext } from './catalogue.ts';

/** A key that two commands have where both could be meant, or that begins a sequence of the other. */
export type KeyConflict = {
  readonly key: string;
  readonly id: string;
  readonly otherKey: string;
  readonly otherId: string;
};

type Bound = { readonly id: string; readonly contexts: readonly CommandContext[] };

/**
 * Whether a key of the one could mean the other. All contexts but one can be active together, in an order that depends on the
 * focus: a list beside an open ticket. A composer is always the innermost, so what is for it alone may take a key of the ticket around it.
 */
function overlap(one: Bound, other: Bound): boolean {
  const both = [one, other];
  const anywhere = both.some(({ contexts }) => contexts.includes('global'));
  const inComposer = both.every(({ contexts }) => contexts.includes('composer'));
  const outside = both.every(({ contexts }) => contexts.some((context) => context !== 'composer'));
  return anywhere || inComposer || outside;
}

const clash = (one: string, other: string): boolean =>
  one === other || one.startsWith(`${other} `) || other.startsWith(`${one} `);

/** Conflicts of one key, were it given to `command`. `keysOf` tells which keys the others have. */
export const conflictsOf = <Id extends string>(
  command: Bound,
  key: string,
  others: readonly (Bound & { readonly id: Id })[],
  keysOf: (id: Id) => readonly string[],
): readonly (KeyConflict & { readonly otherId: Id })[] =>
  others
    .filter((other) => other.id !== command.id && overlap(command, other))
    .flatMap(({ id }) =>
      keysOf(id)
        .filter((otherKey) => clash(key, otherKey))
        .map((otherKey) => ({ key, id: command.id, otherKey, otherId: id })),
    );
