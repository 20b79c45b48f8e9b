export { choicesOf, type EntryChoice } from './choices.ts';
export { EntryChoices } from './EntryChoices.tsx';
export { EntryKeys } from './EntryKeys.tsx';
export { useEntryChoice } from './use-entry-choice.tsx';
