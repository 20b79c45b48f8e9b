import { useQuery } from '@tanstack/react-query';
import { type MessageHandle, saysNothing } from '#renderer/features/composer/index.ts';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useDeskState } from '#renderer/state/desk-state.ts';
import { headersQuery } from '#renderer/state/queries.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { Call } from '#shared/calls/call.ts';
import type { Draft } from '#shared/outbox/entry.ts';
import { DispositionChoice } from './DispositionChoice.tsx';
import { dispositionsOf } from './dispositions.ts';
import { FollowUpField } from './FollowUpField.tsx';
import { NewTicketPart } from './NewTicketPart.tsx';
import type { Lack } from './use-finish-call.ts';
import { WhereChoice } from './WhereChoice.tsx';
import styles from './WrapUp.module.css';
import type { WrapUp as Chosen } from './wrap-up-fields.ts';

type Props = {
  readonly call: Call;
  readonly message: MessageHandle;
  readonly wrapUp: Chosen;
  readonly lack: Lack | null;
  readonly disabled: boolean;
  readonly onChange: (fields: Draft['fields']) => void;
};

/** What makes a complete record of a call that has ended. */
export function WrapUp({ call, message: { draft }, wrapUp, lack, disabled, onChange }: Props) {
  const t = useText();
  const { calls } = useDeskState((state) => state.settings);
  const { ticketId, where } = wrapUp;
  const tickets = useQuery({
    ...headersQuery(useDesk(), ticketId === null ? [] : [ticketId]),
    enabled: ticketId !== null,
  });
  const problem = lack?.problem ?? null;
  return (
    <div className={styles.wrapUp}>
      <DispositionChoice
        dispositions={dispositionsOf(t, calls)}
        value={wrapUp.disposition}
        required={calls.dispositionRequired}
        isMissing={problem === 'disposition'}
        disabled={disabled}
        onChoose={(disposition) => onChange({ disposition })}
      />
      <FollowUpField
        text={wrapUp.followUp}
        at={wrapUp.followUpAt}
        problem={problem === 'followUp' || problem === 'followUpTicket' ? problem : null}
        disabled={disabled}
        onChange={(followUp, at) => onChange({ followUp, followUpAt: at === null ? '' : String(at) })}
      />
      <WhereChoice
        wrapUp={wrapUp}
        ticket={tickets.data?.[0] ?? null}
        isSilent={saysNothing(draft)}
        disabled={disabled}
        onWhere={(next) => onChange({ where: next })}
        onAs={(as) => onChange({ as })}
      />
      {where === 'new' ? (
        <NewTicketPart
          call={call}
          accountId={call.accountId ?? draft.id.accountId}
          fields={draft.fields}
          as={wrapUp.as}
          lack={problem}
          onChange={onChange}
        />
      ) : null}
      {problem === 'requester' || problem === 'email' || problem === 'subject' ? (
        <p key={lack?.attempt} className={styles.missing} role="alert">
          {t(`calls.wrap.missing.${problem}`)}
        </p>
      ) : null}
    </div>
  );
}
