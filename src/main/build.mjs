// What `npm run build` runs: the same build that `npm start` makes when it needs one.
import { tsImport } from 'tsx/esm/api';

const { buildStamped } = await tsImport('./shell/launch/build.ts', import.meta.url);
process.exitCode = (await buildStamped()) ? 0 : 1;
