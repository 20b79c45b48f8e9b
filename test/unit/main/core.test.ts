import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PRACTICE_ID } from '#main/accounts/practice-account.ts';
import { openAttachmentCache } from '#main/attachments/attachment-cache.ts';
import { createCore } from '#main/core.ts';
import type { DesktopCore } from '#main/core-face.ts';
import { ownListFile } from '#main/mine/own-list-file.ts';
import { nodeDisk } from '#main/profile/disk.ts';
import { profilePaths } from '#main/profile/profile-paths.ts';
import type { Account } from '#shared/domain/account.ts';
import { type Feedback, feedbackSchema } from '#shared/feedback/feedback.ts';
import { connectLink, type Link } from '#shared/link/connect-link.ts';
import type { Implementation } from '#shared/link/define.ts';
import { type MainContract, mainContract } from '#shared/link/main-contract.ts';
import { messagePortLink } from '#shared/link/message-port-link.ts';
import { type StoreContract, storeContract } from '#shared/link/store-contract.ts';
import { ok } from '#shared/result.ts';
import { anEntry } from '../../support/outbox-entry.ts';
import { silentShell } from '../../support/silent-shell.ts';

const SHOP: Account = {
  id: 'shop',
  connectorId: 'zendesk',
  label: 'Shop',
  config: { method: 'apiToken', url: 'https://shop.zendesk.com', email: 'ann@shop.example' },
  me: { remoteId: '1', name: 'Ann', email: null, administrator: false, groupIds: [] },
  practice: false,
};

let profileDir: string;
let core: DesktopCore;
let resume: (() => void) | null;
const fetched = vi.fn<typeof fetch>();

const shell = silentShell(fetched, {
  host: 'electron',
  onSuspendResume(_suspended, resumed) {
    resume = resumed;
    return () => {
      resume = null;
    };
  },
});

beforeEach(async () => {
  fetched.mockReset().mockImplementation(async () => new Response(null, { status: 401 }));
  resume = null;
  profileDir = await mkdtemp(join(tmpdir(), 'holdfast-core-'));
  await writeFile(join(profileDir, 'accounts.json'), JSON.stringify({ accounts: [SHOP] }));
  await writeFile(join(profileDir, 'secrets.json'), JSON.stringify({ shop: { plain: { apiToken: 'hush' } } }));
  core = await createCore({
    version: '1',
    profileDir,
    shell,
    log: () => undefined,
    now: Date.now,
    storeSecrets: 'file',
  });
});
afterEach(async () => {
  await core.stop();
  await rm(profileDir, { recursive: true, force: true });
});

/** A window's store: it opens what it is told to and remembers the commands. */
function openStore(filesNamed: readonly string[] = []): {
  readonly link: Link<MainContract>;
  readonly commands: unknown[];
} {
  const { port1, port2 } = new MessageChannel();
  const commands: unknown[] = [];
  const implementation: Implementation<StoreContract> = {
    openAccount: async () => ({ ok: true, value: { cursors: {}, complete: [], strangers: [] } }),
    closeAccount: async () => {},
    applyBatch: async () => ok(null),
    settle: async () => ok(null),
    conversationsWanted: async () => [],
    macroFilesWanted: async () => [],
    ticketsKept: async () => [],
    filesNamed: async () => [...filesNamed],
    callsNow: async () => {},
    health: async () => {},
    accounts: async () => {},
    notice: async () => {},
    leaseLost: async () => {},
    showNotification: async () => {},
    runCommand: async (command) => void commands.push(command),
  };
  core.connectStore(messagePortLink(port1));
  return {
    link: connectLink({ port: messagePortLink(port2), serves: storeContract, calls: mainContract, implementation }),
    commands,
  };
}

test('a ticket asked for before there was a window opens once there is one, the last one only', async () => {
  core.runCommand('list.open', 'shop:1', 'outside');
  core.runCommand('list.open', 'shop:2', 'outside');
  core.runCommand('app.palette', null, 'menu');
  const { link, commands } = openStore();
  await link.remote.hello({ storeId: 'one', takeOver: false });
  await vi.waitFor(() => expect(commands).toEqual([{ command: 'list.open', ticketId: 'shop:2', source: 'outside' }]));
  core.runCommand('ticket.reply', null, 'menu');
  await vi.waitFor(() => expect(commands).toHaveLength(2));
  link.close();
});

