import { useCallback } from 'react';
import { COMMANDS, type CommandId } from '#shared/commands/catalogue.ts';
import { useCommand, useCommands } from './commands/use-command.tsx';
import { useMarkRead, useTicketShortcuts } from './features/inbox/index.ts';
import { useDesk, useDeskEvent } from './state/desk-context.tsx';
import { useDeskState } from './state/desk-state.ts';
import { goTo, ONE_PANE } from './state/go-to.ts';
import { show, showTicket, useInterface } from './state/interface-state.ts';
import { useMedia } from './ui/use-media.ts';
import { useDark } from './use-appearance.ts';

const toPlace =
  (...where: Parameters<typeof goTo>) =>
  (): void =>
    goTo(...where);

const stay = (): void => undefined;

/** The commands that belong to the window rather than to a pane, and what holds for an open ticket wherever it was opened from. */
function useAppCommands(): void {
  const desk = useDesk();
  const dark = useDark();
  const onePane = useMedia(ONE_PANE);
  const settings = useDeskState((state) => state.settings);
  const accounts = useDeskState((state) => state.accounts);

  useMarkRead();
  useTicketShortcuts({ focusedId: null, onSolved: stay });
  useCommand(
    'ticket.close',
    () => show({ openTicketId: null, composer: null }),
    () => useInterface.getState().openTicketId !== null,
  );
  useCommand('go.inbox', toPlace('inbox', { viewId: 'own:inbox' }));
  useCommand('go.mine', toPlace('inbox', { viewId: 'own:mine' }));
  useCommand('go.drafts', toPlace('drafts'));
  useCommand('go.discarded', toPlace('discarded'));
  useCommand('go.outbox', toPlace('outbox'));
  useCommand('go.knowledge', toPlace('knowledge'));
  useCommand('go.accounts', () => show({ dialog: 'accounts' }));
  useCommand('go.settings', () => show({ dialog: 'settings' }));
  useCommand('app.search', () => show({ dialog: 'search' }));
  useCommand('app.palette', () => show({ dialog: 'palette' }));
  useCommand('app.help', () => show({ dialog: 'help' }));
  useCommand(
    'ticket.new',
    () => show({ newTicket: true }),
    () => (accounts?.length ?? 0) > 0,
  );
  useCommand('app.views', () => {
    if (onePane) return show({ viewsOnTop: !useInterface.getState().viewsOnTop });
    const panes = { ...settings.panes, viewsCollapsed: !settings.panes.viewsCollapsed };
    useDeskState.setState({ settings: { ...settings, panes } });
    void desk.saveSettings({ panes });
  });
  useCommand('app.theme', () => void desk.saveSettings({ theme: dark ? 'light' : 'dark' }));
  useCommand('app.density', () => {
    void desk.saveSettings({ density: settings.density === 'compact' ? 'comfortable' : 'compact' });
  });
  useCommand(
    'app.syncNow',
    () => {
      for (const account of accounts ?? []) void desk.syncNow(account.id);
    },
    () => (accounts?.length ?? 0) > 0,
  );
}

const isCommandId = (id: string): id is CommandId => COMMANDS.some((command) => command.id === id);

/** A menu of the program, a notification, a deep link or the tray asked for something: shows its ticket, runs its command. */
function useCommandsFromOutside(): void {
  const registry = useCommands();
  useDeskEvent(
    useCallback(
      (event) => {
        if (event.type !== 'run-command') return;
        const { command, ticketId, source } = event;
        if (ticketId !== null) showTicket(ticketId);
        if (isCommandId(command) && command !== 'list.open') registry.run(command, source);
      },
      [registry],
    ),
  );
}

/** Stands before the panes: what they register later wins over what is registered here. */
export function AppCommands(): null {
  useAppCommands();
  useCommandsFromOutside();
  return null;
}
