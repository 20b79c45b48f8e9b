import { afterEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { SignatureSettings } from '../../../../../src/renderer/src/features/settings/SignatureSettings.tsx';
import { useDeskState } from '../../../../../src/renderer/src/state/desk-state.ts';
import { type MountedPane, mountPane } from '../../../../support/mount-pane.tsx';
import { createSampleDesk } from '../../../../support/sample-desk.ts';
import { SAMPLE_ACCOUNT_ID, sampleGroups } from '../../../../support/sample-desk-data.ts';

let pane: MountedPane | null = null;
afterEach(() => pane?.unmount());

it('a signature is kept for any group and for one, each with its own words', async () => {
  const { host } = (pane = mountPane(createSampleDesk(), <SignatureSettings />));
  const area = (): HTMLTextAreaElement | null => host.querySelector('textarea');
  const kept = () => useDeskState.getState().settings.signatures;
  await expect.poll(() => host.querySelectorAll('option').length).toBe(1 + sampleGroups.length);
  area()?.focus();
  await userEvent.keyboard('Robin');
  await expect.poll(kept).toEqual({ [SAMPLE_ACCOUNT_ID]: { '': 'Robin' } });
  const groups = host.querySelector('select');
  const group = sampleGroups[0];
  if (!groups || !group) throw new Error('no groups');
  await userEvent.selectOptions(groups, group.remoteId);
  await expect.poll(() => area()?.value).toBe('');
  area()?.focus();
  await userEvent.keyboard('Robin, orders');
  await expect.poll(kept).toEqual({ [SAMPLE_ACCOUNT_ID]: { '': 'Robin', [group.remoteId]: 'Robin, orders' } });
  await userEvent.selectOptions(groups, '');
  await expect.poll(() => area()?.value).toBe('Robin');
});
