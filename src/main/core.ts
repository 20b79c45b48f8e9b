import { cannedResponseSchema } from '#shared/canned/canned-response.ts';
import { commandOfNotification } from '#shared/commands/command-of-notification.ts';
import { feedbackSchema } from '#shared/feedback/feedback.ts';
import { createText, type Text } from '#shared/i18n/text.ts';
import { connectLink } from '#shared/link/connect-link.ts';
import { mainContract } from '#shared/link/main-contract.ts';
import type { LinkPort } from '#shared/link/port.ts';
import { storeContract } from '#shared/link/store-contract.ts';
import { type Notice, type Notification, noticeSchema } from '#shared/link/values.ts';
import { ownMacroSchema } from '#shared/macros/macro.ts';
import { openAccountList } from './accounts/account-list.ts';
import { openAccountRuntime } from './accounts/account-runtime.ts';
import { createAccounts } from './accounts/accounts.ts';
import { attachToStores } from './accounts/attach-to-stores.ts';
import { loopbackSignIn } from './accounts/loopback-sign-in.ts';
import { createPracticeAccount } from './accounts/practice-account.ts';
import { openAttachmentCache } from './attachments/attachment-cache.ts';
import { openOutgoingFiles } from './attachments/outgoing-files.ts';
import { tidyFiles } from './attachments/tidy-files.ts';
import { createGlobalKeys } from './calls/global-keys.ts';
import { openTelephony } from './calls/telephony.ts';
import { type Clock, systemClock } from './clock.ts';
import type { AnyConnectorDefinition } from './connectors/contract.ts';
import { connectorDefinitions } from './connectors/registry.ts';
import type { CoreOptions, DesktopCore } from './core-face.ts';
import { openSecretStore } from './credentials/secret-store.ts';
import { serveStore } from './link/serve-store.ts';
import { createStoreLease, type StoreLink } from './link/store-lease.ts';
import { openCommandRuns } from './mine/command-runs.ts';
import { ownListFile } from './mine/own-list-file.ts';
import { openUses } from './mine/uses-file.ts';
import { openViewsFile } from './mine/views-file.ts';
import { digestText, MEANWHILE, notificationText } from './notification-text.ts';
import { type Disk, nodeDisk } from './profile/disk.ts';
import { profilePaths } from './profile/profile-paths.ts';
import { createQuiet } from './quiet.ts';
import { openSettings } from './settings/settings-file.ts';

/** What the core has of the machine, apart from its host: all that a simulation puts something else in place of. */
export type World = {
  readonly clock: Clock;
  readonly disk: Disk;
  /** From 0 to 1, as `Math.random`. */
  readonly random: () => number;
  readonly connectors: readonly AnyConnectorDefinition[];
};

const machine = (now: () => number): World => ({
  clock: { ...systemClock(), now },
  disk: nodeDisk,
  random: Math.random,
  connectors: connectorDefinitions,
});

