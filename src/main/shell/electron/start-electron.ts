import { join } from 'node:path';
import { app, dialog, nativeTheme, powerMonitor, screen, session } from 'electron';
import type { CommandId } from '#shared/commands/catalogue.ts';
import { keysUnder } from '#shared/commands/key-choices.ts';
import { createText, type Text } from '#shared/i18n/text.ts';
import type { LinkPort } from '#shared/link/port.ts';
import { defaultSettings } from '#shared/settings/settings.ts';
import type { CreateDesktopCore, DesktopCore } from '../../core-face.ts';
import type { Log } from '../../log.ts';
import { profilePaths } from '../../profile/profile-paths.ts';
import { profileText } from '../../settings/profile-text.ts';
import { argumentProblem } from '../argument-problem.ts';
import { EXIT_USAGE, parseArguments, type StartOptions } from '../arguments.ts';
import { followLink } from '../follow-link.ts';
import { openLogFile } from '../log-file.ts';
import { listPageFiles } from '../page-files.ts';
import { profileFolder } from '../profile-folder.ts';
import { lockProfile, type ProfileLock } from '../profile-lock.ts';
import { setApplicationMenu } from './application-menu.ts';
import { catchLinks } from './catch-links.ts';
import { useDataFolder } from './data-folder.ts';
import { createElectronShell } from './electron-shell.ts';
import { guardContents } from './guard-contents.ts';
import { hardenSession } from './harden-session.ts';
import { openPageWindow } from './page-window.ts';
import { handleQuitting, type Quitting } from './quitting.ts';
import { safeModePage } from './safe-mode-page.ts';
import { declareScheme, servePage } from './serve-page.ts';
import { hasTray, showTray, type TrayIcon } from './tray-icon.ts';
import { keepWindow } from './window-life.ts';
import { keepPlace, readPlace } from './window-place.ts';

export type ElectronStart = {
  readonly version: string;
  readonly createCore: CreateDesktopCore;
  readonly pageDir: string;
  readonly preload: string;
  readonly iconDir: string;
  readonly argv: readonly string[];
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => number;
};

/** Starts the desktop program. What must happen before `ready` happens before the first await. */
export async function startElectron(start: ElectronStart): Promise<void> {
  // No profile is known yet, or can be read.
  const textBefore = createText(defaultSettings().locale);
  const parsed = parseArguments(start.argv, { lenient: true });
  if (!parsed.ok) {
    process.stderr.write(`${argumentProblem(parsed.error, textBefore)}\n`);
    return app.exit(EXIT_USAGE);
  }
  const options = parsed.value;
  if (options.help) {
    process.stdout.write(`${textBefore('host.help')}\n`);
    return app.exit(0);
  }
  const { platform, env } = start;
  const profileDir = profileFolder(options.profile, { platform, env, homeDir: app.getPath('home') });
  const dataFolder = useDataFolder(profileDir);
  if (!dataFolder.ok) {
    dialog.showErrorBox(app.name, textBefore('host.profileUnusable', { folder: profileDir, code: dataFolder.error }));
    return app.exit(1);
  }
  // Without it Windows shows notifications under Electron's name. The same id as the installer's.
  if (platform === 'win32') app.setAppUserModelId('app.holdfast.desktop');
  app.enableSandbox();
  declareScheme();
  guardContents();
  if (options.handleTel !== null) return app.exit(handleTel(options.handleTel, textBefore));
  // The first instance opens the link and comes to the front; this one has nothing left to do.
  if (!app.requestSingleInstanceLock({ link: options.link })) return app.exit(0);
  if (app.isPackaged) app.setAsDefaultProtocolClient('holdfast');
  const links = catchLinks(options.link);

  await app.whenReady();
  const text = await profileText(profilePaths(profileDir).settings);
  const locked = await lockProfile(profileDir, links.take);
  if (!locked.ok) {
    const { where, pid } = locked.error;
    dialog.showErrorBox(
      app.name,
      where === '' ? text('host.runningInWindow', { pid: String(pid) }) : text('host.runningElsewhere', { where }),
    );
    return app.exit(2);
  }
  hardenSession(session.defaultSession, platform);
  const log = openLogFile(profileDir);
  try {
    const opened = await open({ start, options, profileDir, lock: locked.value, log, text });
    links.deliverTo(opened.followLink);
  } catch (error) {
    log('host.start-failed', { reason: String(error) });
    dialog.showErrorBox(app.name, text('host.coreFailed', { reason: String(error), folder: profileDir }));
    await locked.value.release();
    app.exit(1);
  }
}

