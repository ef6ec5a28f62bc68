import 'reflect-metadata';
import { benchPost } from './post.bench';

/** What one benchmark measured beside its floor in the same run; rates per second. */
export interface Measured {
  readonly work: string;
  readonly ours: number;
  readonly floor: number;
  /** The least ratio of ours to the floor we want to reach. */
  readonly goal: number;
}

const BENCHMARKS: Readonly<Record<string, () => Promise<Measured[]>>> = { post: benchPost };

async function run(names: readonly string[]): Promise<void> {
  for (const name of names.length > 0 ? names : Object.keys(BENCHMARKS)) {
    const bench = BENCHMARKS[name];
    if (bench === undefined) {
      throw new Error(`no benchmark ${name}; there are: ${Object.keys(BENCHMARKS).join(', ')}`);
    }
    for (const { work, ours, floor, goal } of await bench()) {
      const ratio = ours / floor;
      const verdict = ratio >= goal ? 'reached' : 'not reached';
      console.log(
        `${work}: ours ${ours.toFixed(0)}/s, floor ${floor.toFixed(0)}/s, ratio ${ratio.toFixed(2)}, ` +
          `goal ${goal.toFixed(2)} ${verdict}`,
      );
    }
  }
}

run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
