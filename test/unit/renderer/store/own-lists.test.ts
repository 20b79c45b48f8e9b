import { afterEach, expect, test } from 'vitest';
import type { CannedResponse } from '#shared/canned/canned-response.ts';
import type { Macro as HelpdeskMacro } from '#shared/domain/desk.ts';
import type { Feedback } from '#shared/feedback/feedback.ts';
import type { Implementation } from '#shared/link/define.ts';
import type { MainContract } from '#shared/link/main-contract.ts';
import type { OwnMacro } from '#shared/macros/macro.ts';
import type { UseCount } from '#shared/mine/use-count.ts';
import { account, batch, createFakeMain, NOW, person, startStore, ticket } from './fixtures.ts';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

const response = (shortcode: string, over: Partial<CannedResponse> = {}): CannedResponse => ({
  id: shortcode.padStart(26, '0'),
  shortcode,
  title: shortcode,
  folder: [],
  tags: [],
  scope: 'personal',
  variants: [{ locale: null, text: '' }],
  files: [],
  updatedAt: 1,
  ...over,
});
const own = (name: string, over: Partial<OwnMacro> = {}): OwnMacro => ({
  id: name.padStart(26, '0'),
  title: name,
  description: '',
  accountId: null,
  steps: [{ do: 'assign-me' }],
  updatedAt: 1,
  ...over,
});
const helpdesk = (remoteId: string, title: string, over: Partial<HelpdeskMacro> = {}): HelpdeskMacro => ({
  remoteId,
  title,
  description: '',
  active: true,
  position: 0,
  restriction: null,
  steps: [{ do: 'assign-me' }],
  attachments: 'none',
  updatedAt: 1,
  ...over,
});

/** A store whose main has these; resolves once they are in the store. */
async function start(
  has: {
    readonly macros?: readonly OwnMacro[];
    readonly responses?: readonly CannedResponse[];
    readonly uses?: readonly UseCount[];
    readonly rows?: Parameters<typeof batch>[0];
  },
  does: Partial<Implementation<MainContract>> = {},
) {
  let tell: () => void = () => undefined;
  const loaded = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const main = createFakeMain({
    ownMacros: async () => ({ entries: has.macros ?? [], unreadable: [], next: null }),
    // One to a page.
    cannedResponses: async ({ from }) => ({
      entries: (has.responses ?? []).slice(from, from + 1),
      unreadable: [],
      next: from + 1 < (has.responses ?? []).length ? from + 1 : null,
    }),
    uses: async () => [...(has.uses ?? [])],
    ...does,
  });
  const store = await startStore({ main, onEvent: (event) => event.type === 'own-lists' && event.responses && tell() });
  stops.push(store.stop);
  await store.remote.applyBatch(batch({ tickets: [ticket({ remoteId: '1' })], ...has.rows }));
  await loaded;
  const found = async (text: string, ticketId: string | null = null) =>
    (await store.desk.findCanned({ ticketId, text, limit: 10 })).map(({ shortcode }) => shortcode);
  const macros = async (text: string, ticketIds = ['desk-1:1']) =>
    (await store.desk.findMacros({ ticketIds, text, limit: 10 })).map(({ macro }) => macro.title);
  return { ...store, found, macros };
}

test('a response is found by shortcode first, exact before begun, then by title, tags and text; every word must begin one', async () => {
  const { found } = await start({
    responses: [
      response('z-text', { variants: [{ locale: null, text: 'We refund within five days.' }] }),
      response('z-tags', { tags: ['refund'] }),
      response('z-title', { title: 'How to refund' }),
      response('refund-late'),
      response('refund'),
      response('z-inside', { title: 'Prerefund' }),
    ],
  });
  expect(await found('refund')).toEqual(['refund', 'refund-late', 'z-title', 'z-tags', 'z-text']);
  expect(await found('REFUND with')).toEqual(['z-text']);
  expect(await found('refund never')).toEqual([]);
  expect(await found('')).toHaveLength(6);
});