/** Tells the system which program opens `tel:` links, says what came of it, and gives the exit code. */
function handleTel(wanted: boolean, text: Text): number {
  const say = (key: 'on' | 'off' | 'refused' | 'notInstalled'): void =>
    void process.stdout.write(`${text(`host.tel.${key}`)}\n`);
  if (!app.isPackaged) {
    say('notInstalled');
    return 1;
  }
  const isDone = wanted ? app.setAsDefaultProtocolClient('tel') : app.removeAsDefaultProtocolClient('tel');
  say(isDone ? (wanted ? 'on' : 'off') : 'refused');
  return isDone ? 0 : 1;
}

type Opening = {
  readonly start: ElectronStart;
  readonly options: StartOptions;
  readonly profileDir: string;
  readonly lock: ProfileLock;
  readonly log: Log;
  readonly text: Text;
};

async function open({
  start,
  options,
  profileDir,
  lock,
  log,
  text,
}: Opening): Promise<{ followLink(link: string | null): void }> {
  const { platform, env, iconDir } = start;
  const isMac = platform === 'darwin';
  const placeFile = join(profileDir, 'window.json');
  let core: DesktopCore | null = null;
  let tray: TrayIcon | null = null;
  let quitting: Quitting | null = null;
  let connected = 0;
  let unread = 0;
  const connectStore = (port: LinkPort): void => {
    connected += 1;
    port.onClose(() => {
      connected -= 1;
      tray?.refresh();
    });
    core?.connectStore(port);
    tray?.refresh();
  };

  servePage(listPageFiles(start.pageDir), () =>
    safeModePage(
      (core?.unsent() ?? []).map(({ entry }) => entry),
      text,
    ),
  );
  let place = await readPlace(
    placeFile,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const life = keepWindow({
    open: () =>
      openPageWindow({
        preload: start.preload,
        icon: join(iconDir, 'icon-256.png'),
        place,
        dark: nativeTheme.shouldUseDarkColors,
        connectStore,
      }),
    hidesOnClose: isMac || hasTray(platform, env),
    isQuitting: () => quitting?.isQuitting() ?? false,
    quit: () => app.quit(),
    sessionEnds: () => quitting?.now(),
    giveUp() {
      dialog.showErrorBox(app.name, text('host.safeMode.failed', { folder: profileDir }));
      quitting?.now();
    },
    leaving(window) {
      place = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
      void keepPlace(placeFile, place).catch((error: unknown) =>
        log('window.place-not-kept', { reason: String(error) }),
      );
    },
    now: start.now,
    log,
  });
  const shell = await createElectronShell({
    platform,
    showWindow: life.show,
    window: life.current,
    overlay: { icon: join(iconDir, 'badge.png'), text: (count) => text('host.badge', { count }) },
    onBadge(count) {
      unread = count;
      tray?.refresh();
    },
    onKeys(choices) {
      const run = (command: CommandId): void => core?.runCommand(command, null, 'menu');
      setApplicationMenu({ isMac, isPackaged: app.isPackaged, text, keysOf: keysUnder(choices), run });
    },
  });
  const running = await start.createCore({
    version: start.version,
    profileDir,
    shell,
    log,
    now: start.now,
    storeSecrets: options.storeSecrets,
    ...(options.practicePort === null ? {} : { practicePort: options.practicePort }),
  });
  core = running;
  quitting = handleQuitting({
    unsent: running.unsent,
    showWindow: life.show,
    stop: async () => {
      tray?.remove();
      await running.stop();
      await lock.release();
    },
    text,
  });
  leaveOnSystemShutdown(quitting);
  if (hasTray(platform, env)) {
    const icon = join(iconDir, isMac ? 'trayTemplate.png' : 'tray.png');
    tray = showTray({
      icon,
      text,
      show: life.show,
      quit: () => app.quit(),
      state: () => ({ unread, unsent: running.unsentCount(), connected: connected > 0 }),
    });
  }
  app.on('activate', life.show);
  // The program lives on without a window where there is a tray, and for the moment in which a dead window is made again.
  app.on('window-all-closed', () => {});
  life.show();
  return {
    followLink(link) {
      // A call comes by itself, and may come while the agent writes elsewhere.
      if (link !== null && followLink(running, link) === 'call') life.reveal();
      else life.show();
    },
  };
}

/** Neither a shutdown nor Ctrl-C waits for an answer; what was accepted is on disk. */
function leaveOnSystemShutdown(quitting: Quitting): void {
  // Electron's declarations leave out the event that its documentation hands to this listener.
  const power: NodeJS.EventEmitter = powerMonitor;
  power.on('shutdown', (event: { preventDefault(): void }) => {
    // Holds the shutdown up for as long as leaving takes.
    event.preventDefault();
    quitting.now();
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => quitting.now());
}
