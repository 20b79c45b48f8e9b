import { type RefObject, useMemo, useRef } from 'react';
import { useText } from '#renderer/state/text-context.tsx';
import type { Conversation, TicketDetail } from '#renderer/store/desk-tickets.ts';
import { GAP } from '../join-words.ts';
import type { DraftHandle } from '../use-draft.ts';
import { applyEdit } from '../writing/insert-text.ts';
import { forwardFields, WHOLE, withForwardFields } from './forward-fields.ts';
import { forwardedText, quoteStart } from './forwarded-text.ts';
import { delivered, messagesOf, originalsOf } from './what-to-forward.ts';

export type Source = { readonly id: string; readonly label: string };

/** What the draft quotes, what else it could, and putting that in its place: one step that the field's own undo takes back. */
export function useQuoted(
  field: RefObject<HTMLTextAreaElement | null>,
  detail: TicketDetail,
  conversation: Conversation | null,
  draft: DraftHandle,
) {
  const t = useText();
  const messages = useMemo(() => delivered(conversation), [conversation]);
  const sources = useMemo((): readonly Source[] => {
    const each = messages.toReversed().map((message) => ({
      id: message.remoteId,
      label: t(message.kind === 'note' ? 'composer.forward.source.note' : 'composer.forward.source.message', {
        who: message.authorName || t('ticket.message.nobody'),
        at: t.intl.formatDate(message.createdAt, {
          day: 'numeric',
          month: 'short',
          hour: 'numeric',
          minute: '2-digit',
        }),
      }),
    }));
    const whole = messagesOf(messages, WHOLE).length;
    return whole > 1 ? [{ id: WHOLE, label: t('composer.forward.source.whole', { count: whole }) }, ...each] : each;
  }, [t, messages]);
  const { source } = forwardFields(draft);
  const latest = useRef(draft);
  latest.current = draft;
  const wanted = useRef('');

  const choose = async (id: string): Promise<void> => {
    wanted.current = id;
    const chosen = messagesOf(messages, id);
    const quoted = await forwardedText(t, detail, chosen);
    const area = field.current;
    // Arrow keys go through several on their way.
    if (!area || wanted.current !== id) return;
    const focused = document.activeElement;
    const own = area.value.slice(0, quoteStart(t, area.value)).trimEnd();
    const [from, to] = [own.length, area.value.length];
    if (!applyEdit(area, { from, to, text: `${GAP}${quoted}` })) return;
    area.setSelectionRange(0, 0);
    area.scrollTop = 0;
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    const { fields, write } = latest.current;
    write({ fields: withForwardFields(fields, { source: id, quoted, originals: originalsOf(chosen) }) });
  };
  return { source: sources.some(({ id }) => id === source) ? source : '', sources, choose };
}