test('words are found in any script, without marks on Latin letters and with or without an apostrophe', async () => {
  const { found } = await start({
    responses: [
      response('ua', { title: 'П’ять днів на повернення' }),
      response('vn', { title: 'Hoàn tiền đơn hàng' }),
      response('ja', { title: '配送状況のご案内' }),
    ],
  });
  expect(await found("п'ят")).toEqual(['ua']);
  expect(await found('hoan tien don')).toEqual(['vn']);
  expect(await found('状況')).toEqual(['ja']);
  expect(await found('況状')).toEqual([]);
  // й is not и: only Latin letters lose their marks.
  expect(await found('днив')).toEqual([]);
});

test('the variant comes in the requester’s language, with what was found in it', async () => {
  const variants = [
    {
      locale: 'en',
      text: 'Thank you for your patience with this long parcel story, dear customer. Your parcel is late.',
    },
    { locale: 'uk', text: 'Дякуємо за терпіння. Посилка запізнюється.' },
  ];
  const { desk } = await start({
    responses: [response('late', { variants })],
    rows: { tickets: [ticket({ remoteId: '1' })], people: [person('r1', 'Рита', { locale: 'uk-UA' })] },
  });
  const [choice] = await desk.findCanned({ ticketId: 'desk-1:1', text: 'посил', limit: 5 });
  expect(choice?.variants.map(({ locale }) => locale)).toEqual(['uk', 'en']);
  expect(choice?.matched).toBe('text');
  const { text, from, to } = choice?.excerpt ?? { text: '', from: 0, to: 0 };
  expect(text.slice(from, to)).toBe('Посил');
  // Nobody's language is known without a ticket: neither is for every other language, so the first.
  expect((await desk.findCanned({ ticketId: null, text: '', limit: 1 }))[0]?.variants[0]?.locale).toBe('en');
  // Of a ticket that is not there yet it is told who was chosen.
  const [chosen] = await desk.findCanned({ ticketId: 'desk-1:new', requesterId: 'r1', text: '', limit: 1 });
  expect(chosen?.variants[0]?.locale).toBe('uk');
});

test('what is used in tickets like this one comes first, then what is used at all, then by title; fit goes before', async () => {
  const { macros, desk } = await start({
    rows: {
      tickets: [ticket({ remoteId: '1', tags: ['refund'] }), ticket({ remoteId: '2', tags: ['login'] })],
      macros: [
        helpdesk('1', 'Close'),
        helpdesk('2', 'Apologise'),
        helpdesk('3', 'Answer::Refund'),
        helpdesk('4', 'Zip'),
      ],
    },
  });
  expect(await macros('')).toEqual(['Answer::Refund', 'Apologise', 'Close', 'Zip']);
  const use = (id: string, ticketId: string) =>
    desk.recordUse({ kind: 'macro', id, ticketIds: [ticketId], at: 0, into: [ticketId], waits: false });
  for (let times = 0; times < 3; times++) await use('desk-1:1', 'desk-1:2');
  await use('desk-1:2', 'desk-1:1');
  expect(await macros('')).toEqual(['Apologise', 'Close', 'Answer::Refund', 'Zip']);
  expect(await macros('', ['desk-1:2'])).toEqual(['Close', 'Apologise', 'Answer::Refund', 'Zip']);
  // A word in the name goes before one in the folder, however much the other is used.
  expect(await macros('a')).toEqual(['Apologise', 'Answer::Refund']);
  expect(await macros('answer ref')).toEqual(['Answer::Refund']);
});

test('only macros that may be run here are offered: of the account, active, and not kept for others', async () => {
  const { macros, desk } = await start({
    macros: [own('Everywhere'), own('Here', { accountId: account.id }), own('Elsewhere', { accountId: 'desk-2' })],
    rows: {
      macros: [
        helpdesk('1', 'My group', { restriction: { groupIds: ['g1'], agentIds: [] } }),
        helpdesk('2', 'Mine alone', { restriction: { groupIds: [], agentIds: ['me'] } }),
        helpdesk('3', 'Others', { restriction: { groupIds: ['g9'], agentIds: ['a9'] } }),
        helpdesk('4', 'Switched off', { active: false }),
      ],
    },
  });
  expect(await macros('')).toEqual(['Everywhere', 'Here', 'Mine alone', 'My group']);
  expect((await desk.macro('desk-1:1'))?.title).toBe('My group');
  expect((await desk.macro(`mine:${own('Here').id}`))?.title).toBe('Here');
  expect(await desk.macro('desk-1:99')).toBeNull();
});

