import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createCore } from '#main/core.ts';
import type { DesktopCore } from '#main/core-face.ts';
import { type Call, phaseOf } from '#shared/calls/call.ts';
import { connectLink, type Link } from '#shared/link/connect-link.ts';
import { type MainContract, mainContract } from '#shared/link/main-contract.ts';
import { messagePortLink } from '#shared/link/message-port-link.ts';
import { storeContract } from '#shared/link/store-contract.ts';
import type { News, Notification } from '#shared/link/values.ts';
import { ok } from '#shared/result.ts';
import { defaultSettings } from '#shared/settings/settings.ts';
import { silentShell } from '../../support/silent-shell.ts';
import { asForm, send } from './open-door.ts';

let profileDir: string;
let core: DesktopCore;
const opened: string[] = [];
const notified: Notification[] = [];

const start = async (): Promise<void> => {
  const fetch = async () => new Response(null, { status: 401 });
  core = await createCore({
    version: '1',
    profileDir,
    shell: silentShell(fetch, {
      notify: (notification) => void notified.push(notification),
      openExternal: async (url) => opened.push(url) > 0,
    }),
    log: () => undefined,
    now: Date.now,
    storeSecrets: 'file',
  });
};
beforeEach(async () => {
  opened.length = 0;
  notified.length = 0;
  profileDir = await mkdtemp(join(tmpdir(), 'holdfast-core-'));
  await writeFile(join(profileDir, 'accounts.json'), JSON.stringify({ accounts: [] }));
  await start();
});
afterEach(async () => {
  await core.stop();
  await rm(profileDir, { recursive: true, force: true });
});

/** A window's store that remembers the calls it was told of. */
async function openStore(): Promise<{ readonly main: Link<MainContract>; readonly told: (readonly Call[])[] }> {
  const { port1, port2 } = new MessageChannel();
  const told: (readonly Call[])[] = [];
  core.connectStore(messagePortLink(port1));
  const nothing = async (): Promise<void> => {};
  const main = connectLink({
    port: messagePortLink(port2),
    serves: storeContract,
    calls: mainContract,
    implementation: {
      openAccount: async () => ok({ cursors: {}, complete: [], strangers: [] }),
      closeAccount: nothing,
      applyBatch: async () => ok(null),
      settle: async () => ok(null),
      conversationsWanted: async () => [],
      ticketsKept: async () => [],
      macroFilesWanted: async () => [],
      filesNamed: async () => [],
      callsNow: async ({ calls }) => void told.push(calls),
      health: nothing,
      accounts: nothing,
      notice: nothing,
      leaseLost: nothing,
      showNotification: nothing,
      runCommand: nothing,
    },
  });
  await main.remote.hello({ storeId: 'one', takeOver: false });
  return { main, told };
}

it('shows a call that a link told of before there was a window, and after a restart its end', async () => {
  expect(core.takeCallLink('holdfast://ticket/shop:1')).toBe(false);
  expect(core.takeCallLink('holdfast://call?number=+4791234567&name=Ann+Berg')).toBe(true);
  const { main, told } = await openStore();
  await vi.waitFor(() => expect(told).toMatchObject([[{ number: '+4791234567', name: 'Ann Berg', direction: 'in' }]]));
  main.close();
  await core.stop();
  await start();
  const again = await openStore();
  await vi.waitFor(() => expect(again.told.map((calls) => calls.map(phaseOf))).toEqual([['missed']]));
});

it('opens the door when the agent wants it, and takes what comes through', async () => {
  const { main, told } = await openStore();
  expect(await main.remote.telephone()).toEqual({ address: null, problem: 'off', hasToken: false, takenKeys: [] });
  const settings = defaultSettings();
  await main.remote.saveSettings({ calls: { ...settings.calls, webhook: true } });
  const { address } = await main.remote.telephone();
  const token = await main.remote.newTelephoneToken();
  expect(await main.remote.telephone()).toEqual({ address, problem: null, hasToken: true, takenKeys: [] });

  const port = Number(new URL(address ?? '').port);
  const path = `/call/${token}`;
  await send({ port, path }, asForm('event=newCall&from=+4791234567&to=600&direction=in&callId=1'));
  await vi.waitFor(() => expect(told.at(-1)).toMatchObject([{ number: '+4791234567' }]));
  const id = told.at(-1)?.[0]?.id ?? '';
  expect(await main.remote.changeCall({ callId: id, change: { do: 'answer' } })).toBe(true);
  expect(told.at(-1)?.map(phaseOf)).toEqual(['talking']);

  // Nothing else speaks up meanwhile; afterwards all of it does, in one.
  const news: News = { ticketId: 'shop:1', kind: 'answered', who: 'Bo', subject: 'Tent' };
  await main.remote.notify(news);
  await main.remote.notify({ ...news, ticketId: 'shop:2' });
  expect(notified).toEqual([]);
  await main.remote.changeCall({ callId: id, change: { do: 'hang-up' } });
  await main.remote.changeCall({ callId: id, change: { do: 'wrap-up', disposition: 'Solved', followUpAt: null } });
  expect(told.at(-1)?.map(phaseOf)).toEqual(['done']);
  expect(notified).toEqual([expect.objectContaining({ kind: 'meanwhile', ticketId: null })]);
  await main.remote.notify(news);
  expect(notified.slice(1)).toEqual([news]);
  expect(await main.remote.callPage({ before: null })).toMatchObject([{ id, disposition: 'Solved' }]);
  expect(await readFile(join(profileDir, 'calls.log'), 'utf8')).toContain('Solved');

  await main.remote.saveSettings({ calls: { ...settings.calls, webhook: false } });
  expect(await main.remote.telephone()).toMatchObject({ problem: 'off', hasToken: true });
  await expect(send({ port, path }, asForm('event=hangup&callId=1'))).rejects.toThrow('ECONNREFUSED');
});

it('dials through the system, and tells no store that there has never been a call', async () => {
  const { main, told } = await openStore();
  await main.remote.syncNow('none');
  expect(told).toEqual([]);
  const request = { number: '+47 91 23 45 67', name: 'Ann', accountId: null, personRemoteId: null, ticketId: null };
  expect(await main.remote.placeCall(request)).toMatch(/^[0-9A-Z]{26}$/);
  expect(opened).toEqual(['tel:+4791234567']);
  await vi.waitFor(() => expect(told).toMatchObject([[{ direction: 'out', name: 'Ann' }]]));
});

it('lets a store without the lease see calls, and change none', async () => {
  core.takeCallLink('tel:+4791234567');
  const { told } = await openStore();
  await vi.waitFor(() => expect(told).toHaveLength(1));
  const second = await openStore();
  const [call] = await second.main.remote.callPage({ before: null });
  expect(await second.main.remote.changeCall({ callId: call?.id ?? '', change: { do: 'answer' } })).toBe(false);
  expect(await second.main.remote.newTelephoneToken()).toBeNull();
}, 10_000);
