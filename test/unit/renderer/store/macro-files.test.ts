import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Macro, MacroFiles } from '#shared/domain/desk.ts';
import { batch, healthy, startStore } from './fixtures.ts';

let one: Awaited<ReturnType<typeof startStore>>;
afterEach(() => one.stop());
beforeEach(async () => {
  one = await startStore({});
});

const macro = (remoteId: string, over: Partial<Macro> = {}): Macro => ({
  remoteId,
  title: remoteId,
  description: '',
  active: true,
  position: 0,
  restriction: null,
  steps: [{ do: 'write', public: true, mode: 'insert', format: 'markdown', text: 'Hello' }],
  attachments: 'none',
  updatedAt: 5,
  ...over,
});
const slip = { name: 'slip.txt', mimeType: 'text/plain', size: 3, sha256: 'd'.repeat(64) };
const files = (remoteId: string, over: Partial<MacroFiles> = {}): MacroFiles => ({
  remoteId,
  updatedAt: 5,
  files: [slip],
  ...over,
});
const macros = (...rows: Macro[]) => one.remote.applyBatch(batch({ macros: rows, whole: ['macros'] }));
const online = (isOnline: boolean) => one.remote.health(healthy({ online: isOnline }));
const asked = () => one.main.called('fetchMacroFiles');

it('a macro without files has none, and nobody is asked', async () => {
  await macros(macro('1'));
  await online(true);
  expect(await one.desk.macroFiles('desk-1:1')).toEqual({ are: 'here', files: [] });
  expect(await one.desk.macroFiles('desk-1:gone')).toEqual({ are: 'here', files: [] });
  expect(asked()).toEqual([]);
});

it('files that are not here are said to be away, and asked for while the helpdesk can be reached', async () => {
  await macros(macro('1', { attachments: 'some' }), macro('2', { attachments: 'unasked' }));
  await online(false);
  expect(await one.desk.macroFiles('desk-1:1')).toEqual({ are: 'away' });
  expect(await one.desk.macroFiles('desk-1:2')).toEqual({ are: 'unasked' });
  expect(asked()).toEqual([]);
  await online(true);
  await one.desk.macroFiles('desk-1:1');
  await one.desk.macroFiles('desk-1:2');
  await expect.poll(asked).toEqual([
    { accountId: 'desk-1', macroRemoteId: '1', updatedAt: 5 },
    { accountId: 'desk-1', macroRemoteId: '2', updatedAt: 5 },
  ]);
  // Only what says that it has some is fetched ahead of need.
  expect(await one.remote.macroFilesWanted({ accountId: 'desk-1' })).toEqual([{ macroRemoteId: '1', updatedAt: 5 }]);
});

it('once they have come they are there, also offline, and the facts have changed; none may be what comes', async () => {
  const told = () => one.events.filter((event) => event.type === 'changed' && event.facts).length;
  // That the account was opened is told by itself, or with what comes right after.
  await expect.poll(told).toBe(1);
  await macros(macro('1', { attachments: 'some' }), macro('2', { attachments: 'unasked' }));
  await expect.poll(told).toBe(2);
  await one.remote.applyBatch(batch({ macroFiles: [files('1'), files('2', { files: [] })] }));
  await expect.poll(told).toBe(3);
  expect(await one.desk.macroFiles('desk-1:1')).toEqual({ are: 'here', files: [slip] });
  expect(await one.desk.macroFiles('desk-1:2')).toEqual({ are: 'here', files: [] });
  expect(await one.remote.macroFilesWanted({ accountId: 'desk-1' })).toEqual([]);
  expect(await one.remote.filesNamed()).toEqual([slip.sha256]);
});

it('those of a macro that was changed since are others, and those of one that is gone are not kept', async () => {
  await macros(macro('1', { attachments: 'some' }), macro('2', { attachments: 'some' }));
  await one.remote.applyBatch(batch({ macroFiles: [files('1'), files('2')] }));
  await macros(macro('1', { attachments: 'some', updatedAt: 6 }));
  expect(await one.desk.macroFiles('desk-1:1')).toEqual({ are: 'away' });
  expect(await one.remote.macroFilesWanted({ accountId: 'desk-1' })).toEqual([{ macroRemoteId: '1', updatedAt: 6 }]);
  expect([...(one.held.get('macroFiles')?.keys() ?? [])]).toEqual(['1']);
  await macros();
  expect(await one.remote.filesNamed()).toEqual([]);
});
