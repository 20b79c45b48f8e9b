import { accountOf } from '#shared/domain/ids.ts';
import type { MacroVersion } from '#shared/link/values.ts';
import type { AttachedFiles } from '#shared/macros/plan.ts';
import type { OutgoingFile } from '#shared/outbox/action.ts';
import type { AccountState } from './account-state.ts';
import type { StoreContext } from './store-context.ts';

const NONE: AttachedFiles = { are: 'here', files: [] };

/** What goes along with a macro, as far as it is here; what is not is asked for, and told as a change once it has come. */
export function answerMacroFiles({ accounts, healths, main }: StoreContext, macroId: string): AttachedFiles {
  const accountId = accountOf(macroId);
  const state = accounts.get(accountId);
  const macro = state?.small.macros.get(macroId.slice(accountId.length + 1));
  if (!state || !macro || macro.attachments === 'none') return NONE;
  const version = { macroRemoteId: macro.remoteId, updatedAt: macro.updatedAt };
  const files = keptFor(state, version);
  if (files) return { are: 'here', files };
  if (healths.get(accountId)?.online) void main?.fetchMacroFiles({ accountId, ...version }).catch(() => undefined);
  return { are: macro.attachments === 'some' ? 'away' : 'unasked' };
}

/** Those that say that they have files, and whose are not here as they are now. */
export const macroFilesWanted = (state: AccountState): readonly MacroVersion[] =>
  [...state.small.macros.values()]
    .filter(({ attachments }) => attachments === 'some')
    .map(({ remoteId, updatedAt }) => ({ macroRemoteId: remoteId, updatedAt }))
    .filter((macro) => keptFor(state, macro) === null);

/** Those of a macro that has been changed since may be others by now. */
function keptFor({ small }: AccountState, { macroRemoteId, updatedAt }: MacroVersion): readonly OutgoingFile[] | null {
  const kept = small.macroFiles.get(macroRemoteId);
  return kept?.updatedAt === updatedAt ? kept.files : null;
}
