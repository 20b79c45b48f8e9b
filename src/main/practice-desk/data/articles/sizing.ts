import type { ArticleText } from './article-text.ts';

export const SIZING_ARTICLES: readonly ArticleText[] = [
  {
    section: 'Sizing and choosing',
    title: 'How to measure yourself for our sizes',
    body: [
      'Our chart gives the measures of the body, not of the garment. Measure over a thin shirt: the chest at its widest, the waist above the hip bones, the arm from the neck over the bent elbow to the wrist.',
      'Between two sizes, take the larger one for shells and insulation, the smaller one for base layers. From 1.90 m of height choose the long cut where there is one.',
      'For boots, add one centimetre to the length of the longer foot.',
    ],
  },
  {
    section: 'Sizing and choosing',
    title: 'Comfort and limit: what sleeping bag temperatures mean',
    body: [
      'Comfort is the temperature at which someone who sleeps cold is still warm. Limit is where someone who sleeps warm just about manages, curled up. Believe the first number.',
      'The mat counts as much as the bag: below freezing its R value should be above four. A liner adds two to four degrees, dry clothes and a hot meal about as much.',
      'For summer in the mountains, comfort at zero is right for most people.',
      'Women and slim people often feel the cold some five degrees earlier; add that before you choose.',
    ],
  },
  {
    section: 'Sizing and choosing',
    title: 'How large a rucksack do I need?',
    body: [
      'For a day 20 to 30 litres, from hut to hut 35 to 45, with a tent 55 to 65, in winter 70 and more. If in doubt take the smaller one; the larger one will be filled.',
      'The length of the back matters more than the volume. Measure from the seventh vertebra, the one that sticks out, to the top of the hip bones. The belt should sit on the bones and carry two thirds of the weight.',
      'Load one with ten kilograms at home and climb the stairs.',
    ],
  },
  {
    section: 'Sizing and choosing',
    title: 'Finding the right paddle length',
    body: [
      'Two things decide: how tall you are, and how wide the boat is. Up to 1.70 m in a slim sea kayak 210 cm is usual; every ten centimetres of body or five of beam ask for another five of shaft.',
      'A low, relaxed stroke likes the longer paddle, a steep sporty one the shorter. Small hands are happier with the thin shaft, which weighs less as well.',
      'The Sund can be set ten centimetres longer or shorter and turned to any angle, so families share one. If you want a fixed length, borrow ours in the shop for a weekend before it is cut.',
    ],
  },
  {
    section: 'Sizing and choosing',
    title: 'Breaking in boots without blisters',
    body: [
      'New leather needs some twenty hours. Wear them at home first, then to work, then on a walk with an empty bag, and only after that up a mountain. Heels that lift while going uphill want tighter laces at the instep, not at the top.',
      'Blisters come from damp and rubbing. Two thin socks move against each other instead of against you. Tape a hot spot at once; ten minutes later is too late.',
      'Numb toes on the way down mean that the boot is short, and no amount of walking mends that. As long as the soles are clean we still change them.',
    ],
  },
];
