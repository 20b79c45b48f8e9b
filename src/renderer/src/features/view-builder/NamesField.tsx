import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import type { AccountId } from '#shared/domain/ids.ts';
import { useDesk } from '../../state/desk-context.tsx';
import { typedQuery } from '../../state/queries.ts';
import { useText } from '../../state/text-context.tsx';
import { foldWords } from '../../ui/fold-words.ts';
import { Completions, optionId } from '../inbox/index.ts';
import styles from './ViewBuilder.module.css';

type Value = string | null;
type Option = { readonly value: Value; readonly label: string; readonly detail: string };

/** Several names: each chosen by some of its letters, or typed as it is. */
export function NamesField({
  asked,
  keywords,
  values,
  accountId,
  describedBy,
  onChange,
}: {
  /** The field as it is typed in a query, whose values are offered; null offers none. */
  readonly asked: string | null;
  /** What stands for somebody, or for nothing, by itself. */
  readonly keywords: readonly { readonly value: Value; readonly label: string }[];
  readonly values: readonly Value[];
  readonly accountId: AccountId | null;
  readonly describedBy: string;
  readonly onChange: (values: readonly Value[]) => void;
}) {
  const t = useText();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [highlighted, setHighlighted] = useState(-1);
  const options = useOptions({ asked, accountId, typed, enabled: open }, keywords).filter(
    ({ value }) => !values.includes(value),
  );
  const at = Math.min(highlighted, options.length - 1);
  const listed = open && options.length > 0;
  const labelOf = (value: Value): string => keywords.find((one) => one.value === value)?.label ?? value ?? '';

  const add = (value: Value): void => {
    if (!values.includes(value)) onChange([...values, value]);
    setTyped('');
    setHighlighted(-1);
  };
  const addTyped = (): void => {
    const said = typed.trim();
    const keyword = keywords.find(({ label }) => foldWords(label) === foldWords(said));
    if (said !== '') add(keyword ? keyword.value : said);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key } = event;
    if (event.nativeEvent.isComposing) return;
    const act = (run: () => void): void => {
      event.preventDefault();
      event.stopPropagation();
      run();
    };
    const option = options[at];
    if (key === 'ArrowDown' || key === 'ArrowUp')
      act(() => {
        setOpen(true);
        setHighlighted(key === 'ArrowDown' ? Math.min(options.length - 1, at + 1) : Math.max(-1, at - 1));
      });
    else if (key === 'Escape' && listed) act(() => setOpen(false));
    else if (key === 'Enter' && listed && option) act(() => add(option.value));
    else if ((key === 'Enter' || key === ',') && typed.trim() !== '') act(addTyped);
    else if (key === 'Backspace' && typed === '' && values.length > 0) act(() => onChange(values.slice(0, -1)));
  };
  return (
    <div className={styles.names}>
      {values.map((value) => (
        <button
          key={value}
          type="button"
          className={styles.name}
          onClick={() => onChange(values.filter((other) => other !== value))}
        >
          {labelOf(value)}
          <X size={12} strokeWidth={1.5} aria-hidden="true" />
          <span className="visually-hidden">{t('inbox.build.removeName')}</span>
        </button>
      ))}
      <input
        className={styles.typed}
        role="combobox"
        aria-label={t('inbox.build.value')}
        aria-describedby={describedBy}
        aria-expanded={listed}
        aria-controls={listed ? `${id}-options` : undefined}
        aria-activedescendant={listed && at >= 0 ? optionId(id, at) : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder={values.length === 0 ? t('inbox.build.typeName') : undefined}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setOpen(true);
          setHighlighted(-1);
        }}
        onBlur={() => {
          setOpen(false);
          // What is typed and left is meant.
          addTyped();
        }}
        onKeyDown={onKeyDown}
      />
      {listed ? (
        <Completions
          id={id}
          options={options.map(({ label, detail }) => ({ label, detail, text: label }))}
          highlighted={at}
          onChoose={(index) => {
            const option = options[index];
            if (option) add(option.value);
          }}
        />
      ) : null}
    </div>
  );
}

/** Keywords and names that hold what is typed; the store knows the names. */
function useOptions(
  {
    asked,
    accountId,
    typed,
    enabled,
  }: {
    readonly asked: string | null;
    readonly accountId: AccountId | null;
    readonly typed: string;
    readonly enabled: boolean;
  },
  keywords: readonly { readonly value: Value; readonly label: string }[],
): readonly Option[] {
  const desk = useDesk();
  // A quotation mark that stays open takes whatever is typed for one name.
  const text = typed === '' ? `${asked}:` : `${asked}:"${typed.replaceAll(/["\\]/g, '')}`;
  const { data } = useQuery({
    ...typedQuery(desk, { accountId, text, caret: text.length }),
    enabled: enabled && asked !== null,
  });
  const wanted = foldWords(typed);
  const names = asked === null ? [] : (data?.completion?.options ?? []);
  return [
    ...keywords
      .filter(({ label }) => foldWords(label).includes(wanted))
      .map(({ value, label }) => ({ value, label, detail: '' })),
    ...names.map(({ label, detail }) => ({ value: label, label, detail })),
  ];
}
