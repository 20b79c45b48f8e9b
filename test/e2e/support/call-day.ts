import type { Locator } from '@playwright/test';
import type { PracticeDesk } from '#main/practice-desk/index.ts';
import { z } from '#shared/schema.ts';
import { agentAt } from './agent.ts';
import { connect, startDesk } from './desk.ts';
import { expect } from './fixtures.ts';
import { type Hands, handsAt } from './keyboard-only.ts';
import { type KillableConsole, startKillableConsole } from './killable-console.ts';
import { storeOf } from './store-calls.ts';

export const ANSWER = 'Control+Shift+O';
export const NOTE = 'Control+Shift+J';
export const HANG_UP = 'Control+Shift+E';
export const FINISH = 'Control+Shift+Y';

/** The ticket whose reply is half written whenever it rings. */
export const DIARY = 'Where is the parcel from Tuesday';

const ticketSchema = z.object({
  id: z.number(),
  subject: z.string(),
  status: z.string(),
  requester_id: z.number(),
  tags: z.array(z.string()),
});
const commentSchema = z.object({ body: z.string(), public: z.boolean(), author_id: z.number() });
const userSchema = z.object({ id: z.number(), name: z.string(), phone: z.string().nullable() });

/** A ticket and all that was said in it, as the helpdesk answers over HTTP. */
export type Reading = z.infer<typeof ticketSchema> & { readonly comments: readonly z.infer<typeof commentSchema>[] };

export type CallDay = {
  readonly desk: PracticeDesk;
  readonly console: KillableConsole;
  readonly hands: () => Hands;
  readonly read: (ticketId: number) => Promise<Reading>;
  /** Ids of all tickets that are called so, or have it in a message. */
  readonly withWords: (words: string) => Promise<readonly number[]>;
  /** What a telephone system sends. */
  readonly telephone: (fields: Readonly<Record<string, string>>) => Promise<void>;
  readonly tickets: Readonly<Record<string, number>>;
  readonly dispose: () => Promise<void>;
};

export type Customer = { readonly name: string; readonly phone: string; readonly subject: string };

/** A console with one account, customers who have telephones, and a telephone system that knows its address. */
export async function startCallDay(customers: readonly Customer[]): Promise<CallDay> {
  const desk = await startDesk();
  const console = await startKillableConsole([], { calls: { webhook: true, country: 'NO' } });
  const dispose = async (): Promise<void> => {
    await console.dispose();
    await desk.stop();
  };
  try {
    const { email, apiToken, userId } = desk.credentials.agent;
    const authorization = `Basic ${Buffer.from(`${email}/token:${apiToken}`).toString('base64')}`;
    const ask = async (path: string, body?: object): Promise<unknown> => {
      const response = await fetch(`${desk.url}/api/v2/${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { authorization, 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      expect(response.ok, `${path} ${response.status}`).toBe(true);
      return response.json();
    };
    const read = async (ticketId: number): Promise<Reading> => {
      const { ticket } = z.object({ ticket: ticketSchema }).parse(await ask(`tickets/${ticketId}.json`));
      const { comments } = z
        .object({ comments: z.array(commentSchema) })
        .parse(await ask(`tickets/${ticketId}/comments.json`));
      return { ...ticket, comments };
    };
    const withWords = async (words: string): Promise<readonly number[]> => {
      const found: number[] = [];
      for (let page = 1; ; page++) {
        const list = z
          .object({ tickets: z.array(ticketSchema), next_page: z.string().nullable() })
          .parse(await ask(`tickets.json?per_page=100&page=${page}`));
        for (const { id, subject } of list.tickets) {
          const said = subject.includes(words) || (await read(id)).comments.some(({ body }) => body.includes(words));
          if (said) found.push(id);
        }
        if (list.next_page === null) return found;
      }
    };
    const tickets: Record<string, number> = {};
    for (const { name, phone, subject } of [...customers, { name: 'Diary Person', phone: '', subject: DIARY }]) {
      const address = `${name.toLowerCase().replaceAll(' ', '.')}@customers.example`;
      const made = await ask('users.json', {
        user: { name, email: address, ...(phone === '' ? {} : { phone }), role: 'end-user' },
      });
      const { user } = z.object({ user: userSchema }).parse(made);
      if (subject !== '')
        tickets[subject] = desk.act.createTicket({
          subject,
          text: 'Can you help me?',
          requesterId: user.id,
          assigneeId: userId,
        }).id;
    }
    const page = console.page();
    await connect(agentAt(page), desk);
    await agentAt(page).synced('Test desk');
    const token = z.object({ value: z.string() }).parse(await storeOf(page).newTelephoneToken()).value;
    const { address } = z
      .object({ value: z.object({ address: z.string() }) })
      .parse(await storeOf(page).telephone()).value;
    const telephone = async (fields: Readonly<Record<string, string>>): Promise<void> => {
      const told = await fetch(`${address}${token}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ direction: 'in', to: '+4722000000', ...fields }),
      });
      expect(told.status, await told.text()).toBe(200);
    };
    return {
      desk,
      console,
      hands: () => handsAt(console.page()),
      read,
      withWords,
      telephone,
      tickets,
      dispose,
    };
  } catch (error) {
    await dispose();
    throw error;
  }
}

/** Goes to a ticket by its subject. */
export async function openBySubject({ console, hands }: CallDay, subject: string): Promise<void> {
  const page = console.page();
  const isTyping = (): Promise<boolean> =>
    page.evaluate(() => document.activeElement?.matches('input, textarea') ?? false);
  // From the notes to the reply, and from there to the ticket.
  for (let pressed = 0; pressed < 3 && (await isTyping()); pressed++) await hands().press('Escape');
  await hands().press('/');
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
  await expect(page.getByRole('heading', { name: subject, exact: true })).toBeVisible();
  await expect(page.getByRole('article').first()).toBeVisible({ timeout: 30_000 });
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
