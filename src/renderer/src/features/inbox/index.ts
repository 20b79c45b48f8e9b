export { TicketList } from './TicketList.tsx';
export { useMarkRead } from './use-mark-read.ts';
export { useTicketShortcuts } from './use-ticket-shortcuts.ts';
export { ViewsPane } from './ViewsPane.tsx';
export { viewsProblem } from './view-title.ts';
export { SaveView } from './views/SaveView.tsx';
export { useViewCommands } from './views/use-view-commands.ts';
export { ViewChooser } from './views/ViewChooser.tsx';
