const ALLOWED = new Set(['https:', 'mailto:', 'tel:']);

/** The address in its normal form when it may be handed to the system; null when not. Only https, mailto and tel. */
export function externalUrl(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (!ALLOWED.has(parsed.protocol)) return null;
  // A name in front of the host only serves to look like another address.
  if (parsed.protocol === 'https:' && (parsed.username !== '' || parsed.password !== '')) return null;
  return parsed.href;
}
