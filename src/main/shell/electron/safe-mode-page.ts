import type { Text } from '#shared/i18n/text.ts';
import { escapeHtml } from '../escape-html.ts';
import { PAGE_URL } from './app-origin.ts';

/** What stands in the window when the console keeps dying: a page without script that says what is safe and what waits. */
export const safeModePage = (unsent: number, text: Text): string =>
  `<!doctype html><html lang="${text.locale}"><meta charset="utf-8"><title>${escapeHtml(text('host.safeMode.title'))}</title>` +
  `<h1>${escapeHtml(text('host.safeMode.title'))}</h1>` +
  `<p>${escapeHtml(text('host.safeMode.what'))}</p><p>${escapeHtml(text('host.safeMode.unsent', { count: unsent }))}</p>` +
  `<p><a href="${PAGE_URL}">${escapeHtml(text('host.safeMode.again'))}</a></p></html>`;
