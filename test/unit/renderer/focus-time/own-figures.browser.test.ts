import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { emptyFold, foldRecord } from '#main/journal/fold.ts';
import { recordingJournal } from '#main/mine/record-journal.ts';
import type { OwnMacro } from '#shared/macros/macro.ts';
import type { OwnEvent } from '#shared/metrics/own-events.ts';
import { ok } from '#shared/result.ts';
import { createCommandRegistry } from '../../../../src/renderer/src/commands/registry.ts';
import { productPanes } from '../../../../src/renderer/src/product-panes.ts';
import { show, useInterface } from '../../../../src/renderer/src/state/interface-state.ts';
import { mountOn } from '../../../support/mounted-app.ts';
import { storeDesk } from '../../../support/store-desk.ts';
import { MINUTE, NOW, person, ticket } from '../store/fixtures.ts';

let stop = (): void => undefined;
afterEach(() => stop());

const NUMBERS = ['1', '2', '3', '4', '5', '6'];
const GREETING: OwnMacro = {
  id: '1'.padStart(26, '0'),
  title: 'Greet them',
  description: '',
  accountId: null,
  steps: [{ do: 'write', public: true, mode: 'insert', format: 'markdown', text: 'It is on its way.' }],
  updatedAt: 1,
};

/** The whole window on the store, with a main that has a journal and keeps what it is told of the agent's doing. */
async function start() {
  await page.viewport(1440, 900);
  const log: OwnEvent[] = [];
  const folded = emptyFold();
  const journal = recordingJournal(
    {
      folded,
      damage: null,
      append: async (records) => records.forEach((record) => foldRecord(folded, record)),
      close: async () => undefined,
    },
    (events) => log.push(...events),
  );
  const desk = await storeDesk(
    {
      people: [person('r1', 'Rita Requester')],
      tickets: NUMBERS.map((remoteId, at) => ticket({ remoteId, updatedAt: NOW - (at + 1) * MINUTE })),
      conversations: NUMBERS.map((ticketRemoteId) => ({ ticketRemoteId, version: 'v1', messages: [], events: [] })),
    },
    {
      journalPut: async (entry) => {
        await journal.append([{ type: 'put', entry }]);
        return ok(null);
      },
      journalDiscard: async ({ entryId, lostAnswer }) => {
        await journal.append([{ type: 'discard', id: entryId, at: NOW, lostAnswer }]);
        return folded.settled.has(entryId);
      },
      recordOwn: async (events) => {
        log.push(...events);
        return true;
      },
      ownPage: async ({ after }) => ({
        events: log.slice(after?.lines ?? 0),
        place: { day: '2026-11-23', lines: log.length },
        more: false,
      }),
    },
  );
  await desk.desk.changeMacros({ put: [GREETING], remove: [] });
  const registry = createCommandRegistry();
  const close = mountOn(desk.desk, productPanes(), registry, () => desk.clock.now);
  stop = () => {
    close();
    desk.stop();
  };
  await expect.poll(() => document.querySelectorAll('main [role=option]').length).toBe(NUMBERS.length);
  return { desk, registry, log };
}

test('what was done at the window is in the agent’s figures: time on tickets, macros, what was taken back', async () => {
  const { desk, registry, log } = await start();
  const reply = page.getByRole('textbox', { name: 'Your reply' });
  for (const number of NUMBERS) {
    show({ openTicketId: `desk-1:${number}`, focusedTicketId: `desk-1:${number}` });
    await expect.element(page.getByRole('heading', { name: `Subject ${number}` })).toBeVisible();
    if (number === '2' || number === '3') {
      registry.run('macro.run', 'palette');
      await expect.element(page.getByRole('dialog').getByRole('option')).toHaveTextContent('Greet them');
      await userEvent.keyboard('{Enter}');
      await expect.element(reply).toHaveValue('It is on its way.');
    } else {
      registry.run('ticket.reply', 'palette');
      await expect.element(reply).toHaveFocus();
      await userEvent.keyboard('Done');
    }
    // A minute and a half on each.
    desk.clock.now += 1.5 * MINUTE;
    registry.run('composer.send', 'key');
    await expect.poll(async () => (await desk.desk.outbox()).length).toBe(Number(number));
    await expect.element(reply).not.toBeInTheDocument();
  }
  await expect.poll(() => registry.canRun('ticket.undo')).toBe(true);
  registry.run('ticket.undo', 'key');
  await expect.poll(() => log.some(({ event }) => event === 'entry-undone')).toBe(true);
  show({ openTicketId: null, composer: null });

  registry.run('go.metrics', 'key');
  const figure = (name: string, value: string) =>
    expect.element(page.getByRole('option', { name: new RegExp(`^${name}\\s*${value}`) })).toBeVisible();
  // 6 × 1.5 min ÷ 6; 1 of 6; of the 5 that stayed a macro is in 2, and nothing canned in any.
  await figure('Focus time per ticket', '1m 30s');
  await figure('Taken back', '17%');
  await figure('With a macro', '40%');
  await figure('With a canned response', '0%');
  await figure('Held', '0%');
  expect(useInterface.getState().place).toBe('metrics');
});
