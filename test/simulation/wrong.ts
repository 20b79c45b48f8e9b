/** What must never happen. */
export const WRONGS = ['lost', 'duplicated', 'diverged', 'resurrected'] as const;
export type Wrong = (typeof WRONGS)[number];

export type Say = (wrong: Wrong, what: string) => void;
