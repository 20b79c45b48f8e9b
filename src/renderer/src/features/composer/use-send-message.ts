import type { NewRequester } from '#renderer/store/desk-tickets.ts';
import { useTicker } from '#renderer/ui/ticker.tsx';
import type { Written } from '#shared/composer/guards/guard.ts';
import type { TicketId } from '#shared/domain/ids.ts';
import { type Carried, carriedBy, changesTogether } from '#shared/macros/carried.ts';
import type { Action, TicketChanges } from '#shared/outbox/action.ts';
import { loadMarkdown } from './load-markdown.ts';
import { useGuards } from './use-guards.ts';
import type { MessageHandle } from './use-message.ts';
import { type Sent, useSend } from './use-send.ts';

type OutgoingWords = Extract<Action, { readonly kind: 'note' }>['words'];

/** What is sent besides the words. */
export type Outgoing = {
  /** Null makes a new ticket. */
  readonly ticketId: TicketId | null;
  readonly written: Omit<Written, 'kind' | 'text' | 'files'>;
  /** Files that go with it besides those of the draft. */
  readonly moreFiles?: number;
  readonly solve: boolean;
  /** `changes` are those that go with the words: what a macro has put beside them, and solving. */
  readonly actionOf: (words: OutgoingWords, changes: TicketChanges) => Action | Promise<Action>;
  /** What the toast says was done. */
  readonly label: string;
};

/** What was accepted, with what went along with the words. */
export type SentMessage = Sent & {
  readonly action: Action;
  readonly changes: TicketChanges;
  readonly carried: Carried | null;
};

type Options = {
  readonly message: MessageHandle;
  readonly kind: Written['kind'];
  /** Of a ticket that is not there yet. */
  readonly requester?: NewRequester | null;
  /** Makes of the words what is sent. */
  readonly complete: (text: string) => string;
  /** The words have left the draft. */
  readonly onSent: (sent: SentMessage) => void;
};

/** Sends a message that is being written, once it was looked over. */
export function useSendMessage({ message: { draft, files }, kind, requester = null, complete, onSent }: Options) {
  const { now } = useTicker();
  const { sending, problem, exclusively, send } = useSend();
  const { objections, pass } = useGuards(draft.id.ticketId, kind, requester);

  const handOver = async ({ ticketId, written, moreFiles = 0, solve, actionOf, label }: Outgoing): Promise<void> => {
    const text = draft.text.trim();
    const count = files.kept.length + files.coming.length + moreFiles;
    if (!(await pass({ ...written, kind, text, files: count }))) return;
    const attached = await files.whenKept();
    if (attached === null) return;
    const render = await loadMarkdown();
    const markdown = complete(text);
    const words = { markdown, html: render(markdown), files: attached };
    const carried = carriedBy(draft.fields);
    const changes = changesTogether(carried?.changes ?? {}, solve ? { status: 'solved' } : {});
    const action = await actionOf(words, changes);
    // The words are on disk before they are handed over, and leave the draft only once the journal has the action.
    await draft.flush();
    const sent = await send({
      accountId: draft.id.accountId,
      ticketId,
      action,
      draft: { text, fields: draft.fields },
      // What comes back after a long time may be put off until a time that has passed.
      snoozeUntil: (carried?.snoozeUntil ?? 0) > now() ? (carried?.snoozeUntil ?? null) : null,
      label,
    });
    if (sent === null) return;
    await draft.discard({ wordsKept: true });
    onSent({ ...sent, action, changes, carried });
  };
  return { sending, problem, objections, submit: (outgoing: Outgoing) => exclusively(() => handOver(outgoing)) };
}
