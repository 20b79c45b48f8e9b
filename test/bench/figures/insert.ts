import type { FigureId, Measured } from '../report/figures.ts';
import { inWords, spread } from '../report/statistics.ts';
import type { BenchConsole } from '../stage/console.ts';
import { timePicking } from './pick-macros.ts';
import { timeShownIn } from './time-shown.ts';
import { timeWriting } from './write-with-responses.ts';

/** Finding macros and canned responses and putting them in, each beside a letter typed into the same composer in the same run. */
export async function measureInserting(bench: BenchConsole): Promise<readonly Measured[]> {
  const time = await timeShownIn(bench);
  const picked = await timePicking(bench.page, time);
  const { typing, opened, letters, inserted } = await timeWriting(bench.page, time);
  const plain = spread(typing);
  const measured = (figure: FigureId, values: readonly number[]): Measured => {
    const { p50, p95 } = spread(values);
    const [middle, most] = [p50 / plain.p50, p95 / plain.p95].map((ratio) => ratio.toFixed(1));
    return {
      figure,
      value: p95,
      beside: `p50 ${p50.toFixed(1)} ms; × ${middle} / ${most} of plain typing`,
      samples: values.length,
    };
  };
  return [
    measured('insert-macro-open', picked.opened),
    measured('insert-macro-letter', picked.letters),
    measured('insert-canned-open', opened),
    measured('insert-canned-letter', letters),
    measured('insert-canned', inserted),
    { figure: 'insert-typing', value: plain.p95, beside: inWords(typing), samples: typing.length },
  ];
}
