type Rgb = readonly [red: number, green: number, blue: number];

const RGB = /^rgba?\(\s*([\d.]+)[ ,]+([\d.]+)[ ,]+([\d.]+)(?:\s*[,/]\s*([\d.]+%?))?\s*\)$/;

/** sRGB parts (0–255) of a colour as the browser serialises it; null for keywords and see-through colours. */
export function parseRgb(value: string): Rgb | null {
  const match = RGB.exec(value);
  if (!match || match[4] === '0') return null;
  return [Number(match[1]), Number(match[2]), Number(match[3])];
}

/** Perceived lightness, 0–1. */
export const lightness = ([red, green, blue]: Rgb): number =>
  Math.sqrt(0.299 * (red / 255) ** 2 + 0.587 * (green / 255) ** 2 + 0.114 * (blue / 255) ** 2);

/**
 * The colour with its lightness turned round and its hue kept: white paper becomes the dark pane, black ink light, and what
 * stood out still does. Colours in the middle stay nearly as they are.
 */
export function turnLightness(color: Rgb): string {
  const [red, green, blue] = color.map((part) => part / 255) as unknown as Rgb;
  const [max, min] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const light = (max + min) / 2;
  const chroma = max - min;
  const hue =
    chroma === 0
      ? 0
      : max === red
        ? 60 * (((green - blue) / chroma + 6) % 6)
        : max === green
          ? 60 * ((blue - red) / chroma + 2)
          : 60 * ((red - green) / chroma + 4);
  // From 0.13 (never blacker than the pane) to 0.93.
  const turned = 0.13 + (1 - light) * 0.8;
  // The chroma stays rather than the saturation: a faint tint must not turn into a strong dark.
  const saturation = Math.min(1, chroma / (1 - Math.abs(2 * turned - 1)));
  return `hsl(${Math.round(hue)} ${Math.round(saturation * 100)}% ${Math.round(turned * 100)}%)`;
}

const COLORS = [
  'color',
  'background-color',
  'border-top-color',
  'border-right-color',
  'border-bottom-color',
  'border-left-color',
  'text-decoration-color',
] as const;

/** Turns every colour that the message set itself, in place. White backgrounds go, so that the pane's own shows. */
export function darken(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>('[style]')) {
    for (const property of COLORS) turn(element.style, property);
  }
  for (const element of root.querySelectorAll<HTMLElement>('[bgcolor]')) {
    if (element.style.backgroundColor === '') element.style.backgroundColor = element.getAttribute('bgcolor') ?? '';
    element.removeAttribute('bgcolor');
    turn(element.style, 'background-color');
  }
  for (const element of root.querySelectorAll<HTMLElement>('font[color]')) {
    element.style.color = element.getAttribute('color') ?? '';
    element.removeAttribute('color');
    turn(element.style, 'color');
  }
}

function turn(style: CSSStyleDeclaration, property: (typeof COLORS)[number]): void {
  const value = style.getPropertyValue(property);
  if (value === '') return;
  const color = parseRgb(value) ?? named(value);
  if (!color) return;
  if (property === 'background-color' && lightness(color) > 0.96) style.removeProperty(property);
  else style.setProperty(property, turnLightness(color));
}

/** The names that mail clients write; the browser leaves names as they are when it serialises a declaration. */
const NAMES: Readonly<Record<string, Rgb>> = {
  black: [0, 0, 0],
  white: [255, 255, 255],
  windowtext: [0, 0, 0],
  window: [255, 255, 255],
  red: [255, 0, 0],
  blue: [0, 0, 255],
  navy: [0, 0, 128],
  green: [0, 128, 0],
  gray: [128, 128, 128],
  grey: [128, 128, 128],
  silver: [192, 192, 192],
  maroon: [128, 0, 0],
  purple: [128, 0, 128],
  orange: [255, 165, 0],
  yellow: [255, 255, 0],
  whitesmoke: [245, 245, 245],
  lightgray: [211, 211, 211],
  lightgrey: [211, 211, 211],
  darkgray: [169, 169, 169],
  dimgray: [105, 105, 105],
};

const named = (value: string): Rgb | null => NAMES[value.toLowerCase()] ?? null;
