import { useDesk } from '#renderer/state/desk-context.tsx';
import { useText } from '#renderer/state/text-context.tsx';
import type { TicketDetail } from '#renderer/store/desk-tickets.ts';
import { rulesOf } from '#shared/composer/channel-rules.ts';
import { carriedBy, changesTogether } from '#shared/macros/carried.ts';
import type { Action } from '#shared/outbox/action.ts';
import { afterSending } from './after-sending.ts';
import type { FilesHandle } from './files/use-files.ts';
import { loadMarkdown } from './load-markdown.ts';
import { addressesIn } from './recipients/addresses.ts';
import type { ComposerKind, DraftHandle } from './use-draft.ts';
import { useGuards } from './use-guards.ts';
import { useSend } from './use-send.ts';

type Message = {
  readonly kind: ComposerKind;
  readonly detail: TicketDetail;
  readonly draft: DraftHandle;
  readonly files: FilesHandle;
  /** Makes of the words what is sent. */
  readonly complete: (text: string) => string;
  /** The words have left the draft. */
  readonly onSent: () => void;
};

/** Sends what is in the composer, once it was looked over; with `solve` the ticket is solved by the same action. */
export function useHandOver({ kind, detail, draft, files, complete, onSent }: Message) {
  const t = useText();
  const desk = useDesk();
  const { sending, problem, exclusively, send } = useSend();
  const { objections, pass } = useGuards(detail.id, kind);

  const handOver = async (solve: boolean): Promise<void> => {
    const text = draft.text.trim();
    const cc = kind === 'reply' && rulesOf(detail.ticket.channel).cc ? addressesIn(draft.fields['cc']) : [];
    if (
      !(await pass({
        kind,
        text,
        toRequester: detail.ticket.requesterId !== null,
        addresses: cc,
        files: files.kept.length + files.coming.length,
      }))
    )
      return;
    const attached = await files.whenKept();
    if (attached === null) return;
    const render = await loadMarkdown();
    const markdown = complete(text);
    const words = { markdown, html: render(markdown), files: attached };
    const carried = carriedBy(draft.fields);
    const solving: Action['changes'] = solve ? { status: 'solved' } : {};
    const changes = changesTogether(carried?.changes ?? {}, solving);
    const action: Action = kind === 'reply' ? { kind, words, cc, changes } : { kind, words, changes };
    const number = detail.ticket.number || t('composer.newTicket');
    const label = t(solve ? 'composer.sentAndSolved' : kind === 'reply' ? 'composer.sentReply' : 'composer.sentNote', {
      number,
    });
    // The words are on disk before they are handed over, and leave the draft only once the journal has the action.
    await draft.flush();
    const accepted = await send({ accountId: detail.accountId, ticketId: detail.id, action, label });
    if (accepted === null) return;
    await draft.discard({ wordsKept: true });
    onSent();
    if (carried) await afterSending(desk, detail.id, carried);
  };
  return { sending, problem, objections, submit: (solve: boolean) => exclusively(() => handOver(solve)) };
}
