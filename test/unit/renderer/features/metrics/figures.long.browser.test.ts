import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createCommandRegistry } from '../../../../../src/renderer/src/commands/registry.ts';
import { productPanes } from '../../../../../src/renderer/src/product-panes.ts';
import { useDeskState } from '../../../../../src/renderer/src/state/desk-state.ts';
import { show, useInterface } from '../../../../../src/renderer/src/state/interface-state.ts';
import type {
  DeskMetrics,
  Figure,
  FigureValue,
  MetricsQuery,
} from '../../../../../src/renderer/src/store/desk-metrics.ts';
import { barriersIn } from '../../../../support/barriers.ts';
import { type MountedApp, mountedApp } from '../../../../support/mounted-app.ts';
import { saidBy } from '../../../../support/said-by.ts';
import { sampleMetrics } from '../../../../support/sample-metrics.ts';

const MINUTE = 60_000;
const TICKETS = 200;
let app: MountedApp | null = null;
let asked: MetricsQuery[] = [];
let registry = createCommandRegistry();

beforeEach(() => page.viewport(1440, 900));
afterEach(() => {
  app?.close();
  app = null;
});

/** The whole window at its inbox; figures are answered by what is given or else from the sample's histories. */
async function mount(parts: Partial<DeskMetrics> = {}, settings: Parameters<typeof mountedApp>[0] = {}): Promise<void> {
  asked = [];
  registry = createCommandRegistry();
  const sample = sampleMetrics({
    now: Date.now(),
    tickets: TICKETS,
    headers: async (ids) => app?.desk.headers(ids) ?? [],
  });
  const metrics: DeskMetrics = { ...sample, ...parts };
  app = mountedApp(
    {
      tickets: TICKETS,
      ...settings,
      metrics: {
        ...metrics,
        metrics: (query) => {
          asked.push(query);
          return metrics.metrics(query);
        },
      },
    },
    productPanes(),
    registry,
  );
  await expect.poll(() => document.querySelectorAll('[role="option"]').length).toBeGreaterThan(0);
}

/** The same at the figures. */
async function open(...parts: Parameters<typeof mount>): Promise<void> {
  await mount(...parts);
  await userEvent.keyboard('gs');
  await expect.element(page.getByRole('heading', { name: 'My figures', level: 1 })).toBeInTheDocument();
}

const figures = (): readonly string[] =>
  [...document.querySelectorAll('[id^="figure-"]')].map((row) => saidBy(row).replace(/\s+/g, ' '));
const focused = (): string => document.querySelector('[id^="figure-"][data-focused] :first-child')?.textContent ?? '';
const last30 = (): void => show({ figures: { ...useInterface.getState().figures, range: 'last30' } });

const value = (over: Partial<FigureValue>): FigureValue => ({
  value: null,
  count: 0,
  tickets: 0,
  median: null,
  p90: null,
  tooFew: false,
  ...over,
});
const mean = (minutes: number, count: number): FigureValue =>
  value({ value: minutes * MINUTE, count, tickets: count, median: 20 * MINUTE, p90: 90 * MINUTE, tooFew: count < 5 });
const answering =
  (...shown: readonly Omit<Figure, 'series'>[]): DeskMetrics['metrics'] =>
  async () => ({
    figures: shown.map((figure) => ({ ...figure, series: [] })),
    before: { from: 0, until: 1 },
    coverage: { tickets: 3_214, whole: 3_202, since: Date.UTC(2026, 8, 2, 12), reading: null },
  });

test('a figure is told in its unit, against the range before by sign and word, and not of a few', async () => {
  await open({
    metrics: answering(
      { id: 'first-reply', now: mean(28, 43), before: mean(35, 40) },
      { id: 'agent-wait', now: mean(200, 43), before: mean(100, 40) },
      { id: 'csat', now: value({ value: 0.9, count: 50 }), before: value({ value: 0.96, count: 50 }) },
      { id: 'solved', now: value({ value: 12, count: 12 }), before: value({ value: 9, count: 9 }) },
      { id: 'next-reply', now: mean(28, 4), before: mean(35, 40) },
      { id: 'sla', now: value({ tooFew: true }), before: value({ tooFew: true }) },
    ),
  });
  await expect
    .poll(figures)
    .toEqual([
      'First reply time28m-20% bettermedian 20m',
      'Agent wait3h 20m+100%median 20m',
      'Satisfaction90%-6 points worse',
      'Solved12+3 better',
      'Reply timeToo few',
      'SLA attainmentNone',
    ]);
  await expect
    .element(page.getByText('From 3,214 tickets synced here, since September 2, 2026 · 12 have no full history'))
    .toBeInTheDocument();
});

