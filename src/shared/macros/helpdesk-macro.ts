import type { Macro as HelpdeskMacro } from '../domain/desk.ts';
import type { AccountId } from '../domain/ids.ts';
import type { Macro } from './macro.ts';

/** A helpdesk's macro as it is run. */
export const asHelpdeskMacro = (
  accountId: AccountId,
  { remoteId, title, description, steps, restriction }: HelpdeskMacro,
): Macro => ({ id: `${accountId}:${remoteId}`, title, description, accountId, steps, restriction });
