import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ROOT } from '#main/shell/launch/build.ts';

const makeProfile = (): string => mkdtempSync(join(tmpdir(), 'holdfast-start-'));

/**
 * `npm start` as a terminal runs it: a process group of its own, to which Ctrl-C is sent as a whole. Through Bash, for Debian's
 * `sh` ends by the signal itself, whatever the program in it said, and npm then repeats that.
 */
function npmStart(...argv: readonly string[]): { readonly child: ChildProcess; readonly said: () => string } {
  const child = spawn('npm', ['start', '--', ...argv], {
    cwd: ROOT,
    detached: true,
    env: { ...process.env, npm_config_script_shell: 'bash' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
    });
  onTestFinished(() => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-(child.pid ?? 0), 'SIGKILL');
  });
  return { child, said: () => said };
}

// The first of them builds, where nobody has.
test('npm start says where it is, and Ctrl-C ends it with 0 within two seconds', { timeout: 180_000 }, async () => {
  const { child, said } = npmStart('--host', 'browser', '--no-open', '--port', '0', '--profile', makeProfile());
  await expect.poll(said, { timeout: 150_000 }).toMatch(/^Holdfast is ready: http:\/\/127\.0\.0\.1:\d+\/\?key=\S+$/m);
  const exited = once(child, 'exit');
  const begun = performance.now();
  process.kill(-(child.pid ?? 0), 'SIGINT');
  expect(await exited).toEqual([0, null]);
  expect(performance.now() - begun).toBeLessThan(2_000);
});

test('the launcher speaks the language that the profile is set to', { timeout: 30_000 }, async () => {
  const profile = makeProfile();
  writeFileSync(join(profile, 'settings.json'), '{"locale":"pseudo"}');
  const { child, said } = npmStart('--profile', profile, '--help');
  await once(child, 'close');
  expect(said()).toContain('⟦');
});
