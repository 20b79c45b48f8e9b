import { connectLink } from '#shared/link/connect-link.ts';
import { type Client, type Implementation, LinkClosed } from '#shared/link/define.ts';
import { type MainContract, mainContract } from '#shared/link/main-contract.ts';
import type { LinkPort } from '#shared/link/port.ts';
import { type StoreContract, storeContract } from '#shared/link/store-contract.ts';
import { loadOwnLists } from './load-own-lists.ts';
import { changed, type StoreContext } from './store-context.ts';

/** How often a window that another one keeps from working asks whether that one has gone. */
const ASK_AGAIN_MS = 3_000;

/** Holds the link to main: says who we are, takes the lease or says that another window has it, and starts again on a new port. */
export function createMainConnection(
  context: StoreContext,
  storeId: string,
  serve: (onLeaseLost: () => void) => Implementation<StoreContract>,
) {
  let port: LinkPort | null = null;
  let link: ReturnType<typeof connectLink<StoreContract, MainContract>> | null = null;
  let waiting: ((main: Client<MainContract>) => void)[] = [];

  const setState = (state: 'connecting' | 'other-window'): void => {
    context.main = null;
    context.announce.tell({ type: 'link', state, host: null, secrets: null });
  };

  const hello = async (takeOver: boolean): Promise<void> => {
    const current = link;
    if (!current) return;
    try {
      const answer = await current.remote.hello({ storeId, takeOver });
      if (link !== current) return;
      if (answer.lease === 'taken') {
        setState('other-window');
        // The other may be this very window before it was loaded anew, which a busy machine is slow to notice.
        context.env.after(ASK_AGAIN_MS, () => link === current && context.main === null && void hello(false));
        return;
      }
      context.main = current.remote;
      context.settings = answer.settings;
      context.ownViews = answer.views;
      changed(context, { views: true });
      context.announce.tell({ type: 'settings', settings: answer.settings });
      context.announce.tell({ type: 'link', state: 'connected', host: answer.host, secrets: answer.secrets });
      loadOwnLists(context, current.remote);
      for (const tell of waiting.splice(0)) tell(current.remote);
    } catch (error) {
      // A main of another version speaks another contract: no use without it, and trying again would not help.
      if (!(error instanceof LinkClosed)) current.close();
    }
  };

  return {
    /** A port to main: the first, or the next after main or the socket came back. */
    connect(next: LinkPort): Promise<void> {
      link?.close();
      port = next;
      setState('connecting');
      context.calls.linkedAnew();
      context.feed.linkedAnew();
      const opened = connectLink({
        port: next,
        serves: storeContract,
        implementation: serve(() => setState('other-window')),
        calls: mainContract,
      });
      link = opened;
      void opened.closed.then(() => {
        if (link !== opened) return;
        link = null;
        if (port === next) port = null;
        setState('connecting');
      });
      return hello(false);
    },
    takeOver: () => hello(true),
    whenMain: (): Promise<Client<MainContract>> =>
      context.main ? Promise.resolve(context.main) : new Promise((resolve) => waiting.push(resolve)),
  };
}
