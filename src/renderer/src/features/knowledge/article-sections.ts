import type { ArticleSummary } from '../../store/desk-tickets.ts';
import { rankByWords } from '../../ui/rank-by-words.ts';

export type ArticleSection = { readonly title: string; readonly articles: readonly ArticleSummary[] };

/** Articles whose title or path holds what was typed, by path, both in alphabetical order. */
export function articleSections(
  articles: readonly ArticleSummary[],
  text: string,
  withoutSection: string,
): readonly ArticleSection[] {
  const sections = new Map<string, ArticleSummary[]>();
  for (const article of rankByWords(articles, text, ({ title, path }) => [title, ...path].join(' '))) {
    const title = article.path.join(' › ') || withoutSection;
    const section = sections.get(title);
    if (section) section.push(article);
    else sections.set(title, [article]);
  }
  return [...sections]
    .map(([title, found]) => ({ title, articles: found.sort((a, b) => a.title.localeCompare(b.title)) }))
    .sort((a, b) => a.title.localeCompare(b.title));
}
