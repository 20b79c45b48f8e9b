import { useState } from 'react';
import {
  fieldsForCall,
  formOfCall,
  isEmpty,
  joined,
  loadMarkdown,
  type MessageHandle,
  missingIn,
  NO_WORDS,
  newTicketAction,
  saysNothing,
  ticketToBe,
  useGuards,
  useSend,
  type Words,
} from '#renderer/features/composer/index.ts';
import { wakeTime } from '#renderer/features/triage/index.ts';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useDeskState } from '#renderer/state/desk-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import { underWay } from '#renderer/state/under-way.ts';
import { whoCalled } from '#renderer/state/who-called.ts';
import { useTicker } from '#renderer/ui/ticker.tsx';
import { type Call, callOfDraft, phaseOf } from '#shared/calls/call.ts';
import { accountOf, type TicketId } from '#shared/domain/ids.ts';
import type { Action, OutgoingFile } from '#shared/outbox/action.ts';
import { ON_TICKET } from '#shared/outbox/handed-over.ts';
import { chainOf } from '../call-chain.ts';
import { placeIn } from '../notes/find-notes.ts';
import { summaryLine } from './summary-line.ts';
import { missingInWrapUp, type WrapUp, type WrapUpProblem } from './wrap-up-fields.ts';

/** What stands in the way; `attempt` grows with every press, so that the same is said again. */
export type Lack = { readonly problem: WrapUpProblem; readonly attempt: number };

type Options = {
  readonly call: Call;
  readonly message: MessageHandle;
  readonly wrapUp: WrapUp;
  /** The record is complete; `ticketId` is where the notes are, null where they are on none. */
  readonly onFinished: (ticketId: TicketId | null) => void;
};

/**
 * Finishes a call: its notes go into the outbox, the ticket is put off, then the call is done. It may be cut off anywhere: what was done
 * says so in the draft of the notes, by the record that does it, and the next press goes on from there.
 */
