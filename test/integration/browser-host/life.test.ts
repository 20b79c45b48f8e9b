import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { ask, end, enter, makePage, makeProfile, runHost, startHost } from './start-host.ts';

describe('the life of the browser host', { timeout: 30_000 }, () => {
  let page: string;
  beforeAll(async () => {
    page = await makePage();
  });

  it('keeps its port over starts, and an open tab’s session too', async () => {
    const profile = await makeProfile();
    const first = await startHost(page, ['--profile', profile, '--no-open']);
    const cookie = await enter(first);
    expect(await end(first, 'SIGINT')).toBe(0);
    const second = await startHost(page, ['--profile', profile, '--no-open']);
    expect(second.port).toBe(first.port);
    expect((await ask(second.port, '/', { cookie })).status).toBe(200);
    expect((await ask(second.port, `/?key=${first.key}`)).status).toBe(403);
    await end(second, 'SIGINT');
    expect(await readFile(join(profile, 'browser-host.json'), 'utf8')).not.toContain(cookie.split('=')[1]);
  });

  it('sends a second start to the first and exits 2, on any port', async () => {
    const profile = await makeProfile();
    const first = await startHost(page, ['--profile', profile, '--no-open']);
    for (const port of [[], ['--port', '0']]) {
      const second = await runHost(page, ['--profile', profile, '--no-open', ...port]);
      expect(second.code).toBe(2);
      expect(second.said).toContain(`http://127.0.0.1:${first.port}/ `);
      expect(second.said).not.toContain('key=');
    }
    await end(first, 'SIGINT');
  });

  it('takes over from one that was killed', async () => {
    const profile = await makeProfile();
    const first = await startHost(page, ['--profile', profile, '--no-open']);
    await end(first, 'SIGKILL');
    expect(await readFile(join(profile, 'lock'), 'utf8')).toContain(String(first.child.pid));
    const second = await startHost(page, ['--profile', profile, '--no-open']);
    expect(second.port).toBe(first.port);
    await end(second, 'SIGINT');
  });

  it('stops rather than move when its port is taken, and moves when told to', async () => {
    const profile = await makeProfile();
    const first = await startHost(page, ['--profile', profile, '--no-open']);
    await end(first, 'SIGINT');
    const other = createServer();
    other.listen(first.port, '127.0.0.1');
    await once(other, 'listening');
    const refused = await runHost(page, ['--profile', profile, '--no-open']);
    expect(refused.code).toBe(69);
    expect(refused.said).toContain(`Another program uses port ${first.port}`);
    const record = await readFile(join(profile, 'browser-host.json'), 'utf8');
    expect(JSON.parse(record)).toMatchObject({ port: first.port });
    const throwaway = await startHost(page, ['--profile', profile, '--no-open', '--port', '0']);
    await end(throwaway, 'SIGINT');
    expect(await readFile(join(profile, 'browser-host.json'), 'utf8')).toBe(record);
    other.close();
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'ends on %s within two seconds, with a window connected',
    async (signal) => {
      const host = await startHost(page, ['--profile', await makeProfile(), '--port', '0', '--no-open']);
      const cookie = await enter(host);
      const headers = { cookie, origin: `http://127.0.0.1:${host.port}` };
      const socket = new WebSocket(`ws://127.0.0.1:${host.port}/link`, { headers });
      await once(socket, 'open');
      const begun = performance.now();
      expect(await end(host, signal)).toBe(0);
      expect(performance.now() - begun).toBeLessThan(2_000);
    },
  );

  it('speaks the language that the profile is set to', async () => {
    const profile = await makeProfile();
    await writeFile(join(profile, 'settings.json'), '{"locale":"pseudo"}');
    expect((await runHost(page, ['--profile', profile, '--help'])).said).toMatch(/^⟦[^]*⟧\n$/);
  });

  it('says what is wrong with its arguments and exits 64', async () => {
    const run = await runHost(page, ['--prot', '1']);
    expect(run.code).toBe(64);
    expect(run.said).toBe('Holdfast does not know --prot. See --help.\n');
    const help = await runHost(page, ['--help']);
    expect(help.code).toBe(0);
    expect(help.said).toContain('--store-secrets');
  });
});
