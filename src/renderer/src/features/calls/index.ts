export { CallArea } from './CallArea.tsx';
export { DialDialog } from './DialDialog.tsx';
export { CallLogPanel } from './log/CallLogPanel.tsx';
export { dispositionsOf } from './wrap-up/dispositions.ts';
