import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createPracticeAccount } from '#main/accounts/practice-account.ts';
import { systemClock } from '#main/clock.ts';
import { connectorDefinitions } from '#main/connectors/registry.ts';
import { nodeDisk } from '#main/profile/disk.ts';
import { profilePaths } from '#main/profile/profile-paths.ts';
import { createText } from '#shared/i18n/text.ts';
import { openDesk, ownTicket } from './open-desk.ts';

const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), 'practice-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
};

test('what was answered is there after a kill, and a torn line is cut off', async () => {
  const dataDir = folder();
  const desk = await openDesk({ dataDir });
  const ticket = ownTicket(desk);
  const answered = await desk.send('PUT', `/api/v2/tickets/${ticket.id}`, { ticket: { comment: { body: 'Keep me' } } });
  const upload = await desk.send('POST', '/api/v2/uploads?filename=a.txt', 'bytes', {
    headers: { 'content-type': 'text/plain' },
  });
  // The desk still runs: what a kill would leave is what lies on the disk now.
  const killed = folder();
  cpSync(dataDir, killed, { recursive: true });
  appendFileSync(join(killed, 'log.jsonl'), '{"commit":99,"ops":[{"table":"tick');
  const again = await openDesk({ dataDir: killed, seed: 999 });
  expect(again.desk.act.countMessages('Keep me')).toBe(1);
  expect(again.desk.act.ticket(ticket.id)?.updated_at).toBe(answered.body.ticket.updated_at);
  const address = new URL(upload.body.upload.attachment.content_url);
  expect(await (await fetch(again.desk.url + address.pathname)).text()).toBe('bytes');
  // And it goes on writing behind the cut.
  await again.send('PUT', `/api/v2/tickets/${ticket.id}`, { ticket: { comment: { body: 'After the cut' } } });
  const third = folder();
  cpSync(killed, third, { recursive: true });
  expect((await openDesk({ dataDir: third })).desk.act.countMessages('After the cut')).toBe(1);
});

test('a log that the snapshot already holds is not played twice', async () => {
  const dataDir = folder();
  const desk = await openDesk({ dataDir });
  const ticket = ownTicket(desk);
  await desk.send('PUT', `/api/v2/tickets/${ticket.id}`, { ticket: { comment: { body: 'One' } } });
  const oldLog = readFileSync(join(dataDir, 'log.jsonl'));
  await desk.send('DELETE', `/api/v2/tickets/${ticket.id}`, undefined, { who: desk.desk.credentials.administrator });
  await desk.desk.stop();
  // Killed between writing the snapshot and emptying the log.
  writeFileSync(join(dataDir, 'log.jsonl'), oldLog);
  const again = await openDesk({ dataDir });
  expect(again.desk.act.ticket(ticket.id)?.status).toBe('deleted');
});

test('the clock that was moved stays moved', async () => {
  const dataDir = folder();
  const desk = await openDesk({ dataDir });
  desk.desk.advance(3_600_000);
  const at = desk.desk.now();
  await desk.desk.stop();
  expect((await openDesk({ dataDir })).desk.now()).toBe(at);
});

test('a damaged snapshot is set aside with its log, and said', async () => {
  const dataDir = folder();
  const desk = await openDesk({ dataDir });
  await desk.send('PUT', `/api/v2/tickets/${ownTicket(desk).id}`, { ticket: { comment: { body: 'In the log' } } });
  const damaged = folder();
  cpSync(dataDir, damaged, { recursive: true });
  writeFileSync(join(damaged, 'snapshot.json'), '{"commit":');
  const told: (readonly string[])[] = [];
  await openDesk({ dataDir: damaged, onSetAside: (names) => void told.push(names) });
  expect(told).toEqual([['damaged-1-snapshot.json', 'damaged-1-log.jsonl']]);
  expect(readFileSync(join(damaged, 'damaged-1-snapshot.json'), 'utf8')).toBe('{"commit":');
  expect(readFileSync(join(damaged, 'damaged-1-log.jsonl'), 'utf8')).toContain('In the log');
});

test('the application’s log names the files that were set aside; the desk answers anew, named in the agent’s language', async () => {
  const paths = profilePaths(folder());
  mkdirSync(paths.practiceDesk, { recursive: true });
  writeFileSync(join(paths.practiceDesk, 'snapshot.json'), 'no snapshot');
  const lines: (readonly [string, unknown])[] = [];
  const account = createPracticeAccount({
    fetch: globalThis.fetch,
    clock: systemClock(),
    disk: nodeDisk,
    connectors: connectorDefinitions,
    log: (event, facts) => void lines.push([event, facts]),
    paths,
    port: 0,
  });
  onTestFinished(() => account.stop());
  writeFileSync(paths.settings, '{"locale":"pseudo"}');
  const { account: desk } = await account.start();
  expect(desk.me.name).toBe('Robin Lindqvist');
  expect(desk.label).toBe(createText('pseudo')('accounts.practice.name'));
  expect(lines).toContainEqual(['practice.setAside', { files: 'damaged-1-snapshot.json' }]);
});
