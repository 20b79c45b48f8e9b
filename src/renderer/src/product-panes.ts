import { lazy } from 'react';
import { NewTicket } from './features/composer/index.ts';
import { MacroHost } from './features/macros/index.ts';
import { PickerHost, TicketPane } from './features/ticket/index.ts';
import { TriageHost } from './features/triage/index.ts';
import type { Panes } from './panes.ts';

/** The panes of the product: those an agent works in at once, the others when they are first asked for. */
export const productPanes = (): Panes => ({
  TicketPane,
  PickerHost,
  TriageHost,
  MacroHost,
  NewTicket,
  OutboxPanel: lazy(async () => ({ default: (await import('./features/outbox/index.ts')).OutboxPanel })),
  DraftsPanel: lazy(async () => ({ default: (await import('./features/outbox/index.ts')).DraftsPanel })),
  DiscardedPanel: lazy(async () => ({ default: (await import('./features/outbox/index.ts')).DiscardedPanel })),
  FiguresPanel: lazy(async () => ({ default: (await import('./features/metrics/index.ts')).FiguresPanel })),
  FigurePage: lazy(async () => ({ default: (await import('./features/metrics/index.ts')).FigurePage })),
  UndoToasts: lazy(async () => ({ default: (await import('./features/outbox/index.ts')).UndoToasts })),
  CallArea: lazy(async () => ({ default: (await import('./features/calls/index.ts')).CallArea })),
  CallLogPanel: lazy(async () => ({ default: (await import('./features/calls/index.ts')).CallLogPanel })),
  DialDialog: lazy(async () => ({ default: (await import('./features/calls/index.ts')).DialDialog })),
  AccountsDialog: lazy(async () => ({ default: (await import('./features/settings/index.ts')).AccountsDialog })),
  SettingsDialog: lazy(async () => ({ default: (await import('./features/settings/index.ts')).SettingsDialog })),
  CannedDialog: lazy(async () => ({ default: (await import('./features/canned/index.ts')).CannedDialog })),
  SurveyDialog: lazy(async () => ({ default: (await import('./features/metrics/index.ts')).SurveyDialog })),
  FeedbackForm: lazy(async () => ({ default: (await import('./features/feedback/index.ts')).FeedbackForm })),
  FeedbackList: lazy(async () => ({ default: (await import('./features/feedback/index.ts')).FeedbackList })),
  ViewBuilder: lazy(async () => ({ default: (await import('./features/view-builder/index.ts')).ViewBuilder })),
});
