/** Marks a text field while an input method composes in it. Returns how to stop. */
export function watchComposition(field: HTMLElement): () => void {
  const begin = (): void => void (field.dataset['composing'] = '');
  const end = (): void => void delete field.dataset['composing'];
  field.addEventListener('compositionstart', begin);
  field.addEventListener('compositionend', end);
  return () => {
    field.removeEventListener('compositionstart', begin);
    field.removeEventListener('compositionend', end);
    end();
  };
}

export const isComposing = (field: HTMLElement): boolean => field.dataset['composing'] !== undefined;
