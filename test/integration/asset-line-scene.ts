import type { RuledVillage } from './asset-matters.fixture';

type Answers = Readonly<Record<string, string>>;
/**
 * A rule, the line of its pack, what it is about, and answers under which it stands one way and the other.
 */
type Case = readonly [rule: string, line: string, about: string, ...steps: (readonly [Answers, string])[]];

/** A village of a region on a day, its things, and how lines stand about them. */
export interface Scene {
  readonly region: string;
  readonly today: string;
  readonly build: (ruled: RuledVillage) => Promise<Readonly<Record<string, string>>>;
  readonly cases: readonly Case[];
}

/** A line that still asks. */
export const open = (...asked: string[]): readonly [Answers, string] => [
  {},
  ['undecided', ...asked].join(' '),
];
