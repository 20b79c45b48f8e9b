/**
 * The key of the message that the agent is at in the conversation: the one with the focus, else the one with selected words, also
 * inside their frames. Null where there is none.
 */
export function messageAtHand(page: Document): string | null {
  const conversation = page.querySelector('[data-context="ticket"] [data-scroller]');
  if (!conversation) return null;
  const frames = [...conversation.querySelectorAll('iframe')];
  const selected = frames.find((frame) => isSelection(frame.contentDocument?.getSelection()));
  const selection = page.getSelection();
  const anchor = isSelection(selection) ? selection?.anchorNode : null;
  const inPage = anchor instanceof Element ? anchor : anchor?.parentElement;
  for (const place of [page.activeElement, selected, inPage]) {
    if (!place || !conversation.contains(place)) continue;
    const key = place.closest<HTMLElement>('[data-key^="m "]')?.dataset['key'];
    if (key !== undefined) return key.slice(2);
  }
  return null;
}

const isSelection = (selection: Selection | null | undefined): boolean =>
  selection !== null && selection !== undefined && !selection.isCollapsed;
