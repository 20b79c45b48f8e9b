import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ViewsPane } from '../../../../../src/renderer/src/features/inbox/ViewsPane.tsx';
import { type MountedPane, mountPane } from '../../../../support/mount-pane.tsx';
import { createSampleDesk } from '../../../../support/sample-desk.ts';

let mounted: MountedPane;
afterEach(() => mounted.unmount());

test('counts say as of when they are once the helpdesk cannot be reached', async () => {
  const desk = createSampleDesk();
  mounted = mountPane(desk, <ViewsPane icons={false} />);
  const inbox = page.getByRole('button', { name: /^Inbox/ });
  await expect.element(inbox).toHaveTextContent(/^Inbox\d+/);
  expect(inbox.element().getAttribute('title')).toBeNull();
  desk.setHealth({ online: false });
  await expect.element(inbox).toHaveAttribute('title', expect.stringMatching(/^As of .*\d:\d\d/));
  // What waits here is counted here.
  expect(
    page
      .getByRole('button', { name: /^Drafts/ })
      .element()
      .getAttribute('title'),
  ).toBeNull();
});
