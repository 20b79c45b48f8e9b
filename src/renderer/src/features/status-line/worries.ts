import type { Text } from '#shared/i18n/text.ts';
import type { DeskState } from '../../state/desk-state.ts';
import { isWorry, noticeText, problemText, type Sentences } from '../settings/failure-text.ts';

/** What is wrong with the machine rather than with a helpdesk, as sentences; the gravest first. */
export function worries(t: Text, { storage, unreadable, notices, link, accounts }: DeskState): readonly string[] {
  const problems = [...new Set(Object.values(storage))].map((problem) => inOne(problemText(t, problem)));
  const kept = Object.values(unreadable).reduce((sum, count) => sum + count, 0);
  return [
    ...problems,
    ...notices.filter(isWorry).map(({ code }) => inOne(noticeText(t, code))),
    ...(kept > 0 ? [t('app.line.unreadable', { count: kept })] : []),
    ...(link.state === 'connected' &&
    link.secrets === 'session' &&
    accounts?.some(({ practice }) => !practice) &&
    !notices.some(isAboutSecrets)
      ? [t('app.line.sessionSecrets')]
      : []),
  ];
}

const isAboutSecrets = ({ code }: { readonly code: string }): boolean => code === 'secrets-not-kept';

/** What happened, what is safe and what to do, as one line. */
export const inOne = ({ what, safe, next }: Sentences): string => [what, safe, next].filter(Boolean).join(' ');
