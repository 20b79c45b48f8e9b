import type { Panes } from '../../src/renderer/src/panes.ts';

const Nothing = () => null;

/** For tests of the frame and the list: the other features' panes, told apart by a line of text. */
export const standInPanes: Panes = {
  TicketPane: ({ ticketId }) => <p data-testid="open-ticket">{ticketId}</p>,
  NewTicket: () => <textarea aria-label="new ticket" />,
  OutboxPanel: () => <p>outbox</p>,
  DraftsPanel: () => <p>drafts</p>,
  DiscardedPanel: () => <p>discarded</p>,
  FiguresPanel: () => <p>figures</p>,
  FigurePage: Nothing,
  PickerHost: Nothing,
  TriageHost: Nothing,
  MacroHost: Nothing,
  CallArea: Nothing,
  CallLogPanel: () => <p>calls</p>,
  DialDialog: Nothing,
  UndoToasts: Nothing,
  AccountsDialog: Nothing,
  SettingsDialog: Nothing,
  CannedDialog: Nothing,
  SurveyDialog: Nothing,
  FeedbackForm: Nothing,
  FeedbackList: Nothing,
  ViewBuilder: Nothing,
};