test('macros are told by their ids, with whether they may be run on the tickets', async () => {
  const { desk } = await start({
    macros: [own('Everywhere'), own('Elsewhere', { accountId: 'desk-2', title: 'Far::Elsewhere' })],
    rows: {
      tickets: [ticket({ remoteId: '1' })],
      macros: [
        helpdesk('1', 'Folder::My group', { restriction: { groupIds: ['g1'], agentIds: [] } }),
        helpdesk('3', 'Others', { restriction: { groupIds: ['g9'], agentIds: ['a9'] } }),
        helpdesk('4', 'Switched off', { active: false }),
      ],
    },
  });
  const [everywhere, elsewhere] = [`mine:${own('Everywhere').id}`, `mine:${own('Elsewhere').id}`];
  const ids = ['desk-1:4', 'desk-1:3', elsewhere, 'desk-1:1', everywhere, 'desk-1:99', 'mine:nobody', 'desk-7:1'];
  const told = await desk.macrosById({ ids, ticketIds: ['desk-1:1'] });
  expect(told.map(({ name, folder, source, mayRun }) => ({ name, folder, source, mayRun }))).toEqual([
    { name: 'Switched off', folder: [], source: 'helpdesk', mayRun: false },
    { name: 'Others', folder: [], source: 'helpdesk', mayRun: false },
    { name: 'Elsewhere', folder: ['Far'], source: 'mine', mayRun: false },
    { name: 'My group', folder: ['Folder'], source: 'helpdesk', mayRun: true },
    { name: 'Everywhere', folder: [], source: 'mine', mayRun: true },
  ]);
  const [far] = await desk.macrosById({ ids: [elsewhere], ticketIds: [] });
  expect(far?.mayRun).toBe(true);
});

test('a change shows once it is kept, and is told; one that is not kept changes nothing', async () => {
  let disk: 'good' | 'full' = 'good';
  const { desk, found, events } = await start(
    { responses: [response('a')] },
    { changeCanned: async () => disk === 'good' },
  );
  const before = events.filter(({ type }) => type === 'own-lists').length;
  const put = [response('b'), response('a', { title: 'New title' })];
  expect(await desk.changeCanned({ remove: [], put })).toEqual({ ok: true, value: null });
  expect(await found('')).toEqual(['b', 'a']);
  expect(await found('new tit')).toEqual(['a']);
  expect(events.filter(({ type }) => type === 'own-lists').slice(before)).toEqual([
    { type: 'own-lists', macros: false, responses: true },
  ]);
  disk = 'full';
  expect(await desk.changeCanned({ remove: [response('a').id], put: [] })).toEqual({ ok: false, error: 'not-kept' });
  expect(await found('')).toEqual(['b', 'a']);
});

test('macros are offered while the responses are still on their way', async () => {
  let come: () => void = () => undefined;
  const coming = new Promise<void>((resolve) => {
    come = resolve;
  });
  const main = createFakeMain({
    ownMacros: async () => ({ entries: [own('Here')], unreadable: [], next: null }),
    cannedResponses: async () => {
      await coming;
      return { entries: [response('late')], unreadable: [], next: null };
    },
  });
  const told: (typeof events)[number][] = [];
  const { desk, remote, stop, events } = await startStore({
    main,
    onEvent: (event) => event.type === 'own-lists' && told.push(event),
  });
  stops.push(stop);
  await remote.applyBatch(batch({ tickets: [ticket({ remoteId: '1' })] }));
  await expect.poll(() => told).toEqual([{ type: 'own-lists', macros: true, responses: false }]);
  const macros = await desk.findMacros({ ticketIds: ['desk-1:1'], text: '', limit: 10 });
  expect(macros.map(({ macro }) => macro.title)).toEqual(['Here']);
  come();
  await expect.poll(() => told).toHaveLength(2);
  expect(told[1]).toEqual({ type: 'own-lists', macros: false, responses: true });
  expect(await desk.findCanned({ ticketId: null, text: 'late', limit: 10 })).toHaveLength(1);
});

