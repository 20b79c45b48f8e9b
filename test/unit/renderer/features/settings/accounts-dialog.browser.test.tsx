import '#renderer/ui/tokens.css';
import '#renderer/ui/base.css';
import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Account, ConnectorForm } from '#shared/domain/account.ts';
import { err, ok } from '#shared/result.ts';
import { AccountsDialog } from '../../../../../src/renderer/src/features/settings/AccountsDialog.tsx';
import { show, useInterface } from '../../../../../src/renderer/src/state/interface-state.ts';
import { type MountedPane, mountPane } from '../../../../support/mount-pane.tsx';
import { createSampleDesk, type SampleDesk } from '../../../../support/sample-desk.ts';
import { sampleAccount } from '../../../../support/sample-desk-data.ts';

const forms: readonly ConnectorForm[] = [
  {
    connectorId: 'request-tracker',
    fields: [
      { name: 'url', kind: 'url', choices: [], required: true, when: null },
      { name: 'mode', kind: 'choice', choices: ['token', 'password'], required: true, when: null },
      { name: 'token', kind: 'secret', choices: [], required: true, when: { field: 'mode', value: 'token' } },
      { name: 'user', kind: 'text', choices: [], required: true, when: { field: 'mode', value: 'password' } },
      { name: 'password', kind: 'secret', choices: [], required: true, when: { field: 'mode', value: 'password' } },
    ],
  },
  { connectorId: 'practice', fields: [] },
];
const work: Account = {
  ...sampleAccount,
  id: 'rt',
  connectorId: 'request-tracker',
  label: 'Work',
  config: { url: 'https://rt.example', mode: 'token' },
  practice: false,
};

let mounted: MountedPane | null = null;
afterEach(() => {
  mounted?.unmount();
  mounted = null;
});

/** The dialog as the window shows it: while interface state says so. */
function Host() {
  const open = useInterface((state) => state.dialog === 'accounts');
  return (
    <>
      <button type="button" onClick={() => show({ dialog: 'accounts' })}>
        open
      </button>
      {open ? <AccountsDialog /> : null}
    </>
  );
}

async function openDialog(parts: Partial<SampleDesk> = {}, accounts: readonly Account[] = [sampleAccount, work]) {
  const desk = { ...createSampleDesk({ accounts }), connectors: async () => forms, ...parts };
  mounted = mountPane(desk, <Host />);
  await userEvent.click(page.getByRole('button', { name: 'open' }));
  await expect.element(page.getByRole('dialog', { name: 'Accounts' })).toBeVisible();
  return desk;
}
const seriousProblems = async () =>
  (await axe.run(document.body)).violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);

test('accounts are listed with who we are and how they are; axe finds nothing; Escape gives the focus back', async () => {
  await openDialog();
  await expect.element(page.getByText('Robin Hale at https://rt.example')).toBeVisible();
  await expect.element(page.getByText('online').first()).toBeVisible();
  expect(await seriousProblems()).toEqual([]);
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'open' })).toHaveFocus();
});

test('adding by keyboard alone: the form follows the choice, tells who we are, and saves', async () => {
  const testAccount = vi.fn<SampleDesk['testAccount']>(async () => ok({ ...sampleAccount.me, administrator: true }));
  const saveAccount = vi.fn<SampleDesk['saveAccount']>(async () => ok(work));
  await openDialog({ testAccount, saveAccount });
  const add = page.getByRole('button', { name: 'Request Tracker' });
  await expect.element(add).toBeVisible();
  add.element().focus();
  await userEvent.keyboard('{Enter}');

  await expect.element(page.getByLabelText('Address')).toHaveFocus();
  await userEvent.keyboard('https://rt.example');
  await userEvent.selectOptions(page.getByLabelText('Sign in with'), 'password');
  await expect.element(page.getByLabelText('Token')).not.toBeInTheDocument();
  page.getByLabelText('User name').element().focus();
  await userEvent.keyboard('olena{Tab}s3cret');
  expect(await seriousProblems()).toEqual([]);
  await userEvent.click(page.getByRole('button', { name: 'Test' }));
  await expect.element(page.getByRole('status')).toHaveTextContent('you are Robin Hale');
  await expect.element(page.getByRole('status')).toHaveTextContent('administrator');

  page.getByLabelText('User name').element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('dialog', { name: 'Accounts' })).toBeVisible();
  expect(saveAccount).toHaveBeenCalledExactlyOnceWith({
    id: null,
    connectorId: 'request-tracker',
    label: '',
    config: { url: 'https://rt.example', mode: 'password', user: 'olena' },
    secrets: { password: 's3cret' },
  });
});

