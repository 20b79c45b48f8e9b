import { expect, test } from 'vitest';
import { cannedFromText } from '#shared/canned/canned-from-text.ts';
import { cannedResponseSchema } from '#shared/canned/canned-response.ts';

const written = {
  requester: { name: 'Olena Shevchenko', email: 'olena@example.com' },
  me: { name: 'Sam Carter', email: 'sam@example.com' },
  number: '481',
  taken: new Set<string>(),
};

test('names become placeholders; title and shortcode come from the first line that says something', () => {
  const text = 'Hello Olena,\n\n**Your parcel** is on its way.\nTicket #481\n\nSam Carter\n';
  expect(cannedFromText(text, written)).toEqual({
    shortcode: 'your-parcel-is-on',
    title: 'Your parcel is on its way',
    folder: [],
    tags: [],
    scope: 'personal',
    variants: [
      {
        locale: null,
        text: 'Hello {{ticket.requester.first_name}},\n\n**Your parcel** is on its way.\nTicket #{{ticket.id}}\n\n{{current_user.name}}',
      },
    ],
    files: [],
  });
});

test('names and addresses count as they are spelt, whatever signs are in them', () => {
  const requester = { name: 'Jean-Luc O’Neill (ACME/EU) [VIP] {1} 50%', email: 'jean-luc+a.b&c@two-words.example' };
  const text = `Dear Jean-Luc, we write to ${requester.email}, jeanXluc+a.b&c@two-words.example and ${requester.name}.`;
  expect(cannedFromText(text, { ...written, requester }).variants[0]?.text).toBe(
    'Dear {{ticket.requester.first_name}}, we write to {{ticket.requester.email}}, jeanXluc+a.b&c@two-words.example and {{ticket.requester.name}}.',
  );
});

test('a shortcode that is taken gets a number', () => {
  const taken = new Set(['your-parcel-is-on']);
  expect(cannedFromText('Your parcel is on its way.', { ...written, taken }).shortcode).toBe('your-parcel-is-on-2');
});

test.each([
  ['Ваше замовлення вже в дорозі', 'ваше-замовлення-вже-в', 'Ваше замовлення вже в дорозі'],
  ['Good morning dear Olena,\nWe sent it today.', 'we-sent-it-today', 'We sent it today'],
  ['Thanks', 'thanks', 'Thanks'],
  ['- Press the button', 'press-the-button', 'Press the button'],
  [
    'One two three four five six seven eight nine ten eleven twelve thirteen',
    'one-two-three-four',
    'One two three four five six seven eight nine ten eleven…',
  ],
])('%s', (text, shortcode, title) => {
  const made = cannedFromText(text, written);
  expect([made.shortcode, made.title]).toEqual([shortcode, title]);
});

test.each(['a'.repeat(500), 'ữ'.repeat(300), '🙂 !', 'Olena'])('text %# makes a response that can be kept', (text) => {
  const made = { ...cannedFromText(text, written), id: '0'.repeat(26), updatedAt: 0 };
  expect(cannedResponseSchema.safeParse(made).error?.issues).toBeUndefined();
});
