import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createText } from '#shared/i18n/text.ts';
import { runCommand } from './command.ts';
import { problemsWithReadmeKeys } from './readme-keys.ts';
import type { Step, StepOutcome } from './run-steps.ts';
import { oneFailed, onePassed } from './tally.ts';
import { problemsWithTexts, type SourceFile } from './texts.ts';

/** Fewer modules than this means that the dependency rules looked at nothing. */
const MODULES_AT_LEAST = 80;

const PROJECTS = [
  'src/shared',
  'src/main',
  'src/preload',
  'src/renderer/src/store',
  'src/renderer/src/report',
  'src/renderer/src/templates',
  'src/renderer',
  'test',
];

/** What looks at the source without running it. Each counts as one. */
export const checkSteps = (): readonly Step[] => [
  check('types', checkTypes),
  check('format', (signal) => checkCommand('biome', ['ci', '.'], signal)),
  check('lint', (signal) => checkCommand('oxlint', ['--type-aware', '--deny-warnings'], signal)),
  check('dependencies', checkDependencies),
  check('unused', (signal) => checkCommand('knip', [], signal)),
  check('texts', checkTexts),
  check('keys in README', async () => verdict(await problemsWithReadmeKeys())),
];

const check = (name: string, run: Step['run']): Step => ({ name, after: [], pace: 'shared', run });

const verdict = (problems: string): StepOutcome =>
  problems === '' ? { tally: onePassed, output: '' } : { tally: oneFailed, output: problems };

/** Runs one of the project's own programs. */
export const runTool = (tool: string, args: readonly string[], signal: AbortSignal, env = {}) =>
  runCommand(join('node_modules', '.bin', tool), args, { signal, env });

async function checkCommand(tool: string, args: readonly string[], signal: AbortSignal): Promise<StepOutcome> {
  const { exitCode, output } = await runTool(tool, args, signal);
  return verdict(exitCode === 0 ? '' : `${output}\n${tool} ended with ${exitCode}\n`);
}

/** Version 7 checks in a third of the time; version 6, which has an API, serves the tools that read programs through it. */
export const TSC = join('node_modules', 'typescript-7', 'bin', 'tsc');

async function checkTypes(signal: AbortSignal): Promise<StepOutcome> {
  let problems = '';
  for (const project of await present(PROJECTS)) {
    const { exitCode, output } = await runCommand(process.execPath, [TSC, '-p', project], { signal });
    // A folder that has no files yet is no mistake (TS18003).
    if (exitCode !== 0 && !output.includes('TS18003')) problems += `${project}:\n${output}`;
  }
  return verdict(problems);
}

async function checkDependencies(signal: AbortSignal): Promise<StepOutcome> {
  const { output } = await runTool(
    'depcruise',
    ['src', 'test', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
    signal,
  );
  return verdict(problemsWithDependencies(output, MODULES_AT_LEAST));
}

type Cruise = {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
      readonly cycle?: readonly { readonly name: string }[];
    }[];
  };
};

/** Reads dependency-cruiser's JSON. It exits with 0 when it understood no file at all, hence the floor. */
export function problemsWithDependencies(json: string, modulesAtLeast: number): string {
  const start = json.indexOf('{');
  if (start < 0) return `dependency-cruiser did not run:\n${json}`;
  const { summary } = JSON.parse(json.slice(start, json.lastIndexOf('}') + 1)) as Cruise;
  const few =
    summary.totalCruised < modulesAtLeast
      ? [`Only ${summary.totalCruised} modules were looked at, at least ${modulesAtLeast} were expected.`]
      : [];
  const violations = summary.violations.map(({ rule, from, to, cycle }) =>
    [`${rule.name}: ${from} → ${to}`, ...(cycle ?? []).map((step) => `    → ${step.name}`)].join('\n'),
  );
  return [...few, ...violations].join('\n');
}

async function checkTexts(): Promise<StepOutcome> {
  const folder = 'resources/locales/en';
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const files = Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [name, JSON.parse(await readFile(join(folder, name), 'utf8'))] as const),
    ),
  );
  const { intl } = createText('en');
  const parse = (message: string): void => {
    intl.formatters.getMessageFormat(message, 'en');
  };
  return verdict(problemsWithTexts(files, await readSources('src'), parse).join('\n'));
}

/** TypeScript sources under a folder. */
async function readSources(folder: string): Promise<readonly SourceFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(path, 'utf8') })));
}

/** Those of the projects that have a tsconfig. */
async function present(projects: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(
    projects.map(async (project) =>
      (await readdir(project).catch(() => [] as string[])).includes('tsconfig.json') ? [project] : [],
    ),
  );
  return found.flat();
}
