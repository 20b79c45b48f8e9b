import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Draft, draftKey } from '#shared/outbox/entry.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { useKeys } from '../../commands/use-key-dispatch.tsx';
import { useDesk } from '../../state/desk-context.tsx';
import { draftsQuery } from '../../state/queries.ts';
import { useText } from '../../state/text-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { CommandButton } from '../../ui/CommandButton.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import panel from '../../ui/Panel.module.css';
import { PanelHeader } from '../../ui/PanelHeader.tsx';
import { useActiveRow } from '../../ui/use-active-row.ts';
import { forgetDiscard, openDraft, problemSentence } from '../composer/index.ts';
import { ticketDomId, WordsRow } from './WordsRow.tsx';

/** What the agent has begun to write, newest first. */
export function DraftsPanel() {
  const t = useText();
  const desk = useDesk();
  const { keymap } = useKeys();
  const { data } = useQuery(draftsQuery(desk));
  const items = [...(data ?? [])].sort((one, other) => other.draft.updatedAt - one.draft.updatedAt);
  const [discarded, setDiscarded] = useState<Draft | null>(null);
  const [said, setSaid] = useState('');

  const draftOf = (key: string | null): Draft | undefined => items.find(({ draft }) => draftKey(draft) === key)?.draft;
  const { activeId, choose } = useActiveRow(
    items.map(({ draft }) => draftKey(draft)),
    (key) => {
      const draft = draftOf(key);
      if (draft) openDraft(draft);
    },
  );
  const discard = async (draft: Draft): Promise<void> => {
    await desk.discardDraft({ accountId: draft.accountId, ticketId: draft.ticketId, kind: draft.kind });
    setDiscarded(draft);
    setSaid(t('outbox.drafts.discarded'));
  };
  const putBack = async (draft: Draft): Promise<void> => {
    const saved = await desk.saveDraft(draft);
    setDiscarded(saved.ok ? null : draft);
    setSaid(saved.ok ? t('outbox.drafts.back') : problemSentence(t, saved.error));
    if (saved.ok) await forgetDiscard(desk, draft);
  };
  const active = draftOf(activeId);
  useCommand(
    'outbox.discard',
    () => active && void discard(active),
    () => active !== undefined,
  );

  return (
    <div className={panel.panel}>
      <PanelHeader title={t('outbox.drafts.title')} count={items.length}>
        <CommandButton command="go.discarded" look="quiet" label={t('outbox.discarded.title')} />
      </PanelHeader>
      <div className={panel.said}>
        <span role="status">{said}</span>
        {discarded ? (
          <Button look="quiet" onClick={() => void putBack(discarded)}>
            {t('outbox.drafts.putBack')}
          </Button>
        ) : null}
      </div>
      {data !== undefined && items.length === 0 ? (
        <EmptyState title={t('outbox.drafts.empty')} body={t('outbox.drafts.emptyWhy')} />
      ) : (
        <ul className={panel.list} aria-label={t('outbox.drafts.title')}>
          {items.map((item, index) => {
            const key = draftKey(item.draft);
            return (
              <WordsRow
                key={key}
                id={key}
                kind={t(`outbox.drafts.kind.${item.draft.kind}`)}
                at={item.draft.updatedAt}
                number={item.number}
                subject={item.subject}
                words={item.draft.text}
                files={item.draft.files}
                active={key === activeId}
                onActive={() => choose(key, index)}
                onOpen={() => openDraft(item.draft)}
              >
                <Button
                  look="quiet"
                  keys={key === activeId ? keymap.keysOf('outbox.discard')[0] : undefined}
                  onClick={() => void discard(item.draft)}
                  aria-describedby={ticketDomId(key)}
                >
                  {t('outbox.discard')}
                </Button>
              </WordsRow>
            );
          })}
        </ul>
      )}
    </div>
  );
}
