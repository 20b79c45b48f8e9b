import { queryOptions } from '@tanstack/react-query';
import type { Call } from '#shared/calls/call.ts';
import type { Desk } from '../store/desk-api.ts';

export type WhoCalled = {
  /** As people write it; empty where it was withheld. */
  readonly number: string;
  /** Empty where nobody knows. */
  readonly name: string;
};

/** Whom a call was with, as far as this machine knows; what cannot be asked is as the telephone told it. */
export async function whoCalled(desk: Desk, call: Call): Promise<WhoCalled> {
  const { id, startedAt } = call;
  const [answer, log] = await Promise.all([
    call.number === '' ? null : desk.findCaller(call.number).catch(() => null),
    desk.callLog({ text: '', from: startedAt, until: startedAt + 1, limit: 20 }).catch(() => null),
  ]);
  const known = log?.calls.find((logged) => logged.call.id === id)?.person ?? '';
  return { number: answer?.number?.shown ?? call.number, name: known || call.name };
}

export const calledQuery = (desk: Desk, call: Call) =>
  queryOptions({
    queryKey: ['called', call.id, call.personRemoteId],
    queryFn: () => whoCalled(desk, call),
    networkMode: 'always',
    placeholderData: { number: call.number, name: call.name },
  });
