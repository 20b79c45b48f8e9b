import { attachmentWords } from './attachment-words.ts';
import { excerpt, type Finding, type Written } from './guard.ts';
import { ownWords } from './own-words.ts';

/** The words promise a file and none goes with them: the customer has to write again for it. Quoted words promise nothing. */
export function attachment({ kind, text, files }: Written): Finding | null {
  if (kind === 'note' || files > 0) return null;
  const languages = Object.values(attachmentWords());
  for (const sentence of sentencesOf(ownWords(text).normalize('NFC')))
    for (const { says, other } of languages) {
      const said = says.exec(sentence)?.[0];
      if (said !== undefined && !other.test(sentence)) return { guard: 'attachment', what: excerpt(said) };
    }
  return null;
}

const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.!?…])\s|\n\s*\n/u);
