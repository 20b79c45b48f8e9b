import type { AccountId } from '#shared/domain/ids.ts';
import type { SurveyAnswer } from '#shared/metrics/survey-answer.ts';
import { zoneOf } from '#shared/metrics/zone.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { ReadSurvey } from '#shared/surveys/read-survey-csv.ts';
import { type SurveyFile, scaleOf } from '#shared/surveys/survey-file.ts';
import type { DeskSurveys, SurveyProblem } from './desk-surveys.ts';
import { ofMain } from './of-main.ts';
import { type StoreContext, soonOpened } from './store-context.ts';
import { createTicketOfAnswer } from './ticket-of-answer.ts';

type Prepared = Pick<ReadSurvey, 'leftOut'> & { readonly fresh: readonly SurveyAnswer[]; readonly same: number };

/** Answers that are handed to main at once. Should one lot not be taken, the file is imported again, and counts once. */
const AT_ONCE = 2_000;

/** What the store does with files of survey tools: it reads them, and finds the tickets that their lines name. */
export function createSurveyAnswers(context: StoreContext): DeskSurveys {
  const kept = async (accountId: AccountId): Promise<Result<readonly SurveyAnswer[], 'no-link'>> =>
    ofMain(context, async (main) => {
      const all: SurveyAnswer[] = [];
      for (let from: number | null = 0; from !== null; ) {
        const page: Awaited<ReturnType<typeof main.surveyPage>> = await main.surveyPage({ accountId, from });
        all.push(...page.answers);
        from = page.next;
      }
      return all;
    });

  const prepare = async (file: SurveyFile): Promise<Result<Prepared, SurveyProblem>> => {
    await soonOpened(context);
    const state = context.accounts.get(file.accountId);
    const here = await kept(file.accountId);
    if (!state || !here.ok) return err('no-link');
    // Nobody else needs what reads CSV.
    const { readSurveyCsv } = await import('#shared/surveys/read-survey-csv.ts');
    const read = readSurveyCsv(file.text, { kind: file.kind, zone: zoneOf(file.zone) });
    if (!read.ok) return read;
    const { most } = scaleOf(file.kind);
    if (file.kind !== 'nps' && here.value.some((answer) => answer.question === 'effort' && answer.scale !== most))
      return err('other-scale');
    const known = new Set(here.value.map(({ id }) => id));
    const { rows, leftOut } = read.value;
    const ticketOf = createTicketOfAnswer(state);
    const tellsAll = rows.some(({ score }) => score === null);
    const fresh = rows
      .filter(({ id }) => !known.has(id))
      .map((row): SurveyAnswer => {
        const { id, at, score } = row;
        const said = { id, at, ticketId: ticketOf(row), accountId: file.accountId, agentId: null, tellsAll };
        if (file.kind === 'nps') return { ...said, question: 'nps', score };
        return { ...said, question: 'effort', scale: file.kind === 'effort-5' ? 5 : 7, score };
      });
    return ok({ fresh, same: rows.length - fresh.length, leftOut });
  };

  return {
    async readSurvey(file) {
      const prepared = await prepare(file);
      if (!prepared.ok) return prepared;
      const { fresh, same, leftOut } = prepared.value;
      const unanswered = fresh.filter(({ score }) => score === null).length;
      const times = fresh.map(({ at }) => at).sort((a, b) => a - b);
      return ok({
        answers: fresh.length - unanswered,
        unanswered,
        same,
        withTicket: fresh.filter(({ ticketId }) => ticketId !== null).length,
        from: times[0] ?? null,
        until: times.at(-1) ?? null,
        leftOut,
      });
    },
    async importSurvey(file) {
      const prepared = await prepare(file);
      if (!prepared.ok) return prepared;
      const { fresh } = prepared.value;
      let added = 0;
      for (let from = 0; from < fresh.length; from += AT_ONCE) {
        const answers = fresh.slice(from, from + AT_ONCE);
        const taken = await ofMain(context, (main) => main.addSurvey({ accountId: file.accountId, answers }));
        context.feed.surveysChanged();
        if (!taken.ok) return taken;
        if (taken.value === null) return err('not-kept');
        added += taken.value;
      }
      return ok(added);
    },
    async surveysKept(accountId) {
      const here = await kept(accountId);
      if (!here.ok) return here;
      const nps = here.value.filter(({ question }) => question === 'nps').length;
      return ok({ nps, effort: here.value.length - nps });
    },
    async removeSurveys(accountId, question) {
      const removed = await ofMain(context, (main) => main.removeSurvey({ accountId, question }));
      if (!removed.ok) return removed;
      context.feed.surveysChanged();
      return removed.value ? ok(null) : err('not-kept');
    },
  };
}