test('while tickets are read it is said how far that is', async () => {
  await open({
    metrics: async () => ({
      figures: [],
      before: { from: 0, until: 1 },
      coverage: { tickets: 1_200, whole: 1_200, since: null, reading: { read: 1_200, of: 3_214 } },
    }),
  });
  await expect.element(page.getByText('1,200 of 3,214 read · From 1,200 tickets synced here')).toBeInTheDocument();
  await expect.element(page.getByText('Reading the tickets')).toBeInTheDocument();
});

test('keys lead through the figures, into one, to a ticket behind it and all the way back', async () => {
  await open();
  last30();
  await expect.poll(() => figures().length).toBeGreaterThan(5);
  await userEvent.keyboard('j');
  await expect.poll(focused).toBe('Reply time');
  await userEvent.keyboard('k{Enter}');
  await expect.element(page.getByRole('region', { name: 'First reply time' })).toHaveFocus();
  await expect.element(page.getByRole('heading', { name: 'Tickets behind it' })).toBeInTheDocument();
  // J leads on from the page as well.
  await userEvent.keyboard('j');
  await expect.element(page.getByRole('region', { name: 'Reply time', exact: true })).toBeInTheDocument();
  await userEvent.keyboard('k');
  await expect.element(page.getByRole('region', { name: 'First reply time' })).toBeInTheDocument();

  const rows = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-ticket]')];
  await expect.poll(() => rows().length).toBeGreaterThan(5);
  rows()[0]?.focus();
  await userEvent.keyboard('j');
  expect(document.activeElement).toBe(rows()[1]);
  const second = rows()[1]?.dataset.ticket ?? '';
  const third = rows()[2]?.dataset.ticket ?? '';
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => useInterface.getState().openTicketId).toBe(second);
  await expect.poll(() => document.querySelector('[data-figure-page]')).toBeNull();
  await expect.poll(() => registry.canRun('list.next')).toBe(true);
  await userEvent.keyboard('j');
  await expect.poll(() => useInterface.getState().openTicketId).toBe(third);
  await userEvent.keyboard('u');
  await expect.poll(() => document.activeElement?.getAttribute('data-ticket')).toBe(third);
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('listbox', { name: 'Figures' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByText('No figure is open')).toBeInTheDocument();
});

test('another range or filter is asked anew and painted', async () => {
  await open();
  await expect.poll(() => asked.at(-1)?.kind).toBe('day');
  page.getByRole('button', { name: 'Today' }).element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('menuitemradio', { name: 'Today' })).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{Enter}');
  await expect.poll(() => asked.at(-1)?.kind).toBe('span');
  await expect.element(page.getByRole('button', { name: 'Last 30 days' })).toBeInTheDocument();
  const countOf = (): string => figures().find((row) => row.startsWith('Solved')) ?? '';
  await expect.poll(countOf).toMatch(/^Solved\d/);
  const all = countOf();

  page.getByRole('button', { name: 'Figures of: Mine · All hours' }).element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('menuitemradio', { name: 'Mine' })).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.poll(() => asked.at(-1)?.mine).toBe(false);
  await expect.poll(countOf).not.toBe(all);
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowRight}');
  await expect.element(page.getByRole('menuitemcheckbox', { name: 'Email' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => asked.at(-1)?.filter).toEqual({ channels: ['email'] });
  await userEvent.keyboard('{Escape}{Escape}');
  await expect
    .element(page.getByRole('button', { name: 'Figures of: Everybody synced here · All hours · Email' }))
    .toBeInTheDocument();
});

test('any days are asked by their dates', async () => {
  await open();
  page.getByRole('button', { name: 'Today' }).element().focus();
  await userEvent.keyboard('{Enter}');
  await userEvent.keyboard('{End}{Enter}');
  await page.getByLabelText('From', { exact: true }).fill('2026-03-02');
  await page.getByLabelText('until', { exact: true }).fill('2026-03-04');
  const day = (text: string): number => new Date(`${text}T00:00`).getTime();
  await expect.poll(() => asked.at(-1)?.range).toEqual({ from: day('2026-03-02'), until: day('2026-03-05') });
  await expect.element(page.getByText('against Feb 27 – Mar 1')).toBeInTheDocument();
});

