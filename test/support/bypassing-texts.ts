import type { Desk } from '../../src/renderer/src/store/desk-api.ts';

/** The fields of a desk's answers that a person wrote: what they hold may be shown as it is. */
const WRITTEN = new Set([
  ...['name', 'email', 'phone', 'notes', 'timeZone', 'subject', 'preview', 'number', 'title', 'label', 'text', 'html'],
  ...['tags', 'path', 'description', 'content', 'requesterName', 'assigneeName', 'authorName', 'f-order'],
]);

/** Everything that people wrote in what a desk answers. */
export async function textsOf(desk: Desk): Promise<readonly string[]> {
  const { rows } = await desk.rows({ viewId: 'own:recent', sort: null, offset: 0, limit: 200 });
  const answers = await Promise.all([
    ...rows.flatMap(({ id }) => [desk.ticket(id), desk.conversation(id)]),
    desk.views(),
    desk.facts(rows[0]?.accountId ?? ''),
    desk.articles(),
    desk.people({ accountId: rows[0]?.accountId ?? '', text: '' }),
  ]);
  const texts = new Set<string>();
  const collect = (value: unknown, written: boolean): void => {
    if (typeof value === 'string' && written && value !== '') texts.add(value).add(initialsOf(value));
    else if (Array.isArray(value)) for (const each of value) collect(each, written);
    else if (typeof value === 'object' && value !== null)
      for (const [key, each] of Object.entries(value)) collect(each, WRITTEN.has(key));
  };
  collect([rows, answers], false);
  // The longest first, so that none is taken apart by a shorter one.
  return [...texts].sort((one, other) => other.length - one.length);
}

/** What stands for a picture of a person. */
const initialsOf = (name: string): string =>
  [...name.matchAll(/(?:^| )(\p{Lu})/gu)]
    .map(([, letter]) => letter)
    .slice(0, 2)
    .join('') || name;

const SPOKEN = ['aria-label', 'aria-description', 'title', 'placeholder', 'alt'] as const;

/** Keys are as the keyboard has them, and times as `Intl` writes them. */
const ELSEWHERE = 'kbd, time, script, style';

/**
 * Every text of the page, shown or spoken, with letters that are neither in the pseudo locale's brackets nor in `written`:
 * what is left of it, with where it stands.
 */
export function bypassingTexts(root: Element, written: readonly string[]): readonly string[] {
  const found: string[] = [];
  const look = (text: string | null, element: Element): void => {
    if (text === null || element.closest(ELSEWHERE)) return;
    let rest = withoutBrackets(text);
    for (const other of written) rest = rest.replaceAll(other, '');
    if (/\p{L}/u.test(rest)) found.push(`${element.tagName.toLowerCase()}: ${text.trim()}`);
  };
  for (const element of [root, ...root.querySelectorAll('*')]) {
    for (const name of SPOKEN) look(element.getAttribute(name), element);
    for (const node of element.childNodes) if (node instanceof Text) look(node.data, element);
  }
  return [...new Set(found)];
}

/** A text may be set into another: the innermost go first. */
function withoutBrackets(text: string): string {
  const less = text.replace(/⟦[^⟦⟧]*⟧/g, '');
  return less === text ? text : withoutBrackets(less);
}
