import type { BrowserContext, Page } from '@playwright/test';
import type { DeskApi } from '#renderer/store/desk-api.ts';

/** Lets pages of this context be asked by `storeOf`. */
export async function openStores(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const Native = Worker;
    window.Worker = class extends Native {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        if (options?.name === 'store') Object.assign(window, { storeWorker: this });
      }
    };
  });
}

type Asked =
  | ('enqueue' | 'outbox' | 'retryEntry' | 'facts' | 'search' | 'ticket')
  | ('calls' | 'telephone' | 'newTelephoneToken');

let calls = 0;

/** A page's store worker, asked as the page asks it: for what a test does too often to do it by keys. Rejects when the page goes. */
export const storeOf = (page: Page) =>
  new Proxy({} as Pick<DeskApi, Asked>, {
    get:
      (_target, method) =>
      (...args: readonly unknown[]): Promise<unknown> => {
        calls += 1;
        return page.evaluate(
          ([id, name, given]) =>
            new Promise((resolve, reject) => {
              const worker = (window as unknown as { readonly storeWorker: Worker }).storeWorker;
              const listen = ({ data }: MessageEvent): void => {
                if (data?.t !== 's' || data.i !== id) return;
                worker.removeEventListener('message', listen);
                if (data.e === undefined) resolve(data.r);
                else reject(new Error(String(data.e)));
              };
              worker.addEventListener('message', listen);
              worker.postMessage({ t: 'q', i: id, m: name, a: given });
            }),
          [`test-${calls}`, String(method), args] as const,
        );
      },
  });
