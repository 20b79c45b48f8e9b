// What `npm start` runs. Plain JavaScript, for Node 20 does not read TypeScript; the launcher proper is in shell/launch.
import { tsImport } from 'tsx/esm/api';

const { launch } = await tsImport('./shell/launch/launch.ts', import.meta.url);
if ((await launch(process.argv.slice(2))) === 'browser')
  await import(new URL('../../out/main/browser.js', import.meta.url).href);
