import type { DeskPriority, DeskType } from '../model.ts';

export type GroupName = 'Orders & delivery' | 'Returns & refunds' | 'Gear & warranty' | 'Accounts & billing';
export type Reason =
  | 'delivery'
  | 'return'
  | 'refund'
  | 'warranty'
  | 'product_question'
  | 'account'
  | 'billing'
  | 'praise'
  | 'complaint'
  | 'other';

/**
 * What people write about one kind of matter. Slots in braces are filled per ticket: {order} {product} {size} {otherSize} {city}
 * {price} {code} {tracking} {first} (the customer's first name) {agent} {day}.
 */
export type Theme = {
  readonly id: string;
  readonly group: GroupName;
  readonly reason: Reason;
  readonly type: DeskType;
  readonly priorities: readonly (DeskPriority | null)[];
  readonly tags: readonly string[];
  readonly subjects: readonly string[];
  readonly openings: readonly string[];
  /** What the customer wants done; follows the opening. */
  readonly asks: readonly string[];
  readonly replies: readonly string[];
  /** The customer after the first reply: gives what was asked, or asks more. */
  readonly followUps: readonly string[];
  readonly resolutions: readonly string[];
  readonly thanks: readonly string[];
  readonly notes: readonly string[];
};

/** A whole conversation in one of the shop's other languages. */
export type Script = {
  readonly locale: string;
  readonly theme: string;
  readonly subject: string;
  /** `c` the customer, `a` the agent, `n` an internal note (in English, as the team writes them). */
  readonly turns: readonly (readonly ['c' | 'a' | 'n', string])[];
};
