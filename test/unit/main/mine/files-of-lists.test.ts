import { expect, test } from 'vitest';
import { filesOfLists } from '#main/mine/files-of-lists.ts';
import { ownListFile } from '#main/mine/own-list-file.ts';
import { cannedResponseSchema } from '#shared/canned/canned-response.ts';
import { ownMacroSchema } from '#shared/macros/macro.ts';
import { profileFile } from './profile-file.ts';

const file = (letter: string) => ({
  name: `${letter}.pdf`,
  mimeType: 'application/pdf',
  size: 1,
  sha256: letter.repeat(64),
});
const id = (number: number): string => String(number).padStart(26, '0');
const macro = (number: number, letter: string) => ({
  id: id(number),
  title: 'Send the form',
  description: '',
  accountId: null,
  steps: [
    { do: 'status', status: 'pending' },
    { do: 'attach', files: [file(letter)] },
  ],
  updatedAt: 0,
});
const response = (number: number, letter: string) => ({
  id: id(number),
  shortcode: `form${number}`,
  title: 'The form',
  folder: [],
  tags: [],
  scope: 'personal',
  variants: [{ locale: null, text: 'Here it is.' }],
  files: [file(letter)],
  updatedAt: 0,
});
const lists = (macros: readonly unknown[], responses: readonly unknown[]) =>
  [
    ownListFile(profileFile(JSON.stringify({ version: 1, macros })).disk, 'macros', {
      name: 'macros',
      schema: ownMacroSchema,
    }),
    ownListFile(profileFile(JSON.stringify({ version: 1, responses })).disk, 'responses', {
      name: 'responses',
      schema: cannedResponseSchema,
    }),
  ] as const;

test('what macros attach and responses bring along is named, each of it', async () => {
  const named = await filesOfLists(...lists([macro(1, 'a')], [response(1, 'b'), response(2, 'c')]));
  expect(named).toEqual(['a', 'b', 'c'].map((letter) => letter.repeat(64)));
});

test('an entry that cannot be read may name any', async () => {
  expect(await filesOfLists(...lists([macro(1, 'a'), { id: 'nonsense' }], []))).toBeNull();
});

test('no lists name nothing', async () => {
  expect(await filesOfLists(...lists([], []))).toEqual([]);
});
