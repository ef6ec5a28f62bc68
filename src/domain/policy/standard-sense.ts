import { isInForce } from './choose-pack';
import { judge, judgementProblems } from './judge';
import { latestOf, type LocalStandard } from './local-standard';
import type { PolicyPack } from './pack';
import type { PlainFacts } from './subjects';
import type { Problem } from '../shared/problem';

/** The numbers by which a county gives its standards of aid, and what documents call their kinds. */
const KINDS: Readonly<Record<string, string>> = {
  'local.low_income_aid': 'low_income_aid',
  'local.hardship_aid': 'hardship_aid',
};

/** What holds where a standard is given. */
interface Place {
  readonly packs: readonly PolicyPack[];
  /** The standards of its regions that were not withdrawn. */
  readonly standing: readonly LocalStandard[];
  /** Region codes, nearest first. */
  readonly path: readonly string[];
}

/**
 * Whether a standard of aid is what documents expect beside the one before it and beside others of the place:
 * it is the government's, so that at most a reason is asked. Code `policy.reasonMissing`. Source: FY-21b.
 */
export function standardSenseProblems(
  standard: Omit<LocalStandard, 'id' | 'paper'>,
  at: Place,
  reason: string,
): Problem[] {
  const facts = standardFacts(standard, at);
  if (facts === undefined) return [];
  const met = at.packs.filter((pack) => isInForce(pack, standard.from));
  const judged = met.flatMap((pack) => judge(pack, { subject: 'standard', facts }));
  return judgementProblems(judged, { field: 'standardWhy', reason });
}

/** Undefined of a number that is no standard of aid. */
function standardFacts(
  { numberId, value, from: day, region }: Omit<LocalStandard, 'id' | 'paper'>,
  { standing, path }: Place,
): PlainFacts | undefined {
  const kind = KINDS[numberId];
  if (kind === undefined || value === '' || day === '') return undefined;
  const nearest = (id: string): string | undefined =>
    path.flatMap((each) => latestOf(standing, { id, region: each, day }) ?? [])[0]?.value;
  const before = standing.filter(({ from }) => from < day);
  return {
    ...{ kind, amount: value, last: latestOf(before, { id: numberId, region, day })?.value },
    ...{ consumption: nearest('local.consumption'), low_income: nearest('local.low_income_aid') },
  };
}
