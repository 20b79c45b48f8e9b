import { Menu } from '@base-ui/react/menu';
import { ChevronRight } from 'lucide-react';
import { Fragment } from 'react';
import { COMMAND_GROUPS } from '#shared/commands/catalogue.ts';
import { menuCommands, ticketMenuSections } from '#shared/commands/menu-commands.ts';
import { useCommand, useCommands } from '../../commands/use-command.tsx';
import { show, useInterface } from '../../state/interface-state.ts';
import { useText } from '../../state/text-context.tsx';
import { CommandItems } from './CommandItems.tsx';
import styles from './CommandMenus.module.css';

/** Under the button that opens it, at the left edge of the header. */
const APP_MENU_AT = { x: 8, y: 40 };

/** The program's menu and the menu of a ticket, both from the catalogue, at whatever place they were asked for. */
export function CommandMenus() {
  const menu = useInterface((state) => state.menu);
  const isAny = useInterface((state) => state.openTicketId !== null || state.focusedTicketId !== null);
  useCommand('app.menu', () => show({ menu: { kind: 'app', ...APP_MENU_AT } }));
  useCommand(
    'ticket.menu',
    () => show({ menu: { kind: 'ticket', ...placeOfTicket() } }),
    // A text field has a menu of its own, with its spelling.
    () => isAny && document.activeElement?.matches('input, textarea, [contenteditable="true"]') !== true,
  );
  if (menu === null) return null;
  const { kind, x, y } = menu;
  const anchor = { getBoundingClientRect: () => DOMRect.fromRect({ x, y }) };
  return (
    <Menu.Root key={`${kind} ${x} ${y}`} open onOpenChange={(open) => !open && show({ menu: null })}>
      <Menu.Portal>
        <Menu.Positioner anchor={anchor} side="bottom" align="start" className={styles.positioner}>
          <Menu.Popup className={styles.popup}>{kind === 'app' ? <AppMenu /> : <TicketMenu />}</Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

/** Next to the row with the bar, or in the header of the open ticket where the list does not show it. */
function placeOfTicket(): { readonly x: number; readonly y: number } {
  const inTicket = document.activeElement?.closest('[data-context="ticket"]') != null;
  const row = document.querySelector('[data-context="list"] [data-focused]');
  const header = document.querySelector('[data-context="ticket"] header');
  const place = (inTicket ? (header ?? row) : (row ?? header))?.getBoundingClientRect();
  return place ? { x: Math.round(place.left + 24), y: Math.round(place.top + place.height / 2) } : APP_MENU_AT;
}

function AppMenu() {
  const t = useText();
  return COMMAND_GROUPS.map((group) => (
    <Menu.SubmenuRoot key={group}>
      <Menu.SubmenuTrigger className={styles.item}>
        <span className={styles.title}>{t(`app.keys.group.${group}`)}</span>
        <ChevronRight size={14} strokeWidth={1.5} aria-hidden="true" />
      </Menu.SubmenuTrigger>
      <Menu.Portal>
        <Menu.Positioner alignOffset={-5} className={styles.positioner}>
          <Menu.Popup className={styles.popup}>
            <CommandItems ids={menuCommands(group)} source="menu" />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.SubmenuRoot>
  ));
}

/** Unsent work has its section only while there is some. */
function TicketMenu() {
  const registry = useCommands();
  const [write = [], ticket = [], unsent = []] = ticketMenuSections();
  const sections = unsent.some((id) => registry.canRun(id)) ? [write, ticket, unsent] : [write, ticket];
  return sections.map((ids, index) => (
    <Fragment key={ids[0]}>
      {index === 0 ? null : <Menu.Separator className={styles.separator} />}
      <CommandItems ids={ids} source="contextMenu" />
    </Fragment>
  ));
}
