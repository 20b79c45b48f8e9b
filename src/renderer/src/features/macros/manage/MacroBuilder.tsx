import { useCallback, useRef, useState } from 'react';
import { useDeskState } from '#renderer/state/desk-state.ts';
import { useInterface } from '#renderer/state/interface-state.ts';
import { targetsOf } from '#renderer/state/selection.ts';
import { useText } from '#renderer/state/text-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Choice } from '#renderer/ui/Choice.tsx';
import fields from '#renderer/ui/Form.module.css';
import { focusInvalid } from '#renderer/ui/focus-invalid.ts';
import { Labelled } from '#renderer/ui/Labelled.tsx';
import { Modal } from '#renderer/ui/Modal.tsx';
import { saveByKey } from '#renderer/ui/save-by-key.ts';
import { useTicker } from '#renderer/ui/ticker.tsx';
import { accountOf } from '#shared/domain/ids.ts';
import { titleInWords } from '#shared/macros/title-parts.ts';
import { snoozeWords } from '../../triage/index.ts';
import { BuilderPreview } from './BuilderPreview.tsx';
import { type DraftProblems, type MacroDraft, macroOfDraft, problemsOf, withAccount } from './draft.ts';
import styles from './Macros.module.css';
import { OwnKeys } from './OwnKeys.tsx';
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
  const save = useSaveMacro();
  const accounts = useDeskState((state) => state.accounts) ?? [];
  const [ticketIds] = useState(() => targetsOf(useInterface.getState()));
  const titleField = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const startAt = useRef<HTMLElement>(null);
  // Where it has been called something already, its words come next.
  const takeForm = useCallback(
    (element: HTMLFormElement | null) => {
      form.current = element;
      const words = fresh && begins.title !== '' ? element?.querySelector<HTMLElement>('[role=group] textarea') : null;
      startAt.current = words ?? titleField.current;
    },
    [fresh, begins],
  );
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
    if (problemsOf(draft, clock) !== null) return focusInvalid(form);
    const problem = await save(macroOfDraft(draft, now()));
    if (problem === null) onClose();
    else setFailed(problem);
  };
  const onLeave = (): void => {
    if (draft === begins || warned) onClose();
    else setWarned(true);
  };
  const [first] = ticketIds;
  const suggested = (first === undefined ? null : accountOf(first)) ?? accounts[0]?.id ?? null;
  return (
    <Modal
      title={fresh ? t('macros.build.new') : t('macros.build.edit', { title: titleInWords(begins.title) })}
      size="large"
      startAt={startAt}
      onClose={onLeave}
    >
      <form
        ref={takeForm}
        className={styles.builder}
        noValidate
        onKeyDown={saveByKey(() => void onSave())}
        onSubmit={(event) => {
          event.preventDefault();
          void onSave();
        }}
      >
        <div className={fields.form}>
          <Labelled
            label={t('macros.build.title')}
            hint={t('macros.build.folders')}
            problem={problems?.title ? t('macros.build.lacks.title') : null}
          >
            {(control) => (
              <input
                {...control}
                ref={titleField}
                className={fields.input}
                value={draft.title}
                maxLength={200}
                onChange={({ target }) => change({ ...draft, title: target.value })}
              />
            )}
          </Labelled>
          <Labelled label={t('macros.build.description')}>
            {(control) => (
              <input
                {...control}
                className={fields.input}
                value={draft.description}
                maxLength={1_000}
                onChange={({ target }) => change({ ...draft, description: target.value })}
              />
            )}
          </Labelled>
          <Labelled
            label={t('macros.build.account')}
            hint={t('macros.build.accountHint')}
            problem={problems?.account ? t('macros.build.lacks.account') : null}
          >
            {(control) => (
              <Choice
                {...control}
                value={draft.accountId}
                options={[
                  { value: null, name: t('macros.build.anyAccount') },
                  ...accounts.map((account) => ({ value: account.id, name: account.label })),
                ]}
                onChange={(accountId) => change(withAccount(draft, accountId))}
              />
            )}
          </Labelled>
          {fresh ? null : <OwnKeys id={begins.id} title={titleInWords(begins.title)} />}
          <StepList draft={draft} lacks={problems?.steps ?? NO_LACKS} suggested={suggested} onChange={change} />
        </div>
        <BuilderPreview draft={draft} clock={clock} ticketIds={ticketIds} />
        <div className={fields.foot}>
          <div role="alert" className={fields.problem}>
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
          <Button look="primary" type="submit" keys="Mod+Enter">
            {t('macros.build.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

const NO_LACKS: DraftProblems['steps'] = new Map();
