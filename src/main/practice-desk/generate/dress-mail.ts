import { addAttachment, attachmentAddress, type Desk } from '../desk.ts';
import type { User } from '../model.ts';
import type { Random } from '../random.ts';
import { escapeHtml, textToHtml } from '../text-html.ts';
import type { CommentInput } from '../ticket-input.ts';
import type { Facts } from './compose.ts';
import type { Customer } from './people.ts';
import { paintPhoto } from './picture.ts';

export type MailText = {
  readonly text: string;
  readonly facts: Facts;
  readonly customer: Customer;
  /** The message that is quoted below. */
  readonly before?: { readonly who: string; readonly text: string; readonly at: string };
};

const quoteOf = (before: NonNullable<MailText['before']>): string =>
  `<div class="gmail_quote"><div dir="ltr" class="gmail_attr">On ${before.at.slice(0, 10)} at ${before.at.slice(11, 16)}, ${escapeHtml(before.who)} wrote:<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex">${textToHtml(before.text)}</blockquote></div>`;

const orderTable = ({ order, product }: Facts): string =>
  `<table border="1" cellpadding="4" style="border-collapse:collapse;font-family:Arial,sans-serif;font-size:13px"><thead><tr style="background:#eee"><th align="left">Order</th><th align="left">Item</th><th align="right">Qty</th><th align="right">Price</th></tr></thead><tbody><tr><td>${order}</td><td>${escapeHtml(product.name)}</td><td align="right">1</td><td align="right">€${product.price}.00</td></tr><tr><td colspan="3"><i>Shipping</i></td><td align="right">€9.00</td></tr><tr><td colspan="3"><b>Total</b></td><td align="right"><b>€${product.price + 9}.00</b></td></tr></tbody></table>`;

const FOOTERS = [
  'Meant only for the person it is addressed to. Please think of the forest before printing.',
  'Orders are valid only with a purchase number. Deliveries by the yard, please.',
  'Confidential. Received by mistake? Delete it and tell us.',
  'Our terms of purchase apply. We are closed on Mondays.',
  'Think before you print.',
];

const businessSignature = (customer: Customer): string =>
  `<br><table cellpadding="0" style="font-family:Verdana,sans-serif;font-size:11px;color:#555"><tr><td style="border-right:2px solid #2e8296;padding-right:8px"><b>${escapeHtml(customer.user.name)}</b><br>Purchasing</td><td style="padding-left:8px">${escapeHtml(customer.city)}<br><a href="https://www.${escapeHtml(customer.user.email?.split('@')[1] ?? 'example.org')}/">${escapeHtml(customer.user.email?.split('@')[1] ?? '')}</a></td></tr></table><p style="font-size:9px;color:#999">${FOOTERS[customer.user.id % FOOTERS.length]}</p>`;

const PHONES = [
  'Sent from my iPhone',
  'Sent from Outlook for Android',
  'Gesendet von meinem Handy',
  'Envoyé de mon téléphone',
];

/**
 * A customer's mail as mail programs make it: quoted history, a table out of the order mail, a signature, photos in the text or
 * attached, and now and then pictures that lie on somebody's server.
 */
export const dressCustomerMail = (desk: Desk, random: Random, mail: MailText): CommentInput => {
  const { customer, facts } = mail;
  const parts = [textToHtml(mail.text)];
  // The upload token is only how generated files reach the comment; it is used up at once.
  const token = `mail-${desk.store.nextId('uploads', 1)}`;
  let uploads = false;
  const photo = (name: string, inline: boolean) => {
    uploads = true;
    return addAttachment(desk, {
      file_name: name,
      content_type: 'image/png',
      bytes: paintPhoto(160, 110, random.below(9)),
      inline,
      width: 160,
      height: 110,
      uploadToken: token,
    });
  };
  const speaksOfPhotos = /photo|Foto|foto|写真|фото|ảnh|صور/i.test(mail.text);
  if (speaksOfPhotos || random.chance(0.05))
    parts.push(
      `<p><img src="${attachmentAddress(photo('IMG_2041.png', true))}" alt="IMG_2041.png" width="160" height="110"></p>`,
    );
  if (speaksOfPhotos && random.chance(0.5)) photo(`IMG_20${random.between(42, 99)}.png`, false);
  if (!mail.before && random.chance(0.12))
    parts.push(`<p>${'—'.repeat(3)} Your order confirmation ${'—'.repeat(3)}</p>${orderTable(facts)}`);
  if (random.chance(0.04)) {
    uploads = true;
    addAttachment(desk, {
      file_name: `receipt-${facts.order}.txt`,
      content_type: 'text/plain',
      bytes: Buffer.from(
        `Fjell & Fathom\nReceipt ${facts.order}\n1 x ${facts.product.name}  EUR ${facts.product.price}.00\nThank you.\n`,
      ),
      uploadToken: token,
    });
  }
  if (customer.user.organization_id !== null) parts.push(businessSignature(customer));
  else if (random.chance(0.25)) parts.push(`<div><br>${random.pick(PHONES)}</div>`);
  if (random.chance(0.05))
    parts.push(
      '<div style="background:#f4f1ea;padding:12px"><img src="https://images.trailclub.example/banner/autumn.jpg" width="480" alt="Trail Club"><img src="https://t.trailclub.example/open.gif?u=83311" width="1" height="1" alt=""></div>',
    );
  if (mail.before) parts.push(quoteOf(mail.before));
  return { html_body: `<div dir="auto">${parts.join('')}</div>`, ...(uploads ? { uploads: [token] } : {}) };
};

/** An agent's answer, with the team's signature. */
export const dressAgentMail = (text: string, agent: User): CommentInput => ({
  html_body: `${textToHtml(text)}<p dir="auto">${escapeHtml(agent.name.split(' ')[0] ?? agent.name)}<br>Fjell &amp; Fathom customer care</p>`,
});
