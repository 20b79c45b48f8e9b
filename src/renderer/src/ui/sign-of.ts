/**
 * What a small sign says, on hover and to screen readers. As an attribute rather than as hidden text: a list of rows with several
 * signs each is laid out with every key press that fills it.
 */
export const signOf = (
  name: string,
): { readonly role: 'img'; readonly 'aria-label': string; readonly title: string } => ({
  role: 'img',
  'aria-label': name,
  title: name,
});
