import { test } from './support/fixtures.ts';
import { killedOutboxJourney } from './support/killed-outbox-journey.ts';

test('what main, the browser and the line do while things leave makes none of them twice or lost', async () => {
  test.setTimeout(180_000);
  await killedOutboxJourney(
    { seed: 219, tickets: 6, actions: 12, creates: 1, kills: 4, writeCuts: 4, readCuts: 2 },
    { tickets: 20, articles: 2 },
  );
});
