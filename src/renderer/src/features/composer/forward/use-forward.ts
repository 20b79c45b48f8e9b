import { useDesk } from '#renderer/state/desk-context.tsx';
import { useText } from '#renderer/state/text-context.tsx';
import type { Desk } from '#renderer/store/desk-api.ts';
import type { TicketDetail } from '#renderer/store/desk-tickets.ts';
import type { AccountId } from '#shared/domain/ids.ts';
import type { OriginalFile, OutgoingFile } from '#shared/outbox/action.ts';
import { addFiles } from '../files/add-files.ts';
import { uniqueName } from '../files/file-name.ts';
import { addressesIn } from '../recipients/addresses.ts';
import type { MessageHandle } from '../use-message.ts';
import { useSendMessage } from '../use-send-message.ts';
import { forwardFields } from './forward-fields.ts';

type Forward = {
  readonly detail: TicketDetail;
  readonly message: MessageHandle;
  /** Makes of the words what is sent. */
  readonly complete: (text: string) => string;
  /** The words have left the draft. */
  readonly onSent: () => void;
};

/** Forwards what is in the form, once it was looked over. */
export function useForward({ detail, message, complete, onSent }: Forward) {
  const t = useText();
  const desk = useDesk();
  const { submit, ...sent } = useSendMessage({ message, kind: 'forward', complete, onSent });
  const { id: ticketId, accountId, ticket } = detail;

  const forward = (): Promise<void> => {
    const { to: typed, subject, originals } = forwardFields(message.draft);
    const to = addressesIn(typed);
    return submit({
      ticketId,
      written: { toRequester: false, addresses: to },
      moreFiles: originals.length,
      solve: false,
      actionOf: async (words) => {
        const { own, away } = await sorted(desk, accountId, { own: words.files, originals });
        return {
          kind: 'forward',
          to,
          subject: subject.trim() || ticket.subject,
          words: { ...words, files: own },
          originals: away,
          changes: {},
        };
      },
      label: t('composer.forwarded', { number: ticket.number || t('composer.newTicket') }),
    });
  };
  return { ...sent, submit: forward };
}

/** What is here already goes by its hash, beside the agent's own; the helpdesk is asked for the rest before it leaves. */
async function sorted(
  desk: Desk,
  accountId: AccountId,
  files: { readonly own: readonly OutgoingFile[]; readonly originals: readonly OriginalFile[] },
): Promise<{ readonly own: readonly OutgoingFile[]; readonly away: readonly OriginalFile[] }> {
  let { own } = files;
  const away: OriginalFile[] = [];
  for (const original of files.originals) {
    const taken = [...own, ...away].map(({ name }) => name);
    const file = { ...original, name: uniqueName(original.name, taken) };
    const here = await desk.keepOriginal({ accountId, file });
    if (here) own = addFiles(own, [here]);
    else away.push(file);
  }
  return { own, away };
}
