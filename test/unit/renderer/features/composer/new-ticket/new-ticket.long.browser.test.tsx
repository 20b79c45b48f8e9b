import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { NewTicket } from '../../../../../../src/renderer/src/features/composer/index.ts';
import { useInterface } from '../../../../../../src/renderer/src/state/interface-state.ts';
import type { CannedChoice } from '../../../../../../src/renderer/src/store/desk-own.ts';
import { type MountedPane, mountPane } from '../../../../../support/mount-pane.tsx';
import { createSampleDesk, type SampleDesk } from '../../../../../support/sample-desk.ts';
import { SAMPLE_ACCOUNT_ID } from '../../../../../support/sample-desk-data.ts';

const ID = { ticketId: `${SAMPLE_ACCOUNT_ID}:new`, kind: 'new-ticket' } as const;

describe('the form for a new ticket', () => {
  let desk: SampleDesk;
  let pane: MountedPane;
  let closed = 0;

  const mount = async (): Promise<void> => {
    pane = mountPane(desk, <NewTicket onClose={() => closed++} />);
    await vi.waitUntil(() => pane.host.querySelector('textarea') !== null);
  };
  beforeEach(async () => {
    closed = 0;
    desk = createSampleDesk({ tickets: 4, undoMs: 60_000 });
    await mount();
    await vi.waitUntil(() => document.activeElement?.getAttribute('placeholder') === 'Name or email address');
  });
  afterEach(() => pane.unmount());

  const words = (): HTMLTextAreaElement => {
    const found = pane.host.querySelector('textarea');
    if (!found) throw new Error('no field');
    return found;
  };
  const focusIn = (label: string): void => {
    const found = [...pane.host.querySelectorAll('label')].find(({ textContent }) => textContent?.startsWith(label));
    const field = found?.control ?? found?.querySelector('input');
    if (!(field instanceof HTMLElement)) throw new Error(`no ${label}`);
    field.focus();
  };
  const requester = (): string | undefined =>
    pane.host.querySelector<HTMLInputElement>('[placeholder="Name or email address"]')?.value;
  const alert = (): string => pane.host.querySelector('[role="alert"]')?.textContent ?? '';
  const fill = async (text: string): Promise<void> => {
    await userEvent.keyboard('nina.osei@example.com{Tab}Nina Osei');
    focusIn('Subject');
    await userEvent.keyboard('Zip of the tent');
    words().focus();
    await userEvent.keyboard(text);
  };

  it('writes as the composer does, in copy and signed, and solves what was answered on the telephone', async () => {
    await desk.saveSettings({ signatures: { [SAMPLE_ACCOUNT_ID]: { '': 'Robin, *customer care*' } } });
    await fill('our shop');
    words().setSelectionRange(4, 8);
    await userEvent.keyboard('{Control>}b{/Control}{Control>}{Shift>}C{/Shift}{/Control}');
    await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('combobox');
    await userEvent.keyboard('tom@a.example');
    await userEvent.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}');
    await expect
      .poll(() => desk.entries()[0]?.action)
      .toMatchObject({
        kind: 'create',
        subject: 'Zip of the tent',
        requester: { remoteId: null, name: 'Nina Osei', email: 'nina.osei@example.com' },
        public: true,
        cc: ['tom@a.example'],
        words: { markdown: 'our **shop**\n\n-- \nRobin, *customer care*' },
        changes: { status: 'solved' },
      });
    expect(closed).toBe(1);
    await expect.poll(() => desk.draft(ID)).toBeNull();
  });

  it('says what is missing and goes there; an objection is said once and sent over', async () => {
    words().focus();
    pane.registry.run('composer.send', 'key');
    await expect.poll(alert).toContain('Who is it for?');
    expect(document.activeElement?.getAttribute('aria-invalid')).toBe('true');
    await fill('The invoice is attached.');
    expect(alert()).toBe('');
    pane.registry.run('composer.send', 'key');
    await expect.poll(alert).toContain('This says “attached”');
    expect((await axe.run(pane.host)).violations).toEqual([]);
    expect(desk.entries()).toHaveLength(0);
    pane.registry.run('composer.send', 'key');
    await expect.poll(() => desk.entries().length).toBe(1);
  });

  it('tells the store whom it is for before a public message goes, and nothing of a note', async () => {
    const asked: unknown[] = [];
    desk.checkMessage = async ({ ticketId, requester, text }) => {
      if (text !== '') asked.push({ ticketId, requester });
      return [{ guard: 'article', what: 'refund whatever' }];
    };
    await fill('We refund whatever');
    pane.registry.run('composer.send', 'key');
    await expect.poll(alert).toContain('“refund whatever”');
    expect(asked).toEqual([
      {
        ticketId: ID.ticketId,
        requester: { remoteId: null, name: 'Nina Osei', email: 'nina.osei@example.com' },
      },
    ]);
    pane.registry.run('composer.flip', 'key');
    await expect.poll(() => words().getAttribute('aria-label')).toBe('Your internal note');
    words().focus();
    await userEvent.keyboard(', @');
    await expect.poll(() => document.querySelector('[role="listbox"]')?.getAttribute('aria-label')).toBe('Colleagues');
    await userEvent.keyboard('{Escape}');
    expect(closed).toBe(0);
    pane.registry.run('composer.send', 'key');
    await expect.poll(() => desk.entries()[0]?.action).toMatchObject({ kind: 'create', public: false });
    expect(asked).toHaveLength(1);
  });

  it('fills a canned response in with what the form says', async () => {
    const hello: CannedChoice = {
      ...{ id: '01J00000000000000000000000', shortcode: 'hello', title: 'Hello', folder: [], tags: [] },
      ...{ scope: 'personal', files: [], matched: 'shortcode', uses: 0 },
      variants: [
        { locale: null, text: 'Hello {{ticket.requester.first_name}}, about {{ask:order}} of {{ticket.id}}.' },
      ],
      excerpt: { text: '', from: 0, to: 0 },
    };
    const seen: unknown[] = [];
    desk.findCanned = async () => [hello];
    const templateData = desk.templateData;
    desk.templateData = async (tickets) => {
      seen.push(...tickets);
      const [row] = (await desk.rows({ viewId: 'own:inbox', sort: null, offset: 0, limit: 1 })).rows;
      const [data] = await templateData([row?.id ?? '']);
      if (!data) return [null];
      const requester = data.requester && { ...data.requester, first_name: 'Nina' };
      return [{ ...data, ticket: { ...data.ticket, id: null, requester } }];
    };
    await fill('/hel');
    await expect.poll(() => document.querySelector('[role="option"]')?.textContent).toContain('/hello');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => words().value).toBe('Hello Nina, about {{ask:order}} of {{ticket.id}}.');
    expect(seen.at(-1)).toMatchObject({ subject: 'Zip of the tent', requester: { name: 'Nina Osei' } });
    await userEvent.keyboard('4711');
    expect(words().value).toBe('Hello Nina, about 4711 of {{ticket.id}}.');
    pane.registry.run('composer.send', 'key');
    await expect.poll(alert).toContain('{{ticket.id}} is not filled in');
    expect(alert()).not.toContain('send again');
  });

  it('keeps everything when it is left, and goes on in the words where it was filled before', async () => {
    const person = (await desk.people({ accountId: SAMPLE_ACCOUNT_ID, text: 'tom whit' }))[0];
    await userEvent.keyboard('tom whit');
    await expect.poll(() => document.querySelector('[role="option"]')?.textContent).toContain('Tom Whitaker');
    await userEvent.keyboard('{Enter}');
    focusIn('Subject');
    await userEvent.keyboard('Zip');
    words().focus();
    await userEvent.keyboard('Half a sen{Escape}');
    expect(closed).toBe(1);
    await expect.poll(async () => (await desk.draft(ID))?.text).toBe('Half a sen');
    pane.unmount();
    await mount();
    await expect.poll(() => document.activeElement).toBe(words());
    await userEvent.keyboard('tence');
    expect(words().value).toBe('Half a sentence');
    expect((await desk.draft(ID))?.fields['requesterId']).toBe(person?.remoteId);
  });

  it('closes the people found by Escape before the form', async () => {
    await userEvent.keyboard('tom whit');
    await expect.poll(() => document.querySelector('[role="option"]')).not.toBeNull();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => document.querySelector('[role="option"]')).toBeNull();
    expect(closed).toBe(0);
    expect(words().isConnected).toBe(true);
    expect(requester()).toBe('tom whit');
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => closed).toBe(1);
    expect(requester()).toBe('tom whit');
  });

  it('keeps a requester whom nobody knows through Escape', async () => {
    await userEvent.keyboard('nobody of this name{Escape}');
    await expect.poll(() => closed).toBe(1);
    expect(requester()).toBe('nobody of this name');
    await expect.poll(async () => (await desk.draft(ID))?.fields['requesterText']).toBe('nobody of this name');
  });

  it('runs no macro on the ticket that lies behind it', async () => {
    const row = (await desk.rows({ viewId: 'own:inbox', sort: null, offset: 0, limit: 1 })).rows[0];
    useInterface.setState({ openTicketId: row?.id ?? null });
    pane.registry.run('macro.run', 'key');
    expect(useInterface.getState().told?.sentence).toContain('Macros run on tickets that are there');
    expect(useInterface.getState().picker).toBeNull();
    words().blur();
    (document.activeElement as HTMLElement | null)?.blur();
    pane.registry.run('macro.run', 'key');
    expect(useInterface.getState().picker).toBe('macro');
  });
});
