import type { Text } from '#shared/i18n/text.ts';
import { escapeHtml } from '../escape-html.ts';
import { COMMON_HEADERS } from '../page-headers.ts';
import type { Refusal } from './gate.ts';

/** A plain page that says why a request was refused and what to do about it. Nothing of the request is shown in it. */
export const refusalPage = (reason: Refusal, text: Text): string =>
  `<!doctype html><html lang="${text.locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>${escapeHtml(text('host.refused.title'))}</title>` +
  `<h1>${escapeHtml(text('host.refused.title'))}</h1><p>${escapeHtml(text(`host.refused.${reason}`))}</p></html>`;

export const REFUSAL_HEADERS: Readonly<Record<string, string>> = {
  ...COMMON_HEADERS,
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
};