/** The host-neutral program: accounts with their journals and engines, and whichever store is connected. */
export async function createCore(options: CoreOptions, world: World = machine(options.now)): Promise<DesktopCore> {
  const { shell, log, version } = options;
  const paths = profilePaths(options.profileDir);
  const { clock, disk } = world;
  const settings = await openSettings(disk, paths.settings, log);
  const views = await openViewsFile(disk, paths.views);
  const macros = ownListFile(disk, paths.macros, { name: 'macros', schema: ownMacroSchema });
  const cannedResponses = ownListFile(disk, paths.cannedResponses, { name: 'responses', schema: cannedResponseSchema });
  const feedback = ownListFile(disk, paths.feedback, { name: 'feedback', schema: feedbackSchema });
  const list = await openAccountList(disk, paths.accounts);
  shell.showKeys(settings.now().keys);
  const commandRuns = await openCommandRuns(disk, paths.commandRuns);
  const uses = await openUses(disk, paths.uses, clock.now());
  const secrets = await openSecretStore(disk, paths.secrets, shell.secretBox, options.storeSecrets === 'file');
  const attachments = openAttachmentCache(disk, paths);
  const files = openOutgoingFiles(disk, paths);
  const lease = createStoreLease(clock);
  let known: Text | null = null;
  const text = (): Text => {
    const { locale } = settings.now();
    if (known?.locale !== locale) known = createText(locale);
    return known;
  };
  const host = { fetch: shell.fetch, clock, disk, log, paths, connectors: world.connectors };

  const store = () => lease.holder()?.remote ?? null;
  const tell = (code: Notice['code'], detail: string): void => {
    void store()
      ?.notice(noticeSchema.parse({ code, detail }))
      .catch(() => undefined);
  };
  const journalFailed = (error: unknown): void => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'error';
    log('journal not written', { code });
    tell('journal-unwritable', code);
  };
  /** A call or a setting is another one now. */
  let followCalls = (): void => undefined;
  const telephony = await openTelephony({
    ...host,
    random: world.random,
    settings: settings.now,
    openExternal: shell.openExternal,
    text,
    tell: (calls) => {
      void store()
        ?.callsNow({ calls: [...calls] })
        .catch(() => undefined);
      followCalls();
    },
    unwritable: () => tell('calls-unwritable', ''),
  });
  const accountsChanged = (): void => {
    void store()
      ?.accounts([...list.all()])
      .catch(() => undefined);
  };

  /** Asked for while no window could show it, as by a link that started the program: only the last one is still wanted. */
  let asked: { readonly command: string; readonly ticketId: string } | null = null;
  const runCommand: DesktopCore['runCommand'] = (command, ticketId, source) => {
    const connected = store();
    if (connected) void connected.runCommand({ command, ticketId, source }).catch(() => undefined);
    else if (ticketId !== null) asked = { command, ticketId };
  };
  const runAsked = (): void => {
    const waiting = asked;
    asked = null;
    if (waiting) runCommand(waiting.command, waiting.ticketId, 'outside');
  };

  const accounts = createAccounts({
    ...host,
    list,
    secrets,
    practice: createPracticeAccount({ ...host, port: options.practicePort ?? 0 }),
    signIn: loopbackSignIn(shell.openExternal, (which) => text()(which)),
    openRuntime: (id) =>
      openAccountRuntime({
        ...host,
        account: () => {
          const account = list.get(id);
          if (!account) throw new Error(`no account ${id}`);
          return account;
        },
        identified: async (account) => {
          if (JSON.stringify(list.get(id)) === JSON.stringify(account) || !list.get(id)) return;
          await list.put(account);
          accountsChanged();
        },
        attachments,
        files,
        random: world.random,
        prefetchTickets: () => settings.now().prefetchTickets,
        journalFailed,
        keepSecrets: (renewed) => secrets.put(id, renewed),
      }),
    changed: () => {
      accountsChanged();
      const holder = lease.holder();
      if (holder) void attached.all(holder);
    },
  });
  const attached = attachToStores({
    accounts,
    log,
    tell,
    tidyFiles: (link, isRead) => tidyFiles({ ...host, accounts, macros, cannedResponses, files }, link, isRead),
  });
  await accounts.start();
  // Timers stand still while the machine sleeps, and its network has changed when it wakes: nothing waits out a backoff from before.
  const forgetResume = shell.onSuspendResume(
    () => undefined,
    () => {
      for (const [, runtime] of accounts.runtimes()) runtime.engine()?.syncNow();
    },
  );

  const show = (notification: Notification, told: { readonly title: string; readonly body: string }): void =>
    shell.notify(notification, told, () =>
      runCommand(commandOfNotification(notification), notification.ticketId, 'outside'),
    );
  const quiet = createQuiet({
    clock,
    settings: settings.now,
    isBusy: telephony.calls.isBusy,
    tell: (notification) => show(notification, notificationText(text(), notification)),
    tellAll: (held, why) => show(MEANWHILE, digestText(text(), held, why)),
  });
  const globalKeys = createGlobalKeys({
    shortcuts: shell.globalShortcuts,
    settings: settings.now,
    calls: telephony.calls.live,
    run: (command) => runCommand(command, null, 'outside'),
  });
  followCalls = (): void => {
    globalKeys.follow();
    quiet.again();
  };
  // What was left open when the program ended.
  followCalls();

  return {
    connectStore(port: LinkPort) {
      const link: StoreLink = connectLink({
        port,
        serves: mainContract,
        calls: storeContract,
        implementation: serveStore({
          accounts,
          settings,
          views,
          macros,
          cannedResponses,
          feedback,
          uses,
          commandRuns,
          telephony,
          files,
          secrets,
          shell,
          clock,
          version,
          takeLease: (takeOver) => lease.take(link, takeOver),
          holdsLease: () => lease.holder() === link,
          greeted: () => {
            const calls = telephony.forNewStore();
            if (calls) void link.remote.callsNow({ calls: [...calls] }).catch(() => undefined);
            void link.remote
              .accounts([...list.all()])
              .then(() => attached.all(link))
              .then(runAsked)
              .catch(() => undefined);
          },
          notify: quiet.notify,
          takenKeys: globalKeys.taken,
          settingsChanged: () => followCalls(),
          journalFailed,
          forget: async (id) => {
            await accounts.runtime(id)?.detach();
            await store()?.closeAccount({ accountId: id, forget: true });
            attached.forget(link, id);
            files.forget(id);
            await accounts.remove(id);
          },
        }),
      });
      void link.closed.then(async () => {
        const held = lease.holder() === link;
        lease.release(link);
        if (held) await attached.none();
      });
    },
    unsentCount: () => accounts.runtimes().reduce((sum, [, runtime]) => sum + runtime.journal.folded.entries.size, 0),
    unsent: () =>
      accounts.runtimes().flatMap(([, runtime]) => {
        const health = runtime.engine()?.health();
        const connected = health?.online === true && health.problem === null;
        return [...runtime.journal.folded.entries.values()].map((entry) => ({ entry, connected }));
      }),
    async stop() {
      forgetResume();
      quiet.stop();
      globalKeys.stop();
      await telephony.stop();
      lease.holder()?.close();
      await accounts.stop();
      await commandRuns.close();
      await uses.close();
    },
    runCommand,
    takeCallLink: telephony.takeLink,
    showNotification(notification, told) {
      void store()
        ?.showNotification({ notification, ...told })
        .catch(() => undefined);
    },
  };
}
