import { readFile, writeFile } from 'node:fs/promises';
import { README, withKeyTable } from './support/gate/readme-keys.ts';

/** `npm run keys`: writes the table of keys into README as the catalogue has them. */
const written = withKeyTable(await readFile(README, 'utf8'));
if (written === null) throw new Error(`${README} has no place for the table of keys`);
await writeFile(README, written);
