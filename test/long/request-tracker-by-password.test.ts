import { afterAll } from 'vitest';
import { describeConnector } from '../contract/conformance.ts';
import { requestTrackerBench } from '../contract/request-tracker/bench.ts';
import { requestTrackerOrReason } from '../support/request-tracker/rig.ts';
import { skippedWithoutRequestTracker } from '../support/request-tracker/skipped-without.ts';

const { rt, why } = await requestTrackerOrReason({ tickets: 200, articles: 10 });
afterAll(() => rt?.dispose());

if (rt === null) skippedWithoutRequestTracker(why);
else
  describeConnector('Request Tracker, an agent in Ho Chi Minh City by password', async () =>
    requestTrackerBench(rt, 'anh'),
  );
