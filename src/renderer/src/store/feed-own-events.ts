import type { AccountId } from '#shared/domain/ids.ts';
import type { Client } from '#shared/link/define.ts';
import type { MainContract } from '#shared/link/main-contract.ts';
import type { OwnPlace } from '#shared/metrics/own-events.ts';
import type { SurveyAnswer } from '#shared/metrics/survey-answer.ts';
import type { Report } from '../report/report-api.ts';

/**
 * Hands on to the report what main has recorded of the agent's own doing, from where the last reading ended, and what they imported of
 * surveys.
 */
export type OwnEventsFeed = {
  /** There may be more. */
  wanted(): void;
  /** Other answers of surveys are kept. */
  surveysChanged(): void;
  isWanted(): boolean;
  /** True when something came. */
  read(report: Report, accountIds: readonly AccountId[]): Promise<boolean>;
  /** From the beginning on again: the report is another one, or main, or an account was closed. */
  forget(accountId?: AccountId): void;
};

type SurveyPage = Awaited<ReturnType<Client<MainContract>['surveyPage']>>;

export function createOwnEventsFeed(main: () => Client<MainContract> | null): OwnEventsFeed {
  const places = new Map<AccountId, OwnPlace>();
  /** Accounts whose answers have been read as they are. */
  const surveyed = new Set<AccountId>();
  let isWanted = true;
  /** What was asked for before something was forgotten counts for nothing. */
  let generation = 0;

  const readAccount = async (report: Report, accountId: AccountId): Promise<boolean> => {
    const asked = generation;
    let came = false;
    for (let more = true; more; ) {
      const source = main();
      const page = await source?.ownPage({ accountId, after: places.get(accountId) ?? null });
      if (page === undefined || main() !== source || asked !== generation) return came;
      places.set(accountId, page.place);
      if (page.events.length > 0) await report.putOwn(accountId, page.events);
      came ||= page.events.length > 0;
      more = page.more;
    }
    return came;
  };

  const readSurveys = async (report: Report, accountId: AccountId): Promise<boolean> => {
    if (surveyed.has(accountId)) return false;
    // Said before it is so: what changes meanwhile makes it untrue again.
    surveyed.add(accountId);
    const asked = generation;
    const read = await readAll(accountId).catch(() => null);
    if (asked !== generation) return false;
    if (read === null) surveyed.delete(accountId);
    else await report.putSurveys(accountId, read);
    return read !== null;
  };

  const readAll = async (accountId: AccountId): Promise<readonly SurveyAnswer[] | null> => {
    const answers: SurveyAnswer[] = [];
    for (let from: number | null = 0; from !== null; ) {
      const page: SurveyPage | undefined = await main()?.surveyPage({ accountId, from });
      if (page === undefined) return null;
      answers.push(...page.answers);
      from = page.next;
    }
    return answers;
  };

  return {
    wanted: () => {
      isWanted = true;
    },
    surveysChanged: () => {
      surveyed.clear();
      isWanted = true;
    },
    isWanted: () => isWanted,
    async read(report, accountIds) {
      // Should the link break, the next question asks again.
      isWanted = false;
      let came = false;
      for (const accountId of accountIds)
        for (const readOn of [readAccount, readSurveys])
          came = (await readOn(report, accountId).catch(() => false)) || came;
      return came;
    },
    forget(accountId) {
      for (const one of accountId === undefined ? [...places.keys(), ...surveyed] : [accountId]) {
        places.delete(one);
        surveyed.delete(one);
      }
      generation++;
      isWanted = true;
    },
  };
}
