import '#renderer/ui/tokens.css';
import '#renderer/ui/base.css';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { NewTicket } from '../../../../../src/renderer/src/features/composer/index.ts';
import { UndoToasts } from '../../../../../src/renderer/src/features/outbox/UndoToasts.tsx';
import { TicketPane } from '../../../../../src/renderer/src/features/ticket/index.ts';
import { show, useInterface } from '../../../../../src/renderer/src/state/interface-state.ts';
import { type MountedPane, mountPane } from '../../../../support/mount-pane.tsx';
import { createSampleDesk } from '../../../../support/sample-desk.ts';

const LABEL = 'What was just done is told in a sentence that takes all the room that a toast may have';

let pane: MountedPane;
afterEach(() => pane.unmount());

const toast = async (): Promise<DOMRect> => {
  show({ lastAction: { entryId: 'one', ticketId: null, notBefore: Date.now() + 60_000, label: LABEL } });
  const shown = page.getByRole('group').filter({ hasText: LABEL });
  await expect.element(shown).toBeVisible();
  return shown.element().getBoundingClientRect();
};
/** Those among the buttons that a toast lies over. */
const covered = (within: string, over: DOMRect): readonly string[] =>
  [...pane.host.querySelectorAll(`${within} button`)]
    .filter((button) => {
      const { left, right, top, bottom, width } = button.getBoundingClientRect();
      return width > 0 && left < over.right && right > over.left && top < over.bottom && bottom > over.top;
    })
    .map(({ textContent }) => textContent);

test.each([
  [420, '[data-context="composer"]'],
  [700, '[data-context="composer"]'],
  [760, '[data-context="composer"] footer'],
  [1300, '[data-context="composer"] footer'],
])('a toast leaves the composer’s buttons free in a window %i px wide', async (width, buttons) => {
  await page.viewport(width, 800);
  const desk = createSampleDesk({ tickets: 4 });
  const ticketId = (await desk.rows({ viewId: 'own:inbox', sort: null, offset: 0, limit: 1 })).rows[0]?.id ?? '';
  useInterface.setState({ openTicketId: ticketId, focusedTicketId: ticketId });
  const panes = (
    <>
      <TicketPane ticketId={ticketId} />
      <UndoToasts />
    </>
  );
  pane = mountPane(desk, panes, { height: '776px' });
  await vi.waitUntil(() => pane.host.querySelectorAll('article').length > 2);
  await userEvent.keyboard('r');
  await vi.waitUntil(() => pane.host.querySelector('[data-context="composer"] footer button') !== null);
  expect(covered(buttons, await toast())).toEqual([]);
});

test('nor does it lie over those of a new ticket', async () => {
  await page.viewport(700, 800);
  pane = mountPane(
    createSampleDesk({ tickets: 4 }),
    <>
      <NewTicket onClose={() => undefined} />
      <UndoToasts />
    </>,
    { height: '776px' },
  );
  await vi.waitUntil(() => pane.host.querySelector('footer button') !== null);
  expect(covered('footer', await toast())).toEqual([]);
});
