export { DiscardedPanel } from './DiscardedPanel.tsx';
export { DraftsPanel } from './DraftsPanel.tsx';
export { OutboxPanel } from './OutboxPanel.tsx';
export { UndoToasts } from './UndoToasts.tsx';
