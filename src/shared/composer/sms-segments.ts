/** The alphabet that text messages are made for, by 3GPP TS 23.038, table 6.2.1, and what takes a second place by its table 6.2.1.1. */
const PLAIN =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENDED = '\f^{}\\[~]|€';

/**
 * How much fits into a text message that goes alone, and into each of several, which lose some of it to saying that they belong
 * together: in the alphabet above, and in UTF-16 for all else (3GPP TS 23.040, 9.2.3.24.1).
 */
const ROOM = { own: { alone: 160, together: 153 }, wide: { alone: 70, together: 67 } } as const;

export type SmsLength = {
  /** Places that the text takes, of `room` in as many messages as it needs. */
  readonly used: number;
  readonly room: number;
  readonly messages: number;
  /** The first letter that is not in the alphabet of text messages, for which less fits into each; null where all are. */
  readonly wide: string | null;
};

/** How long a text is as a text message. A letter that takes two places goes whole into the next message. */
export function smsLength(text: string): SmsLength {
  const letters = Array.from(text.replace(/\r\n?/g, '\n'));
  const wide = letters.find((letter) => !PLAIN.includes(letter) && !EXTENDED.includes(letter)) ?? null;
  const { alone, together } = wide === null ? ROOM.own : ROOM.wide;
  const places = letters.map((letter) => (wide === null ? (EXTENDED.includes(letter) ? 2 : 1) : letter.length));
  const used = places.reduce((sum, count) => sum + count, 0);
  if (used <= alone) return { used, room: alone, messages: 1, wide };
  let messages = 1;
  let left: number = together;
  for (const count of places) {
    if (count > left) {
      messages += 1;
      left = together;
    }
    left -= count;
  }
  return { used, room: messages * together, messages, wide };
}
