export { MacroHost } from './MacroHost.tsx';
