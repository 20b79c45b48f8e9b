import type { Text } from '#shared/i18n/text.ts';
import type { News, Notification } from '#shared/link/values.ts';
import type { QuietReason } from './quiet.ts';

type Told = { readonly title: string; readonly body: string };

/** Stands for several that were held back. */
export const MEANWHILE: Notification = { ticketId: null, kind: 'meanwhile', who: '', subject: '' };

/** As many subjects as a notification has room for. */
const NAMED = 3;

export function notificationText(t: Text, { kind, who, subject }: News): Told {
  return {
    title: kind === 'called' && who === '' ? t('notify.called.withheld') : t(`notify.${kind}`, { who }),
    body: subject,
  };
}

/** What was held back, in one: how much, and the newest of it. */
export const digestText = (t: Text, held: readonly News[], why: QuietReason): Told => ({
  title: t(`notify.meanwhile.${why}`, { count: held.length }),
  body: held
    .slice(-NAMED)
    .map(({ subject }) => subject)
    .join('\n'),
});
