import { useState } from 'react';
import styles from './Macros.module.css';
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
    <label className={styles.labelled}>
      {label}
      <input
        {...rest}
        className={styles.input}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          onChange(tagsOfText(target.value));
        }}
      />
    </label>
  );
}
