import { afterAll } from 'vitest';
import { requestTrackerOrReason } from '../support/request-tracker/rig.ts';
import { skippedWithoutRequestTracker } from '../support/request-tracker/skipped-without.ts';
import { describeConnector } from './conformance.ts';
import { requestTrackerBench } from './request-tracker/bench.ts';

const { rt, why } = await requestTrackerOrReason({ tickets: 200, articles: 10 });
afterAll(() => rt?.dispose());

if (rt === null) skippedWithoutRequestTracker(why);
else describeConnector('Request Tracker, an agent in New York by token', async () => requestTrackerBench(rt, 'maria'));
