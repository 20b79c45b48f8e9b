import { expect, it } from 'vitest';
import { measureSurveyResponse } from '#shared/metrics/measures/survey-response.ts';
import { timeline, values } from '../../../../support/timeline.ts';

const response = (lines: string) => values(measureSurveyResponse(timeline(lines)));
const SOLVED = `
  2026-03-02 09:00 customer creates for ana
  2026-03-02 11:00 ana sets solved`;
const OFFERED = `${SOLVED}
  2026-03-03 11:00 system offers`;

it('is 1 of a ticket that was rated, at the time when it was asked for', () => {
  expect(response(`${OFFERED}\n2026-03-05 12:00 customer rates bad`)).toEqual(['2026-03-03 11:00 ana 1']);
});

it('is 0 of one that was asked for and not rated', () => {
  expect(response(OFFERED)).toEqual(['2026-03-03 11:00 ana 0']);
});

it('is none of one that nobody asked for', () => {
  expect(response(SOLVED)).toEqual([]);
});

it('was asked for when it was rated, if nobody told of the asking', () => {
  expect(response(`${SOLVED}\n2026-03-05 12:00 customer rates good`)).toEqual(['2026-03-05 12:00 ana 1']);
});

it('counts a ticket once that was asked for and rated twice', () => {
  // Opened again, solved by Ben and asked for again: one ticket, at the first asking, Ana's.
  expect(
    response(`${OFFERED}
      2026-03-03 12:00 customer rates bad
      2026-03-04 09:00 system sets open
      2026-03-04 09:30 ben assigns ben
      2026-03-04 10:00 ben sets solved
      2026-03-05 10:00 system offers
      2026-03-05 11:00 customer rates good`),
  ).toEqual(['2026-03-03 11:00 ana 1']);
});

it('of a ticket that an agent made counts like any other, and none of a merged one', () => {
  const lines = `
    2026-03-02 09:00 ana creates noting as solved for ana
    2026-03-03 09:00 system offers`;
  expect(response(lines)).toEqual(['2026-03-03 09:00 ana 0']);
  expect(response(`${lines}\n2026-03-03 10:00 ana merges 7`)).toEqual([]);
});
