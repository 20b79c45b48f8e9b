import { useId, useState } from 'react';
import { useText } from '#renderer/state/text-context.tsx';
import form from '#renderer/ui/Form.module.css';
import { LabelledRow } from '../FormFieldRow.tsx';
import styles from '../SettingsDialog.module.css';

/** As the record of a call has room for. */
const LONGEST = 200;

/** A list with one entry on each line: order and all are changed as any text is. Kept as it is typed. */
export function LinesField({
  name,
  lines,
  usual = [],
  onLines,
}: {
  readonly name: 'users' | 'dispositions';
  readonly lines: readonly string[];
  /** What an empty list stands for. */
  readonly usual?: readonly string[];
  readonly onLines: (lines: readonly string[]) => void;
}) {
  const t = useText();
  const id = useId();
  const [tooLong, setTooLong] = useState(0);
  const [began] = useState(lines.join('\n'));
  const type = (text: string): void => {
    const typed = text.split('\n').map((line) => line.trim());
    const long = typed.findIndex((line) => line.length > LONGEST) + 1;
    setTooLong(long);
    if (long === 0) onLines([...new Set(typed.filter((line) => line !== ''))]);
  };
  return (
    <LabelledRow id={id} label={t(`calls.settings.${name}`)} hint={t(`calls.settings.${name}.hint`)}>
      <textarea
        id={id}
        className={styles.area}
        rows={Math.max(3, usual.length)}
        placeholder={usual.join('\n')}
        spellCheck={false}
        aria-describedby={`${id}-hint ${id}-problem`}
        aria-invalid={tooLong > 0}
        defaultValue={began}
        onChange={({ target }) => type(target.value)}
      />
      <p id={`${id}-problem`} role="alert" className={form.problem}>
        {tooLong === 0 ? '' : t('calls.settings.tooLong', { line: tooLong, most: LONGEST })}
      </p>
    </LabelledRow>
  );
}
