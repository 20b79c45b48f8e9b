import { fileResponseSchema } from '#shared/canned/canned-file.ts';
import type { CannedResponse } from '#shared/canned/canned-response.ts';
import type { TextKey } from '#shared/i18n/catalogue.ts';
import { err, ok, type Result } from '#shared/result.ts';

/** What the store alone knows to be wrong with a shortcode. */
export const TAKEN = 'canned.change.shortcode-taken' satisfies TextKey;

/** A response that is changed, or, without an id, what a new one begins with. */
export type Began = Omit<CannedResponse, 'id' | 'updatedAt'> & { readonly id: string | null };

/** A response as it is typed. The key of a text lasts while others come and go. */
export type CannedForm = {
  readonly shortcode: string;
  readonly title: string;
  readonly folder: string;
  readonly tags: string;
  readonly scope: CannedResponse['scope'];
  readonly variants: readonly { readonly key: number; readonly locale: string; readonly text: string }[];
};

export type FormField = 'shortcode' | 'title' | 'folder' | 'tags' | `locale ${number}` | `text ${number}`;
/** What is wrong, by field. */
export type FormProblems = ReadonlyMap<FormField, TextKey>;

export const formOf = ({ shortcode, title, folder, tags, scope, variants }: Began): CannedForm => ({
  shortcode,
  title,
  folder: folderText(folder),
  tags: tags.join(', '),
  scope,
  variants: variants.map(({ locale, text }, key) => ({ key, locale: locale ?? '', text })),
});

export const isTouched = (form: CannedForm, began: Began): boolean =>
  JSON.stringify(form) !== JSON.stringify(formOf(began));

/** A language as a page may name one. */
export function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text.trim()).length > 0;
  } catch {
    return false;
  }
}

export const folderText = (folder: readonly string[]): string => folder.join(' › ');

/** Signs that part names may stand in a name that came from a file: what is not touched stays as it is. */
const namesIn = (text: string, parted: RegExp, before: readonly string[], beforeText: string): readonly string[] =>
  text === beforeText
    ? before
    : text
        .split(parted)
        .map((name) => name.trim())
        .filter((name) => name !== '');

/** The response that was typed, or everything that is wrong with it. Whether its shortcode is taken is the store's to say. */
export function readForm(
  form: CannedForm,
  began: Began,
): Result<Omit<CannedResponse, 'id' | 'updatedAt'>, FormProblems> {
  const before = formOf(began);
  const response = {
    shortcode: form.shortcode.trim().replace(/^\//u, ''),
    title: form.title.trim(),
    folder: namesIn(form.folder, /[›>]/u, began.folder, before.folder),
    tags: namesIn(form.tags, /,/u, began.tags, before.tags),
    scope: form.scope,
    variants: form.variants.map(({ locale, text }) => ({ locale: locale.trim() || null, text })),
    files: began.files,
  };
  const problems = new Map<FormField, TextKey>();
  for (const { path } of fileResponseSchema.safeParse(response).error?.issues ?? []) {
    const [property, index, inside] = path;
    if (property === 'variants' && typeof index === 'number')
      problems.set(
        `${inside === 'locale' ? inside : 'text'} ${index}`,
        inside === 'locale' ? 'canned.form.problem.locale' : 'canned.form.problem.text',
      );
    else if (property === 'shortcode') problems.set('shortcode', 'canned.form.problem.shortcode');
    else if (property === 'folder') problems.set('folder', 'canned.form.problem.folder');
    else if (property === 'tags') problems.set('tags', 'canned.form.problem.tags');
    else problems.set('title', 'canned.form.problem.title');
  }
  const seen = new Set<string>();
  for (const [index, { locale, text }] of response.variants.entries()) {
    const language = locale?.toLowerCase() ?? '';
    if (seen.has(language)) problems.set(`locale ${index}`, 'canned.form.problem.localeTwice');
    seen.add(language);
    if (text.trim() === '') problems.set(`text ${index}`, 'canned.form.problem.text');
  }
  return problems.size > 0 ? err(problems) : ok(response);
}

/** What was said to be wrong and still is, now that something was `changed`; what is newly wrong is said when it is saved. */
export function stillWrong(
  before: FormProblems,
  now: { readonly form: CannedForm; readonly began: Began; readonly changed: Partial<CannedForm> },
): FormProblems {
  if (before.size === 0) return before;
  const read = readForm(now.form, now.began);
  const isWrong = (field: FormField, why: TextKey): boolean =>
    why === TAKEN ? now.changed.shortcode === undefined : !read.ok && read.error.has(field);
  return new Map([...before].filter(([field, why]) => isWrong(field, why)));
}
