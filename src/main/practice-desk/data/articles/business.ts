import type { ArticleText } from './article-text.ts';

export const BUSINESS_ARTICLES: readonly ArticleText[] = [
  {
    section: 'Ordering for a business',
    title: 'Opening a business account',
    body: [
      'Huts, schools, guides, rescue teams and shops can buy on account. We need the registered name, the VAT or organisation number, a delivery address and one person who may order; a link to the public register speeds things up.',
      'Most applications are decided within two working days. The credit limit begins at €2,000 and is looked at again after the third invoice has been paid.',
      'Colleagues can be added later under Account, People. Each gets a sign-in of their own, and you choose who may place orders, who only fills baskets and who sees prices.',
    ],
  },
  {
    section: 'Ordering for a business',
    title: 'Quotes and purchase orders',
    body: [
      'Fill a basket and press "Ask for a quote" instead of paying. The offer reaches you as a PDF the next morning, keeps its prices for thirty days, and turns into an order with one click or when your signed purchase order comes in.',
      'Public buyers may send electronic invoices addresses along; we deliver through Peppol and in the EHF format. Put your own reference in the field "Your number" so that it is printed on invoice and box.',
      'From twenty pieces of one model we calculate by hand. Tell us the latest useful delivery date, since stock from the autumn run is often cheaper than stock on the shelf.',
    ],
  },
  {
    section: 'Ordering for a business',
    title: 'Logos and names on team gear',
    body: [
      'We embroider jackets and fleece, print rucksacks and dry bags, and engrave stoves. The smallest run is ten pieces with the same design. Setting up costs €45 once; your file stays with us for repeat orders.',
      'Send vectors if you can. A scanned letterhead makes a sad badge. Before anything is sewn you receive a photo of a sample on the real fabric, and nothing starts until you have said yes.',
      'Needle holes let water through, which is why shells get a taped patch behind the chest. Pieces with a logo cannot be returned, except for faults of ours.',
    ],
  },
  {
    section: 'Ordering for a business',
    title: 'Service for rental fleets',
    body: [
      'Tents and paddles that are lent out live about four seasons in one. For fleets of fifteen and more we offer a check each winter: every item is numbered, inspected, repaired up to an agreed sum, and returned with a list.',
      'Book between October and January. A carrier picks everything up on pallets, so please sort by type and remove pegs, which pierce whatever lies below them.',
      'The report names what should leave the fleet within a year. Customers with a check get spare poles at cost and a replacement tent overnight in the summer months.',
    ],
  },
];
