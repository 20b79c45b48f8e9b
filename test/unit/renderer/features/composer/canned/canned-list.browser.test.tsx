import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { useInterface } from '../../../../../../src/renderer/src/state/interface-state.ts';
import type { CannedChoice, CannedQuery } from '../../../../../../src/renderer/src/store/desk-own.ts';
import type { MountedPane } from '../../../../../support/mount-pane.tsx';
import { firstTicketId, mountTicket } from '../../../../../support/mount-ticket.tsx';
import { createSampleDesk, type SampleDesk } from '../../../../../support/sample-desk.ts';

const RESPONSES = 60;
const choiceOf = (shortcode: string): CannedChoice => ({
  id: shortcode.padStart(26, '0'),
  shortcode,
  title: `About ${shortcode}`,
  folder: [],
  tags: [],
  scope: 'team',
  files: [],
  variants: [{ locale: null, text: `Hello {{ticket.requester.name}},\nall about ${shortcode}.` }],
  matched: null,
  excerpt: { text: '', from: 0, to: 0 },
  uses: 0,
});
const CODES = Array.from({ length: RESPONSES }, (_, index) => `${'abcdef'[index % 6]}${index}`);

let pane: MountedPane;
let desk: SampleDesk;
let answers: (() => void)[] = [];
let asked: string[] = [];
let isHeldUp = false;
let codes: readonly string[] = CODES;
/** What the requester is called in templates. */
let name = '';
let files: CannedChoice['files'] = [];

beforeEach(async () => {
  desk = createSampleDesk({ tickets: 4 });
  isHeldUp = false;
  codes = CODES;
  name = 'Marit';
  files = [];
  asked = [];
  answers = [];
  const findCanned = async ({ text, limit }: CannedQuery): Promise<readonly CannedChoice[]> => {
    asked.push(text);
    if (isHeldUp) await new Promise<void>((resolve) => answers.push(resolve));
    return codes
      .filter((code) => code.startsWith(text))
      .slice(0, limit)
      .map((code) => ({ ...choiceOf(code), files }));
  };
  const templateData: SampleDesk['templateData'] = async (wanted) =>
    (await desk.templateData(wanted)).map((data) =>
      data?.ticket.requester
        ? { ...data, ticket: { ...data.ticket, requester: { ...data.ticket.requester, name } } }
        : null,
    );
  pane = await mountTicket({ ...desk, findCanned, templateData }, await firstTicketId(desk));
  await userEvent.keyboard('r');
  await vi.waitUntil(() => document.activeElement === field());
});
afterEach(() => {
  vi.restoreAllMocks();
  pane.unmount();
});

const field = (): HTMLTextAreaElement | null =>
  pane.host.querySelector<HTMLTextAreaElement>('[data-context="composer"] > textarea');
const options = (): readonly string[] =>
  [...document.querySelectorAll('[role="option"]')].map(({ textContent }) => textContent?.split('About')[0] ?? '');
const active = (): Element | null => document.getElementById(field()?.getAttribute('aria-activedescendant') ?? '');

it('lists those in sight, and the others as one goes on', async () => {
  await userEvent.keyboard('/');
  await expect.poll(() => options().length).toBeGreaterThan(4);
  expect(options().length).toBeLessThan(12);
  expect(active()?.getAttribute('aria-setsize')).toBe('50');
  await userEvent.keyboard('{ArrowUp}');
  expect(options()).toHaveLength(50);
  expect(active()?.getAttribute('aria-posinset')).toBe('50');
  const list = document.querySelector('[role="listbox"]');
  await expect
    .poll(() => (active()?.getBoundingClientRect().bottom ?? 0) <= (list?.getBoundingClientRect().bottom ?? 0))
    .toBe(true);
  await userEvent.keyboard('b');
  await expect.poll(() => options()[0]).toBe('/b1');
  expect(list?.scrollTop).toBe(0);
});

it('has what it lists before a letter is typed at hand when the sign is', async () => {
  await expect.poll(() => asked).toEqual(['']);
  isHeldUp = true;
  await userEvent.keyboard('/');
  await expect.poll(() => options()[0]).toBe('/a0');
  expect(asked).toEqual(['']);
});

