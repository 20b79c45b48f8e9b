import { expect, test } from 'vitest';
import { NO_WORDS } from '#renderer/features/composer/draft-place.ts';
import { addFiles } from '#renderer/features/composer/files/add-files.ts';
import { holds, isOtherForm, joined, parted, wordsAtStart } from '#renderer/features/composer/join-words.ts';
import { type Carried, carriedBy, carrying } from '#shared/macros/carried.ts';
import type { OutgoingFile } from '#shared/outbox/action.ts';

const file = (letter: string, name = `${letter}.txt`): OutgoingFile => ({
  name,
  mimeType: 'text/plain',
  size: 1,
  sha256: letter.repeat(64),
});

test('the same bytes go once, and what is called alike gets a number', () => {
  const there = [file('a', 'image.png')];
  expect(addFiles(there, [file('a', 'again.png'), file('b', 'image.png'), file('c', 'Image.png')])).toEqual([
    file('a', 'image.png'),
    file('b', 'image-2.png'),
    file('c', 'Image-3.png'),
  ]);
});

test('files come back with their words, before those that are there, and go with them again', () => {
  const back = wordsAtStart('Dear Ada', {}, [file('a')]);
  const before = { ...NO_WORDS, text: 'PS', files: [file('b')] };
  const now = joined(back, before);
  expect(now).toMatchObject({ text: 'Dear Ada\n\nPS', files: [file('a'), file('b')] });
  expect(parted(back, before, now)).toEqual(before);
  expect(parted(back, NO_WORDS, joined(back, NO_WORDS))).toEqual(NO_WORDS);
});

test('what was attached or there before stays when the words that came back go again', () => {
  const back = wordsAtStart('', {}, [file('a')]);
  const before = { ...NO_WORDS, files: [file('a'), file('b')] };
  const now = { ...joined(back, before), text: 'typed since', files: [file('a'), file('b'), file('c')] };
  expect(parted(back, before, now)).toMatchObject({ text: 'typed since', files: [file('a'), file('b'), file('c')] });
});

test('a draft holds what would come back only with all its files', () => {
  const alone = wordsAtStart('', {}, [file('a')]);
  expect(holds({ ...NO_WORDS, text: 'other', files: [file('a')] }, alone)).toBe(true);
  expect(holds({ ...NO_WORDS, text: 'other', files: [file('b')] }, alone)).toBe(false);
  const both = wordsAtStart('Hello', {}, [file('a')]);
  expect(holds({ ...NO_WORDS, text: 'Hello' }, both)).toBe(false);
  expect(holds({ ...NO_WORDS, text: 'Hello', files: [file('a')] }, both)).toBe(true);
  expect(holds({ ...NO_WORDS, text: 'Hello' }, NO_WORDS)).toBe(false);
});

const macro = (title: string, tag: string): Carried => ({
  title,
  changes: { status: 'pending', tagsAdded: [tag] },
  snoozeUntil: null,
  advance: null,
});

test('what macros put beside words that come back and beside those that are there is done together, and parted again', () => {
  const back = wordsAtStart('Dear Ada', carrying({ cc: 'x@example.com' }, macro('First', 'one')), []);
  const before = { ...NO_WORDS, text: 'PS', fields: carrying({}, macro('Second', 'two')) };
  const now = joined(back, before);
  expect(now.fields['cc']).toBe('x@example.com');
  expect(carriedBy(now.fields)).toMatchObject({ title: 'First · Second', changes: { tagsAdded: ['one', 'two'] } });
  expect(parted(back, before, now)).toEqual(before);
  const typedSince = parted(back, before, { ...now, text: `${now.text}, one more` });
  expect(typedSince.text).toBe('PS, one more');
  expect(carriedBy(typedSince.fields)).toEqual(macro('Second', 'two'));
  const alone = joined(back, NO_WORDS);
  expect(carriedBy(parted(back, NO_WORDS, { ...alone, text: 'Dear Ada and Bob' }).fields)).toBeNull();
});

test('what goes to people outside a ticket is joined with nothing but itself', () => {
  const forward = (to: string, originals = '') => wordsAtStart('Please look', { to, subject: 'Fwd', originals }, []);
  expect(isOtherForm(forward('a@b.example'), NO_WORDS)).toBe(false);
  expect(isOtherForm(forward('a@b.example'), forward('a@b.example'))).toBe(false);
  expect(isOtherForm(forward('a@b.example'), forward('c@d.example'))).toBe(true);
  expect(isOtherForm(forward('a@b.example', '[1]'), forward('a@b.example'))).toBe(true);
  // A quote that nobody has addressed yet.
  expect(isOtherForm(forward('a@b.example'), wordsAtStart('Quote', { subject: 'Fwd' }, []))).toBe(true);
});
