export { BatchDialog } from './BatchDialog.tsx';
export { BatchLine } from './BatchLine.tsx';
export { useActMany } from './use-act-many.ts';
export { useChangeMany } from './use-change-many.ts';
