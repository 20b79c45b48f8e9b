export type DeepLink = { readonly command: 'list.open'; readonly ticketId: string };

/** `holdfast://ticket/<ticket id>`; null for anything else. It comes from any web page, so it can only show, never change. */
export function readDeepLink(link: string): DeepLink | null {
  if (!URL.canParse(link)) return null;
  const { protocol, host, pathname, search, hash } = new URL(link);
  if (protocol !== 'holdfast:' || host !== 'ticket' || search !== '' || hash !== '') return null;
  const ticketId = decode(pathname.slice(1));
  return ticketId !== null && /^[a-z0-9][a-z0-9._-]{0,99}:[\w.-]{1,200}$/.test(ticketId)
    ? { command: 'list.open', ticketId }
    : null;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
