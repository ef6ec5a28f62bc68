import { costByYear, otherYearProblems, readServed } from '../../../src/domain/deductions/cost-years';
import type { ContractTerm } from '../../../src/domain/deductions/contract-term';
import { readDeduction } from '../../../src/domain/deductions/deduction';
import type { Problem } from '../../../src/domain/shared/problem';

const BILL = { postedOn: '2025-05-05', servedFrom: '', servedTo: '', otherYear: '' };
const read = (wish: Partial<typeof BILL>) => {
  const problems: Problem[] = [];
  const served = readServed({ ...BILL, ...wish }, problems);
  return { served, codes: problems.map(({ code, field }) => `${code} ${field}`) };
};

describe('the days of a bill', () => {
  it.each<{ what: string; wish: Partial<typeof BILL>; codes: string[]; said?: boolean }>([
    { what: 'may be left out', wish: {}, codes: [] },
    {
      what: 'are a first and a last one',
      wish: { servedFrom: '2024-07-01', servedTo: '2025-06-30' },
      codes: [],
      said: true,
    },
    { what: 'may be one', wish: { servedFrom: '2025-01-01', servedTo: '2025-01-01' }, codes: [], said: true },
    { what: 'want a last one', wish: { servedFrom: '2025-01-01' }, codes: ['form.missing servedTo'] },
    { what: 'want a first one', wish: { servedTo: '2025-01-01' }, codes: ['form.missing servedFrom'] },
    {
      what: 'run forwards',
      wish: { servedFrom: '2025-06-30', servedTo: '2025-06-29' },
      codes: ['calendar.reversed servedTo'],
    },
    {
      what: 'are days',
      wish: { servedFrom: '2025-02-29', servedTo: '2025-13-01' },
      codes: ['calendar.notADay servedFrom', 'calendar.notADay servedTo'],
    },
    {
      what: 'reach over ten years at most',
      wish: { servedFrom: '2016-01-01', servedTo: '2025-12-31' },
      codes: [],
      said: true,
    },
    {
      what: 'reach over no more',
      wish: { servedFrom: '2015-12-31', servedTo: '2025-01-01' },
      codes: ['deductions.servedTooLong servedTo'],
    },
  ])('$what', ({ wish, codes, said = false }) => {
    const found = read(wish);
    expect(found.codes).toEqual(codes);
    expect(found.served !== undefined).toBe(said);
  });
});

