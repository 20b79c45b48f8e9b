import type { FileLimits } from '#shared/domain/account.ts';
import { MOST_FILE_BYTES } from '#shared/outbox/action.ts';

/** Which limit a file breaks, and what that is in bytes. */
export type OverLimit = { readonly which: 'file' | 'message'; readonly bytes: number };

/** What one file may weigh here: what the helpdesk takes, or what Holdfast does where that is less or not known. */
export const mostBytes = (limits: FileLimits | null): number =>
  Math.min(limits?.fileBytes ?? MOST_FILE_BYTES, MOST_FILE_BYTES);

/** Told before anything is read. `others` is what the message's other files weigh together. */
export function overLimit(limits: FileLimits | null, size: number, others: number): OverLimit | null {
  const most = mostBytes(limits);
  if (size > most) return { which: 'file', bytes: most };
  const whole = limits?.messageBytes ?? null;
  return whole !== null && others + size > whole ? { which: 'message', bytes: whole } : null;
}
