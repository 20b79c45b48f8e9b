import { COMMANDS, type CommandId } from './catalogue.ts';
import { type KeyChoices, type KeysByCommand, keysUnder } from './key-choices.ts';
import { conflictsOf, type KeyConflict } from './key-conflicts.ts';

type Conflict = KeyConflict & { readonly otherId: CommandId };

/** The keys that a command has, those included that are off because they type a character. */
export const allKeysOf = (choices: KeyChoices): ((id: CommandId) => readonly string[]) =>
  keysUnder({ ...choices, singleKeys: true });

/** With whom a command would share a key. */
export function conflictsWith(choices: KeyChoices, id: CommandId, key: string): readonly Conflict[] {
  const command = COMMANDS.find((one) => one.id === id);
  return command ? conflictsOf(command, key, COMMANDS, allKeysOf(choices)) : [];
}

/** Gives a key to a command and takes it, or the sequence that it begins, from those it would be shared with. */
export function giveKey(choices: KeyChoices, id: CommandId, key: string): KeyChoices {
  const taken = conflictsWith(choices, id, key).reduce(
    (left, { otherId, otherKey }) => takeKey(left, otherId, otherKey),
    choices,
  );
  const keys = allKeysOf(taken)(id);
  return keys.includes(key) ? taken : withKeys(taken, id, [...keys, key]);
}

export const takeKey = (choices: KeyChoices, id: CommandId, key: string): KeyChoices =>
  withKeys(
    choices,
    id,
    allKeysOf(choices)(id).filter((other) => other !== key),
  );

/** A command goes back to the keys of the preset. */
export const resetKeys = (choices: KeyChoices, id: CommandId): KeyChoices => ({
  ...choices,
  own: without(choices.own, id),
});

const without = (own: KeysByCommand, id: CommandId): KeysByCommand =>
  Object.fromEntries(Object.entries(own).filter(([other]) => other !== id));

/** What is as the preset has it is no choice of the agent's: it follows when the preset changes. */
function withKeys(choices: KeyChoices, id: CommandId, keys: readonly string[]): KeyChoices {
  const preset = allKeysOf(resetKeys(choices, id))(id);
  const same = preset.length === keys.length && preset.every((key, index) => key === keys[index]);
  return same ? resetKeys(choices, id) : { ...choices, own: { ...choices.own, [id]: keys } };
}
