import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
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

beforeEach(async () => {
  desk = createSampleDesk({ tickets: 4 });
  isHeldUp = false;
  asked = [];
  answers = [];
  const findCanned = async ({ text, limit }: CannedQuery): Promise<readonly CannedChoice[]> => {
    asked.push(text);
    if (isHeldUp) await new Promise<void>((resolve) => answers.push(resolve));
    return CODES.filter((code) => code.startsWith(text))
      .slice(0, limit)
      .map(choiceOf);
  };
  pane = await mountTicket({ ...desk, findCanned }, await firstTicketId(desk));
  await userEvent.keyboard('r');
  await vi.waitUntil(() => document.activeElement === field());
});
afterEach(() => pane.unmount());

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
