import createDOMPurify, { type DOMPurify, type WindowLike } from 'dompurify';

/**
 * Lists of what may stay, rather than of what must go. `style` attributes stay here and are filtered property by property in
 * `clean-styles.ts`; ids and classes stay because quoted history is recognised by them, and go in `prepare-message.ts`.
 */
const CONFIG = Object.freeze({
  ALLOWED_TAGS: [
    ...[
      'a',
      'abbr',
      'address',
      'article',
      'b',
      'bdi',
      'bdo',
      'big',
      'blockquote',
      'br',
      'caption',
      'center',
      'cite',
      'code',
    ],
    ...['col', 'colgroup', 'dd', 'del', 'dfn', 'div', 'dl', 'dt', 'em', 'figcaption', 'figure', 'font', 'footer', 'h1'],
    ...[
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'header',
      'hr',
      'i',
      'img',
      'ins',
      'kbd',
      'li',
      'main',
      'mark',
      'ol',
      'p',
      'pre',
      'q',
    ],
    ...[
      'rp',
      'rt',
      'ruby',
      's',
      'samp',
      'section',
      'small',
      'span',
      'strike',
      'strong',
      'sub',
      'sup',
      'table',
      'tbody',
    ],
    ...['td', 'tfoot', 'th', 'thead', 'time', 'tr', 'tt', 'u', 'ul', 'var', 'wbr'],
  ],
  ALLOWED_ATTR: [
    ...['align', 'alt', 'bgcolor', 'border', 'cellpadding', 'cellspacing', 'class', 'color', 'colspan', 'dir', 'face'],
    ...[
      'height',
      'href',
      'hspace',
      'id',
      'lang',
      'nowrap',
      'reversed',
      'rowspan',
      'scope',
      'size',
      'span',
      'src',
      'start',
    ],
    ...['style', 'title', 'type', 'valign', 'vspace', 'width'],
  ],
  // Every other attribute's value is held against ALLOWED_URI_REGEXP.
  ADD_URI_SAFE_ATTR: [
    ...[
      'align',
      'bgcolor',
      'border',
      'cellpadding',
      'cellspacing',
      'color',
      'colspan',
      'dir',
      'height',
      'hspace',
      'lang',
    ],
    ...['nowrap', 'reversed', 'rowspan', 'scope', 'size', 'span', 'start', 'type', 'valign', 'vspace', 'width'],
  ],
  ALLOWED_URI_REGEXP: /^(?:https?:\/\/|\/\/|mailto:|tel:|attachment:|data:image\/)/i,
  ADD_FORBID_CONTENTS: ['object', 'embed', 'applet', 'select', 'option', 'textarea', 'datalist', 'canvas', 'dialog'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  SAFE_FOR_XML: true,
  SANITIZE_DOM: true,
  RETURN_DOM: false,
  RETURN_DOM_FRAGMENT: false,
  WHOLE_DOCUMENT: false,
});

export type Sanitise = (html: string) => string;

/**
 * Makes the sanitiser of one frame. It parses with the frame's own window: the page's content security policy would refuse
 * the `style` attributes of every message. Null when DOMPurify cannot do its work there, and so would hand text back as it
 * came: such a message is shown as text.
 */
export function createSanitise(view: WindowLike): Sanitise | null {
  const purify: DOMPurify = createDOMPurify(view);
  if (!purify.isSupported) return null;
  return (html) => purify.sanitize(html, CONFIG);
}
