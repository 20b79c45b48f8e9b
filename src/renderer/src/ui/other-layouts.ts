/** What the same keys type, key by key: the letters of US QWERTY, ЙЦУКЕН as Ukrainian has it, and as Russian has it. */
const US = "qwertyuiop[]asdfghjkl;'zxcvbnm,./";
const OTHERS = ['йцукенгшщзхїфівапролджєячсмитьбю.', 'йцукенгшщзхъфывапролджэячсмитьбю.'] as const;

const mapped = (text: string, from: string, to: string): string =>
  Array.from(text, (letter) => to[from.indexOf(letter)] ?? letter).join('');

/** What the keys of a text, in small letters, would have typed on other layouts: `ытщщяу` is `snooze`. Without the text itself. */
export const onOtherLayouts = (text: string): readonly string[] =>
  [...new Set(OTHERS.flatMap((other) => [mapped(text, other, US), mapped(text, US, other)]))].filter(
    (other) => other !== text,
  );
