import { Plus, RotateCcw, X } from 'lucide-react';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { allKeysOf, conflictsWith, giveKey, resetKeys, takeKey } from '#shared/commands/change-keys.ts';
import type { KeyChoices } from '#shared/commands/key-choices.ts';
import { type KeyRefusal, refusalOf } from '#shared/commands/key-refusals.ts';
import type { RunnableId } from '#shared/commands/macro-commands.ts';
import { keyLabels } from '../../../commands/key-label.ts';
import { useKeys } from '../../../commands/use-key-dispatch.tsx';
import { useDeskState } from '../../../state/desk-state.ts';
import { useText } from '../../../state/text-context.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import styles from './KeyboardSettings.module.css';
import { KeyRecorder } from './KeyRecorder.tsx';

/** Waiting for keys, or with keys that cannot simply be taken. */
type Asking =
  | { readonly state: 'recording' }
  | { readonly state: 'taken'; readonly key: string }
  | { readonly state: 'refused'; readonly key: string; readonly why: KeyRefusal };

/** One command, or macro, with its keys: more by pressing them, fewer by a click, and whom it shares them with. */
export function CommandKeys({
  id,
  title,
  nameOf,
  choices,
  onChange,
}: {
  readonly id: RunnableId;
  /** What it is called. */
  readonly title: string;
  /** What others are called, as `useCommandName` tells it. */
  readonly nameOf: (id: RunnableId) => string;
  readonly choices: KeyChoices;
  readonly onChange: (choices: KeyChoices) => void;
}) {
  const t = useText();
  const { mac } = useKeys();
  const host = useDeskState((state) => state.link.host) ?? 'browser';
  const [asking, setAsking] = useState<Asking | null>(null);
  const add = useRef<HTMLButtonElement>(null);
  const keys = allKeysOf(choices)(id);
  const shared = keys.flatMap((key) => conflictsWith(choices, id, key));
  const say = (key: string): string => keyLabels(key, mac).join(' ');

  const hadFocus = useRef(false);
  const end = useCallback((next: Asking | null) => {
    hadFocus.current = true;
    setAsking(next);
  }, []);
  // What had the focus is gone: the button that was there before takes it back.
  useLayoutEffect(() => {
    if (hadFocus.current) add.current?.focus();
    hadFocus.current = false;
  }, [asking]);
  const cancel = useCallback(() => setAsking((now) => (now?.state === 'recording' ? null : now)), []);
  const onKey = useCallback(
    (key: string) => {
      const why = refusalOf(key, host);
      if (why !== null) return end({ state: 'refused', key, why });
      if (conflictsWith(choices, id, key).length > 0) return end({ state: 'taken', key });
      end(null);
      onChange(giveKey(choices, id, key));
    },
    [choices, id, host, onChange, end],
  );

  return (
    <li className={styles.command}>
      <div className={styles.line}>
        <span className={styles.name}>{title}</span>
        <span className={styles.keys}>
          {keys.map((key) => (
            <button
              key={key}
              type="button"
              className={styles.chip}
              aria-label={t('settings.keys.remove', { key: say(key), command: title })}
              title={t('settings.keys.remove', { key: say(key), command: title })}
              onClick={() => onChange(takeKey(choices, id, key))}
            >
              <Kbd keys={key} />
              <X size={12} strokeWidth={1.5} aria-hidden="true" className={styles.cross} />
            </button>
          ))}
          {asking?.state === 'recording' ? (
            <KeyRecorder title={title} onKey={onKey} onCancel={cancel} />
          ) : (
            <Button ref={add} look="icon" icon={<Plus />} onClick={() => setAsking({ state: 'recording' })}>
              {t('settings.keys.add', { command: title })}
            </Button>
          )}
        </span>
        {Object.hasOwn(choices.own, id) ? (
          <Button look="icon" icon={<RotateCcw />} onClick={() => onChange(resetKeys(choices, id))}>
            {t('settings.keys.reset', { command: title })}
          </Button>
        ) : (
          <span className={styles.noReset} />
        )}
      </div>
      <div role="status">
        {asking?.state === 'refused' ? (
          <p className={styles.remark}>
            <span>{t(`settings.keys.refused.${asking.why}`, { key: say(asking.key) })}</span>
          </p>
        ) : null}
        {asking?.state === 'taken' ? (
          <p className={styles.remark}>
            <span>
              {t('settings.keys.taken', {
                key: say(asking.key),
                commands: t.intl.formatList(
                  conflictsWith(choices, id, asking.key).map(({ otherId }) => nameOf(otherId)),
                ),
              })}
            </span>
            <Button
              onClick={() => {
                onChange(giveKey(choices, id, asking.key));
                end(null);
              }}
            >
              {t('settings.keys.takeOver')}
            </Button>
            <Button look="quiet" onClick={() => end(null)}>
              {t('settings.keys.leave')}
            </Button>
          </p>
        ) : null}
        {asking === null && shared.length > 0 ? (
          <p className={styles.remark}>
            <span>
              {t('settings.keys.shared', {
                key: say(shared[0]?.key ?? ''),
                commands: t.intl.formatList(shared.map(({ otherId }) => nameOf(otherId))),
              })}
            </span>
          </p>
        ) : null}
      </div>
    </li>
  );
}
