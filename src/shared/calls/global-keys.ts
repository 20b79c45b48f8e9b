import type { CommandId } from '../commands/catalogue.ts';

/** What a call needs while the hands are in another program. */
export const GLOBAL_COMMANDS = [
  'call.answer',
  'call.hold',
  'call.mute',
  'call.note',
] as const satisfies readonly CommandId[];
export type GlobalCommand = (typeof GLOBAL_COMMANDS)[number];

/** Of a command's keys the one that may work in every program: a chord with Mod, which types nothing. Null where there is none. */
export const globalKeyOf = (keys: readonly string[]): string | null =>
  keys.find((key) => key.startsWith('Mod+') && !key.includes(' ')) ?? null;
