/** What an element says to a screen reader, roughly: its words, and the names of its signs. */
export function saidBy(element: Element | null | undefined): string {
  const signs = [...(element?.querySelectorAll('[aria-label]') ?? [])].map((sign) => sign.getAttribute('aria-label'));
  return [element?.textContent ?? '', ...signs].join(' ');
}
