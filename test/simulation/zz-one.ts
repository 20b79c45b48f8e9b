import { drawSchedule, runSchedule } from './schedule.ts';

const o = await runSchedule(drawSchedule(Number(process.argv[2] ?? 1), Number(process.argv[3] ?? 0.95)));
const f = process.argv[4];
if (f)
  console.log(
    o.trace
      .filter((l) => new RegExp(f).test(l))
      .map((l) => l.slice(0, 230))
      .join('\n'),
  );
console.log(JSON.stringify(o.violations, null, 1), o.events);
