export { PickerHost } from './pickers/PickerHost.tsx';
export { TicketPane } from './TicketPane.tsx';
