import { LinkClosed } from '#shared/link/define.ts';
import { err, type Result } from '#shared/result.ts';
import type { AcceptProblem } from './desk-api.ts';
import type { StoreContext } from './store-context.ts';

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