test('a figure puts its own numbers into its definition, and its chart is a table as well', async () => {
  await open({
    metrics: async () => ({
      figures: [
        {
          id: 'first-reply',
          now: mean(28, 43),
          before: mean(35, 40),
          series: [
            { at: Date.UTC(2026, 10, 25, 12), value: 30 * MINUTE, count: 20 },
            { at: Date.UTC(2026, 10, 26, 12), value: null, count: 0 },
          ],
        },
      ],
      before: { from: 0, until: 1 },
      coverage: { tickets: 43, whole: 43, since: 0, reading: null },
    }),
  });
  show({ openFigure: 'first-reply' });
  await expect.element(page.getByText('1,204 minutes ÷ 43 replies = 28m')).toBeInTheDocument();
  await expect.element(page.getByText('Half took 20m or less, nine in ten 1h 30m or less.')).toBeInTheDocument();
  const table = page.getByRole('table', { name: 'First reply time over time' });
  const cells = (): readonly string[] =>
    [...table.element().querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map(({ textContent }) => textContent).join(' | '),
    );
  expect(cells()).toEqual(['Nov 25 | 30m | 20', 'Nov 26 | – | 0']);
  const toggle = page.getByRole('button', { name: 'Show as a table' });
  toggle.element().focus();
  expect(table.element().getBoundingClientRect().height).toBeGreaterThan(20);
  expect(table.element().parentElement?.clientHeight).toBe(1);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => table.element().parentElement?.clientHeight).toBeGreaterThan(60);

  const saved: Blob[] = [];
  const createObjectURL = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    if (blob instanceof Blob) saved.push(blob);
    return createObjectURL(blob);
  };
  page.getByRole('button', { name: 'Save as a picture' }).element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => saved.length).toBe(1);
  URL.createObjectURL = createObjectURL;
  const picture = await createImageBitmap(saved[0] ?? new Blob());
  expect([picture.width, picture.height]).toEqual([1_440, 520]);
  const pen = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
  pen?.drawImage(picture, 0, 0);
  const inks = new Set(new Uint32Array(pen?.getImageData(0, 100, picture.width, 360).data.buffer ?? []));
  // Paper, lines, and the softened edges between them.
  expect(inks.size).toBeGreaterThan(10);
});

test('short lengths are put in by their seconds', async () => {
  const short = value({ value: 4_000, count: 7, tickets: 7, median: 4_000, p90: 9_000 });
  await open({ metrics: answering({ id: 'focus-per-ticket', now: short, before: short }) });
  show({ openFigure: 'focus-per-ticket' });
  await expect.element(page.getByText('28 seconds ÷ 7 tickets = 4s')).toBeInTheDocument();
});

test('a goal is set, held against the figure and removed', async () => {
  await open({ metrics: answering({ id: 'first-reply', now: mean(28, 43), before: mean(35, 40) }) });
  show({ openFigure: 'first-reply' });
  await page.getByLabelText('My goal: at most').fill('2');
  await page.getByLabelText('Unit of the goal').selectOptions('hours');
  page.getByLabelText('My goal: at most').element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => useDeskState.getState().settings.metrics.goals).toEqual({ 'first-reply': 120 * MINUTE });
  await expect.poll(() => figures()[0]).toContain('goal 2h: met');
  await page.getByLabelText('My goal: at most').fill('0.2');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => figures()[0]).toContain('goal 12m: not met');
  await page.getByRole('button', { name: 'Remove goal' }).click();
  await expect.poll(() => useDeskState.getState().settings.metrics.goals).toEqual({});
});

test('the inbox says how today stands against a goal, and asks nothing where there is none', async () => {
  const solved = { id: 'solved', now: value({ value: 5, count: 5 }), before: value({ value: 9, count: 9 }) } as const;
  await mount({ metrics: answering(solved) });
  await expect.element(page.getByRole('heading', { name: 'Inbox', level: 1 })).toBeInTheDocument();
  expect(asked).toEqual([]);
  const { settings } = useDeskState.getState();
  await app?.desk.saveSettings({ metrics: { ...settings.metrics, goals: { solved: 8 } } });
  await expect.element(page.getByText('Solved today: 5, goal 8', { exact: true })).toBeInTheDocument();
  expect(asked.at(-1)).toMatchObject({ kind: 'day', mine: true });
  await app?.desk.saveSettings({ metrics: { ...settings.metrics, goals: { solved: 5 } } });
  await expect.element(page.getByText('Solved today: 5, goal 5 met')).toBeInTheDocument();
});

