/** Long enough to be recognised when it comes again. */
const LONG_WORDS = 8;
/** How many tickets lie between two that share a long sentence. */
const APART = 40;

export const longSentences = (text: string): readonly string[] =>
  text
    .split(/(?<=[.!?。！？؟])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.split(/\s+/).length > LONG_WORDS);

/** Remembers the first messages of a desk, so that a list does not tell one story twice. */
export type Told = {
  /** 0 when nothing in it was told lately; more, the worse it would read. A message that was told before is the worst. */
  readonly repeats: (text: string) => number;
  readonly tell: (text: string) => void;
};

export const createTold = (): Told => {
  const whole = new Set<string>();
  const lately: (readonly string[])[] = [];
  return {
    repeats: (text) => {
      const known = new Set(lately.flat());
      return (whole.has(text) ? 100 : 0) + longSentences(text).filter((sentence) => known.has(sentence)).length;
    },
    tell: (text) => {
      whole.add(text);
      lately.push(longSentences(text));
      if (lately.length > APART) lately.shift();
    },
  };
};
