import { deflateSync } from 'node:zlib';

const CRC_TABLE = (): readonly number[] =>
  Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value >>> 0;
  });

const chunk = (table: readonly number[], type: string, data: Uint8Array): Uint8Array => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  let crc = 0xffffffff;
  for (const byte of body) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE((crc ^ 0xffffffff) >>> 0);
  return Buffer.concat([length, body, check]);
};

type Colour = readonly [number, number, number];

/** A real PNG (8 bits, RGB) painted by a function of the pixel. */
export const paintPng = (width: number, height: number, colourAt: (x: number, y: number) => Colour): Uint8Array => {
  const table = CRC_TABLE();
  const raw = Buffer.alloc(height * (width * 3 + 1));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) raw.set(colourAt(x, y), y * (width * 3 + 1) + 1 + x * 3);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk(table, 'IHDR', header),
    chunk(table, 'IDAT', deflateSync(raw)),
    chunk(table, 'IEND', new Uint8Array()),
  ]);
};

/** Hills under a sky, with a line that could be a torn seam: what a hurried photo of gear might be. */
export const paintPhoto = (width: number, height: number, tint: number): Uint8Array =>
  paintPng(width, height, (x, y) => {
    const ridge = height * (0.55 + 0.12 * Math.sin(x / (9 + tint)) + 0.08 * Math.sin(x / 3.7 + tint));
    if (Math.abs(y - (height * 0.2 + x * 0.35 + 3 * Math.sin(x / 2))) < 1.2) return [232, 214, 190];
    if (y < ridge) return [150 + ((tint * 13) % 60), 180 + Math.round((y / height) * 40), 214];
    return y < ridge + height * 0.14 ? [74, 98 + ((tint * 7) % 50), 84] : [44 + ((tint * 17) % 60), 62, 58];
  });
