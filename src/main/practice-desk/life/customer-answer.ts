import { ANSWERS } from '../data/answers.ts';
import type { CommentEvent, Ticket } from '../model.ts';
import type { Random } from '../random.ts';

const SETTLES =
  /refund|replace|on its way|label|tracking|sent (you|it)|new one|solved|done|erstatt|unterwegs|rembours|expédi|reembols|enviad|wysła|надісла|отправ|返金|発送|gửi/i;

/**
 * What a customer answers to the last thing an agent wrote; null when they let it rest. A question is answered, news that settles
 * the matter is thanked for, and now and then it has not helped.
 */
export const customerAnswer = (random: Random, ticket: Ticket, last: CommentEvent, locale: string): string | null => {
  const answers = ANSWERS[locale] ?? ANSWERS[locale.slice(0, 2)] ?? ANSWERS['en'];
  if (!answers) return null;
  const dice = random.next();
  if (ticket.status === 'solved')
    return dice < 0.3 ? random.pick(answers.thanks) : dice < 0.42 ? random.pick(answers.stillBroken) : null;
  if (/[?？؟]/.test(last.body)) return dice < 0.85 ? random.pick(answers.details) : random.pick(answers.questions);
  if (SETTLES.test(last.body)) return dice < 0.6 ? random.pick(answers.thanks) : random.pick(answers.questions);
  return dice < 0.4
    ? random.pick(answers.questions)
    : dice < 0.7
      ? random.pick(answers.thanks)
      : random.pick(answers.stillBroken);
};