test('that the figures cannot be read is said, with a way to try again', async () => {
  const metrics = vi.fn<DeskMetrics['metrics']>().mockRejectedValueOnce(new Error('gone'));
  metrics.mockImplementation(answering({ id: 'first-reply', now: mean(28, 43), before: mean(35, 40) }));
  await open({ metrics });
  await expect.element(page.getByText('The figures could not be read')).toBeInTheDocument();
  page.getByRole('button', { name: 'Try again' }).element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => figures().length).toBe(1);
});

test('new measures are asked for and shown', async () => {
  let solved = 3;
  await open({
    metrics: (query) =>
      answering({ id: 'solved', now: value({ value: solved, count: solved }), before: value({ value: 3, count: 3 }) })(
        query,
      ),
  });
  await expect.poll(figures).toEqual(['Solved3as before']);
  solved = 4;
  app?.desk.emit({ type: 'metrics' });
  await expect.poll(figures).toEqual(['Solved4+1 better']);
});

test('the day is copied as a short text, and a toast says so', async () => {
  await open({
    metrics: answering(
      { id: 'first-reply', now: mean(28, 43), before: mean(35, 40) },
      { id: 'solved', now: value({ value: 12, count: 12 }), before: value({ value: 9, count: 9 }) },
      { id: 'reopens', now: value({ value: 0 }), before: value({ value: 0 }) },
    ),
  });
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  registry.run('metrics.copyDay', 'palette');
  await expect.element(page.getByText('The summary of today is on the clipboard.')).toBeInTheDocument();
  const lines = (write.mock.calls[0]?.[0] ?? '').split('\n');
  write.mockRestore();
  expect(lines.slice(2)).toEqual([
    '- First reply time: 28m (-20% better against yesterday until the same time)',
    '- Solved: 12 (+3 better against yesterday until the same time)',
    '',
  ]);
  expect(lines[0]).toMatch(/^## My figures, /);
});

test('axe finds nothing in the figures and in one of them with its table and a goal, light and dark', async () => {
  await open();
  last30();
  show({ openFigure: 'first-reply' });
  await expect.element(page.getByRole('heading', { name: 'Tickets behind it' })).toBeInTheDocument();
  await page.getByRole('button', { name: 'Show as a table' }).click();
  await page.getByLabelText('My goal: at most').fill('2');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('button', { name: 'Remove goal' })).toBeVisible();
  expect(await barriersIn()).toEqual([]);
});

test('axe finds nothing in what opens over the figures, light and dark', async () => {
  await open();
  last30();
  const findingsIn = (selector: string): Promise<readonly string[]> =>
    barriersIn(document.querySelector(selector) ?? document);
  const closes = async (): Promise<void> => {
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => document.querySelector('[role=menu]')).toBeNull();
  };
  await page.getByRole('button', { name: 'Copy, export or import' }).click();
  await expect.element(page.getByRole('menuitem', { name: 'Import answers of a survey' })).toBeVisible();
  expect(await findingsIn('[role=menu]'), 'the export menu').toEqual([]);
  await closes();
  await page.getByRole('button', { name: /^Figures of/ }).click();
  await expect.element(page.getByRole('menuitemradio', { name: 'Mine' })).toBeVisible();
  expect(await findingsIn('[role=menu]'), 'the filter menu').toEqual([]);
  await closes();
  await page.getByRole('button', { name: 'Last 30 days' }).click();
  await expect.element(page.getByRole('menuitemradio', { name: 'This week' })).toBeVisible();
  expect(await findingsIn('[role=menu]'), 'the ranges').toEqual([]);
  await page.getByRole('menuitemradio', { name: 'From … until …' }).click();
  await expect.element(page.getByLabelText('From', { exact: true })).toBeVisible();
  expect(await findingsIn('main'), 'any days').toEqual([]);
});

test('long words stay within their panes', async () => {
  await page.viewport(1024, 700);
  await open({}, {});
  app?.desk.emit({ type: 'settings', settings: { ...useDeskState.getState().settings, locale: 'pseudo' } });
  last30();
  show({ openFigure: 'first-contact' });
  await expect.poll(() => document.querySelectorAll('[data-ticket]').length).toBeGreaterThan(5);
  for (const pane of ['main', '[data-figure-page]']) {
    const element = document.querySelector(pane);
    expect(element?.scrollWidth).toBe(element?.clientWidth);
  }
});
