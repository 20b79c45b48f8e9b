import type { Settings } from '../settings/settings.ts';

/** The signature of tickets whose group has none of its own. */
export const ANY_GROUP = '';

/** What ends the public replies of a group; empty where the agent has set nothing. */
export function signatureOf(signatures: Settings['signatures'], accountId: string, groupId: string | null): string {
  const own = signatures[accountId] ?? {};
  return own[groupId ?? ANY_GROUP]?.trim() || (own[ANY_GROUP] ?? '').trim();
}

/** The line that parts a signature from the words (RFC 3676, section 4.3). */
const PARTS = '-- ';

/** Words with the signature below them; as they are where they have one already, or nothing is to be said. */
export function withSignature(text: string, signature: string): string {
  const words = text.trimEnd();
  const has = words.split('\n').some((line) => line === PARTS || line === PARTS.trimEnd());
  return signature === '' || words === '' || has ? text : `${words}\n\n${PARTS}\n${signature}`;
}

/** What is sent of words: a public reply ends with the signature of the group that its ticket is in, unless it has one. */
export const wordsToSend = (
  text: string,
  { kind, accountId, groupId }: { readonly kind: string; readonly accountId: string; readonly groupId: string | null },
  signatures: Settings['signatures'],
): string => (kind === 'reply' ? withSignature(text, signatureOf(signatures, accountId, groupId)) : text);
