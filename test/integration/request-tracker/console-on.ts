import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { createCore } from '#main/core.ts';
import { createStore } from '#renderer/store/create-store.ts';
import type { DeskApi } from '#renderer/store/desk-api.ts';
import { guardDefaults, guardStorage } from '#renderer/store/guarded-storage.ts';
import { messagePortLink } from '#shared/link/message-port-link.ts';
import { ok } from '#shared/result.ts';
import { inProcessReport } from '../../support/in-process-report.ts';
import { memoryStorage } from '../../support/memory-storage.ts';
import type { RigUser } from '../../support/request-tracker/rig.ts';
import { silentShell } from '../../support/silent-shell.ts';
import { call, must, openConnector } from './connector.ts';

const ACCOUNT_ID = 'rt';

/** A console without a window: the real core and the real store on a real Request Tracker, with a database in memory. */
export async function consoleOn(
  url: string,
  user: RigUser,
): Promise<{ readonly accountId: string; readonly desk: DeskApi; stop(): Promise<void> }> {
  const profileDir = await mkdtemp(join(tmpdir(), 'holdfast-rt-'));
  const me = must(await openConnector(url, { user }).whoAmI(call));
  const config = { url, mode: 'password', user: user.name };
  const account = { id: ACCOUNT_ID, connectorId: 'request-tracker', label: 'RT', config, me, practice: false };
  await writeFile(join(profileDir, 'accounts.json'), JSON.stringify({ accounts: [account] }));
  await writeFile(
    join(profileDir, 'secrets.json'),
    JSON.stringify({ [ACCOUNT_ID]: { plain: { password: user.password } } }),
  );
  await writeFile(join(profileDir, 'settings.json'), JSON.stringify({ undoSeconds: 0 }));
  const core = await createCore({
    version: '0',
    profileDir,
    storeSecrets: 'file',
    log: () => undefined,
    now: Date.now,
    shell: silentShell(fetch),
  });
  const after = (ms: number, run: () => void): (() => void) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  };
  const store = createStore(
    {
      openStorage: (_account, onProblem) =>
        guardStorage(async () => ok(memoryStorage()), { ...guardDefaults, now: Date.now, after, onProblem }),
      deleteStorage: async () => undefined,
      now: Date.now,
      after,
      newId: () => ulid(),
      pause: async () => undefined,
      untilQuiet: async () => undefined,
      startReport: () => inProcessReport(Date.now),
    },
    'store',
    () => undefined,
  );
  const { port1, port2 } = new MessageChannel();
  core.connectStore(messagePortLink(port1));
  await store.connect(messagePortLink(port2));
  return {
    accountId: ACCOUNT_ID,
    desk: store.desk,
    async stop() {
      await core.stop();
      port2.close();
      await rm(profileDir, { recursive: true, force: true });
    },
  };
}
