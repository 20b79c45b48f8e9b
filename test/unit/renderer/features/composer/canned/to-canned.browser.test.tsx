import { afterEach, beforeEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { useInterface } from '../../../../../../src/renderer/src/state/interface-state.ts';
import type { MountedPane } from '../../../../../support/mount-pane.tsx';
import { firstTicketId, mountTicket } from '../../../../../support/mount-ticket.tsx';
import { createSampleDesk } from '../../../../../support/sample-desk.ts';

let pane: MountedPane;
let number = '';

beforeEach(async () => {
  const desk = createSampleDesk({ tickets: 4 });
  const ticketId = await firstTicketId(desk);
  number = (await desk.ticket(ticketId))?.ticket.number ?? '';
  pane = await mountTicket(desk, ticketId);
});
afterEach(() => pane.unmount());

const made = (): string | undefined => useInterface.getState().newCanned?.variants[0]?.text;

it('begins a canned response with what is selected in the composer, or with all of it', async () => {
  expect(pane.registry.canRun('composer.toCanned')).toBe(false);
  await userEvent.keyboard('r');
  const field = (): HTMLTextAreaElement | null => pane.host.querySelector('[data-context="composer"] > textarea');
  await expect.poll(() => document.activeElement).toBe(field());
  expect(pane.registry.canRun('composer.toCanned')).toBe(false);
  await userEvent.keyboard(`Good day. About #${number} we know.`);
  expect(pane.registry.run('composer.toCanned', 'palette')).toBe(true);
  await expect.poll(made).toBe('Good day. About #{{ticket.id}} we know.');
  expect(useInterface.getState().dialog).toBe('canned');
  useInterface.setState({ dialog: null });
  field()?.setSelectionRange(0, 9);
  pane.registry.run('composer.toCanned', 'palette');
  await expect.poll(made).toBe('Good day.');
  expect(useInterface.getState().newCanned).toMatchObject({ title: 'Good day', shortcode: 'good-day' });
});
