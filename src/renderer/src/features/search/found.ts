import type { Text } from '#shared/i18n/text.ts';
import type { SearchAnswer } from '../../store/desk-tickets.ts';
import type { ChooserGroup } from '../../ui/ChooserList.tsx';

export type Found =
  | { readonly type: 'ticket'; readonly key: string; readonly ticket: SearchAnswer['tickets'][number] }
  | { readonly type: 'person'; readonly key: string; readonly person: SearchAnswer['people'][number] }
  | { readonly type: 'article'; readonly key: string; readonly article: SearchAnswer['articles'][number] };

/** At most so many of a kind are shown; typing on narrows them. */
const SHOWN = { tickets: 20, people: 5, articles: 8 } as const;

/** An answer in the groups it is shown in; kinds with nothing are left out. */
export function foundGroups(t: Text, answer: SearchAnswer): readonly ChooserGroup<Found>[] {
  const groups: readonly ChooserGroup<Found>[] = [
    {
      label: t('app.search.tickets'),
      items: answer.tickets
        .slice(0, SHOWN.tickets)
        .map((ticket) => ({ type: 'ticket', key: `t ${ticket.id}`, ticket })),
    },
    {
      label: t('app.search.people'),
      items: answer.people
        .slice(0, SHOWN.people)
        .map((person) => ({ type: 'person', key: `p ${person.accountId} ${person.remoteId}`, person })),
    },
    {
      label: t('app.search.articles'),
      items: answer.articles
        .slice(0, SHOWN.articles)
        .map((article) => ({ type: 'article', key: `a ${article.accountId} ${article.remoteId}`, article })),
    },
  ];
  return groups.filter(({ items }) => items.length > 0);
}
