import type { Text } from '#shared/i18n/text.ts';
import type { ArgumentProblem } from './arguments.ts';

/** What is wrong with the arguments, as a sentence. */
export const argumentProblem = ({ code, name, value, allowed }: ArgumentProblem, text: Text): string =>
  text(`host.arguments.${code}`, { name, value, allowed: allowed === '' ? 'none' : allowed });
