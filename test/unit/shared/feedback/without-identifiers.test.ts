import { expect, test } from 'vitest';
import { withoutIdentifiers } from '#shared/feedback/without-identifiers.ts';

const MARIA = 'Maria van der Berg';

test.each([
  ['an address', 'Write to maria.berg+shop@mail.example.co.uk, please.', 'Write to [email], please.'],
  ['an address between signs of Chinese', '请联系maria@example.com谢谢', '请联系[email]谢谢'],
  ['an address in Cyrillic', 'Пишите на почта@пример.рф, спасибо', 'Пишите на [email], спасибо'],
  ['a telephone number', 'Call me on +44 20 7946 0958 after 5.', 'Call me on [number] after 5.'],
  ['a number of a form of its own', 'Ring 020 79460958 then', 'Ring [number] then'],
  ['an order', 'Order 4711001 and PO-99123456 are lost', 'Order [number] and [number] are lost'],
  ['an IBAN', 'IBAN DE89 3704 0044 0532 0130 00.', 'IBAN [number].'],
  ['a card', 'card 4111-1111-1111-1111', 'card [number]'],
  ['Arabic digits', 'رقم الطلب ٤٧١١٠٠١ لم يصل', 'رقم الطلب [number] لم يصل'],
  ['digits between signs of Japanese', '注文12345678が届かない', '注文[number]が届かない'],
])('takes out %s', (_, words, left) => {
  expect(withoutIdentifiers(words, [])).toBe(left);
});

test.each([
  ['a day and a time', 'Since 27.11.2026 10:15 or 2026-11-27 it fails'],
  ['a version', 'Version 14.2.1 of 2026 fails with error 404'],
  ['a sum', 'It cost 1,299.00 € for 12 months'],
  ['a sign that is no address', 'Two @ 3 and a@b'],
])('leaves %s', (_, words) => {
  expect(withoutIdentifiers(words, [MARIA])).toBe(words);
});

test.each([
  ['the whole name', 'I, Maria van der Berg, waited', [MARIA], 'I, [name], waited'],
  [
    'each word of it, whatever its case',
    "maria here: BERG's account fails",
    [MARIA],
    "[name] here: [name]'s account fails",
  ],
  ['no small word of it', 'der Export, van alles', [MARIA], 'der Export, van alles'],
  ['no word that has it in it', 'Mariano at Bergen', [MARIA], 'Mariano at Bergen'],
  ['two words that stand together once', 'Thanks, Maria Berg', [MARIA], 'Thanks, [name]'],
  ['a name over two lines', 'Maria van\nder Berg', [MARIA], '[name]'],
  ['several people', 'Maria told Ola that', [MARIA, 'Ola Nordmann'], '[name] told [name] that'],
  ['Cyrillic', 'Это Иван, Иванов не пишет', ['Иван Петров'], 'Это [name], Иванов не пишет'],
  ['Greek', 'Ο Γιώργος έγραψε', ['Γιώργος Παπάς'], 'Ο [name] έγραψε'],
  ['Arabic', 'أنا سلمى من القاهرة', ['سلمى حداد'], 'أنا [name] من القاهرة'],
  ['Chinese, where no space parts it', '我是王小明的同事', ['王小明'], '我是[name]的同事'],
  ['a name with its accents apart', 'Jose\u0301 waits', ['José Ruiz'], '[name] waits'],
  ['no initials', 'J is a letter', ['J. Smith'], 'J is a letter'],
  ['what has signs of patterns in it', 'O(Neil waits', ['O(Neil'], '[name] waits'],
])('takes out names: %s', (_, words, names, left) => {
  expect(withoutIdentifiers(words, names)).toBe(left);
});

test('an address goes before the name that it has in it', () => {
  expect(withoutIdentifiers('maria@berg.example', [MARIA])).toBe('[email]');
});
