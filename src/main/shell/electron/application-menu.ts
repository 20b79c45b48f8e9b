import { Menu, type MenuItemConstructorOptions } from 'electron';
import { COMMAND_GROUPS, type CommandGroup, type CommandId } from '#shared/commands/catalogue.ts';
import { menuCommands } from '#shared/commands/menu-commands.ts';
import type { TextKey } from '#shared/i18n/catalogue.ts';
import type { Text } from '#shared/i18n/text.ts';

export type MenuOptions = {
  readonly isMac: boolean;
  readonly isPackaged: boolean;
  readonly text: Text;
  readonly keysOf: (id: CommandId) => readonly string[];
  readonly run: (command: CommandId) => void;
};

/** The roles of Electron's that have a name in the locale: those that Electron gives them are English everywhere. */
type NamedRole = Extract<NonNullable<MenuItemConstructorOptions['role']>, MenuName<TextKey>>;
type MenuName<Key> = Key extends `host.menu.${infer Name}` ? Name : never;

/** Moving by menu is nobody's wish. */
const GROUPS = COMMAND_GROUPS.filter((group) => group !== 'move');

/** Menus out of the command catalogue; the page decides whether a command can run just now. */
export function applicationMenu(options: MenuOptions): MenuItemConstructorOptions[] {
  const { isMac, isPackaged, text } = options;
  const items = (...groups: readonly (readonly NamedRole[])[]): MenuItemConstructorOptions[] =>
    groups.flatMap((roles, index) => [
      ...(index === 0 ? [] : [{ type: 'separator' } as const]),
      ...roles.map((role) => ({ role, label: text(`host.menu.${role}`) })),
    ]);
  return [
    isMac
      ? {
          role: 'appMenu',
          label: text('host.menu.app'),
          submenu: items(['about'], ['services'], ['hide', 'hideOthers', 'unhide'], ['quit']),
        }
      : { label: text('host.menu.file'), submenu: items(['quit']) },
    {
      role: 'editMenu',
      label: text('host.menu.edit'),
      submenu: items(
        ['undo', 'redo'],
        ['cut', 'copy', 'paste', ...(isMac ? (['pasteAndMatchStyle'] as const) : []), 'delete'],
        ['selectAll'],
      ),
    },
    ...GROUPS.map((group) => ({ label: text(`host.menu.${group}`), submenu: commandItems(group, options) })),
    {
      label: text('host.menu.view'),
      submenu: items(
        ['resetZoom', 'zoomIn', 'zoomOut'],
        ['togglefullscreen', ...(isPackaged ? [] : (['toggleDevTools'] as const))],
      ),
    },
    {
      role: 'windowMenu',
      label: text('host.menu.window'),
      submenu: isMac ? items(['minimize', 'zoom'], ['front']) : items(['minimize', 'zoom', 'close']),
    },
  ];
}

export const setApplicationMenu = (options: MenuOptions): void =>
  Menu.setApplicationMenu(Menu.buildFromTemplate(applicationMenu(options)));

const commandItems = (group: CommandGroup, { text, keysOf, run }: MenuOptions): MenuItemConstructorOptions[] =>
  menuCommands(group).map((id) => ({ label: text(`commands.${id}`), ...shownKeys(keysOf(id)), click: () => run(id) }));

/** Keys are shown, never registered: the page's own keymap hears them, remapped or not. Single letters would fire while typing. */
function shownKeys(keys: readonly string[]): Pick<MenuItemConstructorOptions, 'accelerator' | 'registerAccelerator'> {
  const key = keys.find((candidate) => candidate.startsWith('Mod+') && !candidate.includes(' '));
  return key === undefined ? {} : { accelerator: key.replace('Mod', 'CommandOrControl'), registerAccelerator: false };
}
