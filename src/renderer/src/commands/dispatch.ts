import { COMMANDS, type CommandContext, type CommandId } from '#shared/commands/catalogue.ts';
import { chordsOf, type KeyPress } from './chord.ts';
import type { Keymap } from './keymap.ts';
import type { CommandRegistry } from './registry.ts';

/** How long the second key of a sequence may take, in ms. */
export const SEQUENCE_MS = 2_000;

export type PendingKeys = {
  readonly pressed: string;
  readonly next: readonly { readonly key: string; readonly id: CommandId }[];
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
  /** Forgets the first key of a sequence. */
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
const worksWhileEditing = (chord: string): boolean =>
  chord.startsWith('Mod+') || /^(Shift\+)?(Escape|F\d{1,2})$/.test(chord);

const mayRepeat = (id: CommandId): boolean => COMMANDS.some((command) => command.id === id && command.group === 'move');

/** Turns key presses into commands; holds the first key of a sequence until the second comes. */
export function createKeyDispatcher({ keymap, registry, mac, onPending, after }: DispatcherParts): KeyDispatcher {
  let pressed: string | null = null;
  let callOff = (): void => undefined;
  const cancel = (): void => {
    callOff();
    if (pressed === null) return;
    pressed = null;
    onPending(null);
  };
  return {
    cancel,
    press(input, { contexts, editing }) {
      const chords = chordsOf(input, mac).filter((chord) => !editing || worksWhileEditing(chord));
      if (chords.length === 0) return false;
      const before = pressed;
      cancel();
      for (const chord of chords) {
        const match = keymap.match(before, chord, contexts);
        if (match.type === 'command') {
          if (input.repeat && !mayRepeat(match.id)) return true;
          return registry.run(match.id, 'key') || before !== null;
        }
        if (match.type === 'prefix') {
          pressed = chord;
          onPending({ pressed: chord, next: match.next });
          callOff = after(SEQUENCE_MS, cancel);
          return true;
        }
      }
      // A sequence that leads nowhere ends here: `g` and then `e` must not solve a ticket.
      return before !== null;
    },
  };
}
