/** How a message looks before it says otherwise, taken from the place it is shown in. */
export type FrameLook = {
  readonly dark: boolean;
  readonly css: string;
};

/** Reads the look from the element around the frame, so that the frame needs to know no token's name. */
export function lookOf(host: HTMLElement): FrameLook {
  const computed = getComputedStyle(host);
  const dark = isLight(computed.color);
  const accent = computed.getPropertyValue('--message-link').trim() || 'LinkText';
  return {
    dark,
    css: `
:root { color-scheme: ${dark ? 'dark' : 'light'}; background: transparent; overflow: auto hidden; }
body { margin: 0; display: flow-root; color: ${computed.color}; font: ${computed.fontSize}/1.55 ${computed.fontFamily};
  overflow-wrap: anywhere; background: transparent; }
body > :first-child { margin-top: 0; } body > :last-child { margin-bottom: 0; }
p, ul, ol, pre, blockquote { margin: 0 0 0.75em; }
h1, h2, h3, h4, h5, h6 { font-size: 1.1em; line-height: 1.35; margin: 1em 0 0.4em; }
img { max-width: 100%; height: auto; }
img[data-attachment]:not([src]) { display: inline-block; min-width: 48px; min-height: 32px; border: 1px dashed currentColor; opacity: 0.4; }
table { max-width: 100%; } pre { white-space: pre-wrap; }
code, pre, kbd, samp { font-family: ui-monospace, monospace; font-size: 0.92em; }
blockquote { border-left: 2px solid color-mix(in srgb, currentColor 25%, transparent); padding-left: 12px; margin-left: 0; }
[data-target] { color: ${accent}; text-decoration: underline; text-underline-offset: 2px; cursor: pointer; }
[data-target]:focus-visible, summary:focus-visible { outline: 2px solid ${accent}; outline-offset: 2px; border-radius: 2px; }
.holdfast-quote { margin-top: 8px; }
.holdfast-quote > summary { width: fit-content; cursor: pointer; font-size: 12px; opacity: 0.75; list-style: none;
  padding: 1px 8px; border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: 9px; }
.holdfast-quote > summary::-webkit-details-marker { display: none; }
.holdfast-quote[open] > summary { margin-bottom: 8px; }
.holdfast-image { display: inline-block; padding: 2px 8px; font-size: 12px; opacity: 0.75;
  border: 1px dashed color-mix(in srgb, currentColor 40%, transparent); border-radius: 4px; }
`,
  };
}

/** Whether text in this colour stands on a dark ground. Any colour syntax: a canvas of the browser's own reads it. */
function isLight(color: string): boolean {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d');
  if (!canvas) return false;
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return 0.299 * red + 0.587 * green + 0.114 * blue > 140;
}

/** Calls back when the page may have turned light or dark. Returns how to stop. */
export function onLookChange(page: Document, listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(page.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class', 'style'] });
  const media = matchMedia('(prefers-color-scheme: dark)');
  media.addEventListener('change', listener);
  return () => {
    observer.disconnect();
    media.removeEventListener('change', listener);
  };
}
