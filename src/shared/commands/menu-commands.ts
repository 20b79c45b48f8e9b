import { COMMANDS, type Command, type CommandGroup, type CommandId } from './catalogue.ts';

type CatalogueCommand = Command & { readonly id: CommandId };

const OPENS_MENU: readonly CommandId[] = ['app.menu', 'ticket.menu'];

/** Not what needs the caret in a composer, which a menu takes away, nor what only opens a menu. */
export const isInMenus = ({ id, contexts }: CatalogueCommand): boolean =>
  !OPENS_MENU.includes(id) && !contexts.every((context) => context === 'composer');

/** What a menu of the program has under one heading. */
export const menuCommands = (group: CommandGroup): readonly CommandId[] =>
  COMMANDS.filter((command: CatalogueCommand) => command.group === group && isInMenus(command)).map(({ id }) => id);

/** What the menu of a ticket has, in sections. */
export const ticketMenuSections = (): readonly (readonly CommandId[])[] =>
  (['write', 'ticket', 'unsent'] as const).map((group) =>
    COMMANDS.filter(
      (command: CatalogueCommand) =>
        command.group === group && isInMenus(command) && command.contexts.includes('ticket'),
    ).map(({ id }) => id),
  );
