import type { CDPSession, Page } from '@playwright/test';

export type TypedKey = {
  readonly key: string;
  readonly code: string;
  readonly ctrl?: boolean;
  readonly shift?: boolean;
};

const LETTERS: readonly (readonly [us: string, ukrainian: string])[] = [
  ['qwertyuiop', 'йцукенгшщз'],
  ['asdfghjkl', 'фівапролд'],
  ['zxcvbnm', 'ячсмить'],
];
/** What the keys of these letters of US QWERTY type with the Ukrainian layout on. */
const UKRAINIAN = new Map(LETTERS.flatMap(([us, ours]) => Array.from(us, (letter, at) => [letter, ours[at] ?? ''])));

/** Letters and signs of the Ukrainian layout that stand on keys of signs and digits, by what they need. */
const SIGNS: Readonly<Record<string, Omit<TypedKey, 'key'>>> = {
  ' ': { code: 'Space' },
  х: { code: 'BracketLeft' },
  ї: { code: 'BracketRight' },
  ж: { code: 'Semicolon' },
  є: { code: 'Quote' },
  б: { code: 'Comma' },
  ю: { code: 'Period' },
  '.': { code: 'Slash' },
  ',': { code: 'Slash', shift: true },
  '/': { code: 'Backslash', shift: true },
  '-': { code: 'Minus' },
  "'": { code: 'Backquote' },
  '!': { code: 'Digit1', shift: true },
  ':': { code: 'Digit6', shift: true },
  '?': { code: 'Digit7', shift: true },
};

/** A key of a keyboard with the Ukrainian layout on, by the letter that is printed on it for US QWERTY. */
export const ukrainian = (letter: string, ctrl = false): TypedKey => ({
  key: UKRAINIAN.get(letter) ?? letter,
  code: /\d/.test(letter) ? `Digit${letter}` : `Key${letter.toUpperCase()}`,
  ctrl,
});

/** The keys that type a text with the Ukrainian layout on. Throws for a sign that is not on it. */
export const ukrainianKeys = (text: string): readonly TypedKey[] =>
  Array.from(text, (key) => {
    const small = key.toLowerCase();
    const shift = small !== key;
    const us = [...UKRAINIAN].find(([, ours]) => ours === small)?.[0];
    if (us !== undefined) return { ...ukrainian(us), key, shift };
    if (/\d/.test(key)) return ukrainian(key);
    const sign = SIGNS[small];
    if (!sign) throw new Error(`The Ukrainian layout does not type “${key}”.`);
    return { shift, ...sign, key };
  });

/** Presses keys as the system's layout would have it, which Playwright's own keyboard cannot: it knows US only. */
export async function typeKeys(page: Page, keys: readonly TypedKey[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const key of keys) await typeKey(session, key);
  await session.detach();
}

async function typeKey(session: CDPSession, { key, code, ctrl = false, shift = false }: TypedKey): Promise<void> {
  const place = /^(?:Key|Digit)(.)$/.exec(code)?.[1]?.charCodeAt(0) ?? 0;
  const common = { key, code, modifiers: (ctrl ? 2 : 0) + (shift ? 8 : 0), windowsVirtualKeyCode: place };
  await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...common, ...(ctrl ? {} : { text: key }) });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common });
}

/** What Telex shows of a Vietnamese word while it is typed: letters without their marks, which come last. */
function telexSteps(word: string): readonly string[] {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
  const steps = Array.from(plain, (_, at) => plain.slice(0, at + 1));
  return word === plain ? steps : [...steps, word];
}

const composed = (session: CDPSession, text: string) =>
  session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });

/**
 * Types by an input method: every word is composed step by step and committed by the space or sign behind it. `whileComposing` runs
 * with the last word still composed, and the word is committed only then.
 */
export async function typeTelex(page: Page, text: string, whileComposing?: () => Promise<void>): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const parts = text.match(/[\p{L}\p{M}]+|[^\p{L}\p{M}]/gu) ?? [];
  for (const [at, part] of parts.entries()) {
    if (/^[\p{L}\p{M}]/u.test(part)) {
      for (const step of telexSteps(part)) await composed(session, step);
      if (at === parts.length - 1) await whileComposing?.();
      await session.send('Input.insertText', { text: part });
    } else if (part === '\n') await page.keyboard.press('Enter');
    else await page.keyboard.type(part);
  }
  await session.detach();
}

/**
 * Presses a key that the input method takes for itself, as a browser tells the page of it: Chromium on Windows and Linux calls it
 * `Process` with key code 229, Chromium on macOS by its name with 229.
 */
export async function pressInInputMethod(page: Page, code: string, as: 'Process' | 'named'): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const common = { key: as === 'Process' ? 'Process' : code, code, windowsVirtualKeyCode: 229 };
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...common });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common });
  await session.detach();
}
