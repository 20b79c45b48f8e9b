import { describe, expect, it } from 'vitest';
import {
  isAttribution,
  isHeaderBlock,
} from '../../../../../src/renderer/src/features/ticket/message-frame/quote-patterns.ts';
import { linkify } from '../../../../../src/renderer/src/features/ticket/text/linkify.ts';
import { splitQuotes } from '../../../../../src/renderer/src/features/ticket/text/split-quotes.ts';

describe('the line above a quote', () => {
  it.each([
    'On Tue, 3 Nov 2026 at 10:11, Robin Hale <robin@x.example> wrote:',
    'Am 03.11.2026 um 10:11 schrieb Robin Hale:',
    'Le mar. 3 nov. 2026 à 10:11, Robin Hale a écrit :',
    'El mar, 3 nov 2026 a las 10:11, Robin Hale escribió:',
    'Em ter., 3 de nov. de 2026 às 10:11, Robin Hale escreveu:',
    'Il giorno mar 3 nov 2026 alle 10:11 Robin Hale ha scritto:',
    'Op di 3 nov 2026 om 10:11 schreef Robin Hale:',
    'W dniu 3.11.2026 o 10:11, Robin Hale pisze napisał:',
    'вт, 3 нояб. 2026 г. в 10:11, Robin Hale <robin@x.example>: написал:',
    'вт, 3 лист. 2026 р. о 10:11 Robin Hale пише:',
    'Vào Th 3, 3 thg 11, 2026 lúc 10:11 Robin Hale đã viết:',
    '-----Original Message-----',
  ])('%s', (line) => {
    expect(isAttribution(line)).toBe(true);
  });
  it.each(['On Tuesday I wrote to you', 'Hello:', 'She wrote: no', 'Пишет вам клиент'])('is not %s', (line) => {
    expect(isAttribution(line)).toBe(false);
  });
  it('knows Outlook’s block of headers', () => {
    expect(isHeaderBlock('From: Robin\nSent: Tuesday\nTo: Marta\nSubject: Leg')).toBe(true);
    expect(isHeaderBlock('Von: Robin\nGesendet: Dienstag\nAn: Marta')).toBe(true);
    expect(isHeaderBlock('From: my point of view this is fine')).toBe(false);
  });
});

describe('quotes in a text mail', () => {
  const words = (text: string) =>
    splitQuotes(text).map(({ quoted, text: part }) => `${quoted ? '> ' : ''}${part.split('\n')[0]}`);
  it('folds the history with the line above it', () => {
    expect(words('Thanks!\n\nOn Tue, 3 Nov 2026, Robin wrote:\n> hello\n> there')).toEqual([
      'Thanks!',
      '> On Tue, 3 Nov 2026, Robin wrote:',
    ]);
  });
  it('leaves an answer between quoted lines open', () => {
    expect(words('> one?\nyes\n> two?\nno')).toEqual(['> > one?', 'yes', '> > two?', 'no']);
  });
  it('folds everything below a block of headers', () => {
    expect(words('Done.\n\nFrom: Robin\nSent: Tuesday\nSubject: Leg\n\nHello')).toEqual(['Done.', '> From: Robin']);
  });
  it('leaves a message that is nothing but a quote open', () => {
    expect(words('> only this')).toEqual(['> only this']);
    expect(splitQuotes('> only this')[0]?.quoted).toBe(false);
  });
});

describe('addresses in text', () => {
  it.each([
    ['see https://a.example/x(1), ok', 'https://a.example/x(1)'],
    ['(www.a.example).', 'https://www.a.example'],
    ['mail robin@a.example.', 'mailto:robin@a.example'],
  ])('%s', (text, target) => {
    expect(linkify(text).flatMap((piece) => piece.target ?? [])).toEqual([target]);
    expect(
      linkify(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });
});
