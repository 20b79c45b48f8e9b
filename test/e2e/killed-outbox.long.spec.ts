import { test } from './support/fixtures.ts';
import { killedOutboxJourney } from './support/killed-outbox-journey.ts';

test('200 actions through 60 kills and 100 cut connections take effect once each', async () => {
  await killedOutboxJourney(
    { seed: 1, tickets: 40, actions: 200, creates: 12, kills: 60, writeCuts: 75, readCuts: 25 },
    { tickets: 200, articles: 10 },
  );
});

test('60 actions through 20 kills and 30 cut connections take effect once each, with IndexedDB in SQLite', async () => {
  await killedOutboxJourney(
    { seed: 2, tickets: 15, actions: 60, creates: 4, kills: 20, writeCuts: 20, readCuts: 10 },
    { tickets: 200, articles: 10 },
    'SQLite',
  );
});