describe('a bill over its years', () => {
  it.each<{ what: string; amount: bigint; from: string; to: string; parts: [number, number, bigint][] }>([
    {
      what: 'one year takes it whole',
      amount: 100n,
      from: '2025-01-01',
      to: '2025-12-31',
      parts: [[2025, 365, 100n]],
    },
    {
      what: '2,000.00 over 184 and 181 days',
      ...{ amount: 200_000n, from: '2024-07-01', to: '2025-06-30' },
      parts: [
        [2024, 184, 100_822n],
        [2025, 181, 99_178n],
      ],
    },
    {
      what: 'a leap year has its day',
      ...{ amount: 731n, from: '2023-01-01', to: '2024-12-31' },
      parts: [
        [2023, 365, 365n],
        [2024, 366, 366n],
      ],
    },
    {
      what: 'the odd fen goes to who is cut most',
      ...{ amount: 1n, from: '2024-12-31', to: '2025-01-02' },
      parts: [
        [2024, 1, 0n],
        [2025, 2, 1n],
      ],
    },
  ])('$what', ({ amount, from, to, parts }) => {
    const found = costByYear(amount, { from, to });
    expect(found.map((each) => [each.year, each.days, each.amount])).toEqual(parts);
    expect(found.reduce((sum, each) => sum + each.amount, 0n)).toBe(amount);
  });

  it.each<{ what: string; served?: { from: string; to: string }; otherYear?: string; codes: string[] }>([
    { what: 'its own year only', served: { from: '2025-01-01', to: '2025-12-31' }, codes: [] },
    { what: 'no days named', codes: [] },
    {
      what: 'the year before',
      served: { from: '2024-01-01', to: '2024-12-31' },
      codes: ['deductions.otherYear'],
    },
    {
      what: 'into the next year',
      served: { from: '2025-12-01', to: '2026-01-01' },
      codes: ['deductions.otherYear'],
    },
    {
      what: 'another year, with its reason',
      served: { from: '2024-12-31', to: '2025-01-01' },
      ...{ otherYear: 'the bill came late', codes: [] },
    },
    { what: 'a reason for nothing', otherYear: 'late', codes: ['deductions.noOtherYear'] },
  ])('asks why it is counted now: $what', ({ served, otherYear = '', codes }) => {
    const problems = otherYearProblems({ ...BILL, otherYear }, served, { amount: 36_500n });
    expect(problems.map(({ code }) => code)).toEqual(codes);
  });

  it('asks of one in the place of an earlier year’s for what is of yet another', () => {
    const anew = { amount: 36_500n, countsIn: 2024 };
    const of2024 = { from: '2024-01-01', to: '2024-12-31' };
    expect(otherYearProblems(BILL, of2024, anew)).toEqual([]);
    const said = { ...BILL, otherYear: 'late' };
    expect(otherYearProblems(said, of2024, anew)[0]?.code).toBe('deductions.noOtherYear');
    const [problem] = otherYearProblems(BILL, { from: '2024-07-01', to: '2025-06-30' }, anew);
    expect(problem).toMatchObject({ code: 'deductions.otherYearAnew', facts: { year: 2024, days: 181 } });
  });

  it('says how many days and how much are of another year', () => {
    const [problem] = otherYearProblems(BILL, { from: '2024-07-01', to: '2025-06-30' }, { amount: 200_000n });
    expect(problem?.facts).toEqual({ year: 2025, days: 184, part: 100_822n });
  });
});

describe('a contract over its years', () => {
  it.each<{ rule: string; from: string; to: string; other?: string; codes: string[]; years: number[] }>([
    { rule: 'of its year', from: '2025-01-01', to: '2025-12-31', codes: [], years: [2025] },
    {
      rule: 'of the year before, after its end',
      ...{ from: '2024-03-01', to: '2024-12-15', years: [2024] },
      codes: ['deductions.afterContract', 'deductions.otherYear'],
    },
    {
      rule: 'of three years to come',
      ...{ from: '2025-07-01', to: '2028-06-30', codes: ['deductions.otherYear'] },
      years: [2025, 2026, 2027, 2028],
    },
    {
      rule: 'of three years, with a reason',
      ...{ from: '2025-07-01', to: '2028-06-30', other: 'three at once', codes: [] },
      years: [2025, 2026, 2027, 2028],
    },
    {
      rule: 'of its year, with a reason nobody asked for',
      ...{ from: '2025-01-01', to: '2025-12-31', other: 'why', codes: ['deductions.noOtherYear'] },
      years: [2025],
    },
  ])('a charge $rule is explained where a bill would be', ({ from, to, other = '', codes, years }) => {
    const once: ContractTerm = { type: 'fixed', amount: '920', yearPart: 'once' };
    const parts = [{ from, to, term: once, days: 1, of: 1, received: 0n }];
    const basis = { parts, chargedInPeriod: 0n, chargedInYear: 0n };
    const named = { kind: 'insurance', name: 'fire', reason: '' } as const;
    const contract = { ...named, basis, validFrom: from, validTo: to, paidAhead: true };
    const form = { ...BILL, kind: '', name: '', amount: '920', reason: '', otherYear: other };
    const { deduction, problems } = readDeduction({ ...form, postedOn: '2025-05-05' }, contract);
    expect(problems.map(({ code }) => code)).toEqual(codes);
    expect(deduction.byYear.map(({ year }) => year)).toEqual(years);
    expect(deduction.byYear.reduce((sum, { amount }) => sum + amount, 0n)).toBe(92_000n);
    expect(deduction.served).toBeUndefined();
  });
});
