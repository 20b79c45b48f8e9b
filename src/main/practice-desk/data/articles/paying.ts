import type { ArticleText } from './article-text.ts';

export const PAYING_ARTICLES: readonly ArticleText[] = [
  {
    section: 'Paying',
    title: 'Ways to pay',
    body: [
      'We take cards, bank transfer, Vipps, Klarna and, from business customers, orders on invoice with thirty days to pay. Gift cards and store credit can be joined with any of them.',
      'A card is charged when the parcel leaves, not when you order. The amount may show as reserved before that. When you cancel, the reservation is let go the same day; banks show it after two to five days.',
      'Payment by bank transfer holds your order for seven days.',
    ],
  },
  {
    section: 'Paying',
    title: 'Getting an invoice with a VAT number',
    body: [
      'Every order has an invoice in your account under Orders, from the day it leaves us. For an invoice to a company, enter the name and VAT number at the checkout, under the billing address.',
      'If it was forgotten, write to us with the order number, the exact name, the address and the VAT number. We cancel the first invoice and send a corrected one. That is possible until the end of the following month.',
      'An order reference of your own can be added in the same way.',
    ],
  },
  {
    section: 'Paying',
    title: 'Why does my discount code not work?',
    body: [
      'One code per order, and codes leave out gift cards and whatever is already on sale. The checkout says "not valid for this basket" for both reasons, which we know is not helpful.',
      'Codes from the newsletter end at midnight, Oslo time, on the day given in it. Rope club prices show by themselves once you have signed in; no code is needed.',
      'If you forgot a code, write to us before the parcel leaves and we take the difference off.',
    ],
  },
  {
    section: 'Paying',
    title: 'Autumn sale: what we will answer',
    state: 'draft',
    body: [
      'The sale begins on the first Friday of the month at nine, Oslo time. Codes cannot be joined with sale prices. Orders of that week leave within three working days, not one.',
      'Price promise: whoever bought the same item in the fourteen days before gets the difference as store credit on request.',
      'To be checked with the warehouse before this is published.',
      'Open points: whether gift wrapping stays possible that week, who covers Saturday, and how we word sold-out sizes that come back from cancelled baskets.',
    ],
  },
];
