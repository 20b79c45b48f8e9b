import { expect, test } from 'vitest';
import { toDynamicContent } from '#main/connectors/zendesk/map-dynamic-content.ts';
import { dynamicContentSchema } from '#main/connectors/zendesk/wire.ts';

const locales = [
  { id: 1, locale: 'en-US' },
  { id: 2, locale: 'es' },
  { id: 16, locale: 'fr' },
];
const item = (more: object) => dynamicContentSchema.parse({ id: 47, placeholder: '{{dc.snowboard_problem}}', ...more });
const variant = (locale_id: number, content: string, more: object = {}) => ({
  locale_id,
  content,
  active: true,
  default: false,
  ...more,
});

// As in the example of "Dynamic Content Items" in Zendesk's reference: French is the default, Spanish the other.
test('an item goes by its placeholder, its default variant first', () => {
  const variants = [
    variant(2, 'Este es mi contenido dinámico en español'),
    variant(16, 'Voici mon contenu dynamique en français', { default: true }),
  ];
  expect(toDynamicContent(item({ variants }), locales)).toEqual({
    remoteId: '47',
    name: 'snowboard_problem',
    variants: [
      { locale: 'fr', content: 'Voici mon contenu dynamique en français' },
      { locale: 'es', content: 'Este es mi contenido dinámico en español' },
    ],
  });
});

test('a variant that is not active is not used, and a language that is not told stays unnamed', () => {
  const variants = [variant(1, 'Hi', { default: true }), variant(2, 'Hola', { active: false }), variant(99, 'Hoi')];
  expect(toDynamicContent(item({ variants }), locales)?.variants).toEqual([
    { locale: 'en-US', content: 'Hi' },
    { locale: null, content: 'Hoi' },
  ]);
});

test.each([{ placeholder: '{{ticket.id}}' }, { placeholder: 'greeting' }, { variants: [] }])(
  '%j is nothing',
  (more) => {
    expect(toDynamicContent(item({ variants: [variant(1, 'Hi')], ...more }), locales)).toBeNull();
  },
);
