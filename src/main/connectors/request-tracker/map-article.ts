import type { Article } from '#shared/domain/desk.ts';
import { strings } from './field-values.ts';
import type { WireArticle } from './wire.ts';

/** RT has no bodies of articles but custom fields: each becomes a section, the one called Content comes without a heading. */
export function articleRow(wire: WireArticle, base: string): Article {
  const sections = (wire.CustomFields ?? []).flatMap((field) => {
    const text = strings(field.values).join('\n\n');
    if (text === '') return [];
    const heading = /^content$/i.test(field.name) ? '' : `<h2>${escapeHtml(field.name)}</h2>`;
    return [`${heading}${/<[a-z][^>]*>/i.test(text) ? text : paragraphs(text)}`];
  });
  const summary = wire.Summary === '' ? '' : `<p>${escapeHtml(wire.Summary)}</p>`;
  return {
    remoteId: wire.id,
    title: wire.Name,
    body: `${summary}${sections.join('')}`,
    path: wire.Class.Name === '' ? [] : [wire.Class.Name],
    locale: null,
    draft: false,
    // Who may read an RT article is a matter of rights on its class, and self-service users rarely have any.
    internal: true,
    labels: [],
    createdAt: wire.Created,
    updatedAt: wire.LastUpdated,
    url: base.startsWith('https:') ? `${base}/Articles/Article/Display.html?id=${wire.id}` : null,
  };
}
const paragraphs = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escapeHtml(paragraph.trim()).replaceAll('\n', '<br>')}</p>`)
    .join('');
const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
