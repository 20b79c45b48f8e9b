import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { chordsOf } from '#renderer/commands/chord.ts';
import { useKeys } from '#renderer/commands/use-key-dispatch.tsx';
import { useText } from '#renderer/state/text-context.tsx';
import type { Caller } from '#renderer/store/desk-calls.ts';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import styles from './CallerChooser.module.css';

type Props = {
  /** The number, else what the telephone calls them. */
  readonly shown: string;
  readonly callers: readonly Caller[];
  /** Null where it is none of them. */
  readonly onChoose: (caller: Caller | null) => void;
  readonly onClose: () => void;
};

/** So many have a digit. */
const DIGITS = 9;

/** Who may be calling, with why. One digit chooses; the keys are its own while it has the focus. */
export function CallerChooser({ shown, callers, onChoose, onClose }: Props) {
  const t = useText();
  const { mac } = useKeys();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const rows: readonly (Caller | null)[] = [...callers, null];

  useEffect(() => {
    const before = document.activeElement;
    const element = list.current;
    element?.focus();
    return () => {
      // Where the agent has gone elsewhere meanwhile, they stay there.
      const isHere = document.activeElement === document.body || document.activeElement === element;
      if (isHere && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, at]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === 'Tab') return;
    // Letters are no commands here: the agent is asked something.
    event.stopPropagation();
    event.preventDefault();
    if (event.repeat && event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const digit = chordsOf(event.nativeEvent, mac).find((chord) => /^\d$/.test(chord));
    const place = digit === undefined ? -1 : digit === '0' ? callers.length : Number(digit) - 1;
    const chosen = rows[event.key === 'Enter' ? at : place];
    if (chosen !== undefined && (place < callers.length || digit === '0')) onChoose(chosen);
    else if (event.key === 'Escape') onClose();
    else if (event.key === 'ArrowDown') setAt((at + 1) % rows.length);
    else if (event.key === 'ArrowUp') setAt((at + rows.length - 1) % rows.length);
    else if (event.key === 'Home') setAt(0);
    else if (event.key === 'End') setAt(rows.length - 1);
  };
  const digitOf = (place: number): string | null =>
    place === callers.length ? '0' : place < DIGITS ? String(place + 1) : null;

  return (
    <div className={styles.panel}>
      <h2 id={`${id}-title`} className={styles.title}>
        {t('calls.bar.choose.title', { who: shown })}
      </h2>
      <div
        ref={list}
        role="listbox"
        tabIndex={0}
        aria-labelledby={`${id}-title`}
        aria-activedescendant={`${id}-${at}`}
        className={styles.list}
        onKeyDown={onKeyDown}
        onBlur={() => {
          // Gone to the telephone's own window, the agent comes back to it.
          if (document.hasFocus()) onClose();
        }}
      >
        {rows.map((caller, place) => (
          <div
            key={caller ? `${caller.accountId} ${caller.person.remoteId}` : 'none'}
            id={`${id}-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === at}
            className={styles.row}
            onPointerMove={() => setAt(place)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(caller)}
          >
            <span className={styles.digit}>{digitOf(place) === null ? null : <Kbd keys={digitOf(place) ?? ''} />}</span>
            {caller ? <CallerRow caller={caller} /> : <span>{t('calls.bar.choose.none')}</span>}
          </div>
        ))}
      </div>
    </div>
  );
}

function CallerRow({ caller }: { readonly caller: Caller }) {
  const t = useText();
  const { person, why, ticket, openTickets } = caller;
  return (
    <span className={styles.caller}>
      <span className={styles.name}>{person.name}</span>
      <span className={styles.why}>
        {[
          t(`calls.bar.choose.why.${why}`),
          ticket ? t('calls.bar.ticket', { number: ticket.number, subject: ticket.subject }) : '',
          t('calls.bar.choose.open', { count: openTickets }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </span>
  );
}
