import { type Failure, NO_SECRET, signInProblemOf } from '#shared/domain/failure.ts';
import type { RefusalReason, SignInProblem } from '#shared/domain/refusal.ts';
import type { Text } from '#shared/i18n/text.ts';
import type { Notice, StoreProblem } from '#shared/link/values.ts';
import type { AcceptProblem } from '../../store/desk-actions.ts';
import { inWords } from './duration.ts';

/** What an agent is told when something goes wrong: what happened, what is safe, what to press. Whole sentences. */
export type Sentences = { readonly what: string; readonly safe: string; readonly next: string };

/** Where the failure happened: while an account is being added or changed, or while it was at work. */
export type FailureMoment = 'sign-in' | 'running';

type Kind =
  | Exclude<Failure['code'], 'offline' | 'server'>
  | 'dns'
  | 'refused'
  | 'certificate'
  | 'reset'
  | 'offline'
  | 'server'
  | 'nonsense'
  | 'noSecret'
  | SignInProblem;

/** Failures that ask different things of the agent are of different kinds. */
export function kindOf(failure: Failure): Kind {
  if (failure.code === 'offline') return failure.cause === 'other' ? 'offline' : failure.cause;
  if (failure.code === 'server') return failure.nonsense ? 'nonsense' : 'server';
  if (failure.code === 'unauthorized' && failure.detail === NO_SECRET) return 'noSecret';
  return signInProblemOf(failure) ?? failure.code;
}

const RUNNING = {
  dns: ['kept', 'network'],
  refused: ['kept', 'wait'],
  certificate: ['kept', 'certificate'],
  reset: ['kept', 'wait'],
  offline: ['kept', 'network'],
  timeout: ['kept', 'wait'],
  unauthorized: ['kept', 'editAccount'],
  noSecret: ['kept', 'editAccount'],
  forbidden: ['kept', 'permission'],
  rateLimited: ['kept', 'waitFor'],
  conflict: ['notSent', 'look'],
  notFound: ['kept', 'look'],
  rejected: ['notSent', 'change'],
  unknownOutcome: ['onceOnly', 'wait'],
  nonsense: ['kept', 'wait'],
  server: ['kept', 'wait'],
  'sign-in-not-opened': ['kept', 'editAccount'],
  'sign-in-refused': ['kept', 'editAccount'],
  'sign-in-unfinished': ['kept', 'editAccount'],
} as const satisfies Record<Kind, readonly [string, string]>;

const SIGN_IN = {
  dns: 'address',
  refused: 'running',
  certificate: 'certificate',
  reset: 'again',
  offline: 'address',
  timeout: 'again',
  unauthorized: 'secret',
  noSecret: 'secret',
  forbidden: 'permission',
  rateLimited: 'tryIn',
  conflict: 'again',
  notFound: 'kind',
  rejected: 'change',
  unknownOutcome: 'again',
  nonsense: 'kind',
  server: 'again',
  'sign-in-not-opened': 'openByHand',
  'sign-in-refused': 'allow',
  'sign-in-unfinished': 'again',
} as const satisfies Record<Kind, string>;

/** Sentences for every way in which a call to a helpdesk can fail. */
export function failureText(t: Text, failure: Failure, moment: FailureMoment = 'running'): Sentences {
  const kind = kindOf(failure);
  const wait = failure.code === 'rateLimited' ? inWords(t, failure.retryAfterMs) : '';
  const what = whatOf(t, failure, moment);
  if (moment === 'sign-in')
    return {
      what,
      safe: t('errors.safe.nothingChanged'),
      next: t(`errors.next.${SIGN_IN[kind]}`, { wait, address: failure.detail }),
    };
  const [safe, next] = RUNNING[kind];
  return { what, safe: t(`errors.safe.${safe}`), next: t(`errors.next.${next}`, { wait }) };
}

function whatOf(t: Text, failure: Failure, moment: FailureMoment): string {
  const kind = kindOf(failure);
  if (kind === 'rejected' && failure.code === 'rejected')
    return failure.reasons.length > 0
      ? t('errors.what.rejected', { reasons: failure.reasons.map((reason) => reasonText(t, reason)).join(' · ') })
      : t('errors.what.rejectedBare');
  if (moment === 'sign-in' && kind === 'unauthorized') return t('errors.what.wrongSecret');
  if (moment === 'sign-in' && kind === 'notFound') return t('errors.what.notFoundSignIn');
  return t(`errors.what.${kind}`, { reasons: '', status: failure.code === 'server' ? failure.status : 0 });
}

/** Why something was refused: the helpdesk's own words as they are, a reason of Holdfast's in the agent's language. */
export function reasonText(t: Text, reason: RefusalReason): string {
  if (typeof reason === 'string') return reason;
  switch (reason.code) {
    case 'no-such-status':
      return t('errors.because.no-such-status', { status: t(`app.status.${reason.status}`) });
    case 'sign-in-not-opened':
    case 'sign-in-refused':
    case 'sign-in-unfinished':
      return t(`errors.what.${reason.code}`);
    default:
      return t(`errors.because.${reason.code}`, reason);
  }
}

/** Sentences for a store that cannot keep something, or for an action that was not accepted. */
export const problemText = (t: Text, problem: StoreProblem | AcceptProblem): Sentences => ({
  what: t(`errors.store.${problem}.what`),
  safe: t(`errors.store.${problem}.safe`),
  next: t(`errors.store.${problem}.next`),
});

/** Sentences for something about the machine. */
export const noticeText = (t: Text, code: Notice['code']): Sentences => ({
  what: t(`errors.notice.${code}.what`),
  safe: t(`errors.notice.${code}.safe`),
  next: t(`errors.notice.${code}.next`),
});

/** The cache can be fetched again, so that it may go is a remark and no worry. */
export const isWorry = ({ code }: Pick<Notice, 'code'>): boolean => code !== 'storage-not-persistent';
