import { vi } from 'vitest';
import { page } from 'vitest/browser';
import { productPanes } from '../../../../../src/renderer/src/product-panes.ts';
import { useInterface } from '../../../../../src/renderer/src/state/interface-state.ts';
import type { Desk } from '../../../../../src/renderer/src/store/desk-api.ts';
import type { Caller, CallerAnswer } from '../../../../../src/renderer/src/store/desk-calls.ts';
import type { CallChange } from '../../../../../src/shared/calls/call-change.ts';
import type { CallerReason } from '../../../../../src/shared/calls/caller.ts';
import { mountOn } from '../../../../support/mounted-app.ts';
import { createSampleDesk, type SampleDesk, type SampleDeskOptions } from '../../../../support/sample-desk.ts';
import { SAMPLE_ACCOUNT_ID, sampleRequesters } from '../../../../support/sample-desk-data.ts';

export type OnThePhone = {
  readonly desk: SampleDesk;
  /** What main was told, in order. */
  readonly told: readonly (readonly [callId: string, change: CallChange])[];
  /** Who calls from now on. */
  calls(...callers: readonly Caller[]): void;
  /** In place of what the desk does. */
  readonly instead: { findCaller: Desk['findCaller']; changeCall: Desk['changeCall'] };
  close(): void;
};

/** The whole window, at which calls come in; resolves once it is ready for them. */
export async function onThePhone(options: SampleDeskOptions = {}): Promise<OnThePhone> {
  const desk = createSampleDesk({ tickets: 12, undoMs: 60_000, ...options });
  const told: (readonly [string, CallChange])[] = [];
  let callers: readonly Caller[] = [];
  const instead: OnThePhone['instead'] = {
    findCaller: async (number): Promise<CallerAnswer> => ({
      number: number === '' ? null : { e164: number, shown: '21 00 00 00', country: 'NO', extension: null },
      callers,
    }),
    changeCall: desk.changeCall,
  };
  const close = mountOn(
    {
      ...desk,
      findCaller: (number) => instead.findCaller(number),
      changeCall: (callId, change) => {
        told.push([callId, change]);
        return instead.changeCall(callId, change);
      },
    },
    productPanes(),
    undefined,
    // Looked up each time: tests put another clock in its place.
    () => Date.now(),
  );
  const isReady = (): boolean =>
    document.querySelector('[role="option"]') !== null &&
    document.querySelector('p.visually-hidden[role="status"]') !== null;
  await vi.waitUntil(isReady, { timeout: 15_000 });
  return {
    desk,
    told,
    instead,
    close,
    calls: (...found) => {
      callers = found;
    },
  };
}

/** One of the sample desk's customers, with the newest of their tickets unless it is not of late. */
export async function callerOf(
  desk: SampleDesk,
  remoteId: string,
  { why = 'number', withTicket = true }: { readonly why?: CallerReason; readonly withTicket?: boolean } = {},
): Promise<Caller> {
  const person = sampleRequesters.find((one) => one.remoteId === remoteId);
  if (!person) throw new Error(`no ${remoteId}`);
  const { rows } = await desk.rows({ viewId: 'own:recent', sort: null, offset: 0, limit: 50 });
  const ticket = withTicket ? (rows.find(({ requesterName }) => requesterName === person.name) ?? null) : null;
  if (withTicket && !ticket) throw new Error(`${person.name} has no ticket`);
  return {
    accountId: SAMPLE_ACCOUNT_ID,
    person,
    why,
    ticket: ticket && { ...ticket, updatedAt: Date.now() - 60_000 },
    openTickets: 1,
  };
}

export const bar = () => page.getByRole('region', { name: 'Calls' });
export const openTicket = (): string | null => useInterface.getState().openTicketId;
