const PAGE = '[data-figure-page]';

/** Whether the keyboard is on the page of a figure, rather than in the list. */
export const isOnFigurePage = (): boolean => document.activeElement?.closest(PAGE) != null;

/** Takes the keyboard to the page, once it is there. */
export const focusFigure = (): void => {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(PAGE)?.focus());
};