test('a shortcode that another response has, in whatever case, is refused before anything is written', async () => {
  const { desk, main } = await start({ responses: [response('late'), response('soon')] });
  const taken = { ok: false, error: 'shortcode-taken' };
  const put = (...put: readonly CannedResponse[]) => desk.changeCanned({ remove: [], put });
  expect(await put(response('new'), response('LATE'))).toEqual(taken);
  expect(await put(response('x'), response('X', { id: 'Y'.repeat(26) }))).toEqual(taken);
  expect(main.called('changeCanned')).toEqual([]);
  // Two may change places, and one may come in place of another that goes.
  const swapped = [response('late', { shortcode: 'soon' }), response('soon', { shortcode: 'late' })];
  expect((await put(...swapped)).ok).toBe(true);
  const instead = { remove: [response('late').id], put: [response('soon', { id: 'Z'.repeat(26) })] };
  expect((await desk.changeCanned(instead)).ok).toBe(true);
});

test('without main all is found as it last was, and a change says at once that there is no link', async () => {
  const { desk, found, store, stop } = await start({ macros: [own('Mine')], responses: [response('a')] });
  stop();
  await expect
    .poll(() => desk.changeMacros({ remove: [], put: [own('More')] }))
    .toEqual({ ok: false, error: 'no-link' });
  expect(await found('')).toEqual(['a']);
  expect((await desk.ownMacros()).entries.map(({ title }) => title)).toEqual(['Mine']);
  expect(await store.desk.canned(response('a').id)).toEqual(response('a'));
});

test('uses of before count half of what they did a month later', async () => {
  const month = 30 * 86_400_000;
  const { desk } = await start({
    macros: [own('Old'), own('New')],
    uses: [
      { id: `mine:${own('Old').id}`, at: NOW - month, total: 6, facets: {} },
      { id: `mine:${own('New').id}`, at: NOW, total: 4, facets: {} },
    ],
  });
  const choices = await desk.findMacros({ ticketIds: [], text: '', limit: 10 });
  expect(choices.map(({ name, uses }) => [name, uses])).toEqual([
    ['New', 4],
    ['Old', 3],
  ]);
});

test('responses named in a text are put in, in the requester’s language', async () => {
  const greeting = response('hello', {
    variants: [
      { locale: null, text: 'Hello' },
      { locale: 'uk', text: 'Вітаємо' },
    ],
  });
  const { desk } = await start({
    responses: [greeting],
    rows: { tickets: [ticket({ remoteId: '1' })], people: [person('r1', 'Рита', { locale: 'uk' })] },
  });
  const text = '{{response:Hello}}, {{ticket.requester.first_name}}';
  expect(await desk.expandResponses({ text, ticketId: 'desk-1:1' })).toEqual({
    ok: true,
    value: 'Вітаємо, {{ticket.requester.first_name}}',
  });
  expect(await desk.expandResponses({ text, ticketId: 'desk-1:new', requesterId: 'r1' })).toMatchObject({
    value: 'Вітаємо, {{ticket.requester.first_name}}',
  });
});

test('feedback comes from main page by page, and a change counts once main has written it', async () => {
  const said = (id: string): Feedback => ({
    ...{ id: id.padStart(26, '0'), at: NOW, ticketId: 'desk-1:1', ticketNumber: '1', what: id },
    ...{ howOften: 'once', severity: 'nuisance', quote: '' },
  });
  const has = [said('1'), said('2')];
  const answers = [false, true];
  const { desk, events } = await start(
    {},
    {
      feedback: async ({ from }) => ({
        entries: has.slice(from, from + 1),
        unreadable: [],
        next: from === 0 ? 1 : null,
      }),
      changeFeedback: async () => answers.shift() ?? true,
    },
  );
  const change = () => desk.changeFeedback({ remove: [said('1').id], put: [said('3')] });
  expect(await change()).toEqual({ ok: false, error: 'not-kept' });
  expect((await desk.feedback()).entries).toEqual(has);
  expect(await change()).toEqual({ ok: true, value: null });
  expect((await desk.feedback()).entries).toEqual([said('2'), said('3')]);
  // Once it was here, and once it was changed.
  expect(events.filter(({ type }) => type === 'feedback')).toHaveLength(2);
});
