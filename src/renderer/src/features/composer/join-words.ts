import { CARRIED_FIELD, carriedBy, carriedTogether, carrying } from '#shared/macros/carried.ts';
import { isEmpty, NO_WORDS, saysNothing, type Words } from './draft-place.ts';
import { addFiles } from './files/add-files.ts';

export const GAP = '\n\n';

export const wordsAtStart = (text: string, fields: Words['fields'], files: Words['files']): Words => ({
  text,
  cursorAt: text.length,
  fields,
  files,
});

/** What comes back stands before what is in the draft, whose own fields stay; what macros have put beside the two is done together. */
export const joined = (words: Words, before: Words): Words => ({
  text: [words.text, before.text].filter((text) => text.trim() !== '').join(GAP),
  cursorAt: words.cursorAt,
  fields: fieldsTogether(words.fields, before.fields),
  files: addFiles(words.files, before.files),
});

/** The draft without the words that were put before it; what has been typed since stays. */
export function parted(words: Words, before: Words, now: Words): Words {
  const files = now.files.filter((file) => !hasBytes(words.files, file) || hasBytes(before.files, file));
  const put = joined(words, before);
  if (now.text === put.text) return isEmpty({ ...before, files }) ? NO_WORDS : { ...before, files };
  const isCarriedStill = now.fields[CARRIED_FIELD] === put.fields[CARRIED_FIELD];
  const fields = isCarriedStill ? carrying(now.fields, carriedBy(before.fields)) : now.fields;
  if (!now.text.startsWith(words.text)) return { ...now, fields, files };
  const text = now.text.slice(words.text.length).trimStart();
  return { ...now, text, cursorAt: Math.min(now.cursorAt, text.length), fields, files };
}

/** Whether a draft already says what would come back. */
export const holds = (draft: Words, words: Words): boolean =>
  !saysNothing(words) &&
  (words.text === '' || `${GAP}${draft.text}${GAP}`.includes(`${GAP}${words.text}${GAP}`)) &&
  words.files.every((file) => hasBytes(draft.files, file));

export const hasBytes = (files: Words['files'], { sha256 }: Words['files'][number]): boolean =>
  files.some((file) => file.sha256 === sha256);

/** Whether a form is filled for somebody else or about something else: to join the two would tell one customer of another. */
export function isOtherForm(words: Words, form: Words): boolean {
  if (words.fields['to'] !== undefined && !isEmpty(form)) return FORWARD.some((name) => differ(words, form, name));
  const [whom, subject] = [whomOf(form.fields), form.fields['subject'] ?? ''];
  return (
    (whom !== '' && whom !== whomOf(words.fields)) || (subject !== '' && subject !== (words.fields['subject'] ?? ''))
  );
}

const whomOf = (fields: Words['fields']): string =>
  WHOM.map((name) => fields[name] ?? '').find((value) => value !== '') ?? '';
const WHOM = ['requesterId', 'requesterEmail', 'requesterName', 'requesterText'] as const;

function fieldsTogether(first: Words['fields'], second: Words['fields']): Words['fields'] {
  const fields = { ...first, ...filled(second) };
  const [earlier, later] = [carriedBy(first), carriedBy(second)];
  return earlier && later ? carrying(fields, carriedTogether(earlier, later)) : fields;
}

/** What goes to people outside a ticket is joined with nothing but itself. */
const FORWARD = ['to', 'subject', 'originals'] as const;
const differ = (one: Words, other: Words, name: string): boolean =>
  (one.fields[name] ?? '') !== (other.fields[name] ?? '');

const filled = (fields: Words['fields']): Words['fields'] =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ''));
