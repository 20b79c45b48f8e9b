import { readFile } from 'node:fs/promises';
import { keyLabels } from '#renderer/commands/key-label.ts';
import { COMMAND_GROUPS, COMMANDS, type CommandId } from '#shared/commands/catalogue.ts';
import { keyChoicesSchema, keysUnder } from '#shared/commands/key-choices.ts';
import { createText } from '#shared/i18n/text.ts';

export const README = 'README.md';

const BEGIN = '<!-- keys: written by `npm run keys` -->';
const END = '<!-- end of keys -->';

/** README with the table of keys as the catalogue has them now; null when it has no place for one. */
export function withKeyTable(readme: string): string | null {
  const [begin, end] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (begin < 0 || end < begin) return null;
  return `${readme.slice(0, begin + BEGIN.length)}\n\n${keyTable()}\n\n${readme.slice(end)}`;
}

/** What is wrong with README's table; empty when it is as the catalogue. */
export async function problemsWithReadmeKeys(): Promise<string> {
  const readme = await readFile(README, 'utf8');
  const wanted = withKeyTable(readme);
  if (wanted === null) return `${README} has no place for the table of keys: ${BEGIN} … ${END}\n`;
  return wanted === readme ? '' : `${README}: the table of keys is not as the catalogue. Run npm run keys.\n`;
}

function keyTable(): string {
  const t = createText('en');
  const holdfast = keysUnder(keyChoicesSchema.parse({}));
  const gmail = keysUnder(keyChoicesSchema.parse({ preset: 'gmail' }));
  const rows = COMMAND_GROUPS.flatMap((group) => [
    [`**${t(`app.keys.group.${group}`)}**`, '', ''],
    ...COMMANDS.filter((command) => command.group === group).map(({ id }) => {
      const [own, other] = [printed(holdfast, id), printed(gmail, id)];
      return [t(`commands.${id}`), own, own === other ? '' : other];
    }),
  ]);
  return table([['', 'key', 'Gmail-like'], ...rows]);
}

const printed = (keysOf: (id: CommandId) => readonly string[], id: CommandId): string =>
  keysOf(id)
    .map((key) => keyLabels(key, false).map(code).join(' '))
    .join(', ');

/** A bar would end the cell, also within a code span. */
const code = (label: string): string => `\`${label.replace('|', '\\|')}\``;

/** Padded, as a formatter would leave it. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body.map(line)].join('\n');
}
