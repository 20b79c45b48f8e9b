import { Buffer } from 'node:buffer';
import { request } from 'node:http';

/**
 * `fetch` over a connection of its own. RT's server ends idle connections after a second; a write that meets that end on a
 * shared one fails, and what plays a colleague or a customer has no outbox to try again.
 */
export async function freshFetch(
  url: string | URL,
  init: { readonly method: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: BodyInit },
): Promise<Response> {
  const wrapped = new Response(init.body ?? null);
  const body = Buffer.from(await wrapped.arrayBuffer());
  const type = wrapped.headers.get('content-type');
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: init.method,
        agent: false,
        headers: { ...(type === null ? {} : { 'content-type': type }), ...init.headers },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const headers = new Headers();
          for (const [name, values] of Object.entries(answer.headersDistinct))
            for (const value of values ?? []) headers.append(name, value);
          const status = answer.statusCode ?? 0;
          const empty = status === 204 || status === 304;
          resolve(new Response(empty ? null : Buffer.concat(chunks), { status, headers }));
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
