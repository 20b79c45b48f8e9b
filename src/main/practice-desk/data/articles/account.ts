import type { ArticleText } from './article-text.ts';

export const ACCOUNT_ARTICLES: readonly ArticleText[] = [
  {
    section: 'Signing in',
    title: 'I do not get the mail for a new password',
    body: [
      'The mail comes from no-reply@fjell-fathom.example within five minutes. Look in the spam folder and at the address: many people have two accounts, one with an old address.',
      'Some company networks hold our mail back. In that case write to us from another address with an order number, and we send the link by text message.',
      'A link works once and for one hour. Asking again makes all earlier links useless.',
      'Still nothing? The chat in the shop is staffed from eight to six and can see whether our mail was turned away.',
    ],
  },
  {
    section: 'Signing in',
    title: 'Turning on the second step',
    body: [
      'Open Account, Security, Second step, and read the square code with any authenticator program. From then on we ask for six digits when you sign in on a new device.',
      'Print the ten backup codes and put them with your passport. If you lose both, we need two working days and proof that you are you.',
      'We never ask for the digits by telephone or mail. Whoever does is not us.',
      'A new phone needs the step set up afresh, so do it while the old one still switches on.',
    ],
  },
  {
    section: 'Signing in',
    title: 'Deleting your account',
    body: [
      'Write to us from the address of the account, or use Account, Privacy, Delete. We confirm within a working day and delete everything within thirty.',
      'Invoices must be kept for five years by law. They are locked away and used for nothing else. Points and store credit are lost, so spend them first.',
      'Before we delete, you can ask for a copy of all that we hold about you.',
      'Guarantees outlive the account: the label sewn into a jacket is proof enough for the workshop, even when we no longer know your name.',
    ],
  },
  {
    section: 'Rope club',
    title: 'What the rope club gives you',
    body: [
      'Members get ten per cent on everything that is not on sale, free express delivery within Norway, the second-hand shelf, and one free wash and treatment of a shell each year.',
      'It costs nothing. Join in your account, or in the shop in Bergen. Points are one for each euro, a hundred points make five euros, and they last three years.',
      'If your price does not show, you are probably signed in with another address. We can join two accounts.',
    ],
  },
  {
    section: 'Signing in',
    title: 'Changing the email address of your account',
    body: [
      'Go to Account, Profile, Email. We send one message to the new address and one to the old; the change takes effect when the first is confirmed, and the second lets you undo it for seventy-two hours.',
      'No access to the old mailbox any more? Tell us the number of a past order and the postcode it went to, and a colleague makes the change after calling you back.',
      'Orders that are already on their way keep sending news to the former address. Newsletter settings, points and saved sizes move along by themselves.',
    ],
  },
  {
    section: 'Rope club',
    title: 'Selling on the second-hand shelf',
    body: [
      'Members may offer up to twelve pieces of our make at a time. Take pictures in daylight, one of the label, one of the worst spot; honest listings sell three times as fast.',
      'You set the price, we suggest a range from what similar gear went for. The buyer pays us, you get a label by mail, and your share is credited two days after arrival unless the buyer objects.',
      'There is no fee, but climbing ropes, harnesses, helmets and gas are not allowed, because nobody can see what they have been through.',
    ],
  },
];
