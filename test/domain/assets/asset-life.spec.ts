import { isLeaving, LEAVING_WAYS, type LifeFacts } from '../../../src/domain/assets/asset-life';
import { type LeavingForm, readLeaving } from '../../../src/domain/assets/leaving';
import { type ChangeForm, readChange } from '../../../src/domain/assets/value-change';

/** A workshop of 100.00 over 100 months from January 2025, booked through June. */
const FACTS: LifeFacts = {
  asset: { name: 'workshop', acquiredOn: '2024-12-15' },
  today: '2025-07-20',
  books: { cost: 10_000n, accumulated: 600n },
  terms: [{ from: '2025-01', months: 100, cost: 10_000n, accumulated: 0n, salvage: 0n }],
  lastBooked: '2025-06',
  firstDue: '2025-07',
  events: [],
};
const CHANGE: ChangeForm = {
  kind: 'improvement',
  happenedOn: '2025-06-10',
  amount: '20.00',
  pool: 'members',
  paidFrom: 'bank',
  fundLevel: 'own',
  fundYear: '2025',
  months: '',
  salvage: '',
  paper: 'contract 3',
};
const LEAVING: LeavingForm = {
  ...{ way: 'scrap', ground: 'endOfLife', happenedOn: '2025-06-30', proceeds: '', costs: '' },
  ...{ agreedValue: '', paper: 'resolution 5', approvedBy: 'representatives' },
};
const change = (form: Partial<ChangeForm> = {}, facts: Partial<LifeFacts> = {}) =>
  readChange({ ...CHANGE, ...form }, { ...FACTS, ...facts });
const leaving = (form: Partial<LeavingForm> = {}, facts: Partial<LifeFacts> = {}) =>
  readLeaving({ ...LEAVING, ...form }, { ...FACTS, ...facts });
const HELD = { asset: { name: 'stake', acquiredOn: '2024-12-15', kind: 'equity' as const } };
const NONE: Partial<LifeFacts> = { terms: [], lastBooked: undefined, firstDue: undefined };

