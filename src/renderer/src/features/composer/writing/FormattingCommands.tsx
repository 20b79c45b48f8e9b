import { memo, type RefObject } from 'react';
import { useCommand } from '#renderer/commands/use-command.tsx';
import { type Edit, type Selected, selectedIn } from './edit.ts';
import { applyEdit } from './insert-text.ts';
import { link } from './link.ts';
import { prefixLines } from './prefix-lines.ts';
import { wrap } from './wrap.ts';

/** Markdown by key. Apart from the field, so that no letter typed there renders it. */
export const FormattingCommands = memo(function FormattingCommands({
  field,
}: {
  readonly field: RefObject<HTMLTextAreaElement | null>;
}) {
  const edits = (make: (selected: Selected) => Edit) => () => {
    if (field.current) applyEdit(field.current, make(selectedIn(field.current)));
  };
  const isShown = (): boolean => field.current?.hidden === false;
  useCommand(
    'composer.bold',
    edits((selected) => wrap(selected, 'bold')),
    isShown,
  );
  useCommand(
    'composer.italic',
    edits((selected) => wrap(selected, 'italic')),
    isShown,
  );
  useCommand(
    'composer.code',
    edits((selected) => wrap(selected, 'code')),
    isShown,
  );
  useCommand('composer.link', edits(link), isShown);
  useCommand(
    'composer.list',
    edits((selected) => prefixLines(selected, 'list')),
    isShown,
  );
  useCommand(
    'composer.numbers',
    edits((selected) => prefixLines(selected, 'numbers')),
    isShown,
  );
  useCommand(
    'composer.quote',
    edits((selected) => prefixLines(selected, 'quote')),
    isShown,
  );
  return null;
});
