import { planChecks, type PlanFacts } from '../../../src/domain/distribution/plan-checks';
import type { PlanGround } from '../../../src/domain/distribution/plan-ground';
import type { LocalNumbers, PoolId } from '../../../src/domain/policy/pack';
import type { Claim } from '../../../src/domain/uses/claim';
import { RoutesService } from '../../../src/features/approvals/routes.service';
import { loadCoverage } from '../../../src/features/policy/example-files';
import { SEEDS } from '../../support/policy-seeds';
import { seeded } from '../policy/seeded';

/** A plan in short: fen by use, all of it to one group; what the books say; numbers that were given. */
interface Plan {
  readonly uses: Readonly<Record<string, bigint>>;
  readonly pool?: PoolId;
  readonly group?: Claim['targetGroup'];
  readonly distributable?: bigint;
  readonly costs?: Readonly<Record<string, bigint>>;
  readonly local?: LocalNumbers;
  readonly reasons?: PlanFacts['reasons'];
  readonly townshipAgreed?: boolean;
  readonly route?: string;
}

const FUYANG = '341200/2023-09-21';
const DONGCHUAN = '530113/2022-09-19';
const GUANGXI = '450000/2022-07-19';
const SHANGQIU = '411400/2018-04-09';
const KAZUO = '211324/2024-08-15';
const BONUS = { 'bonus.ratio': '0.1', new_income: '1000.00' };

/** Every line of a pack that is said to be wired, with a plan it lets pass and one it does not. */
const WIRED: Readonly<Record<string, { pack: string; passes: Plan; fails: Plan }>> = {
  'FY-07b': {
    pack: FUYANG,
    passes: { uses: { posts: 100n }, distributable: 100n },
    fails: { uses: { posts: 101n }, distributable: 100n },
  },
  'FY-07o': {
    pack: FUYANG,
    passes: { uses: { posts: 1n }, costs: { insurance: 1n } },
    fails: { uses: { posts: 1n }, costs: { other: 1n } },
  },
  'FY-07c': {
    pack: FUYANG,
    passes: { uses: { posts: 80n, other: 20n }, local: { 'main_use.floor': '0.8' } },
    fails: { uses: { posts: 79n, other: 21n }, local: { 'main_use.floor': '0.8' } },
  },
  'FY-07n': { pack: FUYANG, passes: { uses: { posts: 1n } }, fails: { uses: { other: 1n } } },
  'FY-18c': {
    pack: FUYANG,
    passes: { uses: { target: 1n }, pool: 'other' },
    fails: { uses: { target: 1n }, pool: 'other', group: 'others' },
  },
  'FY-E1': {
    pack: FUYANG,
    passes: { uses: { posts: 1n } },
    fails: { uses: { posts: 1n }, group: 'others' },
  },
  'DC-10c': { pack: DONGCHUAN, passes: { uses: { living: 1n } }, fails: { uses: { posts: 1n } } },
  'DC-11b': {
    pack: DONGCHUAN,
    passes: { uses: { cadre: 10_000n }, local: BONUS },
    fails: { uses: { cadre: 10_001n }, local: BONUS },
  },
  'DC-11p': {
    pack: DONGCHUAN,
    passes: { uses: { cadre: 1n }, pool: 'other', local: BONUS },
    fails: { uses: { cadre: 1n }, local: BONUS },
  },
  'GX-3-6a': {
    pack: GUANGXI,
    passes: { uses: { target: 100n }, distributable: 100n },
    fails: { uses: { target: 101n }, distributable: 100n },
  },
  'GX-3-6a2': {
    pack: GUANGXI,
    passes: { uses: { target: 1n }, costs: { land_rent: 1n } },
    fails: { uses: { target: 1n } },
  },
  'GX-4-5a': {
    pack: GUANGXI,
    passes: { uses: { agreed: 300n }, local: { agreed_due: '3.00' } },
    fails: { uses: { agreed: 299n }, local: { agreed_due: '3.00' } },
  },
  'GX-4-5a2': {
    pack: GUANGXI,
    passes: { uses: { member: 1n, target: 1n } },
    fails: { uses: { member: 1n } },
  },
  'GX-3-6b': {
    pack: GUANGXI,
    passes: { uses: { member: 1n }, distributable: 10_000_000n },
    fails: { uses: { member: 1n }, distributable: 9_999_999n, local: { 'gate.households': '500' } },
  },
  'KZ-10-3': {
    pack: KAZUO,
    passes: { uses: { posts: 1n }, route: 'village-four-deliberations' },
    fails: { uses: { posts: 1n }, route: 'representatives-assembly-then-township' },
  },
  'SQ-A63b': {
    pack: SHANGQIU,
    passes: { uses: { dividend: 1n }, reasons: { 'SQ-A63b:dividend': 'all are old' }, townshipAgreed: true },
    fails: { uses: { dividend: 1n }, reasons: { 'SQ-A63b:dividend': 'all are old' } },
  },
};

function outcomeOf(rule: string, pack: string, plan: Plan): string[] {
  const {
    uses,
    pool = 'pv',
    group = 'lifted_out',
    distributable = 1_000_000n,
    costs = {},
    local = {},
    reasons = {},
    townshipAgreed = false,
    route = 'representatives-assembly-then-township',
  } = plan;
  const sums = { received: 1_000_000n, costs };
  const deductions = Object.entries(costs).map(([kind, amount]) => ({ id: kind, kind, amount, reason: '' }));
  const ground: PlanGround = {
    deductions,
    period: sums,
    year: { ...sums, year: '2022', isOver: true, used: {} },
  };
  const lines = Object.entries(uses).map(([bucket, amount]): PlanFacts['lines'][number] => {
    const claim: Claim = {
      ...{ id: bucket, pool, bucket, forWhat: 'x', beneficiaries: 1, unit: 'person', amount },
      targetGroup: group,
    };
    return { bucket, amount, claims: [claim] };
  });
  const grounded = { on: '2022-12-31', ground };
  const { steps } = new RoutesService(SEEDS).requireRoute(route);
  const facts = { pool, distributable, lines, deductions, reasons, townshipAgreed, grounded, steps };
  return planChecks(seeded.requirePack(pack).pack, facts, local)
    .filter(({ judgement }) => judgement.ruleId === rule)
    .map(({ judgement }) => judgement.outcome);
}

describe('a rule that is said to be wired to plans', () => {
  // Those of other steps are proved beside the facts those hand in.
  const said = loadCoverage(SEEDS).flatMap(({ covered }) =>
    covered
      .filter(({ standing, facts }) => standing === 'wired' && facts === 'plans')
      .flatMap(({ by }) => by),
  );

  it('is among those a plan is judged by, and the reverse', () => {
    const judged = said.filter((address) => !/^(flow|list|measure|need|use):/.test(address));
    expect(judged.sort()).toEqual(Object.keys(WIRED).sort());
  });

  it.each(Object.entries(WIRED))('is judged by what a plan hands in: %s', (rule, { pack, passes, fails }) => {
    expect(outcomeOf(rule, pack, passes)).toEqual(['passed']);
    expect(outcomeOf(rule, pack, fails)).toContain('failed');
  });
});
