import { numbersInWords } from '#shared/calls/numbers-in-words.ts';

export type Piece = { readonly text: string; readonly target: string | null };

const FOUND = /\bhttps?:\/\/[^\s<>"']+|\bwww\.[^\s<>"']+\.[^\s<>"']+|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu;

/** Addresses and telephone numbers in plain text. Punctuation that ends a sentence, and a bracket that was opened before the address, are not theirs. */
export function linkify(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(FOUND)) {
    const address = trimEnd(match[0]);
    pieces.push(...withNumbers(text.slice(at, match.index)));
    pieces.push({ text: address, target: targetOf(address) });
    at = match.index + address.length;
  }
  pieces.push(...withNumbers(text.slice(at)));
  return pieces;
}

function withNumbers(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  const plain = (until: number): void => {
    if (until > end) pieces.push({ text: text.slice(end, until), target: null });
  };
  for (const { at, length, number } of numbersInWords(text)) {
    plain(at);
    end = at + length;
    pieces.push({ text: text.slice(at, end), target: `tel:${number}` });
  }
  plain(text.length);
  return pieces;
}

function targetOf(address: string): string {
  if (/^https?:/i.test(address)) return address;
  return /^www\./i.test(address) ? `https://${address}` : `mailto:${address}`;
}

function trimEnd(address: string): string {
  let end = address.replace(/[.,;:!?…*'"’”»]+$/u, '');
  while (/[)\]}]$/.test(end) && !/[([{]/.test(end)) end = end.slice(0, -1).replace(/[.,;:!?]+$/, '');
  return end;
}
