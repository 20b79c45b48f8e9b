import type { FeedbackNames } from '#shared/feedback/feedback.ts';
import type { Text } from '#shared/i18n/text.ts';

/** What it is called in the note, in the list and in what is exported. */
export const feedbackNames = (t: Text): FeedbackNames => ({
  title: t('feedback.title'),
  what: t('feedback.what'),
  howOften: t('feedback.howOften'),
  severity: t('feedback.severity'),
  times: t('feedback.times'),
  ticket: t('feedback.ticket'),
  ofHowOften: {
    once: t('feedback.howOften.once'),
    sometimes: t('feedback.howOften.sometimes'),
    often: t('feedback.howOften.often'),
    always: t('feedback.howOften.always'),
  },
  ofSeverity: {
    nuisance: t('feedback.severity.nuisance'),
    hinders: t('feedback.severity.hinders'),
    blocks: t('feedback.severity.blocks'),
  },
});
