/** Somebody whose name may stand in words that are to be used again. */
export type Named = { readonly name: string; readonly email: string | null };

/**
 * Words that were written to one customer by one agent, for every customer and agent: their names and addresses become
 * placeholders, and the ticket's number where it is written as one. Names count whole and as they are spelt; a first name is the
 * name's first word, as Zendesk has it. A name that is also a word of the language is taken for the name.
 */
export function namesToPlaceholders(
  words: string,
  { requester, me, number }: { readonly requester: Named | null; readonly me: Named; readonly number: string },
): string {
  const placeholders = new Map<string, string>();
  const put = (what: string | null | undefined, placeholder: string): void => {
    if (what && what.length >= SHORTEST && !placeholders.has(what)) placeholders.set(what, `{{${placeholder}}}`);
  };
  for (const [person, path] of [[requester, 'ticket.requester'] as const, [me, 'current_user'] as const]) {
    if (!person) continue;
    const name = person.name.trim();
    put(name.split(/\s+/)[0], `${path}.first_name`);
    put(name, `${path}.name`);
    put(person.email, `${path}.email`);
  }
  if (number !== '') placeholders.set(`#${number}`, '#{{ticket.id}}');
  const longestFirst = [...placeholders.keys()].sort((a, b) => b.length - a.length).map(escaped);
  if (longestFirst.length === 0) return words;
  const found = new RegExp(`(?<!${LETTER})(?:${longestFirst.join('|')})(?!${LETTER})`, 'gu');
  return words.replace(found, (name) => placeholders.get(name) ?? name);
}

const SHORTEST = 2;
const LETTER = '[\\p{L}\\p{M}\\p{N}_]';
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
