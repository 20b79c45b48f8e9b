import { useState } from 'react';
import form from '#renderer/ui/Form.module.css';
import { tagsOfText } from './tags-of-text.ts';

/** Tags, typed with commas between them. */
export function TagsField({
  label,
  tags,
  onChange,
  ...rest
}: {
  readonly label: string;
  readonly tags: readonly string[];
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string;
  readonly onChange: (tags: string[]) => void;
}) {
  // As it is typed: a comma at the end is one on the way to the next tag.
  const [text, setText] = useState(() => tags.join(', '));
  return (
    <label className={form.labelled}>
      {label}
      <input
        {...rest}
        className={form.input}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          onChange(tagsOfText(target.value));
        }}
      />
    </label>
  );
}
