import { z } from 'zod';

// Zod compiles schemas with `new Function` unless told otherwise, which the page's content security policy forbids.
// Every schema imports `z` from here, so that this runs before the first of them is made.
z.config({ jitless: true });

export { z };
