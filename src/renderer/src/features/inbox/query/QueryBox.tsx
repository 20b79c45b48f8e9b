import { useQuery, useQueryClient } from '@tanstack/react-query';
import { BookmarkPlus, ListFilter, SlidersHorizontal, X } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useId, useLayoutEffect, useRef, useState } from 'react';
import type { AccountId } from '#shared/domain/ids.ts';
import { useDesk } from '../../../state/desk-context.tsx';
import { typeQuery } from '../../../state/go-to.ts';
import { useInterface } from '../../../state/interface-state.ts';
import { typedQuery } from '../../../state/queries.ts';
import { useText } from '../../../state/text-context.tsx';
import { Button } from '../../../ui/Button.tsx';
import { CommandButton } from '../../../ui/CommandButton.tsx';
import { Completions, optionId } from './Completions.tsx';
import { isUnfinished, queryProblemSentence } from './problem-sentence.ts';
import { putIn } from './put-in.ts';
import styles from './QueryBox.module.css';

/** A query over the list, read as it is typed: what may follow, what is wrong with it, and a way to keep it. */
export function QueryBox({
  text,
  accountId,
  input,
  onLeave,
}: {
  readonly text: string;
  readonly accountId: AccountId | null;
  readonly input: RefObject<HTMLInputElement | null>;
  /** Enter, or Escape after the filter is cleared: the keys go back to the list. */
  readonly onLeave: () => void;
}) {
  const t = useText();
  const desk = useDesk();
  const queries = useQueryClient();
  const id = useId();
  const [caret, setCaret] = useState(text.length);
  const [typing, setTyping] = useState(false);
  const [open, setOpen] = useState(false);
  const [highlighted, setHighlighted] = useState(-1);
  const request = { accountId, text, caret };
  const answer = useQuery(typedQuery(desk, request)).data;
  const options = answer?.completion?.options ?? [];
  const problem = answer?.problems.find((one) => !isUnfinished(one, typing ? caret : null));
  const listed = open && typing && options.length > 0;
  const at = Math.min(highlighted, options.length - 1);

  // React puts the caret of a field whose value it changes at the end.
  const wanted = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (wanted.current !== null) input.current?.setSelectionRange(wanted.current, wanted.current);
    wanted.current = null;
  });
  const type = (next: string, nextCaret: number): void => {
    setCaret(nextCaret);
    setOpen(true);
    setHighlighted(-1);
    typeQuery(next);
  };
  const accept = async (index: number): Promise<void> => {
    // What is listed may still be the answer to the letter before.
    const fresh = await queries.ensureQueryData(typedQuery(desk, request));
    if (useInterface.getState().query !== text || !fresh.completion) return;
    const next = putIn(text, fresh.completion, index);
    if (!next) return;
    wanted.current = next.caret;
    type(next.text, next.caret);
  };
  const clear = (): void => {
    typeQuery(null);
    onLeave();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key } = event;
    // 229: the press belongs to an input method, also where the browser has just ended its composition.
    if (event.nativeEvent.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey)
      return;
    const act = (run: () => void): void => {
      event.preventDefault();
      run();
    };
    if (key === 'Escape') act(() => (listed ? setOpen(false) : clear()));
    else if (key === 'ArrowDown' && listed) act(() => setHighlighted(at + 1 < options.length ? at + 1 : -1));
    else if (key === 'ArrowUp' && listed) act(() => setHighlighted(at < 0 ? options.length - 1 : at - 1));
    else if ((key === 'Enter' || key === 'Tab') && listed && at >= 0) act(() => void accept(at));
    else if (key === 'Enter' || key === 'ArrowDown') act(onLeave);
  };

  return (
    <search className={styles.box}>
      <div className={styles.line}>
        <ListFilter size={16} strokeWidth={1.5} aria-hidden="true" />
        <input
          ref={input}
          className={styles.input}
          role="combobox"
          aria-label={t('inbox.query.label')}
          aria-expanded={listed}
          aria-controls={listed ? `${id}-options` : undefined}
          aria-activedescendant={listed && at >= 0 ? optionId(id, at) : undefined}
          aria-autocomplete="list"
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-problem`}
          placeholder={t('inbox.query.placeholder')}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          value={text}
          onChange={({ target }) => type(target.value, target.selectionStart ?? target.value.length)}
          onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart ?? text.length)}
          onFocus={() => setTyping(true)}
          onBlur={() => {
            setTyping(false);
            setOpen(false);
          }}
          onKeyDown={onKeyDown}
        />
        <CommandButton command="view.save" look="icon" icon={<BookmarkPlus />} />
        <CommandButton command="view.edit" look="icon" icon={<SlidersHorizontal />} />
        <Button look="icon" icon={<X />} title={t('inbox.query.clearKey')} onClick={clear}>
          {t('inbox.query.clear')}
        </Button>
      </div>
      {listed ? (
        <Completions id={id} options={options} highlighted={at} onChoose={(index) => void accept(index)} />
      ) : null}
      <p id={`${id}-problem`} role="status" className={problem ? styles.problem : 'visually-hidden'}>
        {problem ? queryProblemSentence(t, problem) : answer ? t('inbox.query.found', { count: answer.count }) : ''}
      </p>
    </search>
  );
}
