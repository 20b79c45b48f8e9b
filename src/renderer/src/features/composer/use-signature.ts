import { useCallback } from 'react';
import { useDeskState } from '#renderer/state/desk-state.ts';
import { signatureOf, withSignature } from '#shared/composer/signature.ts';
import type { AccountId, RemoteId } from '#shared/domain/ids.ts';
import type { ComposerKind } from './use-draft.ts';

/** Makes of the words what is sent: a public reply ends with the signature of its group, unless it has one. */
export function useSignature(
  kind: ComposerKind,
  accountId: AccountId,
  groupId: RemoteId | null,
): (text: string) => string {
  const signature = useDeskState(({ settings }) => signatureOf(settings.signatures, accountId, groupId));
  return useCallback((text) => (kind === 'reply' ? withSignature(text, signature) : text), [kind, signature]);
}
