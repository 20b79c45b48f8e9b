import type { ArticleText } from './article-text.ts';

export const CARE_ARTICLES: readonly ArticleText[] = [
  {
    section: 'Care',
    title: 'Washing a shell jacket',
    body: [
      'Close all zips. Wash at 30 degrees with a detergent for membranes, never with softener, and rinse twice. Softener clogs the fabric so that it wets through.',
      'Tumble dry on low for twenty minutes, or iron on low under a cloth: the treatment that makes water bead needs warmth to wake up. If drops still soak in after that, spray it anew.',
      'Wash more often than you think. Sweat and sunscreen loosen the tape from within. Twice a season is the least.',
    ],
  },
  {
    section: 'Care',
    title: 'Looking after down',
    body: [
      'Store a sleeping bag loose, in the big cotton sack and not in the small one. Air it after each trip, inside out.',
      'Wash it once every couple of years in a large front-loading machine at 30 degrees with down detergent. It comes out looking like a wet cat; that is normal. Carry it in a basket, so that the seams do not tear under the weight.',
      'Dry on low with three tennis balls, for as long as four hours, until there are no lumps left.',
    ],
  },
  {
    section: 'Care',
    title: 'Drying and storing a tent',
    body: [
      'Never put a tent away wet, not even for a night: mildew needs forty-eight hours and the coating never recovers from it. If you must pack it wet, hang it up as soon as you are home.',
      'Wipe mud off with a sponge and lukewarm water. No machine, no detergent. Run a damp cloth along the poles after a trip to the sea, since salt eats the joints.',
      'Sticky inner coating and a sour smell mean that it has begun to break down. Write to us; sometimes it can be saved.',
    ],
  },
  {
    section: 'Care',
    title: 'Waxing and drying leather boots',
    body: [
      'Brush them, wash off the mud, take out the insoles and stuff the boots with newspaper. Dry them slowly in a room, not by the stove: heat hardens the leather and loosens the glue of the sole.',
      'Wax while they are still slightly damp, with your fingers, and work it into the seams. Too much wax softens the ankle, so a thin coat twice a season is better than a thick one.',
      'Nubuck turns darker and smoother with wax, for good. Anyone who likes the velvety look should take a spray instead.',
    ],
  },
  {
    section: 'Care',
    title: 'After salt water',
    body: [
      'Rinse everything with fresh water on the same day: zips, buckles, paddle joints, dry bags, gloves. Salt crystals cut coatings when they are bent.',
      'Open joints and valves while they dry. A drop of silicone oil on the slider of a zip keeps it running; never use grease or candle wax near a waterproof zip.',
      'Gloves dry best inside out, over a bottle, out of the sun.',
      'Neoprene smells because something lives in it. An hour in a bucket with a spoonful of enzyme cleaner helps more than any perfume.',
    ],
  },
  {
    section: 'Care',
    title: 'Cleaning a gas stove',
    body: [
      'A yellow flame or a hissing start means that the jet is dirty. Let the stove cool, take the cartridge off outdoors and unscrew the burner by hand.',
      'Hold the jet against the light. Never push a needle through it, which widens the hole: shake it, blow through it, or soak it in alcohol for ten minutes.',
      'Check the rubber ring before screwing the cartridge on again, and test for leaks with soapy water. If it bubbles, stop and write to us.',
    ],
  },
  {
    section: 'Care',
    locale: 'de',
    title: 'Eine Regenjacke richtig waschen',
    body: [
      'Schließen Sie alle Reißverschlüsse und leeren Sie die Taschen; ein vergessenes Taschentuch bekommt man aus dem Klettband nie wieder heraus. Gewaschen wird bei dreißig Grad mit Flüssigwaschmittel für Membranen, ohne Weichspüler und mit niedriger Schleuderzahl.',
      'Danach zwanzig Minuten bei schwacher Hitze in den Trockner. Erst die Wärme richtet die Imprägnierung wieder auf. Wer keinen Trockner besitzt, bügelt die Jacke lauwarm unter einem Geschirrtuch.',
      'Saugt sich der Stoff an den Schultern trotzdem voll, hilft ein Spray auf die noch feuchte Jacke. Zwei Wäschen im Jahr sind das Mindeste, denn Hautfett löst auf Dauer die Nahtbänder. Chemische Reinigung verträgt das Material nicht.',
    ],
  },
  {
    section: 'Care',
    title: 'Batteries of the head torch in the cold',
    body: [
      'A lithium cell gives about two thirds of its capacity at minus ten and hardly half at minus twenty. Carry the torch in an inner pocket until you need it, or use the extension cable and keep the pack under your jacket.',
      'Never charge below freezing. The Stjerne refuses, blinking red three times; let it warm up for half an hour.',
      'For storage over summer leave it at half full, locked by holding the button for five seconds. A swollen battery belongs neither in the post nor in the bin: put it on stone, outdoors, and call us.',
    ],
  },
];
