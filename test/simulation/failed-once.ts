/** Seeds that once found something, and what. They run with every test, so that it stays found. */
export const FAILED_ONCE: readonly { readonly seed: number; readonly found: string }[] = [];