describe('a change of value', () => {
  it.each<{
    rule: string;
    form?: Partial<ChangeForm>;
    facts?: Partial<LifeFacts>;
    terms: object | undefined;
  }>([
    {
      rule: 'an improvement adds to the cost from the next month on, over what was left of the life',
      terms: { from: '2025-07', months: 94, cost: 12_000n, accumulated: 600n, salvage: 0n },
    },
    {
      rule: 'with a life and a salvage of its own',
      form: { months: '50', salvage: '10%' },
      terms: { from: '2025-07', months: 50, cost: 12_000n, accumulated: 600n, salvage: 1_200n },
    },
    {
      rule: 'a write-down adds to what was lost',
      form: { kind: 'impairment', pool: '', paidFrom: '' },
      terms: { from: '2025-07', months: 94, cost: 10_000n, accumulated: 2_600n, salvage: 0n },
    },
    {
      rule: 'before the first month of the terms, from that month on',
      form: { happenedOn: '2024-12-20', fundYear: '2024' },
      facts: { lastBooked: undefined },
      terms: { from: '2025-01', months: 100, cost: 12_000n, accumulated: 0n, salvage: 0n },
    },
    { rule: 'of an asset without terms leaves it without', facts: NONE, terms: undefined },
  ])('$rule', ({ form, facts, terms }) => {
    const { change: read, problems } = change(form, facts);
    expect([problems, read.terms]).toEqual([[], terms]);
  });

  it.each<{ rule: string; form?: Partial<ChangeForm>; facts?: Partial<LifeFacts>; problem?: object }>([
    {
      rule: 'a kind is one of the list',
      form: { kind: 'sale' },
      problem: { code: 'form.notAllowed', field: 'kind' },
    },
    {
      rule: 'an improvement has a pool',
      form: { pool: 'x' },
      problem: { code: 'form.notAllowed', field: 'pool' },
    },
    {
      rule: 'and is paid or owed',
      form: { paidFrom: 'cash' },
      problem: { code: 'form.notAllowed', field: 'paidFrom' },
    },
    {
      rule: 'the money it was made of is of a level',
      form: { fundLevel: 'village' },
      problem: { code: 'form.notAllowed', field: 'fundLevel', value: 'village' },
    },
    {
      rule: 'and of a year',
      form: { fundYear: '25' },
      problem: { code: 'calendar.notAYear', field: 'fundYear', value: '25' },
    },
    {
      rule: 'made of money that was there then',
      form: { fundYear: '2026' },
      problem: { code: 'assets.yearToCome', field: 'fundYear', value: '2026', facts: { latest: '2025' } },
    },
    { rule: 'a write-down is made of no money', form: { kind: 'impairment', fundLevel: '', fundYear: '' } },
    {
      rule: 'a stake is neither improved nor written down',
      facts: HELD,
      problem: { code: 'assetLife.noChange', field: 'kind', facts: { kind: 'equity' } },
    },
    {
      rule: 'a write-down leaves something of what it was worth on its day',
      form: { kind: 'impairment', amount: '94.00' },
      facts: { books: { cost: 10_000n, accumulated: 0n }, booksOfDay: { cost: 10_000n, accumulated: 600n } },
      problem: { code: 'assetLife.aboveNet', facts: { net: 9_400n } },
    },
    { rule: 'it has a paper', form: { paper: ' ' }, problem: { code: 'form.missing', field: 'paper' } },
    {
      rule: 'it is over something',
      form: { amount: '0' },
      problem: { code: 'money.notPositive', field: 'amount' },
    },
    { rule: 'not to come', form: { happenedOn: '2025-07-21' }, problem: { code: 'assetLife.notYet' } },
    { rule: 'today', form: { happenedOn: '2025-07-20' } },
    {
      rule: 'not before the asset',
      form: { happenedOn: '2024-12-14' },
      problem: { code: 'assetLife.beforeAsset', facts: { acquired: '2024-12-15' } },
    },
    {
      rule: 'on its first day',
      form: { happenedOn: '2024-12-15', fundYear: '2024' },
      facts: { lastBooked: undefined },
    },
    {
      rule: 'not before what happened later',
      facts: { events: [{ kind: 'improvement', happenedOn: '2025-06-11' }] },
      problem: { code: 'assetLife.laterExists', facts: { last: '2025-06-11' } },
    },
    {
      rule: 'on the day of what happened before',
      facts: { events: [{ kind: 'improvement', happenedOn: '2025-06-10' }] },
    },
    {
      rule: 'not after it left',
      facts: { events: [{ kind: 'sale', happenedOn: '2025-05-01' }] },
      problem: { code: 'assetLife.left', facts: { day: '2025-05-01' } },
    },
    {
      rule: 'not of what the books do not hold',
      facts: { books: { cost: 0n, accumulated: 0n } },
      problem: { code: 'depreciation.notInBooks', facts: { asset: 'workshop' } },
    },
    {
      rule: 'not before a month that is booked',
      form: { happenedOn: '2025-05-31' },
      problem: { code: 'depreciation.bookedAlready', field: 'happenedOn', facts: { last: '2025-06' } },
    },
    {
      rule: 'a write-down of all there is',
      form: { kind: 'impairment', amount: '94.00' },
      problem: { code: 'assetLife.aboveNet', field: 'amount', facts: { net: 9_400n } },
    },
    { rule: 'a write-down of one fen less', form: { kind: 'impairment', amount: '93.99' } },
    {
      rule: 'down to the salvage value nothing is left to spread',
      form: { kind: 'impairment', amount: '44.00', salvage: '50.00' },
      problem: { code: 'depreciation.nothingToSpread', facts: { net: 5_000n, salvage: 5_000n } },
    },
    {
      rule: 'a life that is over is given anew',
      facts: { terms: [{ from: '2025-01', months: 6, cost: 10_000n, accumulated: 0n, salvage: 0n }] },
      problem: { code: 'form.missing', field: 'months' },
    },
  ])('$rule', ({ form, facts, problem }) => {
    const { problems } = change(form, facts);
    if (problem === undefined) expect(problems).toEqual([]);
    else expect(problems).toContainEqual(expect.objectContaining(problem));
  });
});

describe('the money of an improvement', () => {
  it('is of a level and a year, and of none for a write-down', () => {
    expect(change({ fundYear: ' 2024 ' }).change.fund).toEqual({ level: 'own', year: 2024 });
    expect(change({ kind: 'impairment' }).change).not.toHaveProperty('fund');
  });
});

