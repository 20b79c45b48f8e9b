import { useState } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useText } from '#renderer/state/text-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { isEmpty, type Words } from './draft-place.ts';
import { forgetDiscard } from './recover.ts';
import type { DraftHandle } from './use-draft.ts';

type Gone = { readonly words: Words; readonly discarding: Promise<void> };

/** Throws a draft away, and offers it back: one press must not cost words. */
export function DiscardDraft({ draft, disabled }: { readonly draft: DraftHandle; readonly disabled: boolean }) {
  const t = useText();
  const desk = useDesk();
  const [gone, setGone] = useState<Gone | null>(null);
  const discard = (): void => {
    const { text, cursorAt, fields, files } = draft;
    setGone({ words: { text, cursorAt, fields, files }, discarding: draft.discard() });
  };
  const putBack = async ({ words, discarding }: Gone): Promise<void> => {
    // Before that the draft would be thrown away behind the words that came back.
    await discarding;
    draft.write(words);
    setGone(null);
    await draft.flush();
    await forgetDiscard(desk, draft.id);
  };
  if (!isEmpty(draft))
    return (
      <Button look="quiet" disabled={disabled} onClick={discard}>
        {t('composer.discard')}
      </Button>
    );
  if (gone === null) return null;
  return (
    <>
      <span role="status">{t('composer.discarded')}</span>
      <Button look="quiet" onClick={() => void putBack(gone)}>
        {t('composer.putBack')}
      </Button>
    </>
  );
}
