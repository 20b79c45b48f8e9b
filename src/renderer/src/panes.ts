import type { ComponentType } from 'react';
import type { AccountId, TicketId } from '#shared/domain/ids.ts';

/** What other features put into the frame. */
export type Panes = {
  readonly TicketPane: ComponentType<{ readonly ticketId: TicketId }>;
  readonly PickerHost: ComponentType;
  readonly NewTicket: ComponentType<{ readonly accountId?: AccountId; readonly onClose: () => void }>;
  readonly OutboxPanel: ComponentType;
  readonly DraftsPanel: ComponentType;
  readonly DiscardedPanel: ComponentType;
  readonly FiguresPanel: ComponentType;
  readonly FigurePage: ComponentType;
  readonly TriageHost: ComponentType;
  readonly MacroHost: ComponentType;
  readonly CallArea: ComponentType;
  readonly CallLogPanel: ComponentType;
  readonly DialDialog: ComponentType;
  readonly UndoToasts: ComponentType;
  readonly AccountsDialog: ComponentType;
  readonly SettingsDialog: ComponentType;
  readonly CannedDialog: ComponentType;
  readonly SurveyDialog: ComponentType;
  readonly FeedbackForm: ComponentType;
  readonly FeedbackList: ComponentType;
  readonly ViewBuilder: ComponentType<{ readonly fresh: boolean }>;
};
