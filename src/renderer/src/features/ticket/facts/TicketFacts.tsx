import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';
import { useCommands } from '#renderer/commands/use-command.tsx';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { factsQuery } from '#renderer/state/queries.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { TicketDetail } from '#renderer/store/desk-tickets.ts';
import { KeyOf } from '#renderer/ui/Kbd.tsx';
import { PriorityMark } from '#renderer/ui/PriorityMark.tsx';
import { priorityName, statusName, typeName } from '#renderer/ui/value-names.ts';
import type { CommandId } from '#shared/commands/catalogue.ts';
import { TICKET_TYPES, ticketTypeSchema } from '#shared/domain/ticket.ts';
import { TicketStatus } from '../TicketStatus.tsx';
import { useChangeTicket } from '../use-ticket-actions.ts';
import { CustomField } from './CustomField.tsx';
import styles from './Facts.module.css';

/** The ticket's fields, each a small control; what has a chooser opens it. */
export function TicketFacts({ detail }: { readonly detail: TicketDetail }) {
  const t = useText();
  const desk = useDesk();
  const { ticket } = detail;
  const facts = useQuery(factsQuery(desk, detail.accountId)).data;
  const change = useChangeTicket({ id: detail.id, accountId: detail.accountId, number: ticket.number });
  const assignee = detail.assignee?.name ?? t('ticket.unassigned');
  const group = detail.group?.name ?? t('ticket.none');
  const tags = ticket.tags.length === 0 ? t('ticket.none') : ticket.tags.join(', ');
  const followers = detail.followers.map(({ name }) => name).join(', ') || t('ticket.none');
  return (
    <section className={styles.group}>
      <h3 className={styles.heading}>{t('ticket.facts.ticket')}</h3>
      <dl className={styles.list}>
        <Fact field={t('ticket.field.status')} value={statusName(t, ticket)} command="ticket.status">
          <TicketStatus ticket={ticket} />
        </Fact>
        <Fact field={t('ticket.field.priority')} value={priorityName(t, ticket.priority)} command="ticket.priority">
          {ticket.priority === null ? t('ticket.none') : <PriorityMark priority={ticket.priority} withName />}
        </Fact>
        <Fact field={t('ticket.field.assigneeId')} value={assignee} command="ticket.assign">
          {assignee}
        </Fact>
        <Fact field={t('ticket.field.groupId')} value={group} command="ticket.group">
          {group}
        </Fact>
        <Fact field={t('ticket.field.tags')} value={tags} command="ticket.tags">
          {ticket.tags.length === 0
            ? tags
            : ticket.tags.map((tag) => (
                <Fragment key={tag}>
                  <span className={styles.tag}>{tag}</span>{' '}
                </Fragment>
              ))}
        </Fact>
        {facts?.abilities?.followers === false ? null : (
          <Fact field={t('ticket.field.followers')} value={followers} command="ticket.followers">
            {followers}
          </Fact>
        )}
        <dt>{t('ticket.field.type')}</dt>
        <dd>
          <select
            className={styles.control}
            aria-label={t('ticket.field.type')}
            value={ticket.type ?? ''}
            onChange={({ target }) => {
              const type = target.value === '' ? null : ticketTypeSchema.parse(target.value);
              void change({ type }, typeName(t, type));
            }}
          >
            <option value="">{t('ticket.none')}</option>
            {TICKET_TYPES.map((type) => (
              <option key={type} value={type}>
                {typeName(t, type)}
              </option>
            ))}
          </select>
        </dd>
        {(facts?.fields ?? []).map((field) => (
          <CustomField
            key={field.remoteId}
            field={field}
            value={ticket.fields[field.remoteId] ?? null}
            onChange={change}
          />
        ))}
      </dl>
    </section>
  );
}

type FactProps = {
  readonly field: string;
  readonly value: string;
  /** Opens its chooser. */
  readonly command: CommandId;
  readonly children: ReactNode;
};

function Fact({ field, value, command, children }: FactProps) {
  const t = useText();
  const registry = useCommands();
  return (
    <>
      <dt>{field}</dt>
      <dd>
        <button
          type="button"
          className={styles.fact}
          aria-haspopup="dialog"
          aria-label={t('ticket.facts.change', { field, value })}
          onClick={() => registry.run(command, 'button')}
        >
          <span className={styles.value}>{children}</span>
          <KeyOf command={command} />
        </button>
      </dd>
    </>
  );
}