describe('an asset that leaves', () => {
  it('keeps why, how, by whose decision, and what money came and went', () => {
    const { leaving: read, problems } = leaving({ way: 'sale', proceeds: '5.00', costs: '0.10' });
    expect(problems).toEqual([]);
    expect(read).toEqual({
      ...{
        way: 'sale',
        ground: 'endOfLife',
        happenedOn: '2025-06-30',
        proceeds: 500n,
        costs: 10n,
        agreedValue: 0n,
      },
      ...{ paper: 'resolution 5', approvedBy: 'representatives' },
    });
  });

  it.each<{ rule: string; form?: Partial<LeavingForm>; facts?: Partial<LifeFacts>; problem?: object }>([
    {
      rule: 'a way is one of the list',
      form: { way: '' },
      problem: { code: 'form.notAllowed', field: 'way' },
    },
    { rule: 'so is a ground', form: { ground: 'x' }, problem: { code: 'form.notAllowed', field: 'ground' } },
    { rule: 'a decision is named', form: { paper: '' }, problem: { code: 'form.missing', field: 'paper' } },
    {
      rule: 'and who took it',
      form: { approvedBy: ' ' },
      problem: { code: 'form.missing', field: 'approvedBy' },
    },
    {
      rule: 'without a number of a person',
      form: { approvedBy: '13812345678' },
      problem: { code: 'form.privateNumber', field: 'approvedBy' },
    },
    {
      rule: 'its depreciation is booked through the month in which it leaves',
      form: { happenedOn: '2025-07-01' },
      problem: { code: 'assetLife.depreciationDue', facts: { month: '2025-07' } },
    },
    {
      rule: 'and no further',
      form: { happenedOn: '2025-05-31' },
      problem: { code: 'assetLife.bookedLater', facts: { last: '2025-06' } },
    },
    {
      rule: 'it has earned nothing for a later month',
      facts: { lastEarned: '2025-07' },
      problem: { code: 'assetLife.earnedLater', facts: { last: '2025-07' } },
    },
    { rule: 'but may have for its last', facts: { lastEarned: '2025-06' } },
    {
      rule: 'nothing is booked of it for a later day',
      facts: { lastEarned: '2025-06', earnedUntil: '2025-07-01' },
      problem: { code: 'assetLife.earnedBeyond', facts: { last: '2025-07-01' } },
    },
    { rule: 'one without terms leaves on any day', form: { happenedOn: '2025-02-03' }, facts: NONE },
    {
      rule: 'what is dated back meets the books of its day',
      facts: { booksOfDay: { cost: 9_000n, accumulated: 0n } },
      problem: { code: 'assetLife.costLater', field: 'happenedOn', facts: { then: 9_000n, now: 10_000n } },
    },
    { rule: 'in which it had lost less', facts: { booksOfDay: { cost: 10_000n, accumulated: 500n } } },
    {
      rule: 'a stake is in the books',
      facts: { ...HELD, books: { cost: 0n, accumulated: 0n } },
      problem: { code: 'assetLife.notHeld', facts: { asset: 'stake' } },
    },
    {
      rule: 'a stake is put into no firm again',
      form: { way: 'contribution', agreedValue: '1' },
      facts: HELD,
      problem: { code: 'assetLife.isStake', field: 'way' },
    },
    {
      rule: 'a stake has a value',
      form: { way: 'contribution' },
      problem: { code: 'form.missing', field: 'agreedValue' },
    },
    {
      rule: 'above nothing',
      form: { way: 'contribution', agreedValue: '0' },
      problem: { code: 'money.notPositive' },
    },
    { rule: 'of one fen', form: { way: 'contribution', agreedValue: '0.01' } },
    {
      rule: 'no money comes in for a stake',
      form: { way: 'contribution', agreedValue: '1', proceeds: '0.01' },
      problem: { code: 'assetLife.noMoney', field: 'proceeds', facts: { way: 'contribution' } },
    },
    {
      rule: 'nor is any spent on handing over',
      form: { way: 'handOver', costs: '0.01' },
      problem: { code: 'assetLife.noMoney', field: 'costs', facts: { way: 'handOver' } },
    },
    { rule: 'nothing typed as nothing', form: { way: 'handOver', costs: '0' } },
    {
      rule: 'money below zero',
      form: { proceeds: '-1' },
      problem: { code: 'money.negative', field: 'proceeds' },
    },
  ])('$rule', ({ form, facts, problem }) => {
    const { problems } = leaving(form, facts);
    if (problem === undefined) expect(problems).toEqual([]);
    else expect(problems).toContainEqual(expect.objectContaining(problem));
  });

  it('leaves by every way of leaving, and by none of the changes', () => {
    expect(LEAVING_WAYS.every(isLeaving)).toBe(true);
    expect([isLeaving('improvement'), isLeaving('impairment')]).toEqual([false, false]);
  });
});
