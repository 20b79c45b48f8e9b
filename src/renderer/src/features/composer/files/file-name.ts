/** File systems take 255 bytes, and a character may be three: this many leave room for a number and an ending. */
const LONGEST = 78;
const LONGEST_ENDING = 12;

/** What no path may hold, and what turns the direction of writing round, so that an ending looks like another. */
const UNSAFE = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\uFEFF/\\:*?"<>|]+/gu;
/** Names of devices: Windows opens them instead of a file, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** A name under which a file can lie in any folder: no path, nothing hidden, not too long; `file` where nothing is left. */
export function safeName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(UNSAFE, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .replace(DEVICE, (device) => `${device}_`);
  const { stem, ending } = partsOf(clean);
  return stem === '' ? 'file' : `${Array.from(stem).slice(0, LONGEST).join('').trimEnd()}${ending}`;
}

/** The name with a number before its ending where others have it already, whatever their case. */
export function uniqueName(name: string, taken: readonly string[]): string {
  const lower = new Set(taken.map((one) => one.toLowerCase()));
  const { stem, ending } = partsOf(name);
  let unique = name;
  for (let number = 2; lower.has(unique.toLowerCase()); number += 1) unique = `${stem}-${number}${ending}`;
  return unique;
}

function partsOf(name: string): { readonly stem: string; readonly ending: string } {
  const at = name.lastIndexOf('.');
  const hasEnding = at > 0 && name.length - at <= LONGEST_ENDING;
  return hasEnding ? { stem: name.slice(0, at), ending: name.slice(at) } : { stem: name, ending: '' };
}
