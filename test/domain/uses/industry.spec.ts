import { Findings } from '../../../src/domain/ledger/check-pass';
import { checkIndustry, type KeptIndustry } from '../../../src/domain/uses/check-industry';
import {
  type IndustryForm,
  paysIndustry,
  readIndustry,
  returnYears,
} from '../../../src/domain/uses/industry';
import { readLinks, readReview, readStage } from '../../../src/domain/uses/industry-entries';
import {
  industryFacts,
  linkageDuties,
  type LinkedHousehold,
  type LinkingProject,
} from '../../../src/domain/uses/linkage-duty';
import { judge } from '../../../src/domain/policy/judge';
import { seeded } from '../policy/seeded';

const FORM: IndustryForm = {
  ...{ claimId: 'c', industryName: 'mushrooms', industryOperator: 'a cooperative', industryFund: '' },
  ...{ promisedHouseholds: '', yearlyReturn: '', returnFrom: '' },
};
const household = (householdId: string, wish: Partial<LinkedHousehold> = {}): LinkedHousehold => {
  return { householdId, linkedOn: '2025-01-01', status: 'lifted_out', endedOn: undefined, ...wish };
};
const linking = (id: string, wish: Partial<LinkingProject>): LinkingProject => {
  return { id, name: id, fund: 0n, promised: 0, perHousehold: 5_000_000n, links: [], ...wish };
};
const codes = (problems: readonly { readonly code: string; readonly field: string }[]): string[] =>
  problems.map(({ code, field }) => `${code} ${field}`);

