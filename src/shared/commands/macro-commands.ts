import type { Command, CommandId } from './catalogue.ts';

/** A macro as a command, which it is once it has a key. */
export type MacroCommandId = `macro:${string}`;
/** What a key may run. */
export type RunnableId = CommandId | MacroCommandId;

const PREFIX = 'macro:';
export const macroCommandId = (macroId: string): MacroCommandId => `${PREFIX}${macroId}`;
/** The macro's id; null for a command of the catalogue, or of none. */
export const macroIdOf = (id: string): string | null => (id.startsWith(PREFIX) ? id.slice(PREFIX.length) : null);
export const isMacroCommand = (id: string): id is MacroCommandId => id.startsWith(PREFIX);

/** It runs where the picker opens. */
export const macroCommand = (id: MacroCommandId): Command & { readonly id: MacroCommandId } => ({
  id,
  group: 'write',
  contexts: ['list', 'ticket', 'composer'],
  keys: [],
});
