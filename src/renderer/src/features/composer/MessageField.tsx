import { type ReactNode, useMemo } from 'react';
import { goToStop } from './canned/tab-stops.ts';
import { useCanned } from './canned/use-canned.tsx';
import { useToCanned, type WrittenTo } from './canned/use-to-canned.ts';
import { CaretList } from './caret-list/CaretList.tsx';
import { useCaretList } from './caret-list/use-caret-list.ts';
import { useMentions } from './caret-list/use-mentions.tsx';
import { Files } from './files/Files.tsx';
import styles from './MessageField.module.css';
import { Preview } from './Preview.tsx';
import type { ComposerKind } from './use-draft.ts';
import type { MessageHandle } from './use-message.ts';
import { FormattingCommands } from './writing/FormattingCommands.tsx';
import { WordsField } from './writing/WordsField.tsx';

type Props = {
  readonly message: MessageHandle;
  readonly kind: ComposerKind;
  readonly to: WrittenTo;
  /** Makes of the words what is sent. */
  readonly complete: (text: string) => string;
  readonly disabled: boolean;
  readonly label: string;
  readonly placeholder: string;
  /** How much room the words have. */
  readonly className: string | undefined;
  /** What else goes with it, before the files. */
  readonly children?: ReactNode;
};

/** The words of a message in Markdown, with all that writes for the agent, what they will look like, and the files that go with them. */
export function MessageField({ message, kind, to, complete, disabled, children, ...look }: Props) {
  const { draft, files, field, hintId, preview } = message;
  const mentions = useMentions(draft.id.accountId, kind);
  const canned = useCanned(draft.id.ticketId, files.putBack, to.toBe);
  const sources = useMemo(() => [...mentions, canned], [mentions, canned]);
  const caretList = useCaretList(field, sources);
  useToCanned(field, draft.id.accountId, to);
  return (
    <>
      {preview ? <Preview markdown={complete(draft.text)} /> : null}
      <WordsField
        {...caretList.fieldProps}
        onKeyDown={(event) => {
          caretList.fieldProps.onKeyDown(event);
          if (event.key !== 'Tab' || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
          if (goToStop(event.currentTarget, event.shiftKey ? 'previous' : 'next')) event.preventDefault();
        }}
        field={field}
        className={`${styles.words} ${look.className}`}
        data-kind={kind}
        hidden={preview}
        value={draft.text}
        aria-label={look.label}
        aria-describedby={hintId}
        placeholder={look.placeholder}
        readOnly={disabled}
        onWrite={(text, cursorAt) => {
          draft.write({ text, cursorAt });
          caretList.onTyped();
        }}
        onBlur={() => {
          caretList.fieldProps.onBlur();
          void draft.flush();
        }}
      />
      {caretList.list ? (
        <CaretList list={caretList.list} id={caretList.listId} optionId={caretList.optionId} onTake={caretList.take} />
      ) : null}
      <FormattingCommands field={field} />
      {children}
      <Files files={files} disabled={disabled} />
    </>
  );
}
