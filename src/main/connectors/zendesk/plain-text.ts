const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
};

export const unescapeHtml = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (entity) => ENTITIES[entity] ?? entity);

export const escapeAttribute = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => Object.entries(ENTITIES).find(([, plain]) => plain === sign)?.[0] ?? sign);

/** One line of text. Only for previews: nothing is made safe by it. */
export const plainText = (text: string): string => text.replace(/\s+/g, ' ').trim();
export const plainTextOfHtml = (html: string): string =>
  plainText(unescapeHtml(html.replace(/<(style|script)\b[^>]*>[\s\S]*?<\/\1>/gi, ' ').replace(/<[^>]*>/g, ' ')));
