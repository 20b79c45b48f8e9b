import type { Text } from '#shared/i18n/text.ts';
import { escapeHtml } from '../escape-html.ts';
import { COMMON_HEADERS } from '../page-headers.ts';
import type { Refusal } from './gate.ts';

/** A page of the host's own beside the console. `body` is HTML, everything else text. */
export const plainPage = (
  title: string,
  body: string,
  { text, head = '' }: { readonly text: Text; readonly head?: string },
): string =>
  `<!doctype html><html lang="${text.locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">${head}` +
  `<title>${escapeHtml(title)}</title><h1>${escapeHtml(title)}</h1>${body}</html>`;

/** A plain page that says why a request was refused and what to do about it. Nothing of the request is shown in it. */
export const refusalPage = (reason: Refusal, text: Text): string =>
  plainPage(text('host.refused.title'), `<p>${escapeHtml(text(`host.refused.${reason}`))}</p>`, { text });

export const REFUSAL_HEADERS: Readonly<Record<string, string>> = {
  ...COMMON_HEADERS,
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
};
