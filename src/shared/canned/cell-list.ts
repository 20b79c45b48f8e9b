/** Names in one cell, parted by one sign; a backslash in front keeps that sign, or a backslash, in a name. */
export const joinCell = (names: readonly string[], sign: '/' | ';'): string =>
  names.map((name) => name.replaceAll('\\', '\\\\').replaceAll(sign, `\\${sign}`)).join(sign);

/** The names, without spaces around them; empty ones are none. */
export function splitCell(cell: string, sign: '/' | ';'): readonly string[] {
  const names = [''];
  let kept = false;
  for (const character of cell) {
    if (!kept && character === '\\') {
      kept = true;
      continue;
    }
    if (!kept && character === sign) names.push('');
    else names[names.length - 1] += character;
    kept = false;
  }
  return names.map((name) => name.trim()).filter((name) => name !== '');
}
