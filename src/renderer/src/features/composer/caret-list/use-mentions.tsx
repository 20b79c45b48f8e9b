import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { factsQuery } from '#renderer/state/queries.ts';
import { useText } from '#renderer/state/text-context.tsx';
import { rankByWords } from '#renderer/ui/rank-by-words.ts';
import type { AccountId } from '#shared/domain/ids.ts';
import type { ComposerKind } from '../use-draft.ts';
import styles from './CaretList.module.css';
import { type CaretSource, LINE_PX, takeText } from './use-caret-list.ts';

const MOST = 50;
const NONE: readonly CaretSource[] = [];

/**
 * Colleagues behind `@` in a note. Only the name is written: no helpdesk is told of it (Zendesk's API description has no mentions),
 * and the list says so.
 */
export function useMentions(accountId: AccountId, kind: ComposerKind): readonly CaretSource[] {
  const t = useText();
  const facts = useQuery(factsQuery(useDesk(), accountId)).data;
  const agents = facts?.agents;
  const me = facts?.account.me.remoteId;
  return useMemo(() => {
    if (kind !== 'note' || !agents) return NONE;
    const others = agents.filter(({ remoteId }) => remoteId !== me);
    const find: CaretSource['find'] = (query) =>
      rankByWords(others, query, ({ name, email }) => `${name} ${email ?? ''}`)
        .slice(0, MOST)
        .map(({ remoteId, name, email }) => ({
          id: remoteId,
          row: (
            <>
              <span>{name}</span>
              <span className={styles.quiet}>{email}</span>
            </>
          ),
          height: LINE_PX,
          take: takeText(`@${name} `),
        }));
    return [{ sign: '@', label: t('composer.list.colleagues'), find, remark: t('composer.list.untold') }];
  }, [t, agents, me, kind]);
}