export function useFinishCall({ call, message, wrapUp, onFinished }: Options) {
  const t = useText();
  const desk = useDesk();
  const { now } = useTicker();
  const { dispositionRequired } = useDeskState((state) => state.settings.calls);
  const { sending, problem, exclusively, send } = useSend();
  const [lack, setLack] = useState<Lack | null>(null);
  const [callProblem, setCallProblem] = useState<'no-link' | 'not-kept' | null>(null);
  const { draft, files } = message;
  const { where, as, disposition, followUpAt, ticketId } = wrapUp;
  const kind = where === 'new' && as !== 'note' ? 'reply' : 'note';
  const { objections, pass } = useGuards(ticketId ?? draft.id.ticketId, kind, null);

  const leaveWith = async (onTicket: TicketId, keepsText: boolean): Promise<void> => {
    const fields = { ...draft.fields, [ON_TICKET]: onTicket };
    draft.write(keepsText ? { files: [], fields } : { text: '', cursorAt: 0, files: [], fields });
    await draft.flush();
  };

  /** Where the words are taken from in one step: a draft of the account that takes them. */
  const sourceIn = async (accountId: string) => {
    // Where nothing was written there is no draft yet that could say what has become of it.
    draft.write({ fields: { ...draft.fields, where } });
    await draft.flush();
    if (accountId === draft.id.accountId) return draft.id;
    const place = placeIn(accountId, callOfDraft(draft.id.ticketId) ?? call.id);
    const { text, cursorAt, fields } = draft;
    await desk.saveDraft({ ...place, text, cursorAt, fields, files: files.kept, updatedAt: Date.now() });
    return place;
  };

  /**
   * Hands the notes to the outbox, a new ticket's behind what was `written` in its form; the ticket that they are on, or null where they
   * were not accepted.
   */
  const handOver = async (chain: readonly Call[], notes: Words, written: Words): Promise<TicketId | null> => {
    const { text, files: attached, fields: filled } = joined(written, { ...notes, text: notes.text.trim() });
    const who = await whoCalled(desk, call);
    const followUp = followUpAt === null ? '' : wakeTime(t, followUpAt, now());
    const line = summaryLine(t, { chain, ...who, disposition, followUp }, now());
    const fields = fieldsForCall(t, filled, call, who, as !== 'note');
    // Addressed to nobody where a new customer is known by their number alone.
    const toRequester = where !== 'new' || [fields['requesterId'], fields['requesterEmail']].some(Boolean);
    const markdown = wrapUp.isOnTicket ? text : [line, text].filter((part) => part !== '').join('\n\n');
    if (!(await pass({ kind, text: markdown, files: attached.length, toRequester, addresses: [] }))) return null;
    const render = await loadMarkdown();
    const wordsOf = (words: string, its: readonly OutgoingFile[]) => ({
      markdown: words,
      html: render(words),
      files: its,
    });
    const accountId = ticketId === null ? (call.accountId ?? draft.id.accountId) : accountOf(ticketId);
    const source = await sourceIn(accountId);
    const sendOne = async (
      to: TicketId | null,
      action: Action,
      {
        label,
        keepsText,
        snoozeUntil,
      }: { readonly label: string; readonly keepsText: boolean; readonly snoozeUntil: number | null },
    ): Promise<TicketId | null> => {
      const from = { ticketId: source.ticketId, kind: source.kind, keepsText };
      const given = action.kind === 'update' ? '' : action.words.markdown;
      const sent = await send({
        accountId,
        ticketId: to,
        action,
        draft: { text: given, fields: {}, from },
        snoozeUntil,
        label,
      });
      if (sent) await leaveWith(sent.ticketId, keepsText);
      return sent?.ticketId ?? null;
    };
    const noteOn = async (to: TicketId, words: string, its: readonly OutgoingFile[]) => {
      const number = (await desk.headers([to]).catch(() => []))[0]?.number || t('composer.newTicket');
      const label = t('composer.sentNote', { number });
      const action: Action = { kind: 'note', words: wordsOf(words, its), changes: {} };
      return sendOne(to, action, { label, keepsText: false, snoozeUntil: followUpAt });
    };
    if (where === 'ticket' && ticketId !== null) return noteOn(ticketId, markdown, attached);
    const { subject } = ticketToBe(fields);
    const isBoth = as === 'both' && text !== '';
    const made = await sendOne(null, newTicketAction(fields, wordsOf(markdown, attached), {}), {
      label: t('composer.new.made', { subject }),
      keepsText: isBoth,
      snoozeUntil: isBoth ? null : followUpAt,
    });
    if (made === null) return null;
    const about = { accountId, personRemoteId: fields['requesterId'] || call.personRemoteId, ticketId: made };
    await desk.changeCall(call.id, { do: 'about', ...about }).catch(() => null);
    return isBoth ? noteOn(made, text, []) : made;
  };

  const findForm = async () => {
    const accountIds = (useDeskState.getState().accounts ?? []).map(({ id }) => id);
    return formOfCall(t, desk, call, accountIds).catch(() => null);
  };

  const missing = async (): Promise<WrapUpProblem | null> => {
    const own = missingInWrapUp(wrapUp, { dispositionRequired, now: now() });
    if (own !== null || where !== 'new') return own;
    const who = await whoCalled(desk, call);
    const written = (await findForm())?.written.fields ?? {};
    const form = missingIn(fieldsForCall(t, { ...written, ...draft.fields }, call, who, as !== 'note'), false);
    return form === 'empty' ? null : form;
  };

  const finish = async (): Promise<void> => {
    const attached = await files.whenKept();
    if (attached === null) return;
    const live = useDeskState.getState().calls;
    const chain = await chainOf(desk, call, live);
    const isSilent = saysNothing({ text: draft.text, files: attached });
    let onTicket = where === 'log' ? null : ticketId;
    const form = await findForm();
    const written = (where === 'new' ? form?.written : null) ?? NO_WORDS;
    if (where !== 'log' && !(isSilent && wrapUp.isOnTicket)) {
      onTicket = await handOver(chain, { ...draft, files: attached }, written);
      if (onTicket === null) return;
    } else if (onTicket !== null && followUpAt !== null)
      await underWay(desk.changeMarks([{ ticketId: onTicket, snooze: { until: followUpAt } }]));
    // Those that broke off and went on in this one are done with it.
    const waiting = chain.filter(({ id }) => live.some((one) => one.id === id && phaseOf(one) === 'wrapping'));
    for (const { id } of [...waiting.filter((one) => one.id !== call.id), call]) {
      const at = id === call.id ? followUpAt : null;
      const done = await desk.changeCall(id, { do: 'wrap-up', disposition, followUpAt: at });
      if (!done.ok) return setCallProblem(done.error);
    }
    const copy = placeIn(accountOf(onTicket ?? draft.id.ticketId), callOfDraft(draft.id.ticketId) ?? call.id);
    if (copy.ticketId !== draft.id.ticketId) await desk.discardDraft({ ...copy, wordsKept: true });
    await draft.discard({ wordsKept: onTicket !== null || isSilent });
    if (form && (where === 'new' || isEmpty(form.written))) await form.putAway();
    onFinished(onTicket);
  };
  return {
    sending,
    problem,
    callProblem,
    objections,
    lack,
    forgetLack: () => setLack(null),
    finish: async (): Promise<void> => {
      if (sending) return;
      const problemNow = await missing();
      setLack((before) => problemNow && { problem: problemNow, attempt: (before?.attempt ?? 0) + 1 });
      setCallProblem(null);
      if (problemNow === null) await exclusively(finish);
    },
  };
}
