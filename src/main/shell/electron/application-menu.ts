import { Menu, type MenuItemConstructorOptions } from 'electron';
import { COMMANDS, type Command, type CommandId } from '#shared/commands/catalogue.ts';
import type { Text } from '#shared/i18n/text.ts';

export type MenuOptions = {
  readonly isMac: boolean;
  readonly isPackaged: boolean;
  readonly text: Text;
  readonly run: (command: CommandId) => void;
};

const GROUPS = ['ticket', 'write', 'go', 'app'] as const satisfies readonly Command['group'][];

/** Menus out of the command catalogue; the page decides whether a command can run just now. */
export function applicationMenu(options: MenuOptions): MenuItemConstructorOptions[] {
  const { isMac, isPackaged, text } = options;
  return [
    ...(isMac ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
    ...(isMac
      ? []
      : [{ label: text('host.menu.file'), submenu: [{ role: 'quit' } satisfies MenuItemConstructorOptions] }]),
    { role: 'editMenu' },
    ...GROUPS.map((group) => ({ label: text(`host.menu.${group}`), submenu: commandItems(group, options) })),
    {
      label: text('host.menu.view'),
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(isPackaged ? [] : [{ role: 'toggleDevTools' } satisfies MenuItemConstructorOptions]),
      ],
    },
    { role: 'windowMenu' },
  ];
}

export const setApplicationMenu = (options: MenuOptions): void =>
  Menu.setApplicationMenu(Menu.buildFromTemplate(applicationMenu(options)));

/** What only makes sense with a caret in a composer has no place in a menu, which takes the caret away. */
const commandItems = (group: Command['group'], { text, run }: MenuOptions): MenuItemConstructorOptions[] =>
  COMMANDS.filter(
    (command) => command.group === group && !command.contexts.every((context) => context === 'composer'),
  ).map((command) => ({
    label: text(`commands.${command.id}`),
    ...shownKeys(command.keys),
    click: () => run(command.id),
  }));

/** Keys are shown, never registered: the page's own keymap hears them, remapped or not. Single letters would fire while typing. */
function shownKeys(keys: readonly string[]): Pick<MenuItemConstructorOptions, 'accelerator' | 'registerAccelerator'> {
  const key = keys.find((candidate) => candidate.startsWith('Mod+') && !candidate.includes(' '));
  return key === undefined ? {} : { accelerator: key.replace('Mod', 'CommandOrControl'), registerAccelerator: false };
}
