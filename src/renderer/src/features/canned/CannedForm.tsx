import { type ChangeEvent, type FormEvent, type RefObject, useRef, useState } from 'react';
import { ulid } from 'ulid';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useText } from '#renderer/state/text-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Choice } from '#renderer/ui/Choice.tsx';
import styles from '#renderer/ui/Form.module.css';
import { focusInvalid } from '#renderer/ui/focus-invalid.ts';
import { Labelled } from '#renderer/ui/Labelled.tsx';
import { saveByKey } from '#renderer/ui/save-by-key.ts';
import { useTicker } from '#renderer/ui/ticker.tsx';
import { shortcodeKey, suggestShortcode } from '#shared/canned/shortcodes.ts';
import { type Began, type CannedForm as Form, type FormProblems, readForm, stillWrong, TAKEN } from './canned-form.ts';
import { useChangeCanned } from './use-change-canned.ts';
import { Variants } from './Variants.tsx';

const SCOPES = ['personal', 'team'] as const;

/** One response to fill in. Ctrl or Cmd with Enter saves it; what is typed is told as it is typed, so that leaving loses nothing. */
export function CannedForm({
  input,
  began,
  typed,
  onType,
  onDone,
}: {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly began: Began;
  readonly typed: Form;
  readonly onType: (form: Form) => void;
  /** Kept; the sentence says so. */
  readonly onDone: (sentence: string) => void;
}) {
  const t = useText();
  const desk = useDesk();
  const change = useChangeCanned();
  const { now } = useTicker();
  const element = useRef<HTMLFormElement>(null);
  const [form, setForm] = useState(typed);
  const latest = useRef(typed);
  const [problems, setProblems] = useState<FormProblems>(new Map());
  const [failed, setFailed] = useState<string | null>(null);

  const type = (part: Partial<Form>): void => {
    const next = { ...latest.current, ...part };
    latest.current = next;
    setForm(next);
    setProblems((before) => stillWrong(before, { form: next, began, changed: part }));
    onType(next);
  };
  const suggest = async (): Promise<void> => {
    if (form.shortcode !== '' || form.title.trim() === '') return;
    const { entries } = await desk.cannedResponses();
    const taken = new Set(entries.map(({ shortcode }) => shortcodeKey(shortcode)));
    const shortcode = suggestShortcode(form.title, taken);
    // What was typed meanwhile stays.
    if (latest.current.shortcode === '') type({ shortcode });
  };
  const refuse = (found: FormProblems): void => {
    setProblems(found);
    focusInvalid(element);
  };
  const save = async (): Promise<void> => {
    setFailed(null);
    const read = readForm(form, began);
    if (!read.ok) return refuse(read.error);
    setProblems(new Map());
    const response = { ...read.value, id: began.id ?? ulid(), updatedAt: now() };
    const done = await change({ remove: [], put: [response] });
    if (done.ok) return onDone(t('canned.saved', { shortcode: response.shortcode }));
    if (done.error === 'shortcode-taken') refuse(new Map([['shortcode', TAKEN]]));
    else setFailed(t(`canned.change.${done.error}`));
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void save();
  };
  const about = (name: 'title' | 'shortcode' | 'folder' | 'tags') => {
    const problem = problems.get(name);
    return { label: t(`canned.field.${name}`), problem: problem ? t(problem) : null };
  };
  const field = (name: 'title' | 'shortcode' | 'folder' | 'tags') => ({
    className: styles.input,
    value: form[name],
    autoComplete: 'off',
    onChange: ({ target }: ChangeEvent<HTMLInputElement>) => type({ [name]: target.value }),
  });

  return (
    <form ref={element} className={styles.form} noValidate onSubmit={onSubmit} onKeyDown={saveByKey(() => void save())}>
      <div className={styles.pair}>
        <Labelled {...about('title')}>
          {(control) => (
            <input {...control} {...field('title')} ref={input} maxLength={200} onBlur={() => void suggest()} />
          )}
        </Labelled>
        <Labelled {...about('shortcode')} hint={t('canned.form.shortcode.hint')}>
          {(control) => <input {...control} {...field('shortcode')} maxLength={61} />}
        </Labelled>
      </div>
      <Variants variants={form.variants} problems={problems} onChange={(variants) => type({ variants })} />
      <div className={styles.pair}>
        <Labelled {...about('folder')} hint={t('canned.form.folder.hint')}>
          {(control) => <input {...control} {...field('folder')} />}
        </Labelled>
        <Labelled {...about('tags')} hint={t('canned.form.tags.hint')}>
          {(control) => <input {...control} {...field('tags')} />}
        </Labelled>
      </div>
      <Labelled label={t('canned.field.scope')}>
        {(control) => (
          <Choice
            {...control}
            value={form.scope}
            options={SCOPES.map((scope) => ({ value: scope, name: t(`canned.scope.${scope}`) }))}
            onChange={(scope) => type({ scope })}
          />
        )}
      </Labelled>
      <div className={styles.foot}>
        {failed === null ? null : (
          <p role="alert" className={styles.problem}>
            {failed}
          </p>
        )}
        <Button look="primary" type="submit" keys="Mod+Enter">
          {t('canned.form.save')}
        </Button>
      </div>
    </form>
  );
}
