import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Account, ConnectorForm } from '#shared/domain/account.ts';
import { useDesk } from '../../state/desk-context.tsx';
import { useDeskState } from '../../state/desk-state.ts';
import { show } from '../../state/interface-state.ts';
import { connectorsQuery } from '../../state/queries.ts';
import { useText } from '../../state/text-context.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { AccountForm } from './AccountForm.tsx';
import { AccountList } from './AccountList.tsx';
import { AccountRemoval } from './AccountRemoval.tsx';

type Step =
  | { readonly name: 'list' }
  | { readonly name: 'form'; readonly form: ConnectorForm; readonly account: Account | null }
  | { readonly name: 'remove'; readonly account: Account };

const close = (): void => show({ dialog: null });

/** Which helpdesks Holdfast works for, and as whom: add, test, edit, remove. */
export function AccountsDialog() {
  const t = useText();
  const desk = useDesk();
  const accounts = useDeskState((state) => state.accounts) ?? [];
  const { data: forms = [] } = useQuery(connectorsQuery(desk));
  const [step, setStep] = useState<Step>({ name: 'list' });
  const toList = (): void => setStep({ name: 'list' });

  const titles = {
    list: t('accounts.title'),
    form: step.name === 'form' && step.account ? t('accounts.edit.title') : t('accounts.add.title'),
    remove: t('accounts.remove.title'),
  } as const;

  return (
    <Modal title={titles[step.name]} onClose={close}>
      {step.name === 'list' ? (
        <AccountList
          accounts={accounts}
          forms={forms}
          onAdd={(form) => setStep({ name: 'form', form, account: null })}
          onEdit={(account, form) => setStep({ name: 'form', form, account })}
          onRemove={(account) => setStep({ name: 'remove', account })}
        />
      ) : step.name === 'form' ? (
        <AccountForm form={step.form} account={step.account} onDone={toList} />
      ) : (
        <AccountRemoval account={step.account} onDone={toList} />
      )}
    </Modal>
  );
}
