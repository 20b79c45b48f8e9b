import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import type { CoreOptions, DesktopCore } from '#main/core-face.ts';
import { defaultSettings } from '#shared/settings/settings.ts';
import { createElectronStandIn, type ElectronStandIn } from '../../../../support/electron-stand-in.ts';

export type Desk = {
  readonly electron: ElectronStandIn;
  readonly core: { readonly [Name in keyof DesktopCore]: ReturnType<typeof vi.fn<DesktopCore[Name]>> };
  /** What the core was given; null when it was never made. */
  readonly given: CoreOptions | null;
  readonly profile: string;
};

export type DeskOptions = {
  readonly prepare?: (electron: ElectronStandIn) => void;
  readonly argv?: readonly string[];
  readonly platform?: NodeJS.Platform;
  readonly env?: Readonly<Record<string, string>>;
  readonly profile?: string;
};

/** Starts the desktop program on the stand-in, with modules of its own so that nothing is left of the start before. */
export async function startDesk(options: DeskOptions = {}): Promise<Desk> {
  const electron = createElectronStandIn();
  options.prepare?.(electron);
  vi.resetModules();
  vi.doMock('electron', () => electron);
  const { startElectron } = await import('#main/shell/electron/start-electron.ts');
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'holdfast-desk-')));
  const core = {
    connectStore: vi.fn<DesktopCore['connectStore']>(),
    unsent: vi.fn<DesktopCore['unsent']>(() => []),
    unsentCount: vi.fn<DesktopCore['unsentCount']>(() => 0),
    stop: vi.fn<DesktopCore['stop']>(async () => {}),
    runCommand: vi.fn<DesktopCore['runCommand']>(),
    takeCallLink: vi.fn<DesktopCore['takeCallLink']>(() => false),
    showNotification: vi.fn<DesktopCore['showNotification']>(),
  };
  let given: CoreOptions | null = null;
  await startElectron({
    version: '1.2.3',
    createCore: async (coreOptions) => {
      given = coreOptions;
      coreOptions.shell.showKeys(defaultSettings().keys);
      return core;
    },
    pageDir: await makePage(),
    preload: '/preload.cjs',
    iconDir: '/icons',
    argv: ['--profile', profile, ...(options.argv ?? [])],
    platform: options.platform ?? 'linux',
    env: options.env ?? { XDG_CURRENT_DESKTOP: 'KDE' },
    now: Date.now,
  });
  return { electron, core, given, profile };
}

async function makePage(): Promise<string> {
  const page = await mkdtemp(join(tmpdir(), 'holdfast-page-'));
  await writeFile(join(page, 'index.html'), '<title>Holdfast</title>');
  await writeFile(join(page, 'message.html'), '<title>Message</title>');
  await writeFile(join(page, 'worker.js'), '1');
  return page;
}

/** The window that was made last. */
export function lastWindow({ electron }: Desk): ElectronStandIn['seen']['windows'][number] {
  const window = electron.seen.windows.at(-1);
  if (window === undefined) throw new Error('No window was made.');
  return window;
}

/** An event as Electron hands it out, that remembers whether it was prevented. */
export function electronEvent<Facts extends object>(
  facts: Facts,
): Facts & { defaultPrevented: boolean; preventDefault(): void } {
  const event = {
    ...facts,
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
  };
  return event;
}

/** Takes the signal handlers away that a start has left on this process. */
export function forgetSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeAllListeners(signal);
}