describe('an industry project', () => {
  it.each<[what: string, change: Partial<IndustryForm>, found: string[]]>([
    ['with nothing but its name and who runs it', {}, []],
    ['without a claim', { claimId: '' }, ['form.missing claimId']],
    ['of a claim that pays something else', { claimId: 'd' }, ['industry.claimUnknown claimId']],
    ['under a name that is taken', { industryName: 'pigs' }, ['industry.nameTaken industryName']],
    ['under that name with other blanks', { industryName: 'ｐi gs ' }, ['industry.nameTaken industryName']],
    ['of nobody', { industryOperator: ' ' }, ['form.missing industryOperator']],
    [
      'with a number of a person for a name',
      { industryOperator: '341202193602290014' },
      ['form.privateNumber industryOperator'],
    ],
    ['with funds of nothing', { industryFund: '0' }, []],
    ['with half a household', { promisedHouseholds: '1.5' }, ['form.notACount promisedHouseholds']],
    ['that gives back from no year', { yearlyReturn: '5' }, ['industry.returnHalf returnFrom']],
    ['that gives back nothing from a year', { returnFrom: '2025' }, ['industry.returnHalf yearlyReturn']],
    ['that gives back in ten years', { yearlyReturn: '5', returnFrom: '2035' }, []],
    ['in eleven', { yearlyReturn: '5', returnFrom: '2036' }, ['industry.returnFar returnFrom']],
    [
      'that gives back from a day',
      { yearlyReturn: '5', returnFrom: '2025-01' },
      ['calendar.notAYear returnFrom'],
    ],
  ])('%s', (_what, change, found) => {
    const given = { claims: ['c'], namesTaken: ['pigs'], today: '2025-07-11' };
    expect(codes(readIndustry({ ...FORM, ...change }, given).problems)).toEqual(found);
  });

  it.each([
    { use: 'industry', uses: ['posts', 'industry'], pays: true },
    { use: 'development', uses: ['development', 'industry'], pays: false },
    { use: 'development', uses: ['living', 'development'], pays: true },
    { use: 'living', uses: ['living', 'development'], pays: false },
  ])('is paid by $use of $uses: $pays', ({ use, uses, pays }) => {
    expect(paysIndustry(use, uses)).toBe(pays);
  });

  // 1,230,000.00 ÷ 50,000 = 24.6: 25 households; 1,250,000.00 is 25 exactly, a fen more is 26.
  it.each([
    { fund: 0n, needed: 0, says: [] },
    { fund: 123_000_000n, needed: 25, says: ['DC-IV2'] },
    { fund: 120_000_000n, needed: 24, says: [] },
    { fund: 120_000_001n, needed: 25, says: ['DC-IV2'] },
    { fund: 125_000_001n, needed: 26, says: ['DC-IV2'] },
  ])('of $fund has to carry $needed along, with 24 of them', ({ fund, needed, says }) => {
    const links = [
      ...Array.from({ length: 24 }, (_, index) => household(String(index))),
      household('0'),
      household('monitored', { status: 'monitored' }),
      household('gone', { endedOn: '2025-07-20' }),
      household('later', { linkedOn: '2025-07-21' }),
    ];
    const project = linking('a', { fund, promised: 30, links });
    const duty = linkageDuties([project], '2025-07-20').get('a');
    expect(duty).toEqual({ promised: 30, linked: 25, counted: 24, elsewhere: [], needed });
    if (duty === undefined) return;
    const { pack } = seeded.requirePack('530113/2022-09-19');
    const judged = judge(pack, { subject: 'industry_project', facts: industryFacts({ fund }, duty) });
    expect(judged.filter(({ outcome }) => outcome === 'failed').map(({ ruleId }) => ruleId)).toEqual(says);
  });

  // 5.00 wan a household: a wants two, b one.
  const first = { fund: 10_000_000n };
  const second = { fund: 5_000_000n };
  it.each<[what: string, a: LinkedHousehold[], b: LinkedHousehold[], counted: number[], elsewhere: string[]]>(
    [
      ['of nobody else', [household('1')], [household('2')], [1, 1], []],
      ['of both', [household('1')], [household('1')], [1, 0], ['b: 1 in a']],
      [
        'of both, named later in the first',
        [household('1', { linkedOn: '2025-02-02' })],
        [household('1', { linkedOn: '2025-02-01' })],
        [0, 1],
        ['a: 1 in b'],
      ],
      [
        'of both, ended in the first on the day',
        [household('1', { endedOn: '2025-07-20' })],
        [household('1')],
        [0, 1],
        [],
      ],
      [
        'of both, ended in the first the day after',
        [household('1', { endedOn: '2025-07-21' })],
        [household('1')],
        [1, 0],
        ['b: 1 in a'],
      ],
      [
        'that the first wants no more',
        [household('1'), household('2'), household('3')],
        [household('3')],
        [2, 1],
        ['a: 3 in b'],
      ],
      [
        'that none wants any more',
        [household('1'), household('2'), household('3')],
        [household('4'), household('3', { linkedOn: '2025-03-01' })],
        [3, 1],
        ['b: 3 in a'],
      ],
      [
        'that is no longer to be helped',
        [household('1', { status: undefined })],
        [household('1')],
        [0, 1],
        [],
      ],
    ],
  )('counts a household once over two projects: %s', (_what, a, b, counted, elsewhere) => {
    const projects = [linking('a', { ...first, links: a }), linking('b', { ...second, links: b })];
    const duties = [...linkageDuties(projects, '2025-07-20')];
    expect(duties.map(([, duty]) => duty.counted)).toEqual(counted);
    const told = duties.flatMap(([id, duty]) =>
      duty.elsewhere.map(({ householdId, project }) => `${id}: ${householdId} in ${project}`),
    );
    expect(told).toEqual(elsewhere);
  });

  it('does not lose a household to a project whose document wants none', () => {
    const links = [household('1')];
    const projects = [linking('a', { links }), linking('b', { ...second, links })];
    const duties = linkageDuties(projects, '2025-07-20');
    expect([duties.get('a')?.counted, duties.get('b')?.counted]).toEqual([0, 1]);
  });

  it('owes a return of each year that is over, and no more than it promised', () => {
    const returns = { yearly: 100n, from: 2023 };
    const received = [
      { year: 2022, amount: 5n, received: 5n },
      { year: 2023, amount: 100n, received: 100n },
      { year: 2024, amount: 60n, received: 60n },
      { year: 2024, amount: 40n, received: 39n },
    ];
    expect(returnYears({ returns }, received, 2025).map(({ year, short }) => [year, short])).toEqual([
      [2022, 0n],
      [2023, 0n],
      [2024, 1n],
      [2025, 0n],
    ]);
    expect(returnYears({ returns: undefined }, [], 2025)).toEqual([]);
    expect(returnYears({ returns }, received, 2025)[2]).toEqual({
      ...{ year: 2024, promised: 100n, due: 100n, received: 99n, short: 1n },
    });
  });

  it('is written down: stages, households, what was seen', () => {
    const stage = { reachedOn: '2025-07-21', stageDone: '', amount: '0', paper: 'x' };
    expect(codes(readStage(stage, '2025-07-20').problems)).toEqual([
      'industry.ahead reachedOn',
      'form.missing stageDone',
      'money.notPositive amount',
    ]);
    const listed = [
      {
        id: 'h1',
        householdNumber: 1,
        statuses: ['monitored', 'lifted'],
        statusIds: ['monitored', 'lifted_out'],
      },
    ];
    const form = { linkedOn: '2025-07-01', linkWay: 'jobs', householdNumbers: '1、1 2', linkPaper: 'x' };
    const read = readLinks(form, { today: '2025-07-20', listed, linked: new Set() });
    expect(codes(read.problems)).toEqual(['industry.householdUnknown householdNumbers']);
    expect(read.links.households).toEqual([
      { householdId: 'h1', status: 'lifted_out', statusWords: 'lifted' },
    ]);
    const review = { lookedOn: '2025-07-20', finding: 'growing', householdGain: '-1' };
    expect(readReview(review, '2025-07-20').problems).toHaveLength(1);
  });
});

