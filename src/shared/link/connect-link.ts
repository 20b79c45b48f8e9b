import { createBirpc } from 'birpc';
import { z } from '../schema.ts';
import { type Client, type Contract, type Implementation, LinkClosed } from './define.ts';
import type { LinkPort } from './port.ts';
import { createTurns } from './turns.ts';

/** How many calls of the sync lane are under way at once; the others wait here, where an agent's call overtakes them. */
const SYNC_CALLS_AT_ONCE = 2;

export type Link<Called extends Contract> = {
  readonly remote: Client<Called>;
  /** Resolves when either side has closed; never rejects. */
  readonly closed: Promise<void>;
  close(): void;
};

/** A call that the other side could not carry out: unknown there, refused arguments, or it threw. */
export class LinkCallFailed extends Error {
  constructor(method: string, problem: string) {
    super(`Link call ${method}: ${problem}`);
    this.name = 'LinkCallFailed';
  }
}

/** What travels back. A failure is a value, since an `Error` does not survive JSON. */
const answerSchema = z.union([
  z.object({ ok: z.literal(true), value: z.unknown().optional() }),
  z.object({ ok: z.literal(false), problem: z.string() }),
]);
type Answer = z.infer<typeof answerSchema>;

const requestSchema = z.object({ t: z.literal('q'), m: z.string(), a: z.array(z.unknown()), i: z.string().optional() });
const responseSchema = z.object({ t: z.literal('s'), i: z.string() });
const envelopeSchema = z.union([requestSchema, responseSchema]);

/**
 * Two contracts over one port: serves one, calls the other. What arrives is parsed on both ends. There are no time limits:
 * a laptop may sleep between question and answer, and a port that breaks closes.
 * Calls reject with `LinkClosed` once the port is closed and with `LinkCallFailed` for everything else.
 */
export function connectLink<Served extends Contract, Called extends Contract>(options: {
  readonly port: LinkPort;
  readonly serves: Served;
  readonly implementation: Implementation<Served>;
  readonly calls: Called;
}): Link<Called> {
  const { port, serves, implementation, calls } = options;
  const turns = createTurns(SYNC_CALLS_AT_ONCE);
  const pending = new Set<(error: Error) => void>();
  let isClosed = false;
  let tellClosed: () => void = () => {};
  const closed = new Promise<void>((resolve) => {
    tellClosed = resolve;
  });

  const rpc = createBirpc<Record<string, never>, Record<string, never>, false>(
    {},
    {
      proxify: false,
      timeout: -1,
      post: (message: unknown) => {
        if (!isClosed) port.post(message);
      },
      // birpc trusts what it reads; a message of another shape would throw where nobody listens.
      on: (receive) => port.onMessage((message) => envelopeSchema.safeParse(message).success && receive(message)),
      resolver:
        (name) =>
        (...args: unknown[]) =>
          answer(serves, implementation, name, args),
      // An answer that cannot be posted must not become an unhandled rejection; a call that cannot still rejects.
      onGeneralError: (_error, method) => method !== undefined,
    },
  );

  const finish = (): void => {
    if (isClosed) return;
    isClosed = true;
    rpc.$close();
    for (const reject of [...pending]) reject(new LinkClosed());
    pending.clear();
    turns.drop();
    tellClosed();
  };
  port.onClose(finish);

  const send = async (name: string, args: readonly unknown[]): Promise<unknown> => {
    const raw = await rpc.$callRaw({ method: name, args: [...args] });
    const parsed = answerSchema.safeParse(raw);
    if (!parsed.success) throw new LinkCallFailed(name, 'the answer is not one');
    if (!parsed.data.ok) throw new LinkCallFailed(name, parsed.data.problem);
    const result = calls[name]?.result.safeParse(parsed.data.value);
    if (!result?.success) throw new LinkCallFailed(name, `bad result: ${describe(result?.error)}`);
    return result.data;
  };

  const call = (name: string, args: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (isClosed) return reject(new LinkClosed());
      pending.add(reject);
      const run = (): Promise<void> =>
        send(name, args)
          .then(resolve, (error: unknown) =>
            reject(error instanceof Error ? error : new LinkCallFailed(name, String(error))),
          )
          .finally(() => pending.delete(reject));
      if (calls[name]?.lane === 'sync') turns.take(run);
      else void run();
    });

  const remote = Object.fromEntries(
    Object.keys(calls).map((name) => [name, (...args: readonly unknown[]) => call(name, args)]),
  ) as unknown as Client<Called>;

  return {
    remote,
    closed,
    close() {
      if (isClosed) return;
      port.close();
      finish();
    },
  };
}

async function answer<Served extends Contract>(
  serves: Served,
  implementation: Implementation<Served>,
  name: string,
  args: readonly unknown[],
): Promise<Answer> {
  const method = Object.hasOwn(serves, name) ? serves[name] : undefined;
  if (!method) return { ok: false, problem: 'no such method' };
  const parsed = method.args.safeParse(args);
  if (!parsed.success) return { ok: false, problem: `bad arguments: ${describe(parsed.error)}` };
  try {
    const run = implementation[name] as ((...args: readonly unknown[]) => Promise<unknown>) | undefined;
    return { ok: true, value: await run?.(...(parsed.data as readonly unknown[])) };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Where and what, never the value: an argument may hold a customer's words. */
const describe = (error: z.ZodError | undefined): string =>
  error?.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join('.')}: ${issue.code}`)
    .join('; ') ?? 'unknown method';
