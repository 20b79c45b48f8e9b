import { useRef } from 'react';
import { Button, type ButtonLook } from './Button.tsx';

/** A button by which a file is chosen. */
export function FileButton({
  accept,
  look = 'plain',
  label,
  onFile,
}: {
  /** Endings and types, as `<input accept>` has them. */
  readonly accept: string;
  readonly look?: ButtonLook;
  readonly label: string;
  readonly onFile: (file: File) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button look={look} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        aria-label={label}
        onChange={({ target }) => {
          const file = target.files?.[0];
          // The same file may be chosen again.
          target.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
