import type { CommandContext } from '#shared/commands/catalogue.ts';
import { commandsUnder, type KeyChoices, keyChoicesSchema, keysUnder } from '#shared/commands/key-choices.ts';
import type { RunnableId } from '#shared/commands/macro-commands.ts';

export type KeyMatch =
  | { readonly type: 'command'; readonly id: RunnableId }
  /** The first of a sequence: `g` of `g i`. `next` is what may follow. */
  | { readonly type: 'prefix'; readonly next: readonly KeyOfCommand[] }
  | { readonly type: 'none' };
export type KeyOfCommand = { readonly key: string; readonly id: RunnableId };

export type Keymap = {
  /** `contexts` innermost first; `global` is always the last. `pressed` is what of a sequence came before. */
  match(pressed: string | null, chord: string, contexts: readonly CommandContext[]): KeyMatch;
  /** What a number may be typed before; nothing where single keys are off. */
  counted(contexts: readonly CommandContext[]): readonly KeyOfCommand[];
  keysOf(id: RunnableId): readonly string[];
};

type Binding = KeyOfCommand & { readonly contexts: readonly CommandContext[]; readonly counts: boolean };

/** Letters with Mod are written in capitals in the catalogue and typed in small ones. */
const normal = (key: string): string =>
  key.replace(/^(Mod\+)([A-Z])$/, (_, mod: string, l: string) => mod + l.toLowerCase());

/** The keys as the agent wants them. Where two commands of one context have the same, the agent’s own choice counts. */
export function createKeymap(choices: KeyChoices = keyChoicesSchema.parse({})): Keymap {
  const keysOf = keysUnder(choices);
  const isOwn = ({ id }: KeyOfCommand): boolean => Object.hasOwn(choices.own, id);
  const all = commandsUnder(choices).flatMap((command): readonly Binding[] =>
    keysOf(command.id).map((key) => ({
      id: command.id,
      contexts: command.contexts,
      counts: command.counts ?? false,
      key: normal(key),
    })),
  );
  const bindings = [...all.filter(isOwn), ...all.filter((binding) => !isOwn(binding))];
  const active = (contexts: readonly CommandContext[]): readonly Binding[] =>
    [...contexts, 'global' as const].flatMap((context) =>
      bindings.filter((binding) => binding.contexts.includes(context)),
    );
  return {
    keysOf,
    counted: (contexts) =>
      choices.singleKeys ? active(contexts).filter(({ counts, key }) => counts && !key.includes(' ')) : [],
    match(pressed, chord, contexts) {
      const typed = pressed === null ? normal(chord) : `${pressed} ${normal(chord)}`;
      const exact = active(contexts).find(({ key }) => key === typed);
      if (exact) return { type: 'command', id: exact.id };
      const next = active(contexts).filter(({ key }) => key.startsWith(`${typed} `));
      if (next.length === 0) return { type: 'none' };
      return { type: 'prefix', next: next.map(({ key, id }) => ({ key: key.slice(typed.length + 1), id })) };
    },
  };
}
