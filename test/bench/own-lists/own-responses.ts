import { PRODUCTS } from '#main/practice-desk/data/products.ts';
import { createRandom, type Random } from '#main/practice-desk/random.ts';
import type { CannedResponse } from '#shared/canned/canned-response.ts';
import { composeText } from './compose-text.ts';
import { OTHERS } from './languages.ts';
import { MATTERS, type Matter } from './matters.ts';

const SEED = 4_300;

/** So many canned responses, one of five in Ukrainian, a third of the others in one or two languages more; the same every time. */
export function generateResponses(count: number, updatedAt: number): readonly CannedResponse[] {
  return Array.from({ length: count }, (_, index): CannedResponse => {
    const random = createRandom(SEED, `response ${index}`);
    const matters = index % 5 === 4 ? MATTERS.ukrainian : MATTERS.english;
    const matter = matters[index % matters.length] ?? random.pick(matters);
    const product = random.pick(PRODUCTS);
    return {
      id: `RESP${String(index).padStart(22, '0')}`,
      shortcode: `${matter.short}-${product.tag.split('_')[0]}-${index}`,
      title: `${matter.title}: ${product.name}`,
      folder: [matter.folder, ...(random.chance(0.5) ? [product.name] : [])],
      tags: [...matter.tags, product.tag],
      scope: random.chance(0.7) ? 'team' : 'personal',
      variants: variantsOf(random, matter),
      files: [],
      updatedAt,
    };
  });
}

function variantsOf(random: Random, { language, first }: Matter): CannedResponse['variants'] {
  const own = { locale: language.locale === 'en' ? null : language.locale, text: composeText(random, language, first) };
  if (own.locale !== null || random.chance(0.67)) return [own];
  const others = random.shuffle(OTHERS).slice(0, random.between(1, 2));
  return [
    own,
    ...others.map((other) => ({
      locale: other.locale,
      text: composeText(random, other, random.pick(other.paragraphs)),
    })),
  ];
}
