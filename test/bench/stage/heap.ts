import { EventEmitter, once } from 'node:events';
import type { BrowserContext, CDPSession, Page } from '@playwright/test';

/** In bytes, after a collection: what scripts hold, and the bytes of their buffers. */
export type Heap = { readonly window: number; readonly worker: number };

type Usage = { readonly usedSize: number; readonly backingStorageSize?: number };

/** Collects the garbage of the window and of its store worker and tells what is left. */
export async function measureHeap(context: BrowserContext, page: Page): Promise<Heap> {
  const session = await context.newCDPSession(page);
  const workers = await attachToWorkers(session);
  const ask = async (send: (method: string) => Promise<unknown>): Promise<number> => {
    // What the first collection finalises, the second one frees.
    for (let round = 0; round < 3; round += 1) await send('HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize = 0 } = (await send('Runtime.getHeapUsage')) as Usage;
    return usedSize + backingStorageSize;
  };
  const windowBytes = await ask((method) => session.send(method as 'Runtime.getHeapUsage'));
  let workerBytes = 0;
  for (const worker of workers) workerBytes += await ask(worker);
  await session.detach();
  return { window: windowBytes, worker: workerBytes };
}

/** Playwright's session speaks to the page alone; a worker is reached through it, message by message. */
async function attachToWorkers(session: CDPSession): Promise<readonly ((method: string) => Promise<unknown>)[]> {
  const answers = new EventEmitter();
  const found: string[] = [];
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') found.push(sessionId);
  });
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message) as { readonly id: number; readonly result: unknown };
    answers.emit(String(id), result);
  });
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  let last = 0;
  return found.map((sessionId) => async (method) => {
    const id = ++last;
    const answered = once(answers, String(id));
    await session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) });
    const [result] = (await answered) as [unknown];
    return result;
  });
}
