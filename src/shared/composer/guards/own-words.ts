/**
 * The words that the agent has written: without quoted lines, and without the signature below `-- `, which mail parts from them
 * (RFC 3676, section 4.3).
 */
export function ownWords(text: string): string {
  const [words = ''] = text.split(/^-- $/m);
  return words
    .split('\n')
    .filter((line) => !/^\s*>/.test(line))
    .join('\n');
}
