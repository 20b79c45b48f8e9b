import {
  COMMAND_GROUPS,
  COMMANDS,
  type Command,
  type CommandContext,
  type CommandId,
} from '#shared/commands/catalogue.ts';
import { isInMenus } from '#shared/commands/menu-commands.ts';
import type { TextKey } from '#shared/i18n/catalogue.ts';

export type PaletteGroup = { readonly label: TextKey; readonly ids: readonly CommandId[] };

/** How many commands chosen lately come first. */
const RECENT = 5;

/** What the palette shows before anything is typed: what was chosen lately, what belongs to where the agent is, and the rest. */
export function paletteGroups({
  recent,
  here,
  canRun,
}: {
  readonly recent: readonly string[];
  readonly here: Extract<CommandContext, 'list' | 'ticket' | 'article'>;
  readonly canRun: (id: CommandId) => boolean;
}): readonly PaletteGroup[] {
  const offered = COMMANDS.filter(
    (command) => command.id !== 'app.palette' && isInMenus(command) && canRun(command.id),
  );
  const lately = recent.flatMap((id) => offered.find((command) => command.id === id)?.id ?? []).slice(0, RECENT);
  const rest = offered.filter(({ id }) => !lately.includes(id));
  const isHere = ({ contexts }: Command): boolean => contexts.includes(here);
  return [
    { label: 'app.palette.recent', ids: lately },
    { label: `app.palette.here.${here}`, ids: rest.filter(isHere).map(({ id }) => id) },
    ...COMMAND_GROUPS.map((group) => ({
      label: `app.keys.group.${group}` as const,
      ids: rest.filter((command) => command.group === group && !isHere(command)).map(({ id }) => id),
    })),
  ] satisfies readonly PaletteGroup[];
}

/** The commands chosen lately, with one more. */
export const withRecent = (recent: readonly string[], id: CommandId): readonly string[] =>
  [id, ...recent.filter((other) => other !== id)].slice(0, RECENT);
