import { useCallback, useRef, useState } from 'react';
import { useCommand } from '#renderer/commands/use-command.tsx';
import type { ChannelRules } from '#shared/composer/channel-rules.ts';
import type { ComposerKind, DraftHandle } from '../use-draft.ts';

/** The field for copies: there once it is asked for or has something in it, where the channel has copies at all. */
export function useCc(kind: ComposerKind, rules: ChannelRules, draft: DraftHandle) {
  const input = useRef<HTMLInputElement>(null);
  const [asked, setAsked] = useState(false);
  const can = kind === 'reply' && rules.cc;
  const text = draft.fields['cc'] ?? '';
  const latest = useRef(draft);
  latest.current = draft;
  useCommand(
    'composer.cc',
    () => {
      setAsked(true);
      // It is there when the state that asks for it has been painted.
      requestAnimationFrame(() => input.current?.focus());
    },
    () => can,
  );
  const onChange = useCallback((cc: string) => {
    const { fields, write } = latest.current;
    write({ fields: { ...fields, cc } });
  }, []);
  return { can, isShown: can && (asked || text !== ''), input, text, onChange };
}
