import { useCallback } from 'react';
import { useDeskState } from '#renderer/state/desk-state.ts';
import { wordsToSend } from '#shared/composer/signature.ts';
import type { AccountId, RemoteId } from '#shared/domain/ids.ts';
import type { ComposerKind } from './use-draft.ts';

/** Makes of the words what is sent. */
export function useSignature(
  kind: ComposerKind,
  accountId: AccountId,
  groupId: RemoteId | null,
): (text: string) => string {
  const signatures = useDeskState(({ settings }) => settings.signatures);
  return useCallback(
    (text) => wordsToSend(text, { kind, accountId, groupId }, signatures),
    [kind, accountId, groupId, signatures],
  );
}
