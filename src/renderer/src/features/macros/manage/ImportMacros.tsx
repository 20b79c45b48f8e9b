import { useRef, useState } from 'react';
import { useText } from '#renderer/state/text-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import form from '#renderer/ui/Form.module.css';
import { Modal } from '#renderer/ui/Modal.tsx';
import type { MacroImport } from '#shared/macros/macro-file.ts';
import { unreadableText } from '#shared/macros/problem-text.ts';
import { titleInWords } from '#shared/macros/title-parts.ts';
import styles from './Macros.module.css';
import { useChangeMacros } from './use-change-macros.ts';

/** What taking a file would do, macro by macro, before it is taken: all of it or nothing. */
export function ImportMacros({
  name,
  file: { added, changed, same, unreadable },
  onClose,
}: {
  /** The file's. */
  readonly name: string;
  readonly file: MacroImport;
  readonly onClose: () => void;
}) {
  const t = useText();
  const changeMacros = useChangeMacros();
  const take = useRef<HTMLButtonElement>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const count = added.length + changed.length;

  const onTake = async (): Promise<void> => {
    const problem = await changeMacros(
      { remove: [], put: [...added, ...changed.map(({ to }) => to)] },
      {
        label: t('macros.import.taken', { count }),
        macros: { remove: added.map(({ id }) => id), put: changed.map(({ from }) => from) },
      },
    );
    if (problem === null) onClose();
    else setFailed(problem);
  };
  const parts = [
    { label: t('macros.import.added', { count: added.length }), lines: added.map(({ title }) => titleInWords(title)) },
    {
      label: t('macros.import.changed', { count: changed.length }),
      lines: changed.map(({ from, to }) =>
        from.title === to.title
          ? titleInWords(to.title)
          : t('macros.import.renamed', { from: titleInWords(from.title), to: titleInWords(to.title) }),
      ),
    },
    { label: t('macros.import.same', { count: same.length }), lines: same.map(({ title }) => titleInWords(title)) },
    {
      label: t('macros.import.leftOut', { count: unreadable.length }),
      lines: unreadable.map((one) => unreadableText(t, one)),
    },
  ];
  return (
    <Modal title={t('macros.import.title', { file: name })} onClose={onClose} startAt={take}>
      <div className={form.form}>
        {parts.map(({ label, lines }) =>
          lines.length === 0 ? null : (
            <section key={label}>
              <h3 className={form.legend}>{label}</h3>
              <ul className={styles.found}>
                {lines.map((line, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two macros may have one title, and the list does not change.
                  <li key={at}>{line}</li>
                ))}
              </ul>
            </section>
          ),
        )}
        <div className={form.foot}>
          {failed === null ? null : (
            <p role="alert" className={form.problem}>
              {failed}
            </p>
          )}
          {count === 0 ? (
            <Button ref={take} onClick={onClose}>
              {t('macros.import.nothing')}
            </Button>
          ) : (
            <Button ref={take} look="primary" onClick={() => void onTake()}>
              {t('macros.import.take', { count })}
            </Button>
          )}
        </div>
      </div>
    </Modal>
  );
}
