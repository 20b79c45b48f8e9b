import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ListEmpty } from '../../../../../src/renderer/src/features/inbox/ListEmpty.tsx';
import { useDeskState } from '../../../../../src/renderer/src/state/desk-state.ts';
import { type MountedPane, mountPane } from '../../../../support/mount-pane.tsx';
import { createSampleDesk } from '../../../../support/sample-desk.ts';
import { SAMPLE_ACCOUNT_ID } from '../../../../support/sample-desk-data.ts';

let mounted: MountedPane;
afterEach(() => mounted.unmount());

const inbox = {
  id: 'own:inbox',
  title: { key: 'inbox.view.inbox' },
  source: 'own',
  accountId: null,
  hidden: false,
  columns: [],
  count: 0,
  unread: 0,
  complete: true,
} as const;

test('claims an empty inbox only of accounts that are open, and says when one cannot be opened', async () => {
  const desk = createSampleDesk({ tickets: 0 });
  mounted = mountPane(desk, <ListEmpty view={inbox} />);
  await expect.element(page.getByText(/Inbox zero/)).toBeVisible();
  useDeskState.setState({ health: {} });
  await expect.element(page.getByText('Opening your tickets…')).toBeVisible();
  desk.emit({ type: 'storage', accountId: SAMPLE_ACCOUNT_ID, problem: 'cannot-open' });
  await expect.element(page.getByText('The ticket store cannot be opened.')).toBeVisible();
  expect(document.body.textContent).not.toContain('Inbox zero');
});
