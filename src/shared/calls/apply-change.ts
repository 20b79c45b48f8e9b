import type { Call } from './call.ts';
import type { CallChange, TelephoneEvent } from './call-change.ts';

/**
 * A call as it stands after what a telephone or the agent says of it. Both tell the same things late, twice or never: an answer after
 * the end, a second hang-up, a hold of a call that is held. What says nothing new gives back the same object.
 */
export function applyChange(call: Call, change: CallChange, at: number): Call {
  switch (change.do) {
    case 'answer':
      return answered(call, at);
    case 'hold':
      return isTalking(call) && !isHeld(call) ? { ...call, holds: [...call.holds, { from: at, until: null }] } : call;
    case 'resume':
      return isTalking(call) && isHeld(call) ? { ...call, holds: endOfHold(call, at) } : call;
    case 'mute':
      if (!isTalking(call) || change.on === (call.mutedSince !== null)) return call;
      return { ...call, mutedSince: change.on ? at : null };
    case 'hang-up':
      return ended(call, '', at);
    case 'transfer':
      return { ...call, transferredTo: change.transferredTo };
    case 'about': {
      const { accountId, personRemoteId, ticketId } = change;
      return { ...call, accountId, personRemoteId, ticketId };
    }
    case 'continue':
      return { ...call, resumes: change.resumes };
    case 'wrap-up': {
      const { disposition, followUpAt } = change;
      return call.endedAt === null || call.wrappedAt !== null
        ? call
        : { ...call, disposition, followUpAt, wrappedAt: at };
    }
    case 'seen':
      return call.endedAt !== null && call.wrappedAt === null ? { ...call, wrappedAt: at } : call;
  }
}

/** The same for what a telephone tells of a call that is known. `isMe`: whether one of the users that it names is the agent. */
export function applyEvent(
  call: Call,
  event: Exclude<TelephoneEvent, { readonly event: 'new' }>,
  { at, isMe }: { readonly at: number; readonly isMe: boolean },
): Call {
  if (event.event === 'hangup') return ended(call, event.cause, at);
  if (isMe) return answered(call, at);
  // In a queue it rings for everybody; whoever takes it ends it for the others.
  return call.answeredAt === null && call.endedAt === null
    ? { ...call, answeredElsewhere: true, endedAt: at, wrappedAt: at }
    : call;
}

const isTalking = (call: Call): boolean => call.answeredAt !== null && call.endedAt === null;
const isHeld = (call: Call): boolean => call.holds.at(-1)?.until === null;

const answered = (call: Call, at: number): Call =>
  call.answeredAt === null && call.endedAt === null ? { ...call, answeredAt: at } : call;

const endOfHold = (call: Call, at: number): Call['holds'] =>
  call.holds.map((hold) => (hold.until === null ? { ...hold, until: at } : hold));

/** A telephone says why after the agent has hung up: then only that is new. */
function ended(call: Call, cause: string, at: number): Call {
  if (call.endedAt === null) return { ...call, endedAt: at, holds: endOfHold(call, at), mutedSince: null, cause };
  return cause !== '' && call.cause === '' ? { ...call, cause } : call;
}
