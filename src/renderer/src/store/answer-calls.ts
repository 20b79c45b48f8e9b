import type { Call } from '#shared/calls/call.ts';
import type { DeskApi } from './desk-api.ts';
import type { createFindCaller } from './find-caller.ts';
import { type StoreContext, soonOpened, whenOpened } from './store-context.ts';

export type CallAnswers = Pick<DeskApi, 'findCaller' | 'callCountries'> & {
  /** Reads what the first call would wait for; resolves once all accounts are open and read. */
  readyForCalls(): Promise<void>;
};

/** What the window asks about calls. `pastCalls`: those that are known here, the newest first. */
export function createCallAnswers(context: StoreContext, pastCalls: () => Iterable<Call>): CallAnswers {
  let loading: Promise<ReturnType<typeof createFindCaller>> | null = null;

  /** The plans of all countries' numbers make it 125 kB, which do not belong into a start. */
  const loaded = () => {
    loading ??= import('./find-caller.ts')
      .then((module) => module.createFindCaller(context, pastCalls))
      .catch((problem: unknown) => {
        // The next call tries anew: the file comes from this machine, but from a host that may just be starting.
        loading = null;
        throw problem;
      });
    return loading;
  };

  return {
    async findCaller(text) {
      const [callers] = await Promise.all([loaded(), soonOpened(context)]);
      return callers.find(text);
    },
    callCountries: async () => (await loaded()).countries(),
    async readyForCalls() {
      const [callers] = await Promise.all([loaded(), whenOpened(context)]);
      await callers.ready();
    },
  };
}
