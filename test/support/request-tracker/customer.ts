import { Buffer } from 'node:buffer';
import { colleague } from './colleague.ts';
import { freshFetch } from './fresh-fetch.ts';
import { type RequestTracker, USERS } from './rig.ts';

export type Mail = {
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  /** Beside the text, as mail programs do. */
  readonly html?: string;
  readonly file?: { readonly name: string; readonly mimeType: string; readonly bytes: Uint8Array };
  readonly queue?: string;
};

let sent = 0;

/** Hands a customer's mail to RT's mail gateway, as the mail server would. Returns the ticket that it went to. */
export async function customerMails(rt: RequestTracker, mail: Mail): Promise<string> {
  sent++;
  const form = new FormData();
  form.set('SessionType', 'REST');
  form.set('queue', mail.queue ?? 'Support');
  form.set('action', 'correspond');
  form.set('message', rawMail(mail));
  const answer = await freshFetch(`${rt.url}/REST/1.0/NoAuth/mail-gateway`, { method: 'POST', body: form });
  const said = await answer.text();
  if (!answer.ok || !said.startsWith('ok')) throw new Error(`RT's mail gateway: ${answer.status} ${said}`);
  const answered = /#(\d+)\]/.exec(mail.subject)?.[1];
  if (answered !== undefined) return answered;
  // The gateway does not name the ticket that it made.
  const made = await colleague(rt, USERS.root).ticketIds(`Subject = '${mail.subject}'`);
  const newest = made.at(-1);
  if (newest === undefined) throw new Error(`RT took the mail “${mail.subject}” but made no ticket of it`);
  return newest;
}

/** The subject by which RT finds the ticket of an answer. */
export const answerSubject = (ticketId: string): string => `Re: [holdfast.example #${ticketId}]`;

function rawMail(mail: Mail): string {
  const part = (type: string, bytes: Uint8Array | string, more = '') =>
    `Content-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n${more}\r\n${Buffer.from(bytes)
      .toString('base64')
      .replace(/.{76}/g, '$&\r\n')}\r\n`;
  const parts = [
    part('text/plain; charset=utf-8', mail.text),
    ...(mail.html === undefined ? [] : [part('text/html; charset=utf-8', mail.html)]),
  ];
  const bodies = parts.length === 1 ? (parts[0] ?? '') : boxed('alternative', parts);
  const whole =
    mail.file === undefined
      ? bodies
      : boxed('mixed', [
          bodies,
          part(
            `${mail.file.mimeType}; name="${mail.file.name}"`,
            mail.file.bytes,
            `Content-Disposition: attachment; filename="${mail.file.name}"\r\n`,
          ),
        ]);
  const head = [
    `From: ${mail.from}`,
    'To: rt@holdfast.example',
    `Subject: =?utf-8?B?${Buffer.from(mail.subject).toString('base64')}?=`,
    `Message-ID: <${process.pid}.${sent}.${Date.now()}@customer.example>`,
    `Date: ${new Date().toUTCString()}`,
    'MIME-Version: 1.0',
  ];
  return `${head.join('\r\n')}\r\n${whole}`;
}

const boxed = (kind: string, parts: readonly string[]): string => {
  const border = `border-${kind}-${sent}`;
  return `Content-Type: multipart/${kind}; boundary="${border}"\r\n\r\n${parts
    .map((part) => `--${border}\r\n${part}`)
    .join('')}--${border}--\r\n`;
};
