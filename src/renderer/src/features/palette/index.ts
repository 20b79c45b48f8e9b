export { CheatSheet } from './CheatSheet.tsx';
export { CommandMenus } from './CommandMenus.tsx';
export { KeyHint } from './KeyHint.tsx';
export { Palette } from './Palette.tsx';
