import type { RemoteId } from '#shared/domain/ids.ts';
import type { AccountState } from './account-state.ts';

/** Markdown sets addresses in brackets, and sentences end behind them. */
const ADDRESS = /https?:\/\/[^\s<>()[\]"']+/g;

/**
 * Articles of an account that words have a link to, each once. Helpdesks name an article by its number somewhere in its address; what
 * follows that, as the title that they write behind it, is left alone.
 */
export async function articlesIn({ articles, storage }: AccountState, words: string): Promise<readonly RemoteId[]> {
  const addresses = words.match(ADDRESS) ?? [];
  const mayBe = new Set(addresses.flatMap((address) => address.match(/\d+/g) ?? []).filter((id) => articles.has(id)));
  const found = await Promise.all([...mayBe].map((id) => storage.get('articles', id)));
  return found.flatMap((article) =>
    article && addresses.some((address) => leadsTo(address, article.url)) ? [article.remoteId] : [],
  );
}

function leadsTo(address: string, url: string | null): boolean {
  if (url === null || url === '') return false;
  const [written, known] = [address, url].map(bare) as [string, string];
  return written.startsWith(known) && !/^[\w%]/.test(written.slice(known.length));
}

const bare = (address: string): string => address.replace(/^https?:\/\//, '').replace(/[/.,;:!?]+$/, '');
