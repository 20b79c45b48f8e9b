import type { Failure } from '#shared/domain/failure.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { FileBytes } from '../connectors/contract.ts';

const MOST_BYTES = 5_000_000;
const TIME_LIMIT_MS = 20_000;
/** Raster types only: an SVG is a document. */
const TYPES = /^image\/(png|jpeg|gif|webp|avif|bmp|x-icon)$/;

/** Every address that a name stands for; rejects where it stands for none. */
export type Lookup = (host: string) => Promise<readonly string[]>;

/**
 * An image on the web that the agent asked to see: without cookies or referrer, and never from the agent's own network,
 * which a stranger's mail has no business to reach. A public name may stand for a private address, so what it stands for is looked
 * at as well. `fetch` asks again by itself and cannot be held to that answer: what is left is a name that changes in between.
 */
export async function remoteImage(
  fetch: typeof globalThis.fetch,
  lookup: Lookup,
  address: string,
): Promise<Result<FileBytes, Failure>> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !['https:', 'http:'].includes(url.protocol) || isInside(bareHost(url))) return refused('address');
  try {
    if ((await lookup(bareHost(url))).some(isInside)) return refused('address');
    const response = await fetch(url, {
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
    });
    const mimeType = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
    if (!response.ok || !TYPES.test(mimeType)) return refused(`${response.status} ${mimeType}`);
    if (Number(response.headers.get('content-length') ?? 0) > MOST_BYTES) return refused('size');
    const bytes = new Uint8Array(await response.arrayBuffer());
    return bytes.length > MOST_BYTES ? refused('size') : ok({ mimeType, bytes });
  } catch (error) {
    return err({ code: 'offline', cause: 'other', detail: error instanceof Error ? error.name : 'error' });
  }
}

const refused = (detail: string): Result<never, Failure> => err({ code: 'rejected', reasons: [], detail });

/** IPv6 addresses stand in brackets in a URL, and a name may end with a dot. */
const bareHost = (url: URL): string => url.hostname.replace(/^\[|\]$|\.$/g, '').toLowerCase();

/** Loopback, link-local and private addresses, and names without a dot. */
function isInside(bare: string): boolean {
  if (bare.includes(':')) return /^(::1?$|fe[89ab]|f[cd]|::ffff:)/.test(bare);
  if (!bare.includes('.') || bare.endsWith('.local') || bare.endsWith('.localhost') || bare.endsWith('.internal'))
    return true;
  return /^(0|10|127)\.|^169\.254\.|^192\.168\.|^172\.(1[6-9]|2\d|3[01])\.|^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./.test(
    bare,
  );
}
