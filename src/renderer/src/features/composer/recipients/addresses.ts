/** Addresses as they are typed into one field, parted by commas, semicolons or spaces. Each once, whatever its case. */
export function addressesIn(text: string | undefined): readonly string[] {
  const found = new Map<string, string>();
  for (const address of (text ?? '').split(/[\s,;]+/))
    if (address !== '' && !found.has(address.toLowerCase())) found.set(address.toLowerCase(), address);
  return [...found.values()];
}

/** What is being typed after the last comma: a name may have spaces in it. */
export const lastPart = (text: string): string => /[^,;]*$/.exec(text)?.[0].trimStart() ?? '';

/** An address in place of what is being typed, ready for the next. */
export const withAddress = (text: string, address: string): string =>
  `${text.slice(0, text.length - lastPart(text).length).trimEnd()} ${address}, `.trimStart();
