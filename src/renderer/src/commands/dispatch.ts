import { COMMANDS, type Command, type CommandContext } from '#shared/commands/catalogue.ts';
import type { RunnableId } from '#shared/commands/macro-commands.ts';
import { chordsOf, type KeyPress } from './chord.ts';
import type { Keymap, KeyOfCommand } from './keymap.ts';
import type { CommandRegistry } from './registry.ts';

/** How long the next key of a sequence, or the key after a number, may take, in ms. */
export const SEQUENCE_MS = 2_000;

/** More is a slip of the hand. */
const MOST = 999;

/** What has been typed of a sequence (`g`) or of a number before a key (`12`), and what may follow. */
export type PendingKeys = {
  /** Null when no number was typed. */
  readonly count: number | null;
  /** Null when only a number was typed. */
  readonly pressed: string | null;
  readonly next: readonly KeyOfCommand[];
};

export type DispatchInput = KeyPress & { readonly repeat: boolean };
export type Surroundings = {
  /** Innermost first, without `global`. */
  readonly contexts: readonly CommandContext[];
  /** Text is being edited at the target. */
  readonly editing: boolean;
};

export type KeyDispatcher = {
  /** True when the press was meant for a command (also the first of a sequence): the caller prevents its default. */
  press(input: DispatchInput, where: Surroundings): boolean;
  /** Forgets the first key of a sequence, or the number. */
  cancel(): void;
};

export type DispatcherParts = {
  readonly keymap: Keymap;
  readonly registry: CommandRegistry;
  readonly mac: boolean;
  readonly onPending: (pending: PendingKeys | null) => void;
  /** Returns how to call it off. */
  readonly after: (ms: number, run: () => void) => () => void;
};

/** While text is edited only keys that type nothing count. */
export const worksWhileEditing = (chord: string): boolean =>
  chord.startsWith('Mod+') || /^(Shift\+)?(Escape|F\d{1,2})$/.test(chord);

/** Undefined for a macro, which neither moves nor takes a number. */
const commandOf = (id: RunnableId): Command | undefined => COMMANDS.find((command) => command.id === id);

/** Turns key presses into commands; holds the first key of a sequence, or a number, until the next comes. */
export function createKeyDispatcher({ keymap, registry, mac, onPending, after }: DispatcherParts): KeyDispatcher {
  let held: (PendingKeys & { readonly last: string }) | null = null;
  let callOff = (): void => undefined;
  const cancel = (): void => {
    callOff();
    if (held === null) return;
    held = null;
    onPending(null);
  };
  const hold = (pending: PendingKeys, last: string): true => {
    held = { ...pending, last };
    onPending(pending);
    callOff = after(SEQUENCE_MS, cancel);
    return true;
  };

  /** Another digit of a number; false when the press is none, or nothing here takes a number. */
  const holdDigit = (chords: readonly string[], before: PendingKeys | null, where: Surroundings): boolean => {
    const digit = chords.find((chord) => /^\d$/.test(chord));
    if (digit === undefined || (before !== null && before.pressed !== null)) return false;
    const count = Math.min(MOST, (before?.count ?? 0) * 10 + Number(digit));
    const next = keymap.counted(where.contexts).filter(({ id }) => registry.canRun(id));
    return count > 0 && next.length > 0 && hold({ count, pressed: null, next }, digit);
  };

  return {
    cancel,
    press(input, where) {
      const chords = chordsOf(input, mac).filter((chord) => !where.editing || worksWhileEditing(chord));
      if (chords.length === 0) return false;
      const before = held;
      // Held down, the first key is no second one.
      if (before !== null && input.repeat && chords.includes(before.last)) return true;
      cancel();
      if (before !== null && chords[0] === 'Escape') return true;
      for (const chord of chords) {
        const match = keymap.match(before?.pressed ?? null, chord, where.contexts);
        if (match.type === 'command') {
          const command = commandOf(match.id);
          if (input.repeat && command?.group !== 'move') return true;
          // `5` and then `e` must not solve a ticket: what takes no number was not meant.
          if (before !== null && before.count !== null && !command?.counts) return true;
          return registry.run(match.id, 'key', before?.count ?? 1) || before !== null;
        }
        if (match.type === 'prefix' && before?.count == null)
          return hold({ count: null, pressed: chord, next: match.next }, chord);
      }
      // A sequence that leads nowhere ends here: `g` and then `e` must not solve a ticket.
      return holdDigit(chords, before, where) || before !== null;
    },
  };
}