test('when the machine wakes every helpdesk is asked at once, until the core stops', async () => {
  const { link } = openStore();
  await link.remote.hello({ storeId: 'one', takeOver: false });
  await vi.waitFor(() => expect(fetched).toHaveBeenCalled());
  // Refused once, it is not asked again by itself.
  const before = fetched.mock.calls.length;
  resume?.();
  await vi.waitFor(() => expect(fetched.mock.calls.length).toBeGreaterThan(before));
  await core.stop();
  expect(resume).toBeNull();
});

test('what is unsent is given with its words, and as not connected without a helpdesk that answers', async () => {
  const { link } = openStore();
  await link.remote.hello({ storeId: 'one', takeOver: false });
  const entry = anEntry(1, { accountId: 'shop', ticketId: 'shop:1' });
  await link.remote.journalPut(entry);
  expect(core.unsent()).toEqual([{ entry, connected: false }]);
  link.close();
});

test('an account whose helpdesk answers counts as connected', async () => {
  fetched.mockImplementation(fetch);
  await core.stop();
  // A profile that nobody has used yet comes with the practice desk, on this machine's loopback.
  core = await createCore({
    version: '1',
    profileDir: join(profileDir, 'fresh'),
    shell,
    log: () => undefined,
    now: Date.now,
    storeSecrets: null,
  });
  const { link } = openStore();
  await link.remote.hello({ storeId: 'one', takeOver: false });
  const held = { name: 'held', reason: 'too-old', since: 0, fields: [] } as const;
  await link.remote.journalPut(anEntry(1, { accountId: PRACTICE_ID, ticketId: `${PRACTICE_ID}:1`, state: held }));
  await vi.waitFor(() => expect(core.unsent()).toMatchObject([{ connected: true }]), { timeout: 15_000 });
  link.close();
}, 20_000);

test('what is done at once is taken back at once, and counted', async () => {
  const { link } = openStore();
  await link.remote.hello({ storeId: 'one', takeOver: false });
  const entries = [1, 2, 3].map((number) =>
    anEntry(number, { accountId: 'shop', ticketId: `shop:${number}`, batchId: 'all' }),
  );
  const [first, second, third] = entries.map(({ id }) => id);
  expect(await link.remote.journalPutAll({ accountId: 'shop', entries })).toEqual(ok(null));
  const entryIds = [first ?? '', second ?? '', 'nobody'];
  expect(await link.remote.journalDiscardAll({ accountId: 'shop', entryIds })).toEqual([first, second]);
  expect(core.unsent().map(({ entry }) => entry.id)).toEqual([third]);
  expect(await link.remote.batchCounts({ accountId: 'shop', batchId: 'all' })).toEqual({ delivered: 0, takenBack: 2 });
  link.close();
});

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');
const filesKept = async (): Promise<readonly string[]> => (await nodeDisk.list(join(profileDir, 'files'))).toSorted();

/** Leaves a file in the profile as an earlier run would have. */
async function leave(text: string): Promise<string> {
  await nodeDisk.replace(join(profileDir, 'files', sha256Of(text)), text);
  return sha256Of(text);
}

/** Connects a store that names these, and disconnects it once the core has seen to the files. */
async function connectOnce(
  inStore: readonly string[],
  work: (link: Link<MainContract>) => Promise<void>,
): Promise<void> {
  const { link } = openStore(inStore);
  await link.remote.hello({ storeId: 'one', takeOver: true });
  await work(link);
  link.close();
  await link.closed;
}
const DRAFT = { accountId: 'shop', ticketId: 'shop:1', kind: 'reply', text: '', cursorAt: 0, fields: {} } as const;
const fileOf = (sha256: string) => ({ name: 'a.txt', mimeType: 'text/plain', size: 10, sha256 });

