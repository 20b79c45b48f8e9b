export { CheatSheet } from './CheatSheet.tsx';
export { KeyHint } from './KeyHint.tsx';
export { Palette } from './Palette.tsx';
