/**
 * The words that are selected in the conversation, also inside a message's frame; empty where none are. The selection is taken
 * away, so that asking again does not mean it again.
 */
export function takeSelectedWords(page: Document): string {
  const conversation = page.querySelector('[data-context="ticket"] [data-scroller]');
  if (!conversation) return '';
  const frames = [...conversation.querySelectorAll('iframe')].map((frame) => frame.contentDocument);
  for (const document of [page, ...frames]) {
    const selection = document?.getSelection();
    if (!selection || selection.isCollapsed) continue;
    if (document === page && !conversation.contains(selection.getRangeAt(0).commonAncestorContainer)) continue;
    const words = selection.toString();
    selection.removeAllRanges();
    if (words.trim() !== '') return words;
  }
  return '';
}
