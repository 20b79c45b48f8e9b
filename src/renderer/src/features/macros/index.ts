export { MacroHost } from './MacroHost.tsx';
export { macrosProblem } from './macros-problem.ts';