test('what is wrong stands beside its field, which gets the focus', async () => {
  const testAccount = vi.fn<SampleDesk['testAccount']>();
  await openDialog({ testAccount });
  await userEvent.click(page.getByRole('button', { name: 'Request Tracker' }));
  await userEvent.click(page.getByRole('button', { name: 'Test' }));
  await expect.element(page.getByText('Address is needed.')).toBeVisible();
  await expect.element(page.getByLabelText('Address')).toHaveFocus();
  expect(testAccount).not.toHaveBeenCalled();

  await userEvent.fill(page.getByLabelText('Address'), 'https://nowhere.example');
  await userEvent.fill(page.getByLabelText('Token'), 'x');
  testAccount.mockResolvedValue(err({ code: 'offline', cause: 'dns', detail: 'ENOTFOUND' }));
  await userEvent.click(page.getByRole('button', { name: 'Test' }));
  const address = page.getByLabelText('Address');
  await expect.element(address).toHaveAccessibleDescription(/cannot be found\. Nothing was saved/);
  await expect.element(address).toHaveFocus();

  testAccount.mockResolvedValue(err({ code: 'unauthorized', detail: '401' }));
  await userEvent.click(page.getByRole('button', { name: 'Test' }));
  await expect.element(page.getByLabelText('Token')).toHaveAccessibleDescription(/does not accept this name/);
  await expect.element(address).toHaveAttribute('aria-invalid', 'false');
  expect(await seriousProblems()).toEqual([]);
});

test('removing names what goes, and keeps it unless told otherwise', async () => {
  const removeAccount = vi.fn<SampleDesk['removeAccount']>(async () => ok(null));
  await openDialog({ removeAccount, removalCost: async () => ({ unsent: 2, drafts: 1, marks: 0 }) });
  await userEvent.click(page.getByRole('button', { name: 'Remove Work…' }));
  await expect.element(page.getByText('2 actions that have not been sent')).toBeVisible();
  await expect.element(page.getByText('1 draft')).toBeVisible();
  await expect.element(page.getByText('No read marks')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Keep it' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('dialog', { name: 'Accounts' })).toBeVisible();
  expect(removeAccount).not.toHaveBeenCalled();

  await userEvent.click(page.getByRole('button', { name: 'Remove Work…' }));
  await userEvent.click(page.getByRole('button', { name: 'Remove Work', exact: true }));
  await expect.poll(() => removeAccount.mock.calls).toEqual([['rt']]);
});

test('without a link the forms say so, and their buttons work again', async () => {
  const gone = async (): Promise<never> => Promise.reject(new Error('The link is closed.'));
  const noLink = async () => err('no-link' as const);
  await openDialog({ testAccount: gone, saveAccount: noLink, removeAccount: noLink });
  await userEvent.click(page.getByRole('button', { name: 'Request Tracker' }));
  await userEvent.fill(page.getByLabelText('Address'), 'https://rt.example');
  await userEvent.fill(page.getByLabelText('Token'), 'x');
  for (const name of ['Test', 'Save']) {
    await userEvent.click(page.getByRole('button', { name }));
    await expect.element(page.getByRole('alert')).toHaveTextContent('service is not reachable');
    await expect.element(page.getByRole('button', { name })).toBeEnabled();
  }
  await userEvent.click(page.getByRole('button', { name: 'Back' }));
  await userEvent.click(page.getByRole('button', { name: 'Remove Work…' }));
  const remove = page.getByRole('button', { name: 'Remove Work', exact: true });
  await userEvent.click(remove);
  await expect.element(page.getByRole('alert')).toHaveTextContent('service is not reachable');
  await expect.element(remove).toBeEnabled();
});

test('the practice desk is offered again once it was removed, and needs no form', async () => {
  const saveAccount = vi.fn<SampleDesk['saveAccount']>(async () => ok(sampleAccount));
  await openDialog({ saveAccount }, [work]);
  await userEvent.click(page.getByRole('button', { name: 'Practice desk' }));
  await expect.poll(() => saveAccount.mock.calls[0]?.[0].connectorId).toBe('practice');
  await expect.element(page.getByRole('dialog', { name: 'Accounts' })).toBeVisible();
});
