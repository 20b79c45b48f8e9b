import { type SurveyAnswer, surveyAnswerSchema, surveyQuestionSchema } from '#shared/metrics/survey-answer.ts';
import { z } from '#shared/schema.ts';
import type { Disk } from '../profile/disk.ts';
import { readText } from '../profile/read-file.ts';

/** What customers answered in surveys, as the agent imported it: append-only, each answer once. */
export type SurveyAnswersFile = {
  /** As many as go at once from a place on, and where the next ones are; null at the end. */
  page(from: number): Promise<{ answers: SurveyAnswer[]; next: number | null }>;
  /** How many were not there yet; null where the disk refuses: then nothing has changed. */
  add(answers: readonly SurveyAnswer[]): Promise<number | null>;
  /** Takes out all answers to a question. False where the disk refuses. */
  remove(question: SurveyAnswer['question']): Promise<boolean>;
};

const PAGE = 2_000;

const lineSchema = surveyAnswerSchema.or(z.object({ removed: surveyQuestionSchema }));

/** Read when it is first asked for: most profiles never have one. */
export function surveyAnswersFile(disk: Disk, path: string): SurveyAnswersFile {
  let known: Promise<Map<string, SurveyAnswer>> | null = null;
  const read = (): Promise<Map<string, SurveyAnswer>> => {
    known ??= readAll(disk, path);
    return known;
  };
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  };
  /** Opened for each import: there are few. A write that failed may have left half a line: each begins on a new one. */
  const write = async (lines: readonly object[]): Promise<boolean> => {
    try {
      const file = await disk.append(path);
      try {
        await file.write(`\n${lines.map((line) => `${JSON.stringify(line)}\n`).join('')}`);
        await file.sync();
      } finally {
        await file.close();
      }
      return true;
    } catch {
      return false;
    }
  };

  return {
    page: (from) =>
      inTurn(async () => {
        const all = [...(await read()).values()];
        const next = from + PAGE;
        return { answers: all.slice(from, next), next: next < all.length ? next : null };
      }),
    add: (answers) =>
      inTurn(async () => {
        const all = await read();
        const fresh = [...new Map(answers.map((answer) => [answer.id, answer])).values()].filter(
          ({ id }) => !all.has(id),
        );
        if (fresh.length > 0 && !(await write(fresh))) return null;
        for (const answer of fresh) all.set(answer.id, answer);
        return fresh.length;
      }),
    remove: (question) =>
      inTurn(async () => {
        const all = await read();
        if (!(await write([{ removed: question }]))) return false;
        for (const [id, answer] of all) if (answer.question === question) all.delete(id);
        return true;
      }),
  };
}

async function readAll(disk: Disk, path: string): Promise<Map<string, SurveyAnswer>> {
  const all = new Map<string, SurveyAnswer>();
  for (const line of ((await readText(disk, path)) ?? '').split('\n')) {
    const said = line === '' ? null : parsed(line);
    if (said === null) continue;
    if (!('removed' in said)) all.set(said.id, said);
    else for (const [id, { question }] of all) if (question === said.removed) all.delete(id);
  }
  return all;
}

/** A line torn by a kill is passed over: that import is done again. */
function parsed(line: string): z.infer<typeof lineSchema> | null {
  try {
    return lineSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
