import type { Posting } from '../../../src/domain/ledger/journal-entry';
import { type Claim, type ClaimForm, readClaim } from '../../../src/domain/uses/claim';
import { grantPostings } from '../../../src/domain/uses/postings';
import { FULL } from '../ledger/entries.fixture';

const FORM: ClaimForm = {
  bucket: 'posts',
  forWhat: ' cleaning ',
  beneficiaries: ' 6 ',
  unit: 'person',
  targetGroup: 'lifted_out',
  amount: '48,212.27',
};
const GROUPS = [
  { id: 'lifted_out', name: '脱贫人口' },
  { id: 'monitored', name: '监测对象' },
];
const GIVEN = {
  ...{ buckets: ['posts', 'labour', 'reward', 'industry', 'other'], groups: GROUPS },
  at: 'claims.0.',
};
const problemsOf = (change: Partial<ClaimForm>) => readClaim({ ...FORM, ...change }, 'pv', GIVEN).problems;

describe('a claim', () => {
  it('is read with its pool', () => {
    expect(readClaim(FORM, 'pv', GIVEN)).toEqual({
      claim: {
        pool: 'pv',
        bucket: 'posts',
        forWhat: 'cleaning',
        beneficiaries: 6,
        unit: 'person',
        targetGroup: 'lifted_out',
        amount: 4_821_227n,
      },
      problems: [],
    });
  });

  it.each<{ field: keyof ClaimForm; good: string[]; bad: string[]; code: string }>([
    { field: 'bucket', good: ['other'], bad: ['', 'Posts'], code: 'uses.bucketUnknown' },
    { field: 'forWhat', good: ['x'], bad: ['', ' '], code: 'form.missing' },
    {
      field: 'beneficiaries',
      good: ['1', '999999'],
      bad: ['', '-1', '1.5', '1000000', '六'],
      code: 'form.notACount',
    },
    { field: 'unit', good: ['household', 'none'], bad: ['people'], code: 'form.notAllowed' },
    { field: 'unit', good: ['person'], bad: [''], code: 'form.missing' },
    {
      ...{ field: 'targetGroup', good: ['lifted_out', 'monitored', 'others', 'unknown'] },
      ...{ bad: ['', ' '], code: 'form.missing' },
    },
    { field: 'amount', good: ['0.01'], bad: ['1.001', 'x'], code: 'money.notAnAmount' },
    { field: 'amount', good: ['１２'], bad: ['0', '-1'], code: 'money.notPositive' },
    { field: 'amount', good: ['1'], bad: ['90071992547409.92'], code: 'money.tooLarge' },
  ])('has a $field that can be read', ({ field, good, bad, code }) => {
    for (const value of good) expect(problemsOf({ [field]: value })).toEqual([]);
    for (const value of bad) {
      expect(problemsOf({ [field]: value })).toEqual([{ code, field: `claims.0.${field}`, value }]);
    }
  });

  it.each<{ rule: string; groups: typeof GROUPS; typed: string; problem: object | undefined }>([
    { rule: 'one of the document', groups: GROUPS, typed: 'monitored', problem: undefined },
    {
      ...{ rule: 'none that another document names', groups: GROUPS, typed: 'registered' },
      problem: { code: 'uses.groupNotListed', facts: { known: ['脱贫人口', '监测对象'] } },
    },
    {
      ...{ rule: 'none that a narrower document leaves out', groups: GROUPS.slice(0, 1), typed: 'monitored' },
      problem: { code: 'uses.groupNotListed', facts: { known: ['脱贫人口'] } },
    },
    {
      ...{ rule: 'none where the document names nobody', groups: [], typed: 'lifted_out' },
      problem: { code: 'uses.withoutGroups' },
    },
    { rule: 'others under any document', groups: [], typed: 'others', problem: undefined },
    { rule: 'not known yet under any document', groups: [], typed: 'unknown', problem: undefined },
  ])('goes to a group of the policy: $rule', ({ groups, typed, problem }) => {
    const read = readClaim({ ...FORM, targetGroup: typed }, 'pv', { ...GIVEN, groups });
    const at = { field: 'claims.0.targetGroup', value: typed };
    expect(read.problems).toEqual(problem === undefined ? [] : [{ ...problem, ...at }]);
    // A group that is refused counts for none, so that a draft still being typed is not judged by it.
    expect(read.claim.targetGroup).toBe(problem === undefined ? typed : 'unknown');
  });

  it('asks for no number where nobody is counted', () => {
    expect(problemsOf({ unit: 'none', beneficiaries: ' ' })).toEqual([]);
    expect(readClaim({ ...FORM, unit: 'none', beneficiaries: '' }, 'pv', GIVEN).claim.beneficiaries).toBe(0);
    expect(problemsOf({ unit: 'household', beneficiaries: '' })).toMatchObject([{ code: 'form.notACount' }]);
    expect(problemsOf({ unit: 'none', beneficiaries: 'x' })).toMatchObject([{ code: 'form.notACount' }]);
  });

  it('names everything that is wrong at once', () => {
    // In the order in which they stand on the page.
    const nothing = { bucket: '', forWhat: '', targetGroup: '', beneficiaries: '', unit: '', amount: '' };
    expect(problemsOf(nothing).map(({ field }) => field)).toEqual(
      Object.keys(nothing).map((field) => `claims.0.${field}`),
    );
  });
});

describe('a grant is booked', () => {
  const choices = {
    subsidyIncome: '501',
    postWages: '514',
    worksLabour: '515',
    rewards: '516',
    industry: '151',
    otherUses: '517',
    publicAssetDepreciation: '514',
    impairment: '515',
    disposalLoss: '515',
    contributionDifference: '311',
  };
  const claim: Claim = { ...readClaim(FORM, 'pv', GIVEN).claim, id: 'claim-1' };

  it.each<{ bucket: string; debit: string; credit: string }>([
    { bucket: 'posts', debit: '514', credit: '213' },
    { bucket: 'labour', debit: '515', credit: '213' },
    { bucket: 'reward', debit: '516', credit: '211' },
    { bucket: 'industry', debit: '151', credit: '211' },
    { bucket: 'other', debit: '517', credit: '211' },
    { bucket: 'decided', debit: '517', credit: '211' },
  ])('for $bucket as Dr $debit / Cr $credit, granted once from its pool', ({ bucket, debit, credit }) => {
    const shared = { pool: 'pv', planLineId: 'line-1', amount: 4_821_227n } as const;
    const expected: Posting[] = [
      { ...shared, ledgerAccount: debit, side: 'debit', poolFlow: 'granted' },
      { ...shared, ledgerAccount: credit, side: 'credit' },
    ];
    expect(grantPostings({ ...claim, bucket }, 'line-1', { roles: FULL.roles, choices })).toEqual(expected);
  });
});
