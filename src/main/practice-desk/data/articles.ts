import { ACCOUNT_ARTICLES } from './articles/account.ts';
import type { ArticleText } from './articles/article-text.ts';
import { BUSINESS_ARTICLES } from './articles/business.ts';
import { CARE_ARTICLES } from './articles/care.ts';
import { DELIVERY_ARTICLES } from './articles/delivery.ts';
import { PAYING_ARTICLES } from './articles/paying.ts';
import { PLAYBOOK_ARTICLES } from './articles/playbooks.ts';
import { REPAIR_ARTICLES } from './articles/repair.ts';
import { RETURN_ARTICLES } from './articles/returns.ts';
import { SIZING_ARTICLES } from './articles/sizing.ts';

/** Category, then its sections. */
export const SECTIONS: readonly (readonly [string, readonly string[]])[] = [
  ['Orders', ['Delivery', 'Paying']],
  ['Returns', ['Returning and exchanging', 'Refunds']],
  ['Gear', ['Sizing and choosing', 'Care', 'Warranty and repair']],
  ['Your account', ['Signing in', 'Rope club']],
  ['Business customers', ['Ordering for a business']],
  ['For the team', ['How we answer', 'Cases with rules']],
];

/** The whole help centre, by section. */
export const ARTICLES: readonly ArticleText[] = [
  ...DELIVERY_ARTICLES,
  ...PAYING_ARTICLES,
  ...RETURN_ARTICLES,
  ...CARE_ARTICLES,
  ...REPAIR_ARTICLES,
  ...SIZING_ARTICLES,
  ...ACCOUNT_ARTICLES,
  ...BUSINESS_ARTICLES,
  ...PLAYBOOK_ARTICLES,
];
