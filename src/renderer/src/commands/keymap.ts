import { COMMANDS, type Command, type CommandContext, type CommandId } from '#shared/commands/catalogue.ts';

/** Keys of one command, in place of the catalogue's; an empty list turns its keys off. */
export type KeyOverrides = Readonly<Partial<Record<CommandId, readonly string[]>>>;

export type KeyMatch =
  | { readonly type: 'command'; readonly id: CommandId }
  /** The first of a sequence: `g` of `g i`. `next` is what may follow. */
  | { readonly type: 'prefix'; readonly next: readonly { readonly key: string; readonly id: CommandId }[] }
  | { readonly type: 'none' };

export type Keymap = {
  /** `contexts` innermost first; `global` is always the last. `pressed` is what of a sequence came before. */
  match(pressed: string | null, chord: string, contexts: readonly CommandContext[]): KeyMatch;
  keysOf(id: CommandId): readonly string[];
};

/** Letters with Mod are written in capitals in the catalogue and typed in small ones. */
const normal = (key: string): string =>
  key.replace(/^(Mod\+)([A-Z])$/, (_, mod: string, l: string) => mod + l.toLowerCase());

export function createKeymap(overrides: KeyOverrides = {}, commands: readonly Command[] = COMMANDS): Keymap {
  const keysOf = (id: string): readonly string[] =>
    overrides[id as CommandId] ?? commands.find((command) => command.id === id)?.keys ?? [];
  const bindings = commands.flatMap((command) =>
    keysOf(command.id).map((key) => ({ id: command.id as CommandId, contexts: command.contexts, key: normal(key) })),
  );
  return {
    keysOf,
    match(pressed, chord, contexts) {
      const typed = pressed === null ? normal(chord) : `${pressed} ${normal(chord)}`;
      const active = [...contexts, 'global' as const].flatMap((context) =>
        bindings.filter((binding) => binding.contexts.includes(context)),
      );
      const exact = active.find(({ key }) => key === typed);
      if (exact) return { type: 'command', id: exact.id };
      const next = active.filter(({ key }) => key.startsWith(`${typed} `));
      if (next.length === 0) return { type: 'none' };
      return { type: 'prefix', next: next.map(({ key, id }) => ({ key: key.slice(typed.length + 1), id })) };
    },
  };
}
