import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Text } from '#shared/i18n/text.ts';
import type { Core } from '../../core-face.ts';
import { escapeHtml } from '../escape-html.ts';
import { COMMON_HEADERS } from '../page-headers.ts';
import type { Verdict } from './gate.ts';
import { plainPage, REFUSAL_HEADERS, refusalPage } from './refusal-page.ts';

export type CallAddressOptions = {
  readonly judge: (request: IncomingMessage) => Verdict;
  readonly port: number;
  readonly text: Text;
  readonly core: Promise<Pick<Core, 'takeCallLink'>>;
};

/**
 * `/call?number=…&direction=…&name=…&id=…` and `/call?link=…`: the deep links of this host. A telephone program opens the address in the
 * browser; the browser itself opens `tel:` links here once it has been asked to, which `/call` alone offers. Like every deep link it may
 * come from any page, and only shows: it needs the session, so that the browser is the agent's.
 */
export function createCallAddress({ judge, port, text, core }: CallAddressOptions) {
  const send = (response: ServerResponse, status: number, body: string, headers = REFUSAL_HEADERS): void =>
    void response.writeHead(status, { ...headers }).end(body);
  const page = (body: string, head = ''): string => plainPage(text('calls.address.title'), body, { text, head });
  const say = (sentence: string): string => page(`<p>${escapeHtml(sentence)}</p>`);

  return {
    isAsked: ({ url = '' }: IncomingMessage): boolean => /^\/call(?:\.js|\?|$)/.test(url),

    async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
      const url = request.url ?? '';
      // A link that was followed elsewhere comes without the session: browsers keep it from what another site asks for. Asked once more
      // by a page of ours it comes with it.
      if (isLedHere(request, port)) return send(response, 200, page('', refresh(url)));
      const verdict = judge(request);
      if (verdict.verdict !== 'pass') {
        const { status, reason } = verdict.verdict === 'refuse' ? verdict : ({ status: 403, reason: 'key' } as const);
        return send(response, status, refusalPage(reason, text));
      }
      if (verdict.pathname === '/call.js') return send(response, 200, SCRIPT, SCRIPT_HEADERS);
      const query = url.split('?')[1] ?? '';
      if (query === '') return send(response, 200, page(offer(text, port), SCRIPT_TAG), OFFER_HEADERS);
      const { takeCallLink } = await core;
      const link = new URLSearchParams(query).get('link') ?? `holdfast://call?${query}`;
      const isShown = takeCallLink(link);
      return send(response, isShown ? 200 : 422, say(text(isShown ? 'calls.address.shown' : 'calls.address.none')));
    },
  };
}

/** A person followed a link on another page: not a script, a picture or a frame of it. */
function isLedHere({ method, headers }: IncomingMessage, port: number): boolean {
  const site = headers['sec-fetch-site'];
  return (
    method === 'GET' &&
    headers.host === `127.0.0.1:${port}` &&
    (site === 'cross-site' || site === 'same-site') &&
    headers['sec-fetch-dest'] === 'document'
  );
}

const refresh = (url: string): string => `<meta http-equiv="refresh" content="0;url=${escapeHtml(url)}">`;

const offer = (text: Text, port: number): string => {
  const address = `http://127.0.0.1:${port}/call?number=…&name=…`;
  return (
    `<p>${escapeHtml(text('calls.address.what', { address }))}</p><p>${escapeHtml(text('calls.address.handler'))}</p>` +
    `<p><button data-scheme="tel">${escapeHtml(text('calls.address.tel'))}</button> ` +
    `<button data-scheme="web+holdfast">${escapeHtml(text('calls.address.own'))}</button></p>` +
    `<p role="status" data-refused="${escapeHtml(text('calls.address.refused'))}" data-asked="${escapeHtml(text('calls.address.asked'))}"></p>`
  );
};

const SCRIPT_TAG = '<script type="module" src="/call.js"></script>';
/** Asks the browser to open links of a scheme here, which it asks the agent about. */
const SCRIPT = `const status = document.querySelector('[role=status]');
for (const button of document.querySelectorAll('button'))
  button.addEventListener('click', () => {
    try {
      navigator.registerProtocolHandler(button.dataset.scheme, location.origin + '/call?link=%s');
      status.textContent = status.dataset.asked;
    } catch {
      status.textContent = status.dataset.refused;
    }
  });
`;
const SCRIPT_HEADERS = {
  ...COMMON_HEADERS,
  'content-type': 'text/javascript; charset=utf-8',
  'content-security-policy': "default-src 'none'",
  'cache-control': 'no-store',
};
const OFFER_HEADERS = {
  ...REFUSAL_HEADERS,
  'content-security-policy':
    "default-src 'none'; script-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};
