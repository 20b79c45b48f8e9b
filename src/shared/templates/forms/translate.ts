/** A text with the placeholders of another helpdesk put into ours. */
export type Imported = {
  readonly text: string;
  /** What has no counterpart here and stands in the text as it was, each once. */
  readonly unknown: readonly string[];
};

/** Their placeholder's name, and ours. */
export type Names = Readonly<Record<string, string>>;

/** Replaces what `pattern` finds by what `read` makes of it; null: it has no counterpart. */
export function translate(
  text: string,
  pattern: RegExp,
  read: (groups: readonly (string | undefined)[]) => string | null,
): Imported {
  const unknown = new Set<string>();
  const translated = text.replace(pattern, (whole: string, ...rest: readonly unknown[]) => {
    const groups = rest.map((group) => (typeof group === 'string' ? group : undefined));
    const ours = read(groups);
    if (ours === null) unknown.add(whole);
    return ours ?? whole;
  });
  return { text: translated, unknown: [...unknown] };
}

/** Names are told apart by more than case nowhere. */
export const nameIn = (names: Names, theirs: string): string | null => {
  const wanted = theirs.trim().toLowerCase();
  const found = Object.entries(names).find(([name]) => name.toLowerCase() === wanted);
  return found ? found[1] : null;
};

/** An output, with what stands in for nothing where that was said: an empty text says that nothing is right. */
export function output(name: string | null, fallback: string | undefined): string | null {
  if (name === null) return null;
  return fallback === undefined ? `{{${name}}}` : `{{${name} | default: ${quoted(fallback)}}}`;
}

const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`;

/** `prefix.name` for each name of a person. */
export const personNames = (prefix: string, ours: string, names: Names): Names =>
  Object.fromEntries(Object.entries(names).map(([theirs, name]) => [`${prefix}.${theirs}`, `${ours}.${name}`]));
