import { Download, Phone } from 'lucide-react';
import { type UIEvent, useEffect, useRef, useState } from 'react';
import { useCommand } from '#renderer/commands/use-command.tsx';
import { useKeys } from '#renderer/commands/use-key-dispatch.tsx';
import { show } from '#renderer/state/interface-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import { useDial } from '#renderer/state/use-dial.ts';
import type { LoggedCall } from '#renderer/store/desk-call-log.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { CommandButton } from '#renderer/ui/CommandButton.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import panel from '#renderer/ui/Panel.module.css';
import { PanelHeader } from '#renderer/ui/PanelHeader.tsx';
import { useActiveRow } from '#renderer/ui/use-active-row.ts';
import styles from './CallLog.module.css';
import { CallRow, whoDomId } from './CallRow.tsx';
import { LogFilter } from './LogFilter.tsx';
import { useExportCalls } from './use-export-calls.ts';
import { useLogQuery } from './use-log-query.ts';
import { useOpenCustomer } from './use-open-customer.ts';

/** So near its end a list asks for more, in px. */
const NEAR_END = 800;

/** All calls of the agent, the newest first. */
export function CallLogPanel() {
  const t = useText();
  const { keymap } = useKeys();
  const { text, range, query, log, type, choose: chooseRange, more } = useLogQuery();
  const dial = useDial();
  const exportCalls = useExportCalls();
  const openCustomer = useOpenCustomer();
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const calls = log?.calls ?? [];
  const ids = calls.map(({ call }) => call.id);

  const open = async ({ call, ticket }: LoggedCall): Promise<void> => {
    if (ticket !== null && ticket.number !== '') return openTicket(ticket.id);
    if (!(await openCustomer(call))) setSaid(t('calls.log.nobody'));
  };
  const { activeId, choose } = useActiveRow(ids, (id) => {
    const logged = calls.find(({ call }) => call.id === id);
    if (logged) void open(logged);
  });
  const activeAt = activeId === null ? -1 : ids.indexOf(activeId);
  useEffect(() => {
    if (activeAt >= ids.length - 20) more();
  });

  const callBack = ({ call, person }: LoggedCall): void => {
    const { number, name, accountId, personRemoteId, ticketId } = call;
    void dial({ number, name: person || name, accountId, personRemoteId, ticketId });
  };
  useCommand('call.dial', () => {
    const active = calls[activeAt];
    // Over an open conversation the agent means that one.
    if (!active || active.call.number === '' || isInConversation()) show({ dialog: 'dial' });
    else callBack(active);
  });
  const exportAll = async (): Promise<void> => setSaid(await exportCalls(query));
  useCommand(
    'call.export',
    () => void exportAll(),
    () => (log?.total ?? 0) > 0,
  );
  useCommand('list.query', () => field.current?.focus());

  const filtered = text.trim() !== '' || range !== 'all';
  const onScroll = ({ currentTarget: { scrollTop, clientHeight, scrollHeight } }: UIEvent): void => {
    if (scrollTop + clientHeight > scrollHeight - NEAR_END) more();
  };
  return (
    <div className={panel.panel}>
      <PanelHeader title={t('calls.log.title')} count={log?.total ?? 0}>
        <CommandButton
          command="call.export"
          look="icon"
          icon={<Download size={16} strokeWidth={1.5} />}
          label={t('calls.log.export')}
        />
      </PanelHeader>
      <LogFilter field={field} text={text} onText={type} range={range} onRange={chooseRange} />
      <p className={panel.said} role="status">
        {said}
      </p>
      {log && calls.length === 0 ? (
        filtered ? (
          <EmptyState title={t('calls.log.noMatch')} body={t('calls.log.noMatchBody')} />
        ) : (
          <EmptyState icon={<Phone />} title={t('calls.log.empty')} body={t('calls.log.emptyBody')}>
            <CommandButton command="call.dial" look="quiet" />
            <CommandButton command="go.settings" look="quiet" />
          </EmptyState>
        )
      ) : (
        <ul className={panel.list} aria-label={t('calls.log.title')} onScroll={onScroll}>
          {calls.map((logged, index) => (
            <CallRow
              key={logged.call.id}
              logged={logged}
              active={logged.call.id === activeId}
              onActive={() => choose(logged.call.id, index)}
              onOpenTicket={() => void open(logged)}
            >
              {logged.call.number === '' ? null : (
                <span className={styles.dial}>
                  <Button
                    look="quiet"
                    keys={logged.call.id === activeId ? keymap.keysOf('call.dial')[0] : undefined}
                    onClick={() => callBack(logged)}
                    aria-describedby={whoDomId(logged.call.id)}
                  >
                    {t('calls.log.call')}
                  </Button>
                </span>
              )}
            </CallRow>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Beside the list, so that the next call is a key away. */
const openTicket = (id: string): void => show({ openTicketId: id, focusedTicketId: id, newTicket: false });

const isInConversation = (): boolean => document.activeElement?.closest('[data-context="ticket"]') != null;
