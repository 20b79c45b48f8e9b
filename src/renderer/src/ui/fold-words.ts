/** As it is compared: small letters, and marks stripped from Latin letters only (й is not и, ї is not і). */
export const foldWords = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('đ', 'd');
