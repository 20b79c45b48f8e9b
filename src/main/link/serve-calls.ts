import type { Implementation } from '#shared/link/define.ts';
import type { MainContract } from '#shared/link/main-contract.ts';
import type { Telephony } from '../calls/telephony.ts';

type CallMethods = Pick<
  Implementation<MainContract>,
  'changeCall' | 'placeCall' | 'callPage' | 'telephone' | 'newTelephoneToken'
>;

/** What main does for the store worker about calls. */
export const serveCalls = (
  { calls, webhook }: Telephony,
  { holdsLease, takenKeys }: { readonly holdsLease: () => boolean; readonly takenKeys: () => readonly string[] },
): CallMethods => ({
  changeCall: async ({ callId, change }) => holdsLease() && calls.change(callId, change),
  placeCall: async (request) => (holdsLease() ? calls.place(request) : null),
  callPage: async ({ before }) => [...calls.page(before)],
  telephone: async () => ({ ...(await webhook.telephone()), takenKeys: [...takenKeys()] }),
  newTelephoneToken: async () => (holdsLease() ? webhook.newToken() : null),
});
