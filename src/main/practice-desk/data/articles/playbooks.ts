import type { ArticleText } from './article-text.ts';

export const PLAYBOOK_ARTICLES: readonly ArticleText[] = [
  {
    section: 'Cases with rules',
    title: 'When to refund without asking',
    state: 'internal',
    body: [
      'Up to €75 decide yourself, on the first contact, without a photo. Write one line in a note saying why. Up to €250 ask anyone senior in your group. Above that, Sunniva.',
      "A lost parcel is never the customer's problem. Resend or refund on the day that the carrier misses its deadline, and claim later.",
      'Do not offer store credit where the customer has a right to money.',
      'Goodwill is not a bargaining chip: give it early and without conditions, or leave it.',
    ],
  },
  {
    section: 'How we answer',
    title: 'Handing over an angry customer',
    state: 'internal',
    body: [
      'Do not pass them on if you can avoid it. If you must, write a note with four lines: what was promised, what went wrong, what they want, what you would do. The next person reads it before answering, and says so.',
      'Use the macro "Escalate to the team lead", which sets the priority and tag. Call rather than write whenever there is a number.',
      'Nobody else replies on the ticket meanwhile.',
      'Afterwards tell the first agent how it ended; nobody learns from a ticket that simply vanished.',
    ],
  },
  {
    section: 'Cases with rules',
    title: 'Known fault: zips of batch 24-B',
    state: 'internal',
    body: [
      'Sliders of batch 24-B open in the cold. Affected are Vardø and Rypa jackets delivered between August and October of last year. The number is on the white label inside the left pocket.',
      'Send two sliders 8CN DA at once, no photos needed. If the customer is on a trip or sews badly, the workshop takes it with priority. Tag the ticket "zip".',
      'Do not say recall: it is a free repair.',
      'Numbers for this month stand in the gear channel; add yours on Fridays before lunch.',
    ],
  },
  {
    section: 'Cases with rules',
    title: 'Checking who is writing',
    state: 'internal',
    body: [
      'Before changing an address, joining accounts or deleting one, check two things that only the customer knows: the last order and its postcode, or the last four digits of the card and the month of joining.',
      'An answer from the address of the account counts as one of the two. A telephone number that is shown does not.',
      'When in doubt lock the account, be kind, and ask Linh.',
      'Pressure is a signal. People in a true emergency answer questions gladly, because they understand what the questions are for.',
    ],
  },
  {
    section: 'How we answer',
    title: 'Tone of voice',
    state: 'internal',
    body: [
      'Write as you would to a neighbour who knows more about mountains than you do. Begin with the answer, give the reason afterwards, end with what happens next and when. One question per mail; two are answered by halves.',
      'Say "we were wrong", not "an inconvenience occurred". Avoid unfortunately, policy, kindly and as previously stated. Humour only when the customer started it, and never about money.',
      'Names are spelt exactly as they sign them, accents included. Mirror their formality: who writes Sehr geehrte gets Sie, who writes Hei gets first names.',
    ],
  },
  {
    section: 'How we answer',
    title: 'Writing in a language you do not speak',
    state: 'internal',
    body: [
      'Customers may write in whatever language they like; we promise an answer in theirs for Norwegian, English, German, French, Spanish, Polish and Ukrainian. Look at the board for who is on duty and leave the ticket in their group view.',
      'Everything else goes through the translation tool, in short sentences without idioms, with the English original underneath a line. State openly that a machine helped.',
      'Sizes, sums, dates and order numbers are copied by hand and compared twice. Legal matters and injuries are never answered by machine: ask Sunniva for the agency.',
    ],
  },
  {
    section: 'How we answer',
    title: 'Wording during an outage',
    state: 'internal',
    body: [
      'One person owns the text; it is pinned in the incident channel and everybody pastes the newest version. It names what does not work, what still does, whether money or orders are at risk, and the time of the next word from us, even if that word will be "no news".',
      'Do not guess causes, do not name suppliers, do not promise an hour. "We are working on it" alone counts as silence.',
      'Link each ticket to the problem ticket, set it on hold, and answer everyone personally in the hour after the end, with an apology that fits what they lost.',
    ],
  },
  {
    section: 'How we answer',
    title: 'Public posts and reviews',
    state: 'internal',
    body: [
      'Reply once in public within four hours, sign with your first name, and invite the person to write privately. Order details never appear in the open, not even when they posted them first.',
      'A bad review that is true gets thanks and a remedy. A false one gets a fact and no adjective. We do not ask anybody to take a review down, and we do not reward good ones.',
      'Journalists, lawyers and accounts with more than fifty thousand followers go straight to Ingrid in the press office; acknowledge, then stay quiet.',
    ],
  },
  {
    section: 'Cases with rules',
    title: 'Lost parcels, step by step',
    state: 'internal',
    body: [
      'Day three without a scan: open the search in the carrier portal and paste its number into a note. Day four: read the reply. "In network" earns one more day, everything else counts as lost.',
      'Check for a second label on the order first; split shipments fool all of us once. Compare the scanned weight with the packing weight, a gap above 200 grams points to the warehouse rather than the road.',
      'Resend from the nearest store if the trip is close. File the claim only after the customer has been helped, with the invoice and the search number, before day fourteen.',
    ],
  },
  {
    section: 'Cases with rules',
    title: 'Signs of fraud',
    state: 'internal',
    body: [
      'Any one of these means little, three together mean stop: a first order above €800 with express, a delivery address changed within an hour, several cards tried, a name that does not match the mailbox, a parcel redirected to a forwarding agent, claims of empty boxes from the same street.',
      'Put the order on hold in the warehouse tool, tag the ticket "check", and tell Linh. To the customer say only that the payment is being reviewed.',
      'Accuse nobody. About half of those we stop turn out to be presents, moves or expeditions, and they must still want to shop here.',
    ],
  },
  {
    section: 'Cases with rules',
    title: 'When somebody was hurt',
    state: 'internal',
    body: [
      'Ask how they are before anything else, and mean it. Then raise the priority to urgent and telephone the safety officer; the number hangs beside every screen. This is the one case that interrupts a meeting.',
      'Secure the item: request that it be kept as it is, unwashed, and offer a courier. Note time, place, weather, load and use in the words of the person, without interpreting.',
      'Admit nothing and deny nothing about the cause. Refund offers, discounts or flowers are left to the officer, since they can be read as either.',
    ],
  },
];
