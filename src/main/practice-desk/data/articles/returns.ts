import type { ArticleText } from './article-text.ts';

export const RETURN_ARTICLES: readonly ArticleText[] = [
  {
    section: 'Returning and exchanging',
    title: 'Returning something within thirty days',
    body: [
      'You have thirty days from the day the parcel arrives. The item should be as you got it, with its tags; trying it on indoors is fine, a weekend in the mud is not.',
      'Ask for the label under Orders in your account, choose to print it or to get a code for the pick-up point, and hand the parcel in. Returns within Europe are free.',
      'Please put the slip with the order number in the box. Without it a return waits until someone has found out whose it is.',
    ],
  },
  {
    section: 'Returning and exchanging',
    title: 'Exchanging a size',
    body: [
      'Write to us with the order number and the size you need. We put it aside for fourteen days, send you a label, and the new size leaves as soon as the carrier has scanned your return. You do not wait for it to reach us.',
      'If you need it sooner, order the new size as usual and return the first one; we refund the difference in price, should there be one.',
      'Boots can be exchanged once more if the second pair does not fit either.',
    ],
  },
  {
    section: 'Returning and exchanging',
    title: 'What cannot be returned',
    body: [
      'For reasons of hygiene and safety we cannot take back opened water filters, used socks and underwear, helmets and ropes that have left their wrapping, and gas cartridges.',
      'Things made to measure, such as paddles cut to length, are yours as well.',
      'None of this touches the warranty: if something is faulty, it comes back whatever it is.',
      'Not sure whether a seal counts as broken? Send a photo before you post anything, because a parcel that we must send back costs you the freight for nothing, and nobody here enjoys writing that mail.',
    ],
  },
  {
    section: 'Returning and exchanging',
    title: 'After the thirty days',
    body: [
      'Things happen, and trips are moved. If an item is unused and still in our range, we give store credit for what you paid for up to a hundred days. The credit never runs out.',
      'After that we are glad to help you sell it: members of the rope club can list used gear on our second-hand shelf, free of charge.',
      'Write to us with a photo and the order number, and we tell you which of the two it is.',
    ],
  },
  {
    section: 'Refunds',
    title: 'When will I get my money back?',
    body: [
      'We refund within three working days of the return reaching us. Then it is up to the bank: cards take three to five working days, Klarna one to two, transfers one.',
      'A refund always goes back the way it came. If the card has been closed, the bank passes the money on to your account; ask them with the reference, which we send you.',
      'When a whole order is returned, the shipping comes back as well.',
      'Two weeks without a sign of it on your statement is too long, whatever the bank says, and reason enough to write to us.',
    ],
  },
  {
    section: 'Refunds',
    title: 'The refund is less than I expected',
    body: [
      'There are three usual reasons. A discount on the whole order is shared among its items, so one item comes back at its reduced price. Shipping is refunded only when everything is returned. And an express surcharge stays with the carrier.',
      'The refund mail lists each line. If it does not add up, answer that mail and we check it by hand, mostly on the same day.',
      'A few shoppers outside the euro see a fourth reason: their bank changes the currency twice, on two different days, and keeps the difference.',
    ],
  },
  {
    section: 'Returning and exchanging',
    locale: 'uk',
    title: 'Як обміняти розмір',
    body: [
      'Напишіть нам номер замовлення та розмір, який вам потрібен. Ми відкладемо його на чотирнадцять днів і надішлемо наліпку для повернення. Друкувати її не обов’язково: у відділенні досить показати код з екрана.',
      'Нова річ вирушає, щойно перевізник відсканує вашу посилку, тому чекати, доки вона дістанеться до Бергена, не доведеться. Доставку в обидва боки оплачуємо ми.',
      'Приміряйте взуття ввечері, коли нога трохи більша, і з тими шкарпетками, у яких ходитимете. Якщо друга пара теж тисне, обміняємо ще раз. Речі зі слідами походу, на жаль, повернути не можемо, але майстерня часто здатна їх полагодити.',
    ],
  },
  {
    section: 'Returning and exchanging',
    locale: 'de',
    title: 'Rückgabe innerhalb von dreißig Tagen',
    body: [
      'Ab dem Tag der Zustellung haben Sie dreißig Tage Zeit. Anprobieren in der Wohnung ist ausdrücklich erwünscht; eine Nacht am Lagerfeuer riecht man leider noch Wochen später.',
      'Den Rücksendeschein finden Sie im Konto unter „Bestellungen“. Wer keinen Drucker hat, lässt sich einen Code für die Packstation geben. Aus Deutschland und Österreich ist der Versand kostenlos, aus der Schweiz übernehmen wir auch die Zollanmeldung.',
      'Legen Sie bitte den Zettel mit der Bestellnummer bei, sonst suchen wir die Absenderin oder den Absender von Hand. Das Geld ist spätestens drei Werktage nach Eingang unterwegs. Haben Sie per Rechnung bestellt und noch nicht bezahlt, dann ziehen Sie den Betrag einfach ab und warten auf unsere Gutschrift.',
    ],
  },
];
