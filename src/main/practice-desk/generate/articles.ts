import { ARTICLES, SECTIONS } from '../data/articles.ts';
import { type Desk, FIRST, iso } from '../desk.ts';
import { createRandom } from '../random.ts';
import { escapeHtml } from '../text-html.ts';
import type { Setup } from './setup.ts';

const DAY_MS = 86_400_000;
const AGENTS_ONLY = 360004000001;

/** Fills the help centre: categories, sections and what people wrote. */
export const addArticles = (desk: Desk, setup: Setup, now: number): void => {
  const { store } = desk;
  const random = createRandom(desk.seed, 'articles');
  const began = iso(now - 400 * DAY_MS);
  const common = { description: '', locale: 'en-us', created_at: began, updated_at: began };
  const sectionIds = new Map<string, number>();
  SECTIONS.forEach(([name, sections], place) => {
    const categoryId = store.nextId('articles', FIRST.articles);
    store.put('categories', { id: categoryId, name, position: place, ...common });
    sections.forEach((section, position) => {
      const id = store.nextId('articles', FIRST.articles);
      sectionIds.set(section, id);
      store.put('sections', { id, name: section, category_id: categoryId, position, ...common });
    });
  });
  ARTICLES.forEach((text, position) => {
    const created = now - random.between(60, 390) * DAY_MS;
    const updated = iso(created + Math.floor(random.next() * (now - created - DAY_MS)));
    store.put('articles', {
      id: store.nextId('articles', FIRST.articles),
      title: text.title,
      body: text.body.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('\n'),
      section_id: sectionIds.get(text.section) ?? 0,
      author_id: random.pick(setup.agents).id,
      locale: text.locale ?? 'en-us',
      draft: text.state === 'draft',
      user_segment_id: text.state === 'internal' ? AGENTS_ONLY : null,
      label_names: [text.section.toLowerCase().replace(/\s+/g, '-')],
      position,
      promoted: position % 17 === 0,
      vote_sum: random.between(-1, 40),
      vote_count: random.between(40, 90),
      created_at: iso(created),
      updated_at: updated,
      edited_at: updated,
    });
  });
};
