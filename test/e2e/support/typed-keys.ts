import type { Page } from '@playwright/test';

export type TypedKey = { readonly key: string; readonly code: string; readonly ctrl?: boolean };

/** What the keys of these letters of US QWERTY type with the Ukrainian layout on. */
const UKRAINIAN: Readonly<Record<string, string>> = {
  e: 'у',
  g: 'п',
  j: 'о',
  k: 'л',
  m: 'ь',
  r: 'к',
};

/** A key of a keyboard with the Ukrainian layout on, by the letter that is printed on it for US QWERTY. */
export const ukrainian = (letter: string, ctrl = false): TypedKey => ({
  key: UKRAINIAN[letter] ?? letter,
  code: /\d/.test(letter) ? `Digit${letter}` : `Key${letter.toUpperCase()}`,
  ctrl,
});

/** Presses keys as the system's layout would have it, which Playwright's own keyboard cannot: it knows US only. */
export async function typeKeys(page: Page, keys: readonly TypedKey[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const { key, code, ctrl } of keys) {
    const common = { key, code, modifiers: ctrl ? 2 : 0, windowsVirtualKeyCode: code.charCodeAt(code.length - 1) };
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...common, ...(ctrl ? {} : { text: key }) });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common });
  }
  await session.detach();
}
