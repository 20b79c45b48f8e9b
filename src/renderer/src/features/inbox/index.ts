export { TicketList } from './TicketList.tsx';
export { useMarkRead } from './use-mark-read.ts';
export { useTicketShortcuts } from './use-ticket-shortcuts.ts';
export { ViewsPane } from './ViewsPane.tsx';
