export { BatchDialog } from './BatchDialog.tsx';
export { BatchLine } from './BatchLine.tsx';
export { useChangeMany } from './use-change-many.ts';
