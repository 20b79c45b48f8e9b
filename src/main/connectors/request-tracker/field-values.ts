/** The custom field that sites use for tags, whatever its case. */
export const isTagField = (name: string): boolean => /^tags?$/i.test(name);

/** RT gives numbers among the values of a field that holds text. */
export const strings = (values: readonly unknown[]): string[] =>
  values.flatMap((value) => (typeof value === 'string' ? [value] : []));

/** A field that we may not look at is taken for what its values look like. */
