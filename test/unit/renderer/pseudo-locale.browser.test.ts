import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { TextKey } from '#shared/i18n/catalogue.ts';
import { createText } from '#shared/i18n/text.ts';
import { productPanes } from '../../../src/renderer/src/product-panes.ts';
import { TODAY_OF_MINE } from '../../../src/renderer/src/state/figures-choice.ts';
import { type InterfaceState, show } from '../../../src/renderer/src/state/interface-state.ts';
import { bypassingTexts, textsOf } from '../../support/bypassing-texts.ts';
import { type MountedApp, mountedApp } from '../../support/mounted-app.ts';
import { sampleMetrics } from '../../support/sample-metrics.ts';

const t = createText('pseudo');
let app: MountedApp;

beforeEach(async () => {
  await page.viewport(1440, 900);
  const metrics = sampleMetrics({ now: Date.now(), tickets: 48, headers: async (ids) => app.desk.headers(ids) });
  app = mountedApp({ settings: { locale: 'pseudo' }, metrics }, productPanes());
});
afterEach(() => app.close());

/** A part of the window, how to come there, and a text of its own by which it is known to be there. */
const PARTS: readonly (readonly [string, (ticketId: string) => Partial<InterfaceState>, TextKey])[] = [
  ['the list', () => ({}), 'inbox.view.inbox'],
  ['a ticket', (openTicketId) => ({ openTicketId }), 'ticket.openOutside'],
  ['a reply', (openTicketId) => ({ openTicketId, composer: 'reply' }), 'composer.field.reply'],
  ['the status chooser', (openTicketId) => ({ openTicketId, picker: 'status' }), 'app.status.solved'],
  ['the assignee chooser', (openTicketId) => ({ openTicketId, picker: 'assignee' }), 'ticket.pick.nobody'],
  ['a new ticket', () => ({ newTicket: true }), 'composer.new.title'],
  ['the outbox', () => ({ place: 'outbox' }), 'outbox.title'],
  ['the drafts', () => ({ place: 'drafts' }), 'outbox.drafts.title'],
  ['knowledge', () => ({ place: 'knowledge' }), 'knowledge.title'],
  ['the figures', () => ({ place: 'metrics' }), 'metrics.title'],
  [
    'a figure',
    // In the first minutes of a day there is none of today.
    () => ({ place: 'metrics', openFigure: 'first-reply', figures: { ...TODAY_OF_MINE, range: 'last30' } }),
    'metrics.trend.title',
  ],
  ['the accounts', () => ({ dialog: 'accounts' }), 'accounts.title'],
  ['the settings', () => ({ dialog: 'settings' }), 'settings.title'],
  ['the shortcuts', () => ({ dialog: 'help' }), 'app.keys.title'],
  ['the palette', () => ({ dialog: 'palette' }), 'app.palette.label'],
  [
    'the menu of a ticket',
    (openTicketId) => ({ openTicketId, menu: { kind: 'ticket', x: 90, y: 90 } }),
    'commands.ticket.solve',
  ],
  ['the search', () => ({ dialog: 'search' }), 'app.search.hint'],
];

test.each(PARTS)('%s says nothing that is not in the catalogue', async (_name, stateOf, own) => {
  await expect.poll(() => document.querySelectorAll('[role="option"]').length).toBeGreaterThan(0);
  const written = await textsOf(app.desk);
  const { rows } = await app.desk.rows({ viewId: 'own:inbox', sort: null, offset: 0, limit: 1 });
  show(stateOf(rows[0]?.id ?? ''));
  await expect.poll(() => document.body.innerHTML.includes(t(own))).toBe(true);
  expect(bypassingTexts(document.body, written)).toEqual([]);
});

test('a text that bypasses the catalogue is found', async () => {
  document.body.insertAdjacentHTML('beforeend', '<p id="bypass" title="⟦îñ ~~~⟧">Hello</p><button aria-label="Send">');
  const found = bypassingTexts(document.body, []).filter((text) => /Hello|Send/.test(text));
  expect(found).toEqual(['p: Hello', 'button: Send']);
});
