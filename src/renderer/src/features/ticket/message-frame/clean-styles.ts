/** What a message may say about its looks. Position, filters, animations, generated content and cursors are not among it. */
const ALLOWED = new Set([
  ...['color', 'background-color', 'direction', 'display', 'float', 'clear', 'opacity', 'vertical-align', 'visibility'],
  ...['font-family', 'font-size', 'font-style', 'font-weight', 'font-variant-caps', 'line-height', 'letter-spacing'],
  ...['text-align', 'text-decoration-line', 'text-decoration-style', 'text-decoration-color', 'text-indent'],
  ...['text-transform', 'white-space-collapse', 'text-wrap-mode', 'word-break', 'overflow-wrap', 'word-spacing'],
  ...['width', 'max-width', 'min-width', 'height', 'max-height', 'min-height', 'box-sizing', 'table-layout'],
  ...['border-collapse', 'border-spacing', 'list-style-type', 'list-style-position', 'caption-side', 'empty-cells'],
  ...sides('padding'),
  ...sides('margin'),
  ...sides('border', '-width'),
  ...sides('border', '-style'),
  ...sides('border', '-color'),
  ...['border-top-left-radius', 'border-top-right-radius', 'border-bottom-left-radius', 'border-bottom-right-radius'],
]);

/** Anything that could make the browser fetch, or hide what it does: functions that take an address, escapes, expressions. */
const SUSPICIOUS =
  /url|image|src\s*\(|cross-fade|element\s*\(|paint\s*\(|expression|attr\s*\(|var\s*\(|env\s*\(|[\\@<]/i;

function sides(property: string, suffix = ''): readonly string[] {
  return ['top', 'right', 'bottom', 'left'].map((side) => `${property}-${side}${suffix}`);
}

/** Drops every declaration that is not known to be harmless. Works on what the browser parsed, so escapes hide nothing. */
export function cleanStyle(style: CSSStyleDeclaration): void {
  for (const property of [...style]) {
    if (!ALLOWED.has(property) || SUSPICIOUS.test(style.getPropertyValue(property))) style.removeProperty(property);
  }
  // Mail that lays itself out with fixed heights or hides overflow would cut off text in a narrower pane.
  if (style.display === 'flex' || style.display === 'grid') style.removeProperty('display');
}
