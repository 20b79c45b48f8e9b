import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TicketId } from '#shared/domain/ids.ts';
import type { OutgoingFile } from '#shared/outbox/action.ts';
import type { Discarded } from '#shared/outbox/discarded.ts';
import type { Draft } from '#shared/outbox/entry.ts';
import { filesOfEntry } from '#shared/outbox/files-of-entry.ts';
import { useKeys } from '../../commands/use-key-dispatch.tsx';
import { useDesk } from '../../state/desk-context.tsx';
import { show } from '../../state/interface-state.ts';
import { discardedQuery } from '../../state/queries.ts';
import { useText } from '../../state/text-context.tsx';
import type { DiscardedItem } from '../../store/desk-tickets.ts';
import { Button } from '../../ui/Button.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import panel from '../../ui/Panel.module.css';
import { PanelHeader } from '../../ui/PanelHeader.tsx';
import { useActiveRow } from '../../ui/use-active-row.ts';
import { problemSentence, recover } from '../composer/index.ts';
import { ticketDomId, WordsRow } from './WordsRow.tsx';

/** What the agent threw away in the last 30 days, newest first, and the way back for it. */
export function DiscardedPanel() {
  const t = useText();
  const desk = useDesk();
  const { keymap } = useKeys();
  const { data: answer } = useQuery(discardedQuery(desk));
  const items = answer?.ok ? answer.value : [];
  const [said, setSaid] = useState('');
  const problem = answer?.ok === false ? problemSentence(t, answer.error) : '';

  const putBack = async (item: DiscardedItem): Promise<void> => {
    const back = await recover(desk, item);
    setSaid(back.ok ? t('outbox.discarded.back') : problemSentence(t, back.error));
  };
  const { activeId, choose } = useActiveRow(
    items.map(({ discarded }) => discarded.id),
    (id) => {
      const item = items.find(({ discarded }) => discarded.id === id);
      if (item) void putBack(item);
    },
  );

  return (
    <div className={panel.panel}>
      <PanelHeader title={t('outbox.discarded.title')} count={items.length}>
        <CommandButton command="go.drafts" look="quiet" label={t('outbox.drafts.title')} />
      </PanelHeader>
      <p className={panel.said} role="status">
        {said || problem}
      </p>
      {answer?.ok && items.length === 0 ? (
        <EmptyState title={t('outbox.discarded.empty')} body={t('outbox.discarded.emptyWhy')} />
      ) : (
        <ul className={panel.list} aria-label={t('outbox.discarded.title')}>
          {items.map((item, index) => {
            const { id, at } = item.discarded;
            return (
              <WordsRow
                key={id}
                id={id}
                kind={whatItWas(item.discarded)}
                at={at}
                number={item.number}
                subject={item.subject}
                words={wordsOf(item.discarded)}
                files={filesOf(item.discarded)}
                active={id === activeId}
                onActive={() => choose(id, index)}
                onOpen={item.number === '' ? null : () => openTicket(ticketOf(item.discarded))}
              >
                <Button
                  keys={id === activeId ? keymap.keysOf('list.open')[0] : undefined}
                  onClick={() => void putBack(item)}
                  aria-describedby={ticketDomId(id)}
                >
                  {t('outbox.drafts.putBack')}
                </Button>
              </WordsRow>
            );
          })}
        </ul>
      )}
    </div>
  );

  function whatItWas(discarded: Discarded): string {
    const was = t(`outbox.discarded.was.${discarded.what}`);
    return `${was}${t('outbox.does.and')}${t(`outbox.drafts.kind.${kindOf(discarded)}`)}`;
  }
}

const ticketOf = (one: Discarded): TicketId => (one.what === 'draft' ? one.draft.ticketId : one.entry.ticketId);
const openTicket = (id: TicketId): void => show({ openTicketId: id, focusedTicketId: id, newTicket: false });

function kindOf(one: Discarded): Draft['kind'] {
  if (one.what === 'draft') return one.draft.kind;
  const { kind } = one.entry.action;
  return kind === 'create' || kind === 'update' ? 'new-ticket' : kind;
}

function wordsOf(one: Discarded): string {
  if (one.what === 'draft') return one.draft.text;
  return 'words' in one.entry.action ? one.entry.action.words.markdown : '';
}

const filesOf = (one: Discarded): readonly OutgoingFile[] =>
  one.what === 'draft' ? one.draft.files : filesOfEntry(one.entry);
