import { linesOf } from './chart-lines.ts';

/** For a screen with twice as many pixels, as most have on which a picture is looked at. */
const SCALE = 2;
const [WIDTH, HEIGHT] = [720, 260];
const FIELD = { x: 16, y: 56, width: WIDTH - 32, height: 160 };

export type TrendPicture = {
  readonly title: string;
  readonly values: readonly (number | null)[];
  /** What the top of the field stands for, in words. */
  readonly top: string;
  /** Under the field, from left to right. */
  readonly times: readonly string[];
};

/** A trend as a picture of its own, in the colours of the window; null where the browser makes none. */
export async function trendPng({ title, values, top, times }: TrendPicture): Promise<Uint8Array | null> {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH * SCALE;
  canvas.height = HEIGHT * SCALE;
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  const tokens = getComputedStyle(document.documentElement);
  const { fontFamily } = getComputedStyle(document.body);
  const colour = (name: string): string => tokens.getPropertyValue(name);
  const write = (text: string, x: number, y: number, ink: string, font: string): void => {
    pen.fillStyle = colour(ink);
    pen.font = `${font} ${fontFamily}`;
    pen.fillText(text, x, y);
  };
  pen.scale(SCALE, SCALE);
  pen.fillStyle = colour('--surface');
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  write(title, FIELD.x, 28, '--text', '600 15px');
  write(top, FIELD.x, FIELD.y - 8, '--text-faint', '12px');
  times.forEach((text, index) => {
    pen.textAlign = index === 0 ? 'left' : index === times.length - 1 ? 'right' : 'center';
    const x = FIELD.x + (FIELD.width * index) / Math.max(1, times.length - 1);
    write(text, x, FIELD.y + FIELD.height + 20, '--text-faint', '12px');
  });

  pen.translate(FIELD.x, FIELD.y);
  pen.strokeStyle = colour('--line-strong');
  pen.stroke(new Path2D(`M0 0H${FIELD.width}M0 ${FIELD.height}H${FIELD.width}`));
  const { paths, dots } = linesOf(values, FIELD);
  pen.strokeStyle = colour('--accent');
  pen.fillStyle = colour('--accent');
  pen.lineWidth = 2;
  pen.lineJoin = 'round';
  for (const path of paths) pen.stroke(new Path2D(path));
  for (const { x, y } of dots) {
    pen.beginPath();
    pen.arc(x, y, 3, 0, 2 * Math.PI);
    pen.fill();
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return blob && new Uint8Array(await blob.arrayBuffer());
}