const STAGE = {
  id: 's',
  stageNumber: 1,
  reachedOn: '2025-07-10',
  amount: 5n,
  enteredBy: 'a',
  withdrawn: undefined as string | undefined,
};
const ACCEPTANCE = {
  ...{ stageId: 's', grantId: 'g', entryId: 'e', acceptedOn: '2025-07-10', acceptedBy: 'b' },
};
const GRANT = { id: 'g', claimId: 'c', entryId: 'e', amount: 5n };
const PROJECT_KEPT = { name: 'mushrooms', claimId: 'c', acts: [], finished: undefined, withdrawn: undefined };
const SOUND = {
  projects: [
    {
      ...{ ...PROJECT_KEPT, stages: [STAGE] },
      cameBack: [{ year: 2025, entryId: 'r', amount: 7n, stands: true }],
    },
  ],
  acceptances: [ACCEPTANCE],
  grants: [GRANT],
  reversed: new Set<string>(),
  earned: new Map([['r', 7n]]),
} satisfies KeptIndustry;
const withStage = (change: Partial<typeof STAGE> & { withdrawn?: string | undefined }): KeptIndustry => {
  return { ...SOUND, projects: [{ ...PROJECT_KEPT, cameBack: [], stages: [{ ...STAGE, ...change }] }] };
};

const withReturns = (amounts: bigint[], stands = true): KeptIndustry => {
  const cameBack = amounts.map((amount, index) => {
    return { year: 2025, entryId: 'r', amount, stands: stands || index === 0 };
  });
  return {
    ...SOUND,
    projects: [{ ...PROJECT_KEPT, stages: [STAGE], cameBack }],
  };
};

/** Withdrawn, with its stage withdrawn, and its claim granted as one sum since. */
const gone = (returned: bigint[]): KeptIndustry => {
  const withdrawn = { on: '2025-07-20', why: 'typed twice' };
  const cameBack = returned.map((amount) => ({ year: 2025, entryId: 'r', amount, stands: true }));
  const project = { ...PROJECT_KEPT, withdrawn, stages: [{ ...STAGE, withdrawn: 'x' }], cameBack };
  return { ...SOUND, acceptances: [], projects: [project] };
};

describe('the check of industry', () => {
  const twice = { ...ACCEPTANCE, grantId: 'h', entryId: 'f' };
  it.each<[what: string, kept: KeptIndustry, found: string[]]>([
    ['sound', SOUND, []],
    ['another amount', withStage({ amount: 6n }), ['check.stageGrantDiffers']],
    ['accepted by who entered it', withStage({ enteredBy: 'b' }), ['check.stageGrantDiffers']],
    ['accepted before it was reached', withStage({ reachedOn: '2025-07-11' }), ['check.stageGrantDiffers']],
    ['owed and withdrawn', withStage({ withdrawn: 'x' }), ['check.stageGrantDiffers']],
    [
      'owed twice',
      {
        ...SOUND,
        acceptances: [...SOUND.acceptances, twice],
        grants: [...SOUND.grants, { ...GRANT, id: 'h', entryId: 'f' }],
      },
      ['check.stageGrantDiffers'],
    ],
    [
      'a grant of another claim',
      { ...SOUND, grants: [{ ...GRANT, claimId: 'd' }] },
      ['check.stageGrantDiffers'],
    ],
    ['a grant without a stage', { ...SOUND, acceptances: [] }, ['check.grantWithoutStage']],
    ['a grant taken back', { ...SOUND, acceptances: [], reversed: new Set(['e']) }, []],
    [
      'a return above what its voucher booked',
      { ...SOUND, earned: new Map([['r', 6n]]) },
      ['check.returnDiffers'],
    ],
    ['a return that is a part of its voucher', { ...SOUND, earned: new Map([['r', 8n]]) }, []],
    ['returns that are more together', withReturns([7n, 1n]), ['check.returnDiffers', 'check.returnDiffers']],
    ['a return that was withdrawn', withReturns([7n, 1n], false), []],
    ['one withdrawn with a return that counts', gone([7n]), ['check.projectWithdrawnDiffers']],
    ['one withdrawn of which nothing stands, its claim granted whole', gone([]), []],
  ])('%s', (_what, kept, found) => {
    const findings = new Findings('industry');
    checkIndustry(kept, findings);
    expect(findings.breaks.map(({ code }) => code)).toEqual(found);
  });
});
