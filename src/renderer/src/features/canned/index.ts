export { CannedDialog } from './CannedDialog.tsx';
