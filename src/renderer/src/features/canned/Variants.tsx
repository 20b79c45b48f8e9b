import { Plus } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { useText } from '#renderer/state/text-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import form from '#renderer/ui/Form.module.css';
import { Labelled } from '#renderer/ui/Labelled.tsx';
import styles from './Canned.module.css';
import { type CannedForm, type FormProblems, isLocale } from './canned-form.ts';

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
        const wrong = { locale: problems.get(`locale ${index}`), text: problems.get(`text ${index}`) };
        return (
          <fieldset key={variant.key} className={form.group}>
            <legend className="visually-hidden">{t('canned.form.variant', { number: index + 1 })}</legend>
            <div className={styles.language}>
              <Labelled label={t('canned.form.locale')} problem={wrong.locale ? t(wrong.locale) : null}>
                {(control) => (
                  <input
                    {...control}
                    ref={index === variants.length - 1 ? added : undefined}
                    className={form.input}
                    value={variant.locale}
                    maxLength={35}
                    autoComplete="off"
                    onChange={({ target }) => put({ ...variant, locale: target.value })}
                  />
                )}
              </Labelled>
              {variants.length > 1 ? (
                <Button look="quiet" onClick={() => onChange(variants.filter(({ key }) => key !== variant.key))}>
                  {t('canned.form.removeLanguage')}
                </Button>
              ) : null}
            </div>
            <Labelled label={t('canned.form.text')} problem={wrong.text ? t(wrong.text) : null}>
              {({ 'aria-describedby': problem, ...control }) => (
                <textarea
                  {...control}
                  aria-describedby={problem ? `${problem} ${id}` : id}
                  className={form.text}
                  rows={variants.length > 1 ? 4 : 8}
                  lang={isLocale(variant.locale) ? variant.locale : undefined}
                  value={variant.text}
                  onChange={({ target }) => put({ ...variant, text: target.value })}
                />
              )}
            </Labelled>
          </fieldset>
        );
      })}
      <p id={id} className={form.hint}>
        {t('canned.form.text.hint')}
      </p>
      <div className={form.more}>
        <Button
          look="quiet"
          icon={<Plus />}
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
