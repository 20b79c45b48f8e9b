import { expect, it } from 'vitest';
import { digestText } from '#main/notification-text.ts';
import { createQuiet } from '#main/quiet.ts';
import { createText } from '#shared/i18n/text.ts';
import type { News } from '#shared/link/values.ts';
import { defaultSettings } from '#shared/settings/settings.ts';
import { virtualClock } from '../../support/virtual-clock.ts';

const news = (ticketId: string, subject = ticketId): News => ({ ticketId, kind: 'answered', who: 'Bo', subject });
const CALLED: News = { ticketId: null, kind: 'called', who: 'Ann', subject: '' };

function desk() {
  const clock = virtualClock(Date.UTC(2026, 10, 26, 9));
  const state = { settings: defaultSettings(), busy: false };
  const told: (string | null)[] = [];
  const t = createText('en');
  const quiet = createQuiet({
    clock,
    settings: () => state.settings,
    isBusy: () => state.busy,
    tell: ({ kind, ticketId }) => void told.push(ticketId ?? kind),
    tellAll: (held, why) => {
      const { title, body } = digestText(t, held, why);
      told.push(`${title}: ${body.replaceAll('\n', ', ')}`);
    },
  });
  return { clock, state, told, quiet };
}

it('tells at once while nobody minds', () => {
  const { quiet, told } = desk();
  quiet.notify(news('a'));
  expect(told).toEqual(['a']);
});

it('is silent in a call, and tells once afterwards how much is new: a ticket once, another call at once', () => {
  const { quiet, told, state } = desk();
  state.busy = true;
  quiet.notify(news('a', 'old'));
  quiet.notify(news('b'));
  quiet.notify(news('a'));
  quiet.notify(CALLED);
  quiet.again();
  expect(told).toEqual(['called']);
  state.busy = false;
  quiet.again();
  quiet.again();
  expect(told).toEqual(['called', '2 new while you were on the phone: b, a']);
});

it('tells a single one as what it is', () => {
  const { quiet, told, state } = desk();
  state.busy = true;
  quiet.notify(news('a'));
  state.busy = false;
  quiet.again();
  expect(told).toEqual(['a']);
});

it('speaks up in a call where the agent wants that', () => {
  const { quiet, told, state } = desk();
  state.busy = true;
  state.settings = { ...state.settings, calls: { ...state.settings.calls, quiet: false } };
  quiet.notify(news('a'));
  expect(told).toEqual(['a']);
});

it('leaves the agent alone until the time they said, calls too, and then tells by itself', async () => {
  const { quiet, told, state, clock } = desk();
  state.settings = { ...state.settings, doNotDisturbUntil: clock.now() + 3_600_000 };
  quiet.notify(news('a'));
  quiet.notify(news('b'));
  quiet.notify(CALLED);
  await clock.advance(3_590_000);
  expect(told).toEqual([]);
  await clock.advance(30_000);
  expect(told).toEqual(['2 new while you were not to be disturbed: a, b']);
  quiet.stop();
});

it('forgets what was held back once notifications are switched off', () => {
  const { quiet, told, state } = desk();
  state.busy = true;
  quiet.notify(news('a'));
  state.settings = { ...state.settings, notifications: false };
  state.busy = false;
  quiet.again();
  quiet.notify(news('b'));
  expect(told).toEqual([]);
});
