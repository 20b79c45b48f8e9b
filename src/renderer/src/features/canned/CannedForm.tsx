import { type FormEvent, type KeyboardEvent, type RefObject, useId, useRef, useState } from 'react';
import { ulid } from 'ulid';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useText } from '#renderer/state/text-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { useTicker } from '#renderer/ui/ticker.tsx';
import { shortcodeKey, suggestShortcode } from '#shared/canned/shortcodes.ts';
import styles from './Canned.module.css';
import { type Began, type CannedForm as Form, type FormProblems, readForm } from './canned-form.ts';
import { Labelled } from './Labelled.tsx';
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
  const id = useId();
  const element = useRef<HTMLFormElement>(null);
  const [form, setForm] = useState(typed);
  const latest = useRef(typed);
  const [problems, setProblems] = useState<FormProblems>(new Map());
  const [failed, setFailed] = useState<string | null>(null);

  const type = (part: Partial<Form>): void => {
    latest.current = { ...latest.current, ...part };
    setForm(latest.current);
    onType(latest.current);
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
    // The field is marked by then.
    requestAnimationFrame(() => element.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  };
  const save = async (): Promise<void> => {
    setFailed(null);
    const read = readForm(form, began);
    if (!read.ok) return refuse(read.error);
    setProblems(new Map());
    const response = { ...read.value, id: began.id ?? ulid(), updatedAt: now() };
    const done = await change({ remove: [], put: [response] });
    if (done.ok) return onDone(t('canned.saved', { shortcode: response.shortcode }));
    if (done.error === 'shortcode-taken') refuse(new Map([['shortcode', 'canned.change.shortcode-taken']]));
    else setFailed(t(`canned.change.${done.error}`));
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void save();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void save();
  };
  const field = (name: 'title' | 'shortcode' | 'folder' | 'tags', maxLength?: number) => ({
    value: form[name],
    problem: problems.get(name),
    maxLength,
    onChange: (value: string) => type({ [name]: value }),
  });

  return (
    <form ref={element} className={styles.form} noValidate onSubmit={onSubmit} onKeyDown={onKeyDown}>
      <div className={styles.pair}>
        <Labelled
          {...field('title', 200)}
          input={input}
          label={t('canned.field.title')}
          onBlur={() => void suggest()}
        />
        <Labelled
          {...field('shortcode', 61)}
          label={t('canned.field.shortcode')}
          hint={t('canned.form.shortcode.hint')}
        />
      </div>
      <Variants variants={form.variants} problems={problems} onChange={(variants) => type({ variants })} />
      <div className={styles.pair}>
        <Labelled {...field('folder')} label={t('canned.field.folder')} hint={t('canned.form.folder.hint')} />
        <Labelled {...field('tags')} label={t('canned.field.tags')} hint={t('canned.form.tags.hint')} />
      </div>
      <div className={styles.labelled}>
        <label htmlFor={`${id}-scope`}>{t('canned.field.scope')}</label>
        <select
          id={`${id}-scope`}
          className={styles.input}
          value={form.scope}
          onChange={({ target }) => {
            const scope = SCOPES.find((one) => one === target.value);
            if (scope) type({ scope });
          }}
        >
          {SCOPES.map((scope) => (
            <option key={scope} value={scope}>
              {t(`canned.scope.${scope}`)}
            </option>
          ))}
        </select>
      </div>
      {failed === null ? null : (
        <p role="alert" className={styles.problem}>
          {failed}
        </p>
      )}
      <div className={styles.foot}>
        <Button look="primary" type="submit" keys="Mod+Enter">
          {t('canned.form.save')}
        </Button>
      </div>
    </form>
  );
}
