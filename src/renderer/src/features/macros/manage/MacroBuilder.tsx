import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useDeskState } from '#renderer/state/desk-state.ts';
import { useInterface } from '#renderer/state/interface-state.ts';
import { targetsOf } from '#renderer/state/selection.ts';
import { useText } from '#renderer/state/text-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Modal } from '#renderer/ui/Modal.tsx';
import { useTicker } from '#renderer/ui/ticker.tsx';
import { accountOf } from '#shared/domain/ids.ts';
import { snoozeWords } from '../../triage/index.ts';
import { BuilderPreview } from './BuilderPreview.tsx';
import { type DraftProblems, type MacroDraft, macroOfDraft, problemsOf, withAccount } from './draft.ts';
import styles from './Macros.module.css';
import { StepList } from './StepList.tsx';
import { useSaveMacro } from './use-save-macro.ts';

/** Makes a macro or changes one, step by step; beside it stands what it would do to the ticket at hand. */
export function MacroBuilder({
  begins,
  fresh,
  onClose,
}: {
  readonly begins: MacroDraft;
  /** It is not kept yet. */
  readonly fresh: boolean;
  readonly onClose: () => void;
}) {
  const t = useText();
  const { now } = useTicker();
  const id = useId();
  const save = useSaveMacro();
  const accounts = useDeskState((state) => state.accounts) ?? [];
  const [ticketIds] = useState(() => targetsOf(useInterface.getState()));
  const titleField = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(begins);
  const [tried, setTried] = useState(false);
  const [warned, setWarned] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);

  const clock = { now: now(), snoozeWords: snoozeWords(t.locale) };
  const problems = tried ? problemsOf(draft, clock) : null;
  const change = (next: MacroDraft): void => {
    setDraft(next);
    setWarned(false);
  };
  const onSave = async (): Promise<void> => {
    setTried(true);
    setFailed(null);
    if (problemsOf(draft, clock) !== null) {
      // Once the fields say so.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
      return;
    }
    const problem = await save(macroOfDraft(draft, now()));
    if (problem === null) onClose();
    else setFailed(problem);
  };
  const onLeave = (): void => {
    if (draft === begins || warned) onClose();
    else setWarned(true);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void onSave();
  };
  const [first] = ticketIds;
  const suggested = (first === undefined ? null : accountOf(first)) ?? accounts[0]?.id ?? null;
  const accountLack = problems?.account ?? false;
  return (
    <Modal
      title={fresh ? t('macros.build.new') : t('macros.build.edit', { title: begins.title })}
      size="large"
      startAt={titleField}
      onClose={onLeave}
    >
      <div className={styles.builder}>
        <form
          ref={form}
          className={styles.form}
          noValidate
          onKeyDown={onKeyDown}
          onSubmit={(event) => {
            event.preventDefault();
            void onSave();
          }}
        >
          <div className={styles.labelled}>
            <label htmlFor={`${id}-title`}>{t('macros.build.title')}</label>
            <input
              ref={titleField}
              id={`${id}-title`}
              className={styles.input}
              value={draft.title}
              maxLength={200}
              aria-invalid={problems?.title ?? false}
              aria-describedby={`${id}-title-hint`}
              onChange={({ target }) => change({ ...draft, title: target.value })}
            />
            <Hint id={`${id}-title-hint`} problem={problems?.title ? t('macros.build.lacks.title') : null}>
              {t('macros.build.folders')}
            </Hint>
          </div>
          <label className={styles.labelled}>
            {t('macros.build.description')}
            <input
              className={styles.input}
              value={draft.description}
              maxLength={1_000}
              onChange={({ target }) => change({ ...draft, description: target.value })}
            />
          </label>
          <div className={styles.labelled}>
            <label htmlFor={`${id}-account`}>{t('macros.build.account')}</label>
            <select
              id={`${id}-account`}
              className={styles.select}
              value={draft.accountId ?? ''}
              aria-invalid={accountLack}
              aria-describedby={`${id}-account-hint`}
              onChange={({ target }) => change(withAccount(draft, target.value === '' ? null : target.value))}
            >
              <option value="">{t('macros.build.anyAccount')}</option>
              {accounts.map((account) => (
                <option key={account.id} value={account.id}>
                  {account.label}
                </option>
              ))}
            </select>
            <Hint id={`${id}-account-hint`} problem={accountLack ? t('macros.build.lacks.account') : null}>
              {t('macros.build.accountHint')}
            </Hint>
          </div>
          <StepList draft={draft} lacks={problems?.steps ?? NO_LACKS} suggested={suggested} onChange={change} />
          <div role="alert" className={styles.problem}>
            {[
              problems?.noSteps ? t('macros.build.lacks.steps') : null,
              failed,
              warned ? t('macros.build.unsaved') : null,
            ]
              .filter((sentence) => sentence !== null)
              .map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
          </div>
          <div className={styles.buttons}>
            <Button look="primary" type="submit" keys="Mod+Enter">
              {t('macros.build.save')}
            </Button>
          </div>
        </form>
        <BuilderPreview draft={draft} clock={clock} ticketIds={ticketIds} />
      </div>
    </Modal>
  );
}

const NO_LACKS: DraftProblems['steps'] = new Map();

function Hint({
  id,
  problem,
  children,
}: {
  readonly id: string;
  readonly problem: string | null;
  readonly children: string;
}) {
  return (
    <p id={id} className={problem === null ? styles.quiet : styles.problem}>
      {problem ?? children}
    </p>
  );
}
