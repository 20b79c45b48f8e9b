import { type Client, LinkClosed } from '#shared/link/define.ts';
import type { MainContract } from '#shared/link/main-contract.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { StoreContext } from './store-context.ts';

/** Main's answer; `no-link` where there is none now, or the link breaks before it comes. */
export async function ofMain<Value>(
  context: StoreContext,
  call: (main: Client<MainContract>) => Promise<Value>,
): Promise<Result<Value, 'no-link'>> {
  if (!context.main) return err('no-link');
  try {
    return ok(await call(context.main));
  } catch (error) {
    if (error instanceof LinkClosed) return err('no-link');
    throw error;
  }
}
