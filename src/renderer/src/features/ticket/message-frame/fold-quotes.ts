import { beginsLikeHeaders, isAttribution, isHeaderBlock } from './quote-patterns.ts';

/** Containers in which clients put the whole of what they quote. */
const CONTAINERS =
  '.gmail_quote, .gmail_quote_container, .yahoo_quoted, .protonmail_quote, .zmail_extra, .tutanota_quote';
/** Marks after which everything is quoted: Outlook on the desktop, on the web and on the phone. */
const MARKS =
  '#divRplyFwdMsg, #x_divRplyFwdMsg, #appendonsend, #x_appendonsend, #mail-editor-reference-message-container, #OLK_SRC_BODY_SECTION';
const BLOCKS = 'p, div, td, blockquote, li, pre, h1, h2, h3, hr, table';

/**
 * Puts quoted history into a closed `details`, in place. A message with nothing above its quote (a forward) stays open, and
 * so does what stands between quotes: an answer written line by line.
 * @returns whether anything was folded.
 */
export function foldQuotes(body: HTMLElement, label: string): boolean {
  const container = outermost(body, CONTAINERS);
  if (container) return fold(body, [...attributionBefore(container), container], label);
  const mark = body.querySelector(MARKS) ?? outlookBorder(body) ?? attributionLine(body);
  const cited = outermost(body, 'blockquote[type="cite"], blockquote.gmail_quote');
  if (cited && (!mark || precedes(cited, mark) || isLineAbove(mark, cited))) {
    return fold(body, [...attributionBefore(cited), cited], label);
  }
  if (!mark) return false;
  const whole = quoteAround(mark, body);
  return fold(body, [whole, ...everythingAfter(whole, body)], label);
}

const precedes = (first: Node, second: Node): boolean =>
  (first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

const isLineAbove = (line: Element, quote: Element): boolean => attributionBefore(quote).includes(line);

const outermost = (body: HTMLElement, selector: string): Element | null => body.querySelector(selector);

/** Elements directly above a quote that say who wrote it, and the empty lines between. */
function attributionBefore(quote: Element): readonly Element[] {
  const found: Element[] = [];
  let at = quote.previousElementSibling;
  while (at && found.length < 3 && (at.textContent ?? '').trim() === '') {
    found.unshift(at);
    at = at.previousElementSibling;
  }
  return at && (at.matches('.moz-cite-prefix, .gmail_attr') || isAttribution(at.textContent ?? ''))
    ? [at, ...found]
    : [];
}

/** Outlook's grey line above "From: …". */
function outlookBorder(body: HTMLElement): Element | null {
  for (const element of body.querySelectorAll<HTMLElement>('div, p, table')) {
    if (!isHeaders(element)) continue;
    const bordered = element.style.borderTopStyle === 'solid' || element.previousElementSibling?.tagName === 'HR';
    if (bordered || element.querySelector('b, strong') !== null) return tightest(element);
  }
  return null;
}

/** Whether an element begins with a block of mail headers, each on a line of its own. */
function isHeaders(element: Element): boolean {
  if (!beginsLikeHeaders((element.textContent ?? '').trimStart())) return false;
  const lines = element.innerHTML
    .slice(0, 6_000)
    .replace(/<br\b[^>]*>|<\/(?:p|div|tr)>/gi, '\n')
    .replace(/<[^>]*>|&nbsp;/g, ' ');
  return isHeaderBlock(lines.trim());
}

/** The blockquote that a mark opens, or the mark itself. */
function quoteAround(mark: Element, body: HTMLElement): Element {
  const quote = mark.closest('blockquote');
  if (!quote || quote === mark || !body.contains(quote)) return mark;
  const opens = (quote.textContent ?? '').trimStart().startsWith((mark.textContent ?? '').trim().slice(0, 40));
  return opens ? quote : mark;
}

/** The innermost element that still begins with the header block, so that what stands above it is not folded with it. */
function tightest(element: Element): Element {
  const first = element.firstElementChild;
  return first?.matches('div, p, table') && isHeaders(first) ? tightest(first) : element;
}

function attributionLine(body: HTMLElement): Element | null {
  for (const element of body.querySelectorAll(BLOCKS)) {
    if (element.querySelector(BLOCKS) === null && isAttribution(element.textContent ?? '')) return element;
  }
  return null;
}

function everythingAfter(mark: Element, body: HTMLElement): readonly ChildNode[] {
  const found: ChildNode[] = [];
  for (let at: Node = mark; at !== body && at.parentNode; at = at.parentNode) {
    for (let next = at.nextSibling; next; next = next.nextSibling) found.push(next);
  }
  return found;
}

function fold(body: HTMLElement, nodes: readonly ChildNode[], label: string): boolean {
  const first = nodes[0];
  if (!first || !hasWordsBefore(body, first)) return false;
  const document = body.ownerDocument;
  const details = document.createElement('details');
  details.className = 'holdfast-quote';
  const summary = document.createElement('summary');
  summary.textContent = label;
  first.before(details);
  details.append(summary, ...nodes);
  return true;
}

function hasWordsBefore(body: HTMLElement, node: ChildNode): boolean {
  const range = body.ownerDocument.createRange();
  range.setStart(body, 0);
  range.setEndBefore(node);
  return range.toString().trim() !== '' || range.cloneContents().querySelector('img, [data-remote]') !== null;
}
