import { beforeEach, describe, expect, it } from 'vitest';
import { createRowWindow, type RowWindow } from '../../../../../src/renderer/src/features/inbox/row-window.ts';
import type { FirstRows } from '../../../../../src/renderer/src/state/first-screen.ts';
import { createSampleDesk, type SampleDesk } from '../../../../support/sample-desk.ts';

const NOW = Date.UTC(2026, 10, 23, 12);
const view = { viewId: 'own:recent', sort: null };

/** Resolves once what the window shows fulfils `check`. */
const until = (rows: RowWindow, check: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    if (check()) return resolve();
    const stop = rows.subscribe(() => {
      if (!check()) return;
      stop();
      resolve();
    });
  });

describe('createRowWindow', () => {
  let desk: SampleDesk;
  let rows: RowWindow;
  const idAt = (index: number): string | undefined => rows.get().held.get(index)?.id;

  const open = async (tickets: number, mayFlow = (): boolean => false): Promise<void> => {
    desk = createSampleDesk({ tickets, now: NOW });
    rows = createRowWindow({ desk, view, mayFlow });
    desk.onEvent(rows.onEvent);
    await until(rows, () => rows.get().ready);
  };
  beforeEach(() => open(300));

  it('holds the rows around what is seen, not the view', async () => {
    await open(5_000);
    expect(rows.get().total).toBe(5_000);
    rows.see(2_000, 2_020);
    await until(rows, () => rows.get().held.has(2_000) && rows.get().held.has(2_090));
    expect(rows.get().held.size).toBeLessThanOrEqual(260);
    expect(desk.asked.largest).toBeLessThanOrEqual(260);
    expect(idAt(2_010)).toBe(`sample:${48_291 - 2_010}`);
  });

  it('shows what it begins with until the accounts are open, and then what there is', async () => {
    const [first] = (await desk.rows({ ...view, offset: 0, limit: 1 })).rows;
    let opened = false;
    const opening: typeof desk = {
      ...desk,
      rows: async (request) => (opened ? desk.rows(request) : { total: 0, offset: 0, rows: [], groups: null, opened }),
    };
    const before = {
      total: 70,
      rows: [{ ...first, id: 'sample:1', subject: 'As it was' }] as (typeof first)[],
      groups: null,
    };
    rows = createRowWindow({ desk: opening, view, mayFlow: () => false, before: before as FirstRows });
    expect(rows.get()).toMatchObject({ total: 70, ready: false });
    await rows.refresh();
    expect(rows.get().held.get(0)?.subject).toBe('As it was');
    opened = true;
    rows.onEvent({ type: 'changed', views: true, ticketIds: 'all', outbox: true, articles: true, facts: true });
    await until(rows, () => rows.get().ready);
    expect(rows.get()).toMatchObject({ total: 300, waiting: 0 });
    expect(idAt(0)).toBe(first?.id);
  });

  it('keeps what is read in its place when tickets arrive, and counts them', async () => {
    const before = [0, 1, 2, 40].map(idAt);
    desk.arrive();
    desk.arrive();
    await until(rows, () => rows.get().waiting === 2);
    expect([0, 1, 2, 40].map(idAt)).toEqual(before);
    expect(rows.get().total).toBe(300);
  });

  it('shows what waited once asked to', async () => {
    const id = desk.arrive();
    await until(rows, () => rows.get().waiting === 1);
    await rows.refresh();
    expect(idAt(0)).toBe(id);
    expect(rows.get()).toMatchObject({ total: 301, waiting: 0 });
  });

  it('changes a row in its place when its ticket moves up in the view', async () => {
    const id = idAt(10) ?? '';
    desk.change(id, { subject: 'Answered', updatedAt: NOW + 5 });
    await until(rows, () => rows.get().held.get(10)?.subject === 'Answered');
    expect(idAt(10)).toBe(id);
  });

  it('takes a row out when it leaves the view, and puts it back when that is undone', async () => {
    rows = createRowWindow({ desk, view: { viewId: 'own:mine', sort: null }, mayFlow: () => false });
    desk.onEvent(rows.onEvent);
    await until(rows, () => rows.get().ready);
    const [third, fourth, total] = [idAt(3), idAt(4), rows.get().total];
    const answer = await desk.enqueue({
      accountId: 'sample',
      ticketId: third ?? '',
      action: { kind: 'update', changes: { status: 'solved' } },
    });
    await until(rows, () => rows.get().total === total - 1);
    expect(idAt(3)).toBe(fourth);
    if (answer.ok) await desk.discardEntry(answer.value.entryId);
    await until(rows, () => rows.get().total === total);
    expect([idAt(3), idAt(4)]).toEqual([third, fourth]);
    expect(rows.get().waiting).toBe(0);
  });

  it('goes on in the order it had when more is fetched after tickets arrived', async () => {
    await open(1_000);
    desk.arrive();
    desk.arrive();
    await until(rows, () => rows.get().waiting === 2);
    rows.see(100, 120);
    await until(rows, () => rows.get().held.has(180));
    expect(idAt(150)).toBe(`sample:${48_291 - 150}`);
    expect(new Set([...rows.get().held.values()].map(({ id }) => id)).size).toBe(rows.get().held.size);
  });

  describe('when tickets leave below what is held', () => {
    let below: readonly string[];
    let before: readonly (string | undefined)[];
    let total: number;
    const shown = (): typeof before => [0, 1, 60, 70].map(idAt);

    beforeEach(async () => {
      desk = createSampleDesk({ tickets: 2_000, now: NOW });
      const unassigned = { viewId: 'own:unassigned', sort: null };
      rows = createRowWindow({ desk, view: unassigned, mayFlow: () => false });
      desk.onEvent(rows.onEvent);
      await until(rows, () => rows.get().ready);
      total = rows.get().total;
      below = (await desk.rows({ ...unassigned, offset: total - 3, limit: 3 })).rows.map(({ id }) => id);
      before = shown();
    });

    it('counts one that arrives while another leaves', async () => {
      desk.arrive();
      desk.change(below[0] ?? '', { assigneeId: 'me' });
      await until(rows, () => rows.get().waiting === 1);
      expect(shown()).toEqual(before);
      expect(rows.get().total).toBe(total - 1);
    });

    it('moves nothing under the reader when more leave than arrive', async () => {
      desk.arrive();
      for (const id of below) desk.change(id, { assigneeId: 'me' });
      await until(rows, () => rows.get().total === total - 3);
      expect(shown()).toEqual(before);
      expect(rows.get().waiting).toBe(1);
    });
  });

  it('goes on after a call that got no answer', async () => {
    const ask = desk.rows;
    desk.rows = () => Promise.reject(new Error('lost'));
    desk.arrive();
    await rows.refresh();
    desk.rows = ask;
    desk.arrive();
    await until(rows, () => rows.get().waiting === 2);
  });

  it('lets rows straight in while the list fills and nobody reads', async () => {
    await open(3, () => true);
    const id = desk.arrive();
    await until(rows, () => rows.get().total === 4);
    expect(idAt(0)).toBe(id);
    expect(rows.get().waiting).toBe(0);
  });

  describe('when something else is typed', () => {
    it('keeps what is held until the answer comes, and begins at its first row', async () => {
      rows.see(200, 220);
      await until(rows, () => rows.get().held.has(290));
      rows.turnTo({ viewId: 'sample:urgent', sort: null }, view.viewId);
      expect(rows.get()).toMatchObject({ ready: false, total: 300 });
      await until(rows, () => rows.get().ready);
      const urgent = await desk.rows({ viewId: 'sample:urgent', sort: null, offset: 0, limit: 5 });
      expect(rows.get().total).toBe(urgent.total);
      expect(idAt(0)).toBe(urgent.rows[0]?.id);
    });

    it('says of which list what is held is', async () => {
      expect(rows.get().of).toEqual({ ...view, errand: view.viewId });
      rows.turnTo({ viewId: 'own:mine', sort: null }, 'own:mine');
      expect(rows.get()).toMatchObject({ ready: false, of: { ...view, errand: view.viewId } });
      await until(rows, () => rows.get().ready);
      expect(rows.get().of).toEqual({ viewId: 'own:mine', sort: null, errand: 'own:mine' });
    });

    it('never shows an older answer over a newer one, and asks once for letters that came together', async () => {
      const answers: (() => void)[] = [];
      const asked: string[] = [];
      const ask = desk.rows;
      desk.rows = async (request) => {
        asked.push(request.viewId);
        await new Promise<void>((resolve) => answers.push(resolve));
        return ask(request);
      };
      const shown: (string | undefined)[] = [];
      rows.subscribe(() => void (rows.get().ready && shown.push(idAt(0))));
      rows.turnTo({ viewId: 'own:mine', sort: null }, view.viewId);
      await expect.poll(() => answers.length).toBe(1);
      for (const viewId of ['own:unassigned', 'own:solved', 'sample:urgent'])
        rows.turnTo({ viewId, sort: null }, view.viewId);
      answers[0]?.();
      await expect.poll(() => answers.length).toBe(2);
      answers[1]?.();
      await until(rows, () => rows.get().ready);
      const urgent = await ask({ viewId: 'sample:urgent', sort: null, offset: 0, limit: 1 });
      expect(asked).toEqual(['own:mine', 'sample:urgent']);
      expect(shown).toEqual([urgent.rows[0]?.id]);
    });
  });
});
