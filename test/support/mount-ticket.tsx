import { vi } from 'vitest';
import { TicketPane } from '../../src/renderer/src/features/ticket/index.ts';
import { useInterface } from '../../src/renderer/src/state/interface-state.ts';
import { type MountedPane, mountPane } from './mount-pane.tsx';
import type { SampleDesk } from './sample-desk.ts';

/** The id of the ticket on top of the inbox. */
export async function firstTicketId(desk: Pick<SampleDesk, 'rows'>): Promise<string> {
  const { rows } = await desk.rows({ viewId: 'own:inbox', sort: null, offset: 0, limit: 1 });
  const [row] = rows;
  if (!row) throw new Error('no ticket');
  return row.id;
}

/** Opens a ticket as the list would, and waits until its conversation is there. */
export async function mountTicket(desk: SampleDesk, ticketId: string): Promise<MountedPane> {
  useInterface.setState({ openTicketId: ticketId, focusedTicketId: ticketId });
  const pane = mountPane(desk, <TicketPane ticketId={ticketId} />);
  await vi.waitUntil(() => pane.host.querySelectorAll('article').length > 2);
  return pane;
}

/** The field in which a message is written. */
export function messageField(pane: MountedPane): HTMLTextAreaElement {
  const found = pane.host.querySelector<HTMLTextAreaElement>('[data-context="composer"] > textarea');
  if (!found) throw new Error('no composer');
  return found;
}