it('takes by Enter what the letters mean, also where the list has not come to them yet', async () => {
  await userEvent.keyboard('/');
  await expect.poll(() => options().length).toBeGreaterThan(0);
  isHeldUp = true;
  await userEvent.keyboard('c{Enter}');
  expect(field()?.value).toBe('/c');
  isHeldUp = false;
  for (const answer of answers) answer();
  await expect.poll(() => field()?.value).toContain('all about c2.');
  expect(field()?.value).not.toContain('/c');
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(field()?.value).toBe('/c');
});

/** How often the worker that fills in has been given a response's text, and has answered. */
function watchFilling(words: string): { readonly given: () => number; readonly answered: () => number } {
  let [given, answered] = [0, 0];
  const post = Worker.prototype.postMessage;
  vi.spyOn(Worker.prototype, 'postMessage').mockImplementation(function (this: Worker, message: unknown) {
    if (JSON.stringify(message).includes(words)) given += 1;
    this.addEventListener('message', ({ data }) => {
      if (JSON.stringify(data).includes(words)) setTimeout(() => answered++);
    });
    post.call(this, message);
  });
  return { given: () => given, answered: () => answered };
}
/** The Enter by itself: what it does in its own task is done when this returns. */
const pressEnter = (): void =>
  void field()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));

it('has the one with the bar filled in before the Enter, which only puts it in', async () => {
  const filling = watchFilling('all about c2');
  await userEvent.keyboard('/c');
  await expect.poll(() => options()[0]).toBe('/c2');
  await expect.poll(filling.answered).toBeGreaterThan(0);
  pressEnter();
  expect(field()?.value).toBe('Hello Marit,\nall about c2.');
  expect(filling.given()).toBe(1);
});

it('fills in anew what was filled in ahead of a change of the ticket', async () => {
  const filling = watchFilling('all about c2');
  await userEvent.keyboard('/c');
  await expect.poll(filling.answered).toBeGreaterThan(0);
  name = 'Maria';
  const { openTicketId } = useInterface.getState();
  if (openTicketId === null) throw new Error('no ticket is open');
  const change = { type: 'changed', views: false, outbox: false, articles: false, facts: false } as const;
  desk.emit({ ...change, ticketIds: [openTicketId] });
  pressEnter();
  await expect.poll(() => field()?.value).toBe('Hello Maria,\nall about c2.');
});

describe('without any response', () => {
  beforeEach(async () => {
    codes = [];
    desk.emit({ type: 'own-lists', macros: false, responses: true });
    await vi.waitUntil(() => asked.length === 2);
  });

  it('says behind the sign that there is none, and makes one by Enter', async () => {
    let made = 0;
    const remove = pane.registry.register('canned.new', { run: () => made++ });
    await userEvent.keyboard('Dear /');
    await expect.poll(() => active()?.textContent).toContain('New response');
    expect(document.body.textContent).toContain('There are no canned responses yet. Enter makes the first.');
    await userEvent.keyboard('{Enter}');
    expect(made).toBe(1);
    expect(field()?.value).toBe('Dear ');
    remove();
  });

  it('leaves alone what is typed on behind the sign', async () => {
    await userEvent.keyboard('/u');
    await expect.poll(() => asked).toContain('u');
    expect(active()).toBeNull();
    await userEvent.keyboard('sr{Enter}');
    expect(field()?.value).toBe('/usr\n');
  });
});

it('attaches every file of a response', async () => {
  files = ['a.pdf', 'b.pdf'].map((file, index) => ({
    name: file,
    mimeType: 'application/pdf',
    size: 10,
    sha256: String(index).repeat(64),
  }));
  await userEvent.keyboard('/c');
  await expect.poll(() => options()[0]).toBe('/c2');
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(() => [...pane.host.querySelectorAll('[data-file]')].map((item) => item.getAttribute('data-file')))
    .toEqual(['a.pdf', 'b.pdf']);
});
