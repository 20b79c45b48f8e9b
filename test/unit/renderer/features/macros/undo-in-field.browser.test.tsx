import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { MacroHost } from '../../../../../src/renderer/src/features/macros/index.ts';
import { UndoToasts } from '../../../../../src/renderer/src/features/outbox/UndoToasts.tsx';
import { TicketPane } from '../../../../../src/renderer/src/features/ticket/index.ts';
import { show, useInterface } from '../../../../../src/renderer/src/state/interface-state.ts';
import type { MacroChoice } from '../../../../../src/renderer/src/store/desk-own.ts';
import { type MountedPane, mountPane } from '../../../../support/mount-pane.tsx';
import { createSampleDesk } from '../../../../support/sample-desk.ts';

const REFUND: MacroChoice = {
  macro: {
    id: `mine:${'Refund'.padStart(26, '0')}`,
    title: 'Orders::Refund',
    description: '',
    accountId: null,
    steps: [
      { do: 'priority', priority: 'urgent' },
      { do: 'write', public: true, mode: 'insert', format: 'markdown', text: 'It is refunded.\nSee below.' },
    ],
    restriction: null,
  },
  source: 'mine',
  folder: ['Orders'],
  name: 'Refund',
  uses: 0,
};

let pane: MountedPane;

beforeEach(async () => {
  await page.viewport(1440, 900);
  const desk = createSampleDesk({ tickets: 4 });
  const ticketId = (await desk.rows({ viewId: 'own:inbox', sort: null, offset: 0, limit: 1 })).rows[0]?.id ?? '';
  useInterface.setState({ openTicketId: ticketId, focusedTicketId: ticketId });
  pane = mountPane(
    { ...desk, findMacros: async () => [REFUND] },
    <>
      <TicketPane ticketId={ticketId} />
      <MacroHost />
      <UndoToasts />
    </>,
  );
  await vi.waitUntil(() => pane.host.querySelectorAll('article').length > 2);
});
afterEach(() => pane.unmount());

const field = (): HTMLTextAreaElement | null =>
  pane.host.querySelector<HTMLTextAreaElement>('[data-context="composer"] > textarea');
const toast = () => page.getByRole('region', { name: 'What you just did' });
const carried = () => document.querySelector('[data-context="composer"]')?.textContent?.includes('Refund') ?? false;

async function runRefund(): Promise<void> {
  show({ picker: 'macro' });
  await expect.element(page.getByRole('option', { name: /Refund/ })).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => field()?.value).toContain('It is refunded.');
  await expect.poll(() => document.activeElement === field()).toBe(true);
}

it('takes what a macro has put in out by the field’s own undo, with what waits beside it, and brings it back', async () => {
  await userEvent.keyboard('r');
  await expect.poll(() => document.activeElement === field()).toBe(true);
  await userEvent.keyboard('Hello. ');
  await runRefund();
  expect(field()?.value).toBe('Hello. It is refunded.\nSee below.');
  await expect.poll(carried).toBe(true);
  await expect.element(toast().getByRole('button', { name: 'Undo Ctrl Z' })).toBeVisible();
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(field()?.value).toBe('Hello. ');
  await expect.poll(carried).toBe(false);
  await expect.element(toast().getByRole('button')).not.toBeInTheDocument();
  await userEvent.keyboard('{Control>}{Shift>}Z{/Shift}{/Control}');
  expect(field()?.value).toBe('Hello. It is refunded.\nSee below.');
  await expect.poll(carried).toBe(true);
});

it('does so where the macro has opened the composer, and offers no key that would be written', async () => {
  await runRefund();
  await expect.element(toast().getByRole('button', { name: 'Undo Ctrl Z' })).toBeVisible();
  await userEvent.keyboard('!');
  await expect.element(toast().getByRole('button', { name: 'Undo', exact: true })).toBeVisible();
  await userEvent.keyboard('{Control>}z{/Control}');
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(field()?.value).toBe('');
});
