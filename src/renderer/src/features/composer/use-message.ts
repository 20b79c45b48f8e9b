import { type RefObject, useCallback, useId, useRef, useState } from 'react';
import { type FilesHandle, useFiles } from './files/use-files.ts';
import type { DraftHandle } from './use-draft.ts';

/** A message that is being written, and what the parts around its field share of it. */
export type MessageHandle = {
  readonly draft: DraftHandle;
  readonly files: FilesHandle;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** Of what says whether the words are safe. */
  readonly hintId: string;
  /** Whether it is shown as it will arrive. */
  readonly preview: boolean;
  readonly togglePreview: () => void;
};

export function useMessage(draft: DraftHandle): MessageHandle {
  const [preview, setPreview] = useState(false);
  const togglePreview = useCallback(() => setPreview((shown) => !shown), []);
  const field = useRef<HTMLTextAreaElement>(null);
  return { draft, files: useFiles(draft), field, hintId: useId(), preview, togglePreview };
}
