import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { MacroHost } from '../../../../../src/renderer/src/features/macros/index.ts';
import { TicketPane } from '../../../../../src/renderer/src/features/ticket/index.ts';
import { useInterface } from '../../../../../src/renderer/src/state/interface-state.ts';
import type { MacroChoice, MacroQuery } from '../../../../../src/renderer/src/store/desk-own.ts';
import { type MountedPane, mountPane } from '../../../../support/mount-pane.tsx';
import { createSampleDesk, type SampleDesk } from '../../../../support/sample-desk.ts';

const NAMES = ['Refund', 'Resend', 'Return label', 'Close'];
const choiceOf = (name: string): MacroChoice => ({
  macro: {
    id: `mine:${name.padStart(26, '0')}`,
    title: name,
    description: `What ${name} does`,
    accountId: null,
    steps: [{ do: 'write', public: true, mode: 'insert', format: 'markdown', text: `words of ${name}` }],
    restriction: null,
  },
  source: 'mine',
  folder: [],
  name,
  uses: 0,
});

let pane: MountedPane;
let desk: SampleDesk;
let ticketId: string;
let asked: string[];
let planned: number;
let answers: (() => void)[];
let isHeldUp: boolean;

beforeEach(async () => {
  await page.viewport(1440, 900);
  [asked, planned, answers, isHeldUp] = [[], 0, [], false];
  desk = createSampleDesk({ tickets: 4 });
  ticketId = (await desk.rows({ viewId: 'own:inbox', sort: null, offset: 0, limit: 1 })).rows[0]?.id ?? '';
  useInterface.setState({ openTicketId: ticketId, focusedTicketId: ticketId });
  const findMacros = async ({ text }: MacroQuery): Promise<readonly MacroChoice[]> => {
    asked.push(text);
    if (isHeldUp) await new Promise<void>((resolve) => answers.push(resolve));
    return NAMES.filter((name) => name.toLowerCase().startsWith(text)).map(choiceOf);
  };
  const templateData: typeof desk.templateData = async (ids) => {
    planned++;
    return desk.templateData(ids);
  };
  pane = mountPane(
    { ...desk, findMacros, templateData },
    <>
      <TicketPane ticketId={ticketId} />
      <MacroHost />
    </>,
  );
  await vi.waitUntil(() => pane.host.querySelectorAll('article').length > 2);
  await vi.waitUntil(() => asked.length === 1 && asked[0] === '');
});
afterEach(() => pane.unmount());

const dialog = (): HTMLElement | null => document.querySelector('[role="dialog"]');
const options = (): readonly string[] =>
  [...document.querySelectorAll('[role="dialog"] [role="option"]')].map(({ textContent }) => textContent ?? '');
const preview = (): string | null => dialog()?.querySelector('section')?.textContent ?? null;
const words = async (): Promise<string | undefined> => (await desk.draft({ ticketId, kind: 'reply' }))?.text;

it('opens with its list where a ticket has been looked at, without asking anew', async () => {
  isHeldUp = true;
  await userEvent.keyboard('m');
  await expect.poll(() => options().length).toBe(4);
  expect(asked).toEqual(['']);
});

it('plans what stays pointed at, and nothing that is gone over', async () => {
  await userEvent.keyboard('m');
  await vi.waitUntil(() => dialog()?.contains(document.activeElement));
  await expect.poll(preview).toContain('What Refund does');
  const before = planned;
  // In one task, however busy the machine is.
  for (let down = 0; down < 3; down++) {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    await Promise.resolve();
  }
  expect(dialog()?.querySelector('[aria-selected="true"]')?.textContent).toContain('Close');
  await expect.poll(preview).toContain('What Close does');
  expect(planned).toBe(before + 1);
});

it('runs by Enter what the letters mean, also where the list has not come to them yet', async () => {
  await userEvent.keyboard('m');
  await vi.waitUntil(() => dialog()?.contains(document.activeElement));
  await expect.poll(() => options().length).toBe(4);
  isHeldUp = true;
  await userEvent.keyboard('c{Enter}');
  expect(await words()).toBeUndefined();
  isHeldUp = false;
  for (const answer of answers) answer();
  await expect.poll(words).toContain('words of Close');
  await expect.poll(dialog).toBeNull();
});

it('says of words that no composer waits for how they leave, and not where a caret would be', async () => {
  await userEvent.keyboard('m');
  await expect.poll(preview).toContain('Writes at the caret of the reply');
  await userEvent.keyboard('{Escape}');
  await expect.poll(dialog).toBeNull();
  const { rows } = await desk.rows({ viewId: 'own:inbox', sort: null, offset: 0, limit: 2 });
  useInterface.setState({ selected: new Set(rows.map(({ id }) => id)), picker: 'macro' });
  await expect.poll(preview).toContain('Sent as a reply of its own on each ticket');
  expect(preview()).not.toContain('caret');
});
