import type { Text } from '#shared/i18n/text.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { escapeHtml } from '../escape-html.ts';
import { PAGE_URL } from './app-origin.ts';
import { kindOf, wordsOf } from './what-waits.ts';

/**
 * What stands in the window when the console keeps dying: a page without script that says what is safe, and shows the agent's
 * unsent words as they were typed, so that they can be read and copied whatever is wrong with the rest.
 */
export const safeModePage = (unsent: readonly OutboxEntry[], text: Text): string =>
  `<!doctype html><html lang="${text.locale}"><meta charset="utf-8"><title>${escapeHtml(text('host.safeMode.title'))}</title>` +
  `<h1>${escapeHtml(text('host.safeMode.title'))}</h1>` +
  `<p>${escapeHtml(text('host.safeMode.what'))}</p>` +
  `<p>${escapeHtml(text('host.safeMode.unsent', { count: unsent.length }))}</p>` +
  `<ul>${unsent.map((entry) => `<li>${escapeHtml(kindOf(entry, text))}${quoted(wordsOf(entry))}</li>`).join('')}</ul>` +
  `<p><a href="${PAGE_URL}">${escapeHtml(text('host.safeMode.again'))}</a></p></html>`;

const quoted = (words: string): string =>
  words === '' ? '' : `<blockquote>${words.split('\n').map(escapeHtml).join('<br>')}</blockquote>`;
