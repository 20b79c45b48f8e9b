import { type Client, LinkClosed } from '#shared/link/define.ts';
import type { MainContract } from '#shared/link/main-contract.ts';
import { err, type Result } from '#shared/result.ts';
import type { AcceptProblem } from './desk-actions.ts';
import type { StoreContext } from './store-context.ts';

/** How long after a main that could not write a journal it is asked again. */
const ASK_AGAIN_MS = 1_000;

/** `maybe`: the link broke before the answer, so the journal may have it, or not. */
export async function journalled(
  context: StoreContext,
  put: () => Promise<Result<null, AcceptProblem>> | undefined,
): Promise<Result<null, AcceptProblem | 'maybe'>> {
  try {
    const answer = await put();
    if (answer?.ok && context.journalFails) {
      context.journalFails = false;
      context.announce.tell({ type: 'notice-over', code: 'journal-unwritable' });
    }
    return answer ?? err('no-link');
  } catch (error) {
    return err(error instanceof LinkClosed ? 'maybe' : 'no-link');
  }
}

/** Resolves once a main has it in its journal for certain: it is accepted then, and not before. Told twice it counts once. */
export async function journalledByNext(
  context: StoreContext,
  whenMain: () => Promise<Client<MainContract>>,
  put: (main: Client<MainContract>) => Promise<Result<null, AcceptProblem>>,
): Promise<void> {
  for (;;) {
    const main = await whenMain();
    const answer = await journalled(context, () => put(main));
    if (answer.ok) return;
    await new Promise<void>((resolve) => context.env.after(ASK_AGAIN_MS, resolve));
  }
}
