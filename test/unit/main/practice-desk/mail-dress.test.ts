import { expect, test } from 'vitest';
import { paintPhoto } from '#main/practice-desk/generate/picture.ts';
import { basic, openDesk } from './open-desk.ts';

type Attachment = {
  readonly content_url: string;
  readonly content_type: string;
  readonly size: number;
  readonly inline: boolean;
};
type Comment = { readonly html_body: string; readonly body: string; readonly attachments: readonly Attachment[] };

/** Every comment of the desk's tickets that came by mail. */
const mailed = async (desk: Awaited<ReturnType<typeof openDesk>>): Promise<readonly Comment[]> => {
  const comments: Comment[] = [];
  for (const ticket of desk.desk.act.tickets())
    if (ticket.via.channel === 'email')
      comments.push(
        ...(await desk.get(`/api/v2/tickets/${ticket.id}/comments?include_inline_images=true`)).body.comments,
      );
  return comments;
};

test('mails look as mail programs make them, and an inline picture comes back byte for byte', async () => {
  const desk = await openDesk({ tickets: 200 });
  const comments = await mailed(desk);
  const having = (part: RegExp) => comments.filter((one) => part.test(one.html_body));

  const quoted = having(/<blockquote class="gmail_quote"/);
  expect(quoted.length).toBeGreaterThan(0);
  // The quote repeats what an agent wrote on the same ticket, below who wrote it.
  for (const one of quoted)
    expect(one.html_body).toMatch(/On \d{4}-\d\d-\d\d at \d\d:\d\d, .+ \(Fjell &amp; Fathom\) wrote/);
  const tables = having(/<table border="1"/);
  expect(tables.length).toBeGreaterThan(0);
  for (const one of tables) {
    const [, order, product] = /<tbody><tr><td>(.+?)<\/td><td>(.+?)<\/td>/.exec(one.html_body) ?? [];
    expect(order).toMatch(/^FF-\d{6}$/);
    expect(product).not.toBe('');
  }
  expect(having(/<b>[^<]+<\/b><br>Purchasing/).length).toBeGreaterThan(0);
  expect(having(/Sent from|Gesendet von|Envoyé de/).length).toBeGreaterThan(0);
  expect(having(/<img src="https:\/\/t\.trailclub\.example\/open\.gif/).length).toBeGreaterThan(0);

  const inline = comments.flatMap((one) =>
    one.attachments.filter((file) => file.inline).map((file) => ({ html: one.html_body, file })),
  );
  expect(inline.length).toBeGreaterThan(0);
  const painted = Array.from({ length: 9 }, (_, motif) => Buffer.from(paintPhoto(160, 110, motif)));
  for (const { html, file } of inline) {
    const shown = /<img src="([^"]+\/attachments\/[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    expect(shown).toBe(file.content_url);
    const response = await fetch(file.content_url);
    expect(response.headers.get('content-type')).toBe('image/png');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.length).toBe(file.size);
    expect(painted.some((picture) => picture.equals(bytes))).toBe(true);
  }
});

test('a PNG that was sent in comes back through its attachment address byte for byte', async () => {
  const desk = await openDesk();
  const [source] = (await mailed(desk)).flatMap((one) => one.attachments.filter((file) => file.inline));
  const png = Buffer.from(await (await fetch(source?.content_url ?? '')).arrayBuffer());
  const uploaded = await fetch(`${desk.desk.url}/api/v2/uploads.json?filename=again.png`, {
    method: 'POST',
    headers: {
      authorization: basic(desk.desk.credentials.agent),
      'content-type': 'image/png',
    },
    body: png,
  });
  const answer: unknown = await uploaded.json();
  expect(answer).toMatchObject({ upload: { attachment: { size: png.length, content_type: 'image/png' } } });
  const address = /"content_url":"([^"]+)"/.exec(JSON.stringify(answer))?.[1] ?? '';
  expect(Buffer.from(await (await fetch(address)).arrayBuffer()).equals(png)).toBe(true);
});
