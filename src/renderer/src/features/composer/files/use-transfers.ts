import { type RefObject, useEffect, useRef, useState } from 'react';
import { bringsFiles, filesInTransfer } from './files-in-transfer.ts';

/**
 * Takes files that are pasted into the composer around `root`, or dropped on it; `take` null takes none. True while some are held over
 * it. Beside it a drop does nothing: the window would leave for the file otherwise.
 */
export function useTransfers(
  root: RefObject<HTMLElement | null>,
  take: ((files: readonly File[]) => void) | null,
): boolean {
  const [isOver, setIsOver] = useState(false);
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const composer = root.current?.closest<HTMLElement>('[data-context="composer"]');
    if (!composer) return;
    const isOn = (event: Event): boolean => event.target instanceof Node && composer.contains(event.target);
    const onPaste = (event: ClipboardEvent): void => {
      const files = event.clipboardData ? filesInTransfer(event.clipboardData) : [];
      if (files.length === 0 || event.defaultPrevented) return;
      event.preventDefault();
      latest.current?.(files);
    };
    const onDrag = (event: DragEvent): void => {
      const { dataTransfer } = event;
      if (!dataTransfer || !bringsFiles(dataTransfer)) return;
      event.preventDefault();
      const takes = isOn(event) && latest.current !== null;
      dataTransfer.dropEffect = takes ? 'copy' : 'none';
      setIsOver(takes);
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      setIsOver(false);
      if (!event.dataTransfer || !bringsFiles(event.dataTransfer)) return;
      event.preventDefault();
      if (isOn(event)) latest.current?.([...event.dataTransfer.files]);
    };
    composer.addEventListener('paste', onPaste);
    window.addEventListener('dragover', onDrag);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      composer.removeEventListener('paste', onPaste);
      window.removeEventListener('dragover', onDrag);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [root]);
  return isOver;
}
