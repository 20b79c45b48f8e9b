/** A macro's title with folders in it: what it is called there, and the folders from the outermost in. */
type TitleParts = { readonly folder: readonly string[]; readonly name: string };

/** `::` parts folders from each other and from the name, as in Zendesk. */
export function titleParts(title: string): TitleParts {
  const parts = title
    .split('::')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return { folder: parts.slice(0, -1), name: parts.at(-1) ?? title };
}

/** A whole title as people read one: `Orders › Late`. */
export function titleInWords(title: string): string {
  const { folder, name } = titleParts(title);
  return [...folder, name].join(' › ');
}
