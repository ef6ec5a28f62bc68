import 'reflect-metadata';
import { closeHistories } from './history';
import { benchImport } from './import.bench';
import { benchJudge } from './judge.bench';
import { benchNotice } from './notice.bench';
import { benchPeople } from './people.bench';
import { benchPost } from './post.bench';
import { benchRead } from './read.bench';
import { benchCounty, benchSeal, benchTrialBalance } from './reading.bench';
import { benchSplit } from './split.bench';

/** What one benchmark measured beside its floor in the same run. */
export interface Measured {
  readonly work: string;
  readonly ours: number;
  readonly floor: number;
  /** Rates are better when larger, times when smaller. */
  readonly unit: '/s' | 'ms';
  /** The ratio of ours to the floor we want to reach: at least for a rate, at most for a time. */
  readonly goal: number;
  /** What else was seen, for example the memory used. */
  readonly note?: string;
}

/** How many entries a history holds, from small to large. */
export type Sizes = readonly number[];

const BENCHMARKS: Readonly<Record<string, (sizes: Sizes) => Promise<Measured[]>>> = {
  post: benchPost,
  import: benchImport,
  seal: benchSeal,
  'trial-balance': benchTrialBalance,
  county: benchCounty,
  read: benchRead,
  split: benchSplit,
  judge: benchJudge,
  people: benchPeople,
  notice: benchNotice,
};

const SIZES: Sizes = [10_000, 100_000, 1_000_000];
const LARGE: Sizes = [...SIZES, 5_000_000];

async function run(given: readonly string[]): Promise<void> {
  const named = given.filter((each) => !/^(--large|\d+)$/.test(each));
  const asked = given.filter((each) => /^\d+$/.test(each)).map(Number);
  const sizes = asked.length > 0 ? asked : given.includes('--large') ? LARGE : SIZES;
  for (const name of named.length > 0 ? named : Object.keys(BENCHMARKS)) {
    const bench = BENCHMARKS[name];
    if (bench === undefined) {
      throw new Error(`no benchmark ${name}; there are: ${Object.keys(BENCHMARKS).join(', ')}`);
    }
    for (const measured of await bench(sizes)) console.log(lineOf(measured));
  }
}

function lineOf({ work, ours, floor, unit, goal, note }: Measured): string {
  const ratio = ours / floor;
  const reached = unit === '/s' ? ratio >= goal : ratio <= goal;
  const digits = unit === 'ms' ? 3 : 0;
  return (
    `${work}: ours ${ours.toFixed(digits)}${unit}, floor ${floor.toFixed(digits)}${unit}, ` +
    `ratio ${ratio.toFixed(2)}, goal ${unit === '/s' ? '≥' : '≤'} ${goal.toFixed(2)} ` +
    `${reached ? 'reached' : 'not reached'}${note === undefined ? '' : `; ${note}`}`
  );
}

run(process.argv.slice(2))
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(closeHistories);
