import type { ArticleText } from './article-text.ts';

export const DELIVERY_ARTICLES: readonly ArticleText[] = [
  {
    section: 'Delivery',
    title: 'How long does delivery take?',
    body: [
      'Orders placed before noon on a working day leave our warehouse in Bergen the same day. Within Norway a parcel takes one to three working days, in the rest of Europe three to five, and overseas eight to twelve. Huts and islands can take longer.',
      'The tracking number comes by email as soon as the label is printed. It may take until the evening before the carrier knows it. "Label created" means that the parcel has not been scanned yet.',
      'If nothing has moved for three working days, write to us with the order number. We open a search with the carrier, who has one working day to answer.',
    ],
  },
  {
    section: 'Delivery',
    title: 'My parcel says delivered, but it is not here',
    body: [
      'Please look first where drivers like to leave things: behind the bin, with the neighbours above and below, in the shed, at the pick-up point named in the last tracking line. One parcel in two turns up within a day.',
      'Then tell us. We ask the carrier for the place on the map where it was scanned, and for the signature. This takes one working day.',
      'If the scan is not at your door we send a new parcel at once or refund you, whichever you prefer. You need not report anything to the police.',
    ],
  },
  {
    section: 'Delivery',
    title: 'Changing the address of an order',
    body: [
      'As long as an order has not been packed, we can change everything about it. Write to us with the order number and the whole new address in one message, with a telephone number for the driver.',
      'Once the label is printed, the carrier allows one redirection: to another address in the same country or to a pick-up point. It adds about a day, and we pay for it.',
      'Please correct the address in your account as well. Browsers like to fill in old ones at the checkout.',
    ],
  },
  {
    section: 'Delivery',
    title: 'Deliveries to huts, islands and boats',
    body: [
      'We send to places without a street. Give us a name that the locals know, a telephone number with coverage, and the day of the boat, helicopter or snow plough if there is one.',
      'Fuel and gas cartridges travel on the road only, so they cannot go where the last leg is by air. The checkout does not know that yet, so please ask first.',
      'Huts that order each season can have one delivery date for everything. Write to our business team by the end of April.',
    ],
  },
  {
    section: 'Delivery',
    title: 'Part of my order is missing',
    body: [
      'Orders of more than ten kilograms and orders with poles or paddles travel as two parcels, which do not always arrive on the same day. The delivery note in the first box says how many there are.',
      'If the note lists something that is not in the box, keep the box, photograph the label with the weight on it, and write to us within two weeks. The weight tells us at once whether it was packed.',
      'We then send the missing part the same day, without waiting for the search to end.',
    ],
  },
  {
    section: 'Delivery',
    title: 'Customs and duties outside Europe',
    body: [
      'Orders to Switzerland, the United Kingdom, the United States, Canada and Japan are sent with duties paid: what you see at the checkout is all you pay.',
      'For all other countries the carrier collects duty and a fee at the door. How much depends on the goods; outdoor clothing is often between ten and twenty per cent.',
      'Should customs ask you for an invoice, send us their message. We answer them directly, mostly within the hour. Parcels that are refused at the border come back to us and are refunded without the shipping.',
    ],
  },
  {
    section: 'Delivery',
    title: 'Christmas: last days for ordering',
    state: 'draft',
    body: [
      'For delivery before the 24th: Norway until the 19th, Scandinavia until the 17th, the rest of Europe until the 14th, overseas until the 5th. Express adds two days to each.',
      'Returns of presents are taken until the end of January, whoever bought them. The gift slip in the box has a code that shows no price.',
      'Dates of the carriers are still to be confirmed.',
      'Replace the banner on the start page together with this text, otherwise two sets of dates go round.',
    ],
  },
  {
    section: 'Delivery',
    locale: 'uk',
    title: 'Скільки триває доставка?',
    body: [
      'Замовлення, оформлені до полудня в робочий день, виїжджають з нашого складу в Бергені того ж дня. По Норвегії посилка їде від одного до трьох робочих днів, до решти країн Європи — від трьох до п’яти, за океан — до дванадцяти.',
      'Номер для відстеження надходить листом, щойно надруковано наліпку. Перевізник іноді бачить його лише ввечері, тож напис «Label created» не означає, що щось загубилося.',
      'До України ми возимо через пункт видачі у Перемишлі, далі посилку бере «Нова пошта». Повітряна тривога або затор на кордоні можуть додати два-три дні. Якщо статус не змінюється довше, напишіть нам номер замовлення: ми самі зателефонуємо перевізникові й відповімо вам протягом робочого дня.',
    ],
  },
  {
    section: 'Delivery',
    title: 'Hiring a tent for one trip',
    state: 'draft',
    body: [
      'From May we want to lend the Lofot for €12 a night, at least three nights, with pegs, groundsheet and a repair sleeve. It arrives the day before you leave and goes back with the label that lies on top.',
      'A deposit of €150 is blocked on the card. Broken poles and small tears are part of the price, a lost tent is not. Wet returns cost nothing if you tell us, because then we dry it the same evening.',
      'Undecided so far: winter, groups of more than four tents, and what happens when the borrower falls in love with it and wishes to keep it.',
    ],
  },
];
