import { type ReactNode, useId } from 'react';
import { useText } from '#renderer/state/text-context.tsx';
import type { TicketHeader } from '#renderer/store/desk-views.ts';
import { KeyOf } from '#renderer/ui/Kbd.tsx';
import styles from './WrapUp.module.css';
import { AS, type As, type Where, type WrapUp } from './wrap-up-fields.ts';

type Props = {
  readonly wrapUp: WrapUp;
  /** The ticket that the call is about, once it is known here. */
  readonly ticket: TicketHeader | null;
  readonly isSilent: boolean;
  readonly disabled: boolean;
  readonly onWhere: (where: Where) => void;
  readonly onAs: (as: As) => void;
};

/** What becomes of the notes. */
export function WhereChoice({ wrapUp, ticket, isSilent, disabled, onWhere, onAs }: Props) {
  const t = useText();
  const name = useId();
  const { where, as, ticketId, isOnTicket } = wrapUp;
  const option = (value: Where, label: ReactNode) => (
    <label className={styles.option}>
      <input type="radio" name={name} checked={where === value} onChange={() => onWhere(value)} />
      <span>{label}</span>
    </label>
  );
  return (
    <>
      <fieldset className={styles.group} disabled={disabled} role="radiogroup" aria-labelledby={`${name}-where`}>
        <legend id={`${name}-where`} className={styles.legend}>
          {t('calls.wrap.where')}
        </legend>
        <div className={styles.options}>
          {ticketId === null
            ? null
            : option(
                'ticket',
                t('calls.wrap.where.ticket', {
                  has: ticket?.number ? 'yes' : 'no',
                  number: ticket?.number ?? '',
                  subject: ticket?.subject ?? '',
                }),
              )}
          {isOnTicket ? null : option('new', t('calls.wrap.where.new'))}
          {isOnTicket ? null : option('log', t(isSilent ? 'calls.wrap.where.log' : 'calls.wrap.where.logDiscards'))}
        </div>
        {ticketId === null ? (
          <p className={styles.hint}>
            {t('calls.wrap.where.about')} <KeyOf command="call.about" />
          </p>
        ) : null}
      </fieldset>
      {where === 'new' ? (
        <fieldset className={styles.group} disabled={disabled} role="radiogroup" aria-labelledby={`${name}-how`}>
          <legend id={`${name}-how`} className={styles.legend}>
            {t('calls.wrap.as')}
          </legend>
          <div className={styles.options}>
            {AS.map((one) => (
              <label key={one} className={styles.option}>
                <input type="radio" name={`${name}-as`} checked={as === one} onChange={() => onAs(one)} />
                <span>{t(`calls.wrap.as.${one}`)}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ) : null}
    </>
  );
}
