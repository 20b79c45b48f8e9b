import type { ArticleText } from './article-text.ts';

export const REPAIR_ARTICLES: readonly ArticleText[] = [
  {
    section: 'Warranty and repair',
    title: 'Our five-year guarantee',
    body: [
      'Seams, tape, zips, buckles and frames are guaranteed for five years from the day of delivery, whoever owns the item by then. The order number is enough, or the batch number on the white label.',
      'The guarantee is for faults of material and making. It does not cover wear, sparks from the fire, dogs, or drying on a radiator; those we repair at cost.',
      'We repair first and replace only what cannot be repaired.',
      'Buying second-hand? Ask the seller for a picture of that label, since without either number we can only guess the year.',
    ],
  },
  {
    section: 'Warranty and repair',
    title: 'Sending something to the workshop',
    body: [
      'Write to us first, with one photo close up and one of the whole item. Often a spare part by post is quicker than a repair.',
      'Please wash what you send. The workshop cannot sew through mud, and returns unwashed things unopened. Label the fault with a piece of tape.',
      'A repair takes about ten working days, in May and June up to fifteen. Shipping both ways is free when it is covered by the guarantee. Tell us if you need it by a certain day.',
    ],
  },
  {
    section: 'Warranty and repair',
    title: 'Replacing a zip slider yourself',
    body: [
      'When a zip opens behind its slider, the slider is worn and the tape is mostly fine. The number on its back, such as 8CN DA, tells us which one to send.',
      'Open the end stop with pliers, pull the old slider off, thread both sides of the tape into the new one until they are level, and press the stop closed again. Five minutes, no sewing.',
      'If teeth are missing or the tape is torn, send it to the workshop.',
    ],
  },
  {
    section: 'Warranty and repair',
    title: 'Patching a hole on the trail',
    body: [
      'Clean the place with the alcohol wipe in the lid of the repair kit and let it dry. Round the corners of the patch with scissors, since sharp corners peel.',
      'Press it on for a minute with something warm: a hand, or a mug of tea. On a sleeping mat, let the air out first and wait an hour before blowing it up.',
      'The patch may stay. If it bothers you, the workshop makes a proper one when you are back.',
    ],
  },
  {
    section: 'Warranty and repair',
    title: 'The repair van: stops this spring',
    state: 'draft',
    body: [
      'Our van with two sewing machines and a press for seam tape visits six towns: Oslo, Gothenburg, Aarhus, Hamburg, Utrecht and Ghent. Bring clean gear of any make. Small jobs are done while you drink coffee and cost nothing.',
      'Larger repairs travel home with us and come back by post within three weeks. There is room for about ninety people a day, so take a number online the evening before.',
      'Missing before publication: permits for Ghent and Utrecht, opening hours, whether dogs are allowed on board, and photographs without last year’s logo.',
    ],
  },
];
