const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Readable text of a mail, in one line. Good for previews and for comparing, never for showing as HTML. */
export function plainText(body: { readonly format: 'html' | 'text'; readonly content: string }): string {
  const text = body.format === 'text' ? body.content : textOfHtml(body.content);
  return text.replace(/\s+/g, ' ').trim();
}

const textOfHtml = (html: string): string =>
  html
    .slice(0, 100_000)
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<(style|script|head|title)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(#x[0-9a-f]+|#\d+|[a-z]+);/gi, (whole, name: string) => decode(name) ?? whole);

function decode(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** The first 200 characters, without half a character at the end. */
export const previewOf = (body: Parameters<typeof plainText>[0]): string =>
  Array.from(plainText(body).slice(0, 400)).slice(0, 200).join('').slice(0, 200);
