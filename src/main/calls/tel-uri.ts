/**
 * The address by which a system dials a number (RFC 3966); null for what is no number. Signs between the digits go, an extension
 * stays, and letters count as on a keypad.
 */
export function telUri(number: string): string | null {
  const [, main = '', extension] = /^(.*?)(?:\s*(?:;ext=|ext\.?|x|#)\s*(\d{1,7}))?$/iu.exec(number.trim()) ?? [];
  // A word alone is nobody's number: `anonymous` has digits on a keypad, too.
  if (!/^[+\d(*#]/.test(main)) return null;
  const dialled = onKeypad(main).replace(/[\s().\-/]/g, '');
  if (!/^(?:\+?\d[\d*]{1,24}|[*#][\d*#]{1,24})$/.test(dialled)) return null;
  const subscriber = dialled.replaceAll('#', '%23');
  return extension === undefined ? `tel:${subscriber}` : `tel:${subscriber};ext=${extension}`;
}

/** ITU-T E.161: `abc` is 2 … `wxyz` is 9. */
const onKeypad = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => '22233344455566677778889999'[letter.toLowerCase().charCodeAt(0) - 97] ?? '');
