export { Composer } from './Composer.tsx';
export { loadMarkdown } from './load-markdown.ts';
export { NewTicket } from './NewTicket.tsx';
export { takeBack } from './restore-words.ts';
