export { Composer } from './Composer.tsx';
export { loadMarkdown } from './load-markdown.ts';
export { NewTicket } from './NewTicket.tsx';
export { problemSentence } from './problem-sentence.ts';
export { takeBack } from './take-back.ts';
