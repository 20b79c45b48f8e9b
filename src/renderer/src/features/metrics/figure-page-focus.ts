const PAGE = '[data-figure-page]';

/** Whether the keyboard is on the page of a figure, rather than in the list. */
export const isOnFigurePage = (): boolean => document.activeElement?.closest(PAGE) != null;

/** Takes the keyboard to the page, once it is there. */
export const focusFigure = (): void => {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(PAGE)?.focus());
};

/** Moves through the tickets behind a figure; false where the keyboard is not among them. */
export function stepBehind(count: number): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>(`${PAGE} [data-ticket]`)];
  const place = rows.findIndex((row) => row === document.activeElement);
  if (place < 0) return false;
  rows[Math.max(0, Math.min(rows.length - 1, place + count))]?.focus();
  return true;
}
