import { useCallback, useEffect } from 'react';
import { COMMANDS, type CommandId } from '#shared/commands/catalogue.ts';
import type { Advance } from '#shared/settings/settings.ts';
import { useCommand, useCommands } from './commands/use-command.tsx';
import { takeSelectedWords } from './features/composer/index.ts';
import { useMarkRead, useTicketShortcuts, useViewCommands } from './features/inbox/index.ts';
import { useDesk, useDeskEvent } from './state/desk-context.tsx';
import { useDeskState } from './state/desk-state.ts';
import { goTo, ONE_PANE, typeQuery } from './state/go-to.ts';
import { followVisits, step } from './state/history.ts';
import { type NewCanned, show, showTicket, useInterface } from './state/interface-state.ts';
import { selectNone } from './state/selection.ts';
import { useText } from './state/text-context.tsx';
import { stepped, withRecent } from './state/visits.ts';
import { useTicker } from './ui/ticker.tsx';
import { useMedia } from './ui/use-media.ts';
import { useDark } from './use-appearance.ts';

const NO_WORDS: NewCanned = {
  shortcode: '',
  title: '',
  folder: [],
  tags: [],
  scope: 'personal',
  variants: [{ locale: null, text: '' }],
  files: [],
};

/** How long nothing notifies once the agent has asked to be left alone. */
const LEFT_ALONE_MS = 60 * 60_000;

const toPlace =
  (...where: Parameters<typeof goTo>) =>
  (): void =>
    goTo(...where);

/** The commands that belong to the window rather than to a pane, and what holds for an open ticket wherever it was opened from. */
function useAppCommands(): void {
  const desk = useDesk();
  const dark = useDark();
  const onePane = useMedia(ONE_PANE);
  const t = useText();
  const { now } = useTicker();
  const settings = useDeskState((state) => state.settings);
  const accounts = useDeskState((state) => state.accounts);

  useMarkRead();
  useTicketShortcuts(null);
  useViewCommands();
  useCommand(
    'ticket.close',
    () => {
      // What is ticked goes first: it is what the next command would be for.
      if (useInterface.getState().selected.size > 0) selectNone();
      else if (useInterface.getState().openTicketId !== null) show({ openTicketId: null, composer: null });
      else typeQuery(null);
    },
    () => {
      const { openTicketId, selected, query } = useInterface.getState();
      return openTicketId !== null || selected.size > 0 || query !== null;
    },
  );
  useCommand('go.inbox', toPlace('inbox', { viewId: 'own:inbox' }));
  useCommand('go.mine', toPlace('inbox', { viewId: 'own:mine' }));
  useCommand('go.promise', () => {
    void desk.standing({ solvedSince: now() }).then(({ nextSla }) => {
      if (nextSla) showTicket(nextSla.id);
      else show({ told: { sentence: t('inbox.strip.noPromise') } });
    });
  });
  useCommand('go.drafts', toPlace('drafts'));
  useCommand('go.discarded', toPlace('discarded'));
  useCommand('go.outbox', toPlace('outbox'));
  useCommand('go.knowledge', toPlace('knowledge'));
  useCommand('go.calls', toPlace('calls'));
  useCommand('call.dial', () => show({ dialog: 'dial' }));
  // What is open beside it makes way: the figures have the conversation's place.
  useCommand('go.metrics', toPlace('metrics', { openTicketId: null, openArticle: null, composer: null }));
  useCommand('go.starred', toPlace('inbox', { viewId: 'own:starred' }));
  useCommand('go.snoozed', toPlace('inbox', { viewId: 'own:snoozed' }));
  useCommand('go.recent', () => show({ dialog: 'recent' }));
  useCommand(
    'go.back',
    () => step('back'),
    () => stepped(useInterface.getState().history, 'back') !== null,
  );
  useCommand(
    'go.forward',
    () => step('forward'),
    () => stepped(useInterface.getState().history, 'forward') !== null,
  );
  const advance = (to: Advance) => (): void => {
    const { viewId } = useInterface.getState();
    void desk.saveSettings({ advance: { ...settings.advance, [viewId]: to } });
  };
  useCommand('list.thenNext', advance('next'));
  useCommand('list.thenList', advance('list'));
  useCommand('list.thenStay', advance('stay'));
  useCommand('list.thenReplies', () => void desk.saveSettings({ advanceAfterReplies: !settings.advanceAfterReplies }));
  useCommand('go.batch', () => show({ dialog: 'batch' }));
  useCommand('go.canned', () => show({ dialog: 'canned', newCanned: null }));
  useCommand('canned.new', () => show({ dialog: 'canned', newCanned: NO_WORDS }));
  useCommand(
    'ticket.feedback',
    () => {
      const { openTicketId } = useInterface.getState();
      if (openTicketId !== null)
        show({
          dialog: 'feedback',
          feedbackOn: { ticketId: openTicketId, selected: takeSelectedWords(document) },
        });
    },
    () => useInterface.getState().openTicketId !== null,
  );
  useCommand('go.feedback', () => show({ dialog: 'feedback-list' }));
  useCommand('go.accounts', () => show({ dialog: 'accounts' }));
  useCommand('go.settings', () => show({ dialog: 'settings' }));
  useCommand('app.search', () => show({ dialog: 'search' }));
  useCommand('app.palette', () => show({ dialog: 'palette' }));
  useCommand('app.help', () => show({ dialog: 'help' }));
  useCommand(
    'ticket.new',
    () => show({ newTicket: true, newTicketFor: null }),
    () => (accounts?.length ?? 0) > 0,
  );
  useCommand('app.views', () => {
    if (onePane) return show({ viewsOnTop: !useInterface.getState().viewsOnTop });
    const panes = { ...settings.panes, viewsCollapsed: !settings.panes.viewsCollapsed };
    useDeskState.setState({ settings: { ...settings, panes } });
    void desk.saveSettings({ panes });
  });
  useCommand('app.doNotDisturb', () => {
    const doNotDisturbUntil = settings.doNotDisturbUntil > now() ? 0 : now() + LEFT_ALONE_MS;
    void desk.saveSettings({ doNotDisturbUntil });
  });
  useCommand('metrics.copyDay', () => {
    void import('./features/metrics/index.ts')
      .then(({ copyDay }) => copyDay(t, desk, settings.metrics, now()))
      .then((sentence) => show({ told: { sentence } }));
  });
  useCommand(
    'metrics.importSurvey',
    () => show({ dialog: 'survey' }),
    () => (accounts?.length ?? 0) > 0,
  );
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

/** Remembers where the agent goes, for the way back: in the window, and the tickets that were opened over a restart as well. */
function useVisits(): void {
  const desk = useDesk();
  useEffect(
    () =>
      followVisits((id) => {
        const { settings } = useDeskState.getState();
        const recentTickets = withRecent(settings.recentTickets, id);
        if (recentTickets === settings.recentTickets) return;
        useDeskState.setState({ settings: { ...settings, recentTickets } });
        void desk.saveSettings({ recentTickets });
      }),
    [desk],
  );
  useEffect(() => {
    // A mouse's own keys for it; a browser would leave the console.
    const onMouseUp = (event: MouseEvent): void => {
      if (event.button !== 3 && event.button !== 4) return;
      event.preventDefault();
      step(event.button === 3 ? 'back' : 'forward');
    };
    window.addEventListener('mouseup', onMouseUp);
    return () => window.removeEventListener('mouseup', onMouseUp);
  }, []);
}

/** Stands before the panes: what they register later wins over what is registered here. */
export function AppCommands(): null {
  useAppCommands();
  useVisits();
  useCommandsFromOutside();
  return null;
}
