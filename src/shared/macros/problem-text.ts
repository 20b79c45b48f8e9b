import type { Text } from '../i18n/text.ts';
import { templateProblemText } from '../templates/problem-text.ts';
import type { UnreadableMacro } from './macro-file.ts';
import type { PlanProblem } from './plan.ts';
import { titleInWords } from './title-parts.ts';
import type { NotUndone } from './undo-macro.ts';

/** The sentence for a problem of a plan. */
export const problemText = (t: Text, problem: PlanProblem): string =>
  problem.code === 'template'
    ? t('macros.problem.template', { why: templateProblemText(t, problem.why) })
    : t(`macros.problem.${problem.code}`, problem.values);

/** The sentence for a macro of a file that is left out. */
export const unreadableText = (t: Text, { why, at, title, where }: UnreadableMacro): string =>
  t(`macros.unreadable.${why}`, { at, title: title === null ? '' : `“${titleInWords(title)}”`, where });

/** The sentence for a file that is left alone as a whole. */
export const unreadableFileText = (t: Text, why: 'not-macros' | 'newer-version'): string =>
  t(`macros.unreadable.${why}`);

/** The sentence for what stays as it is; `nameOf` says what agents call a field. */
export const notUndoneText = (
  t: Text,
  one: NotUndone,
  nameOf: (field: Extract<NotUndone, { readonly what: 'changed' }>) => string,
): string => t(`macros.notUndone.${one.what}`, one.what === 'changed' ? { field: nameOf(one) } : {});
