/**
 * The page's own typefaces for a frame's document, so that mail is set like the rest. They are taken as they stand in the page's
 * style sheets (an address there is relative to its sheet) and fetched when a message first needs them.
 */
export function addFonts(page: Document, view: Window & typeof globalThis): void {
  for (const sheet of page.styleSheets)
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSFontFaceRule)) continue;
      const descriptor = (name: string): string => rule.style.getPropertyValue(name);
      const base = sheet.href ?? page.baseURI;
      const source = descriptor('src').replace(
        /url\("([^"]+)"\)/g,
        (_, at: string) => `url("${new URL(at, base).href}")`,
      );
      view.document.fonts.add(
        new view.FontFace(descriptor('font-family').replaceAll('"', ''), source, {
          weight: descriptor('font-weight'),
          unicodeRange: descriptor('unicode-range'),
          display: 'swap',
        }),
      );
    }
}
