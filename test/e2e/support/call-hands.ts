import type { Locator } from '@playwright/test';
import type { DeskReader } from './desk-reader.ts';
import { expect } from './fixtures.ts';
import type { Hands } from './keyboard-only.ts';
import type { KillableConsole } from './killable-console.ts';

export const ANSWER = 'Control+Shift+O';
export const NOTE = 'Control+Shift+J';
export const HANG_UP = 'Control+Shift+E';
export const FINISH = 'Control+Shift+Y';
export const POP = 'Control+Shift+X';
export const DIAL = 'Control+Shift+D';

/** The ticket whose reply is half written whenever it rings. */
export const DIARY = 'Where is the parcel from Tuesday';

/** Somebody at the console who has a telephone, and no mouse. */
export type CallDay = DeskReader & {
  readonly console: KillableConsole;
  readonly hands: () => Hands;
  /** What a telephone system sends. */
  readonly telephone: (fields: Readonly<Record<string, string>>) => Promise<void>;
};

/** Goes back to the half-written reply. */
export async function toReply(day: CallDay): Promise<void> {
  await openBySubject(day, DIARY);
  await day.hands().press('r');
  await expect(replyField(day)).toBeFocused();
}

/** From the notes to the reply, and from there to the ticket. */
async function leaveFields({ console, hands }: CallDay): Promise<void> {
  const isTyping = (): Promise<boolean> =>
    console.page().evaluate(() => document.activeElement?.matches('input, textarea') ?? false);
  for (let pressed = 0; pressed < 3 && (await isTyping()); pressed++) await hands().press('Escape');
}

/** Goes to a ticket by its subject. */
export async function openBySubject(day: CallDay, subject: string): Promise<void> {
  const page = day.console.page();
  await leaveFields(day);
  await day.hands().press('/');
  await chooseBySubject(day, subject);
  await expect(page.getByRole('heading', { name: subject, exact: true })).toBeVisible();
  await expect(page.getByRole('article').first()).toBeVisible({ timeout: 30_000 });
}

/** Types a ticket's subject into a chooser, and takes it. */
async function chooseBySubject({ console, hands }: CallDay, subject: string): Promise<void> {
  const page = console.page();
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await hands().type(subject);
  const wanted = page
    .getByRole('option')
    .filter({ has: page.getByText(subject, { exact: true }) })
    .first();
  await expect(async () => {
    if ((await wanted.getAttribute('data-highlighted', { timeout: 1_000 })) === null) await hands().press('ArrowDown');
    await expect(wanted).toHaveAttribute('data-highlighted', '', { timeout: 100 });
  }).toPass({ intervals: [50] });
  await hands().press('Enter');
}

export const replyField = ({ console }: CallDay): Locator =>
  console.page().getByRole('textbox', { name: 'Your reply' });
export const notesField = ({ console }: CallDay): Locator =>
  console.page().getByRole('textbox', { name: 'Notes of the call' });

/** It rings (or what else `meanwhile` does) in the middle of a word of a reply, whose every letter has to be there, and the caret too. */
export async function keepsTyping(day: CallDay, sentence: string, meanwhile: () => Promise<void>): Promise<void> {
  const field = replyField(day);
  await expect(field).toBeFocused();
  const before = await field.inputValue();
  const half = Math.floor(sentence.length / 2);
  await day.hands().type(sentence.slice(0, half));
  const letters = day.hands().type(sentence.slice(half));
  await Promise.all([letters, meanwhile()]);
  await expect(day.console.page().getByRole('region', { name: 'Calls', exact: true })).toBeVisible();
  await expect(field).toBeFocused();
  await day.hands().type(' ');
  await expect(field).toHaveValue(`${before}${sentence} `);
}

export async function takeNotes(day: CallDay, words: string): Promise<void> {
  await day.hands().press(NOTE);
  await expect(notesField(day)).toBeFocused();
  await day.hands().type(words);
  await expect(notesField(day)).toHaveValue(words);
}

/** Merges the open ticket into another, from wherever the caret is. */
export async function mergeInto(day: CallDay, subject: string): Promise<void> {
  const page = day.console.page();
  await leaveFields(day);
  await day.hands().press('l', 'm');
  await chooseBySubject(day, subject);
  const go = page.getByRole('dialog').getByRole('button', { name: /^Merge into #/ });
  await expect(go).toBeFocused();
  await day.hands().press('Enter');
  await expect(page.getByRole('heading', { name: subject, exact: true })).toBeVisible({ timeout: 30_000 });
}

/** Says how a call that has ended ended, and finishes it; the caret goes back to the reply. */
export async function wrapUp(day: CallDay, disposition: string): Promise<void> {
  const page = day.console.page();
  const choice = page.getByRole('radio', { name: disposition });
  await day.hands().tabTo(page.getByRole('radiogroup', { name: 'How did it end?' }).getByRole('radio').first());
  await day.hands().press((await choice.getAttribute('aria-keyshortcuts')) ?? '');
  await expect(choice).toBeChecked();
  await day.hands().press(FINISH);
  await expect(page.getByRole('region', { name: 'Wrap up the call' })).toHaveCount(0);
}

/** Looks into the log of calls by its key, and comes back: the newest first, each with these words and how long it was. */
export async function expectLogged(day: CallDay, rows: readonly (readonly string[])[]): Promise<void> {
  const page = day.console.page();
  for (let pressed = 0; pressed < 2; pressed++) await day.hands().press('Escape');
  await day.hands().press('g', 'p');
  const logged = page.locator('li[data-outcome]');
  await expect(logged).toHaveCount(rows.length);
  for (const [index, words] of rows.entries()) {
    const row = logged.nth(index);
    for (const one of words) await expect(row).toContainText(one);
    await expect(row).toContainText(/\d:\d\d/);
  }
  await day.hands().press('g', 'i');
}

/** The note of a call is there once, is internal, and nothing else has these words. */
export async function expectNote(day: CallDay, ticketId: number, notes: string, line: RegExp): Promise<void> {
  const saying = async (): Promise<readonly string[]> =>
    (await day.read(ticketId)).comments.filter(({ body }) => body.includes(notes)).map(({ body }) => body);
  await expect.poll(saying, { timeout: 30_000 }).toHaveLength(1);
  const { comments } = await day.read(ticketId);
  const note = comments.filter(({ body }) => body.includes(notes))[0];
  expect(note?.public).toBe(false);
  expect(note?.body.trim()).toMatch(line);
  expect(note?.body.split(notes)).toHaveLength(2);
  expect(await day.withWords(notes)).toEqual([ticketId]);
}

/** A customer calls, as the telephone system tells of it. */
export const ring =
  (day: CallDay, callId: string, from: string, name = '') =>
  () =>
    day.telephone({ event: 'newCall', callId, from, ...(name === '' ? {} : { name }) });
