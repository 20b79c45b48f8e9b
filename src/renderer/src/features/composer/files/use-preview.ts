import { useEffect, useState } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import type { OutgoingFile } from '#shared/outbox/action.ts';

/** Raster types only: an SVG is a document. */
const TYPES = /^image\/(?:png|jpeg|gif|webp|avif|bmp)$/;
/** A larger one would be decoded for a picture the size of a stamp. */
const MOST_BYTES = 10_000_000;

/** An address of the picture, for as long as it is shown; null for what has none, or while it is read. */
export function usePreview({ sha256, mimeType, size }: OutgoingFile): string | null {
  const desk = useDesk();
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!TYPES.test(mimeType) || size > MOST_BYTES) return;
    let url: string | null = null;
    let wanted = true;
    void desk.outgoingFile(sha256).then((bytes) => {
      if (!wanted || bytes === null) return;
      url = URL.createObjectURL(new Blob([bytes.slice()], { type: mimeType }));
      setAddress(url);
    });
    return () => {
      wanted = false;
      if (url !== null) URL.revokeObjectURL(url);
      setAddress(null);
    };
  }, [desk, sha256, mimeType, size]);
  return address;
}
