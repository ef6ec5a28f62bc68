import { join } from 'node:path';
import { findPack, packOrNone } from '../../../src/domain/policy/choose-pack';
import { judge, judgeGoal } from '../../../src/domain/policy/judge';
import type { LocalNumbers, PolicyPack } from '../../../src/domain/policy/pack';
import type { PlainFacts, Subject } from '../../../src/domain/policy/subjects';
import { type LoadedPack, PolicyService } from '../../../src/features/policy/policy.service';

/** The packs of `seeds/`, as the service reads them. */
export const seeded = new PolicyService(join(__dirname, '../../../seeds'));

/** The pack of the seeds that holds for a place on a day, where nobody chose anything. */
export function packInForce(regionPath: readonly string[], day: string): LoadedPack | undefined {
  return packOrNone(findPack(seeded.listPacks(), { regionPath, day }), day, ({ id }) => id);
}

/** Every rule that objects, with how: `DC-21d failed warn`; an undecided one with what it misses. */
export function objections(
  pack: PolicyPack,
  record: { readonly subject: Subject; readonly facts: PlainFacts; readonly on?: string },
  local: LocalNumbers = {},
): string[] {
  return judge(pack, record, local)
    .filter(({ outcome }) => outcome !== 'passed')
    .map(({ ruleId, outcome, force, missing }) => [ruleId, outcome, force, ...missing].join(' '));
}

/** What the pack's goal of this id says of a figure. */
export function goalSays(pack: PolicyPack, id: string, facts: PlainFacts): string {
  const goal = pack.goals.find((each) => each.id === id);
  return goal === undefined ? `no goal ${id}` : judgeGoal(pack, goal, { facts });
}
