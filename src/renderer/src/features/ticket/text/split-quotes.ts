import { isAttribution, isHeaderBlock } from '../message-frame/quote-patterns.ts';

export type TextPart = { readonly quoted: boolean; readonly text: string };

/**
 * Parts a plain-text mail into what was written and what it quotes: runs of `>` lines with the attribution above them, and
 * everything below "On … wrote:" or a block of mail headers. A text that only quotes is left whole.
 */
export function splitQuotes(text: string): readonly TextPart[] {
  const lines = text.replace(/\r\n?/g, '\n').trimEnd().split('\n');
  const quoted = lines.map((line) => /^\s{0,3}>/.test(line));
  for (let index = 0; index < lines.length; index += 1) {
    const height = attributionHeight(lines, index);
    if (height === 0) continue;
    const next = nextWords(lines, index + height);
    // An attribution above `>` lines belongs to them; without any, all that follows is quoted.
    const end = next !== null && quoted[next] ? next : lines.length;
    for (let at = index; at < end; at += 1) quoted[at] = true;
    if (end === lines.length) break;
  }
  const parts = grouped(lines, quoted);
  return parts.some((part) => !part.quoted) ? parts : [{ quoted: false, text: lines.join('\n') }];
}

/** How many lines, from `index`, say who wrote what follows; 0 when they do not. Clients wrap the line once. */
function attributionHeight(lines: readonly string[], index: number): number {
  const line = lines[index] ?? '';
  if (line.trim() === '') return 0;
  if (isAttribution(line)) return 1;
  const next = lines[index + 1] ?? '';
  if (next.trim() !== '' && !next.trimStart().startsWith('>') && isAttribution(`${line} ${next}`)) return 2;
  return isHeaderBlock(lines.slice(index, index + 6).join('\n')) ? 1 : 0;
}

function nextWords(lines: readonly string[], from: number): number | null {
  for (let index = from; index < lines.length; index += 1) if ((lines[index] ?? '').trim() !== '') return index;
  return null;
}

function grouped(lines: readonly string[], quoted: readonly boolean[]): readonly TextPart[] {
  const parts: { quoted: boolean; lines: string[] }[] = [];
  lines.forEach((line, index) => {
    const last = parts.at(-1);
    // An empty line belongs to what stands above it.
    const isQuoted = line.trim() === '' && last ? last.quoted : (quoted[index] ?? false);
    if (last && last.quoted === isQuoted) last.lines.push(line);
    else parts.push({ quoted: isQuoted, lines: [line] });
  });
  return parts
    .map((part) => ({ quoted: part.quoted, text: part.lines.join('\n').replace(/^\n+|\s+$/g, '') }))
    .filter((part) => part.text !== '');
}
