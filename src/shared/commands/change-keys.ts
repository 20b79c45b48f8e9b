import { commandsUnder, type KeyChoices, type KeysByCommand, keysUnder } from './key-choices.ts';
import { conflictsOf, type KeyConflict } from './key-conflicts.ts';
import { isMacroCommand, macroCommand, type RunnableId } from './macro-commands.ts';

type Conflict = KeyConflict & { readonly otherId: RunnableId };

/** The keys that a command has, those included that are off because they type a character. */
export const allKeysOf = (choices: KeyChoices): ((id: RunnableId) => readonly string[]) =>
  keysUnder({ ...choices, singleKeys: true });

/** With whom a command would share a key. */
export function conflictsWith(choices: KeyChoices, id: RunnableId, key: string): readonly Conflict[] {
  const commands = commandsUnder(choices);
  const command = isMacroCommand(id) ? macroCommand(id) : commands.find((one) => one.id === id);
  return command ? conflictsOf(command, key, commands, allKeysOf(choices)) : [];
}

/** Gives a key to a command and takes it, or the sequence that it begins, from those it would be shared with. */
export function giveKey(choices: KeyChoices, id: RunnableId, key: string): KeyChoices {
  const taken = conflictsWith(choices, id, key).reduce(
    (left, { otherId, otherKey }) => takeKey(left, otherId, otherKey),
    choices,
  );
  const keys = allKeysOf(taken)(id);
  return keys.includes(key) ? taken : withKeys(taken, id, [...keys, key]);
}

export const takeKey = (choices: KeyChoices, id: RunnableId, key: string): KeyChoices =>
  withKeys(
    choices,
    id,
    allKeysOf(choices)(id).filter((other) => other !== key),
  );

/** A command goes back to the keys of the preset, a macro to none. */
export const resetKeys = (choices: KeyChoices, id: RunnableId): KeyChoices => ({
  ...choices,
  own: without(choices.own, id),
});

const without = (own: KeysByCommand, id: RunnableId): KeysByCommand =>
  Object.fromEntries(Object.entries(own).filter(([other]) => other !== id));

/** What is as the preset has it is no choice of the agent's: it follows when the preset changes. */
function withKeys(choices: KeyChoices, id: RunnableId, keys: readonly string[]): KeyChoices {
  const preset = allKeysOf(resetKeys(choices, id))(id);
  const same = preset.length === keys.length && preset.every((key, index) => key === keys[index]);
  return same ? resetKeys(choices, id) : { ...choices, own: { ...choices.own, [id]: keys } };
}