test('once every account is read, files go that neither a journal nor the store names', async () => {
  const [ofDraft, ofStore] = [sha256Of('of a draft'), sha256Of('of the store')];
  await leave('orphan of the first time');
  await connectOnce([], async (link) => {
    await link.remote.draftPut({ ...DRAFT, files: [fileOf(ofDraft)], updatedAt: 1 });
    // What is left behind afterwards is not for this time to see to.
    await vi.waitFor(async () => expect(await filesKept()).toEqual([]));
  });
  await Promise.all(['of a draft', 'of the store', 'orphan'].map(leave));
  await connectOnce([ofStore], async () => {
    await vi.waitFor(async () => expect(await filesKept()).toEqual([ofDraft, ofStore].toSorted()));
  });
});

test('while an account’s journal is not read, no file goes that it may name', async () => {
  await leave('of an account that the list has lost');
  const lost = join(profileDir, 'accounts', 'lost');
  await mkdir(lost, { recursive: true });
  let asked = 0;
  const { link } = openStore();
  const named = vi.spyOn(nodeDisk, 'list').mockImplementation(async (folder) => {
    asked += 1;
    return readdir(folder);
  });
  await link.remote.hello({ storeId: 'one', takeOver: false });
  await vi.waitFor(() => expect(asked).toBeGreaterThan(0));
  link.close();
  await link.closed;
  named.mockRestore();
  expect(await filesKept()).toHaveLength(1);
});

test('with an account go the files that only it has put', async () => {
  await connectOnce([], async (link) => {
    const bytes = new TextEncoder().encode('its own');
    const part = { accountId: 'shop', sha256: sha256Of('its own'), size: bytes.length, at: 0, bytes };
    expect(await link.remote.putFile({ ...part, accountId: 'nobody' })).toEqual({ ok: false, error: 'closed' });
    expect(await link.remote.putFile(part)).toEqual(ok(null));
    expect(await link.remote.outgoingFile(part.sha256)).toEqual(bytes);
    await link.remote.draftPut({ ...DRAFT, files: [fileOf(part.sha256)], updatedAt: 1 });
    await link.remote.removeAccount('shop');
    await vi.waitFor(async () => expect(await filesKept()).toEqual([]));
  });
});

test('a file of a ticket that was fetched before goes with a message as it is; one that was not is null', async () => {
  const paths = profilePaths(profileDir);
  const bytes = new TextEncoder().encode('a label');
  await openAttachmentCache(nodeDisk, paths).put('shop', '71', { mimeType: 'application/pdf', bytes });
  const file = { remoteId: '71', name: 'label.pdf', mimeType: 'application/pdf', size: 99, ticketRemoteId: '1' };
  const kept = { name: 'label.pdf', mimeType: 'application/pdf', size: bytes.length, sha256: sha256Of('a label') };
  await connectOnce([], async (link) => {
    expect(await link.remote.keepOriginal({ accountId: 'shop', file })).toEqual(kept);
    expect(await link.remote.outgoingFile(kept.sha256)).toEqual(bytes);
    expect(await link.remote.keepOriginal({ accountId: 'shop', file: { ...file, remoteId: '72' } })).toBeNull();
    expect(await link.remote.keepOriginal({ accountId: 'nobody', file })).toBeNull();
  });
});

test('feedback that was noted is in the profile, and given back by whatever opens it next', async () => {
  const said: Feedback = {
    ...{ id: '1'.padStart(26, '0'), at: 1, ticketId: 'shop:1', ticketNumber: '1', what: 'Slow' },
    ...{ howOften: 'often', severity: 'blocks', quote: '[name] waits' },
  };
  const { link } = openStore();
  expect(await link.remote.changeFeedback({ remove: [], put: [said] })).toBe(false);
  await link.remote.hello({ storeId: 'one', takeOver: false });
  expect(await link.remote.changeFeedback({ remove: [], put: [said] })).toBe(true);
  link.close();
  const paths = profilePaths(profileDir);
  const list = ownListFile(nodeDisk, paths.feedback, { name: 'feedback', schema: feedbackSchema });
  expect(await list.page(0)).toEqual({ entries: [said], unreadable: [], next: null });
});
