/** What colleagues leave on each other's tickets. */
export const REPLY_NOTES: readonly string[] = [
  'Saw the same thing on two other orders this morning. Might be the whole batch.',
  'I spoke with this customer last month, very patient. Worth a small thank-you.',
  'Warehouse says the next delivery of these comes on Thursday.',
  'If you need French for this one, hand it over to me.',
  'Jonas in the workshop can look at it today if the photos are in before two.',
  'Carrier has a strike in the south until Friday, so do not promise a day.',
  'Billing has the corrected invoice ready, just reference the order number.',
];
