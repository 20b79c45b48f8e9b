import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from '#shared/schema.ts';
import { siteConfig } from './site-config.ts';

const run = promisify(execFile);
const HERE = dirname(fileURLToPath(import.meta.url));
const CACHE = join(HERE, '..', '..', '..', 'node_modules', '.cache', 'holdfast', 'request-tracker');
export const SERVER = '/usr/share/request-tracker5/libexec/rt-server';
const SETUP = '/usr/sbin/rt-setup-database-5';
const PACKAGES = ['request-tracker5', 'rt5-db-sqlite', 'rt5-standalone'];

export type SeedOptions = { readonly tickets: number; readonly articles: number };
/** A database filled once; instances run on copies. */
export type Seeded = { readonly database: string; readonly tokens: Readonly<Record<string, string>> };
export type Prepared = { readonly ok: true; readonly seeded: Seeded } | { readonly ok: false; readonly why: string };

const summarySchema = z.object({ tokens: z.record(z.string(), z.string()) });

/**
 * Makes sure that Request Tracker is installed (by apt, where that is allowed: Debian, as root) and that a database of this size
 * is seeded; the latter is kept below `node_modules/.cache`. Where it cannot be had, `why` is one sentence.
 */
export async function prepareRequestTracker(options: SeedOptions): Promise<Prepared> {
  const missing = await install();
  if (missing !== null) return { ok: false, why: missing };
  const made = createHash('sha256');
  made.update(await readFile(join(HERE, 'seed.pl')));
  made.update(siteConfig('', 0));
  // The newest ticket should be minutes old; a day later it still is new enough.
  const day = Math.floor(Date.now() / 86_400_000);
  const key = `${options.tickets}-${options.articles}-${day}-${made.digest('hex').slice(0, 12)}`;
  const kept = join(CACHE, key);
  try {
    if (!existsSync(join(kept, 'summary.json'))) await seed(kept, options);
    const summary = summarySchema.parse(JSON.parse(await readFile(join(kept, 'summary.json'), 'utf8')));
    return { ok: true, seeded: { database: join(kept, 'rt.sqlite'), tokens: summary.tokens } };
  } catch (problem) {
    return {
      ok: false,
      why: `Request Tracker is installed but its test database could not be made: ${String(problem)}`,
    };
  }
}

async function install(): Promise<string | null> {
  if (existsSync(SERVER) && existsSync(SETUP)) return null;
  if (!existsSync('/etc/debian_version'))
    return 'Request Tracker is not installed, and this is not Debian, whose packages the tests use.';
  if (process.getuid?.() !== 0)
    return `Request Tracker is not installed, and only root may: apt-get install --no-install-recommends ${PACKAGES.join(' ')}`;
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = ['install', '--no-install-recommends', '-y', '-q', ...PACKAGES];
  try {
    // Lists of packages may be absent or old: only then are they fetched.
    await run('apt-get', apt, { env: environment }).catch(async () => {
      await run('apt-get', ['update', '-q'], { env: environment });
      await run('apt-get', apt, { env: environment });
    });
  } catch {
    return 'Request Tracker is not installed, and apt could not fetch it.';
  }
  return existsSync(SERVER) ? null : 'Request Tracker was installed but its server is not where Debian 12 puts it.';
}

async function seed(kept: string, options: SeedOptions): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'holdfast-rt-seed-'));
  try {
    const env = await writeSite(dir, 1);
    await run(SETUP, ['--action', 'init', '--skip-create'], { env, cwd: dir });
    const now = String(Math.floor(Date.now() / 1000));
    const { stdout } = await run(
      'perl',
      [join(HERE, 'seed.pl'), String(options.tickets), String(options.articles), now],
      {
        env,
        cwd: dir,
        maxBuffer: 1 << 26,
      },
    );
    const summary = stdout.trim().split('\n').at(-1) ?? '';
    summarySchema.parse(JSON.parse(summary));
    await mkdir(kept, { recursive: true });
    await copyFile(join(dir, 'rt.sqlite'), join(kept, `rt.sqlite.${process.pid}`));
    await rename(join(kept, `rt.sqlite.${process.pid}`), join(kept, 'rt.sqlite'));
    await writeFile(join(kept, `summary.${process.pid}`), summary);
    await rename(join(kept, `summary.${process.pid}`), join(kept, 'summary.json'));
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** Writes an instance's settings and returns the environment that makes RT read them. */
export async function writeSite(dir: string, port: number): Promise<NodeJS.ProcessEnv> {
  await mkdir(join(dir, 'etc'), { recursive: true });
  await mkdir(join(dir, 'mason'), { recursive: true });
  await mkdir(join(dir, 'sessions'), { recursive: true });
  // Debian's own file is readable to root alone; an empty one takes its place.
  await writeFile(join(dir, 'site.pm'), '1;\n');
  await writeFile(join(dir, 'etc', 'holdfast.pm'), siteConfig(dir, port));
  return { ...process.env, RT_SITE_CONFIG: join(dir, 'site.pm'), RT_SITE_CONFIG_DIR: join(dir, 'etc') };
}
