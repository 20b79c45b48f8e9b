import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** How many tabs' sessions are remembered; the oldest go first. */
const KEPT = 8;

/** The hash under which a session is remembered: who reads the profile cannot take its place in the browser. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

const same = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

export type Sessions = {
  /** A new one-time key. Keys made before it and not used stay good. */
  newKey(): string;
  /** A session's token for a key that is good, once; null for any other. */
  exchange(key: string): string | null;
  isValid(token: string): boolean;
};

/**
 * One-time keys and the sessions they open. `remembered` are the hashes of sessions that an earlier run opened, so that
 * an open tab goes on by itself after a restart; `remember` keeps them for the next.
 */
export function createSessions(remembered: readonly string[], remember: (hashes: readonly string[]) => void): Sessions {
  const keys = new Set<string>();
  let hashes = [...remembered];
  return {
    newKey() {
      const key = randomBytes(32).toString('base64url');
      keys.add(hashOf(key));
      return key;
    },
    exchange(key) {
      if (!keys.delete(hashOf(key))) return null;
      const token = randomBytes(32).toString('base64url');
      hashes = [...hashes, hashOf(token)].slice(-KEPT);
      remember(hashes);
      return token;
    },
    isValid: (token) => {
      const hash = hashOf(token);
      return hashes.some((known) => same(known, hash));
    },
  };
}
