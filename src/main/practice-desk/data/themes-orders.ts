import type { Theme } from './theme.ts';

export const ORDER_THEMES: readonly Theme[] = [
  {
    id: 'order-late',
    group: 'Orders & delivery',
    reason: 'delivery',
    type: 'problem',
    priorities: ['normal', 'normal', 'high', null],
    tags: ['delivery', 'late'],
    subjects: [
      'Where is order {order}?',
      '{order} still not here',
      'Parcel stuck since {day}',
      'Delivery date has passed',
      'My {product} has not arrived',
      'tracking has not moved',
    ],
    openings: [
      'I ordered the {product} almost two weeks ago and the tracking page still says "label created". The order number is {order}.',
      'The parcel with {order} was meant to come on {day}. I stayed home for it and nobody rang.',
      'Tracking {tracking} shows my {product} sitting in a depot outside {city} since {day}. Nothing has moved.',
      'Your email promised three to five days. It is day eleven, and order {order} has not turned up.',
      'The carrier says they tried to deliver {order} on {day}, but there is no card and my neighbour was in all day.',
      'Order {order} has two parcels, and only the smaller one came. The {product} is missing.',
    ],
    asks: [
      'We leave for the mountains on Saturday, so I need to know whether to buy one here in {city} instead.',
      'Could you find out where it is?',
      'Please tell me what is going on, and whether you can send another.',
      'Is it lost? If so I would rather have the money back.',
      'Can it go to a pick-up point near {city} instead?',
    ],
    replies: [
      'Hello {first},\n\nI am sorry that {order} is late. The carrier last scanned it in their depot, and I have opened a search with them. They answer within one working day; I will write to you the same hour.',
      "Hi {first},\n\nthank you for the tracking number. It shows that the parcel was sorted to the wrong route. I have asked for it to go out with tomorrow's van. Is there a telephone number the driver may call?",
      'Hello {first},\n\nI looked into {order}: it left our warehouse on {day}, so the delay is with the carrier. If it has not moved by Thursday I will send a new {product} at our cost.',
      'Dear {first},\n\nsorry for the wait. Could you confirm the delivery address for {order}? The label has no house number, and I think that is why it went back to the depot.',
    ],
    followUps: [
      'Thanks. The number is on the order, and the driver can also leave it with number 12 next door.',
      'It is {city}, house number 48 B. The B seems to get lost every time.',
      'OK, but Thursday is very tight for us. Is there really no quicker way?',
      'Nothing today either. The page now says "exception". What does that mean?',
    ],
    resolutions: [
      'Good news, {first}: the depot found it, and the scan from this morning says it is out for delivery.',
      'Hello {first},\n\nthe carrier has declared the parcel lost. A new {product} left us today by express; the tracking number follows by email tonight.',
      'Hi {first},\n\nI have refunded {price} for {order}. It takes three to five working days to show on your card. If the parcel still comes, please just refuse it.',
    ],
    thanks: [
      'It came an hour ago. Thank you!',
      'Brilliant, it is here, and everything is in one piece.',
      'Got it, thanks for chasing them.',
    ],
    notes: [
      'Carrier reference opened, they promise an answer by tomorrow noon.',
      'Second late parcel on this route this week. Told Ingrid in the warehouse.',
      'If lost: resend from Bergen, stock there is 14.',
    ],
  },
];
