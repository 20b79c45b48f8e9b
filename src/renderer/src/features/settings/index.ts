export { AccountsDialog } from './AccountsDialog.tsx';
export { failureText, noticeText, problemText, type Sentences } from './failure-text.ts';
export { CommandKeys } from './keyboard/CommandKeys.tsx';
export { SettingsDialog } from './SettingsDialog.tsx';
