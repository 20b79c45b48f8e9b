import { expect, test } from 'vitest';
import { configSchema, originOf } from '#main/connectors/zendesk/config.ts';
import { openPace } from '#main/connectors/zendesk/pace.ts';
import { reasonsOf } from '#main/connectors/zendesk/refusal-reasons.ts';

test.each([
  ['acme', 'https://acme.zendesk.com'],
  ['acme.zendesk.com', 'https://acme.zendesk.com'],
  [' https://acme.zendesk.com/agent/dashboard ', 'https://acme.zendesk.com'],
  ['http://127.0.0.1:4123', 'http://127.0.0.1:4123'],
  ['http://localhost:4123/', 'http://localhost:4123'],
  ['http://acme.zendesk.com', null],
  ['http://127.0.0.1.evil.example', null],
  ['https://user:pass@acme.zendesk.com', null],
  ['ftp://acme', null],
  ['', null],
])('%s is %s', (text, origin) => {
  expect(originOf(text)).toBe(origin);
});

test('each way to sign in asks for its own', () => {
  const url = 'acme';
  expect(configSchema.safeParse({ url, method: 'oauth' }).success).toBe(false);
  expect(configSchema.safeParse({ url, method: 'apiToken', email: 'a@b.example' }).success).toBe(true);
});

test('a pace says how long to wait for the next', () => {
  let at = 0;
  const pace = openPace(() => at, 2, 60_000);
  expect([pace.waitMs(), pace.waitMs()]).toEqual([0, 0]);
  at = 20_000;
  expect(pace.waitMs()).toBe(40_000);
  at = 60_000;
  expect(pace.waitMs()).toBe(0);
});

test("the helpdesk's own sentences are found wherever it puts them", () => {
  expect(
    reasonsOf(
      '{"error":"RecordInvalid","description":"Record validation errors","details":{"status":[{"description":"Status: closed prevents ticket update"}]}}',
    ),
  ).toEqual(['Status: closed prevents ticket update']);
  expect(reasonsOf('{"error":{"title":"Forbidden","message":"You do not have access"}}')).toEqual([
    'You do not have access',
  ]);
  expect(reasonsOf('<html>')).toEqual([]);
});
