/**
 * The files of a paste or drop that are to be attached; none where the words beside them are what was meant: a spreadsheet gives a
 * picture of its cells along with them. An image copied from a web page comes with HTML too, which holds no words.
 */
export function filesInTransfer(transfer: DataTransfer): readonly File[] {
  const files = [...transfer.files];
  return files.length > 0 && wordsOf(transfer.getData('text/html')) === '' ? files : [];
}

/** Whether what is dragged holds files; what they are is told only once it is dropped. */
export const bringsFiles = (transfer: DataTransfer | null): boolean => transfer?.types.includes('Files') ?? false;

/** A document that is parsed like this runs nothing and fetches nothing. */
const wordsOf = (html: string): string =>
  html === '' ? '' : (new DOMParser().parseFromString(html, 'text/html').body.textContent?.trim() ?? '');
