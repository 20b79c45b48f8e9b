import { useEffect, useId, useRef } from 'react';
import { useText } from '#renderer/state/text-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import styles from './Canned.module.css';
import { type CannedForm, type FormProblems, isLocale } from './canned-form.ts';
import { Labelled } from './Labelled.tsx';

type Variant = CannedForm['variants'][number];
const MOST = 100;

/** A response's text in each of its languages. */
export function Variants({
  variants,
  problems,
  onChange,
}: {
  readonly variants: readonly Variant[];
  readonly problems: FormProblems;
  readonly onChange: (variants: readonly Variant[]) => void;
}) {
  const t = useText();
  const id = useId();
  const added = useRef<HTMLInputElement>(null);
  const count = useRef(variants.length);
  useEffect(() => {
    if (variants.length > count.current) added.current?.focus();
    count.current = variants.length;
  }, [variants.length]);
  const put = (changed: Variant): void => onChange(variants.map((one) => (one.key === changed.key ? changed : one)));
  return (
    <>
      {variants.map((variant, index) => {
        const problem = problems.get(`text ${index}`);
        return (
          <fieldset key={variant.key} className={styles.variant}>
            <legend className="visually-hidden">{t('canned.form.variant', { number: index + 1 })}</legend>
            <div className={styles.language}>
              <Labelled
                {...(index === variants.length - 1 ? { input: added } : {})}
                label={t('canned.form.locale')}
                value={variant.locale}
                maxLength={35}
                problem={problems.get(`locale ${index}`)}
                onChange={(locale) => put({ ...variant, locale })}
              />
              {variants.length > 1 ? (
                <Button look="quiet" onClick={() => onChange(variants.filter(({ key }) => key !== variant.key))}>
                  {t('canned.form.removeLanguage')}
                </Button>
              ) : null}
            </div>
            <div className={styles.labelled}>
              <label htmlFor={`${id}-${variant.key}`}>{t('canned.form.text')}</label>
              <textarea
                id={`${id}-${variant.key}`}
                className={styles.text}
                rows={variants.length > 1 ? 4 : 8}
                lang={isLocale(variant.locale) ? variant.locale : undefined}
                value={variant.text}
                aria-invalid={problem !== undefined}
                aria-describedby={`${problem ? `${id}-${variant.key}-problem ` : ''}${id}-hint`}
                onChange={({ target }) => put({ ...variant, text: target.value })}
              />
              {problem ? (
                <p id={`${id}-${variant.key}-problem`} className={styles.problem}>
                  {t(problem)}
                </p>
              ) : null}
            </div>
          </fieldset>
        );
      })}
      <p id={`${id}-hint`} className={styles.quiet}>
        {t('canned.form.text.hint')}
      </p>
      <div className={styles.buttons}>
        <Button
          look="quiet"
          disabled={variants.length >= MOST}
          onClick={() =>
            onChange([...variants, { key: Math.max(...variants.map(({ key }) => key)) + 1, locale: '', text: '' }])
          }
        >
          {t('canned.form.addLanguage')}
        </Button>
      </div>
    </>
  );
}
