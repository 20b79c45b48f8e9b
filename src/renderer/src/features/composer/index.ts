export { Composer } from './Composer.tsx';
export { loadMarkdown } from './load-markdown.ts';
export { moveDraft } from './move-draft.ts';
export { NewTicket } from './new-ticket/NewTicket.tsx';
export { openDraft } from './open-draft.ts';
export { problemSentence } from './problem-sentence.ts';
export { putIntoDraft, takeOutOfDraft } from './put-into-draft.ts';
export { forgetDiscard, recover } from './recover.ts';
export { beginFollowUp, followUp, takeBack } from './take-back.ts';
