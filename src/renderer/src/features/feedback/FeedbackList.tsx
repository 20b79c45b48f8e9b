import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { show, showTicket } from '#renderer/state/interface-state.ts';
import { feedbackQuery } from '#renderer/state/queries.ts';
import { useText } from '#renderer/state/text-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import form from '#renderer/ui/Form.module.css';
import { FoundList } from '#renderer/ui/FoundList.tsx';
import { Modal } from '#renderer/ui/Modal.tsx';
import { saveFile } from '#renderer/ui/save-file.ts';
import { useTicker } from '#renderer/ui/ticker.tsx';
import { countFeedback } from '#shared/feedback/count-feedback.ts';
import type { Feedback } from '#shared/feedback/feedback.ts';
import { writeFeedbackCsv } from '#shared/feedback/feedback-csv.ts';
import { writeFeedbackMarkdown } from '#shared/feedback/feedback-markdown.ts';
import { Counts } from './Counts.tsx';
import styles from './Feedback.module.css';
import { FeedbackRow } from './FeedbackRow.tsx';
import { feedbackNames } from './feedback-names.ts';
import { foundFeedback } from './found-feedback.ts';

/** As long as it may be wanted: nothing leaves that would set an end to it. */
const OFFERED_MS = 15_000;
const LISTED = 200;

const close = (): void => show({ dialog: null });
const save = (name: string, mimeType: string, text: string): void =>
  saveFile(name, { mimeType, bytes: new TextEncoder().encode(text) });

/** What customers say, as the agent noted it: counted, found, opened, removed and taken to a file. */
export function FeedbackList() {
  const t = useText();
  const desk = useDesk();
  const { now } = useTicker();
  const names = feedbackNames(t);
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [said, setSaid] = useState('');
  const { data: all } = useQuery(feedbackQuery(desk));
  const found = foundFeedback(all?.entries ?? [], text);
  const counts = countFeedback(found);
  const lines = counts.byWhat.flatMap(({ entries }) => entries.map((entry, at) => ({ entry, at, of: entries.length })));

  const remove = async (entry: Feedback): Promise<void> => {
    const done = await desk.changeFeedback({ remove: [entry.id], put: [] });
    if (!done.ok) return setSaid(t(`feedback.${done.error}`));
    const label = t('feedback.removed', { what: entry.what });
    show({
      lastAction: {
        entryId: `feedback ${entry.id}`,
        ticketId: null,
        notBefore: now() + OFFERED_MS,
        label,
        feedback: { remove: [], put: [entry] },
      },
    });
    setSaid(label);
  };

  return (
    <Modal title={names.title} size="large" startAt={input} onClose={close}>
      <FoundList
        input={input}
        text={text}
        onText={setText}
        label={t('feedback.find')}
        lines={lines.slice(0, LISTED)}
        keyOf={({ entry }) => entry.id}
        nameOf={({ entry }) => entry.what}
        onChoose={({ entry }) => showTicket(entry.ticketId)}
        onRemove={({ entry }) => void remove(entry)}
        head={<Counts counts={counts} total={found.length} />}
      >
        {({ entry, at, of }) => <FeedbackRow entry={entry} times={at === 0 ? of : null} />}
      </FoundList>
      {all && found.length === 0 ? (
        <p className={form.hint}>{t(all.entries.length === 0 ? 'feedback.none' : 'feedback.notFound')}</p>
      ) : null}
      {lines.length > LISTED ? (
        <p className={form.hint}>{t('feedback.more', { shown: LISTED, total: lines.length })}</p>
      ) : null}
      {all && all.unreadable.length > 0 ? (
        <p className={form.hint}>{t('feedback.unreadable', { count: all.unreadable.length })}</p>
      ) : null}
      <p className={form.hint}>{t('feedback.keys')}</p>
      <div className={styles.buttons}>
        <Button
          disabled={found.length === 0}
          onClick={() => save('product-feedback.csv', 'text/csv', writeFeedbackCsv(found))}
        >
          {t('feedback.export.csv')}
        </Button>
        <Button
          disabled={found.length === 0}
          onClick={() => save('product-feedback.md', 'text/markdown', writeFeedbackMarkdown(found, names))}
        >
          {t('feedback.export.markdown')}
        </Button>
      </div>
      <p role="status" className={styles.said}>
        {said}
      </p>
    </Modal>
  );
}
