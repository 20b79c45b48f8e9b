import type { Command } from '#shared/commands/catalogue.ts';
import { conflictsOf, type KeyConflict } from '#shared/commands/key-conflicts.ts';

/** Every conflict there is, each once. */
export const allConflicts = <Id extends string>(
  commands: readonly (Command & { readonly id: Id })[],
  keysOf: (id: Id) => readonly string[],
): readonly KeyConflict[] =>
  commands.flatMap((command, index) =>
    keysOf(command.id).flatMap((key) => conflictsOf(command, key, commands.slice(index + 1), keysOf)),
  );
