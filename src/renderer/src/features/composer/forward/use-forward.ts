import { useDesk } from '#renderer/state/desk-context.tsx';
import { useText } from '#renderer/state/text-context.tsx';
import type { TicketDetail } from '#renderer/store/desk-tickets.ts';
import type { OriginalFile } from '#shared/outbox/action.ts';
import { addFiles } from '../files/add-files.ts';
import { uniqueName } from '../files/file-name.ts';
import type { FilesHandle } from '../files/use-files.ts';
import { loadMarkdown } from '../load-markdown.ts';
import { addressesIn } from '../recipients/addresses.ts';
import type { DraftHandle } from '../use-draft.ts';
import { useGuards } from '../use-guards.ts';
import { useSend } from '../use-send.ts';
import { forwardFields } from './forward-fields.ts';

type Forward = {
  readonly detail: TicketDetail;
  readonly draft: DraftHandle;
  readonly files: FilesHandle;
  /** Makes of the words what is sent. */
  readonly complete: (text: string) => string;
  /** The words have left the draft. */
  readonly onSent: () => void;
};

/** Forwards what is in the form, once it was looked over. */
export function useForward({ detail, draft, files, complete, onSent }: Forward) {
  const t = useText();
  const desk = useDesk();
  const { sending, problem, exclusively, send } = useSend();
  const { objections, pass } = useGuards(detail.id, 'forward', null);
  const { accountId, ticket } = detail;

  const handOver = async (): Promise<void> => {
    const text = draft.text.trim();
    const { to: typed, subject, originals } = forwardFields(draft);
    const to = addressesIn(typed);
    const count = files.kept.length + files.coming.length + originals.length;
    if (!(await pass({ kind: 'forward', text, toRequester: false, addresses: to, files: count }))) return;
    const attached = await files.whenKept();
    if (attached === null) return;
    const render = await loadMarkdown();
    const markdown = complete(text);
    // What is here already goes by its hash; the helpdesk is asked for the rest before it leaves.
    let own = attached;
    const away: OriginalFile[] = [];
    for (const original of originals) {
      const file = {
        ...original,
        name: uniqueName(
          original.name,
          [...own, ...away].map(({ name }) => name),
        ),
      };
      const here = await desk.keepOriginal({ accountId, file });
      if (here) own = addFiles(own, [here]);
      else away.push(file);
    }
    await draft.flush();
    const accepted = await send({
      accountId,
      ticketId: detail.id,
      action: {
        kind: 'forward',
        to,
        subject: subject.trim() || ticket.subject,
        words: { markdown, html: render(markdown), files: own },
        originals: away,
        changes: {},
      },
      label: t('composer.forwarded', { number: ticket.number || t('composer.newTicket') }),
    });
    if (accepted === null) return;
    await draft.discard({ wordsKept: true });
    onSent();
  };
  return { sending, problem, objections, submit: () => exclusively(handOver) };
}
