import { capOfYear, type ChargeBasis, chargeDue } from '../../../src/domain/deductions/contract-charge';
import { type ContractTerm, chargePeriod, termProblems } from '../../../src/domain/deductions/contract-term';
import {
  type ContractCharge,
  type DeductionForm,
  readDeduction,
} from '../../../src/domain/deductions/deduction';
import { deductionPostings } from '../../../src/domain/deductions/postings';
import { FULL } from '../ledger/entries.fixture';

/** What the books say of a whole period under one price. */
function basisOf(
  term: ContractTerm,
  { received = 0n, charged = 0n }: { readonly received?: bigint; readonly charged?: bigint } = {},
): ChargeBasis {
  const whole = { from: '2025-01-01', to: '2025-12-31', days: 365, of: 365 };
  return { parts: [{ ...whole, term, received }], chargedInPeriod: charged, chargedInYear: charged };
}

const landRent = (
  mu: string,
  yearPart: 'year' | 'half-year' | 'quarter',
  ownShare?: string,
): ContractTerm => ({
  type: 'landRent',
  mu,
  yuanPerMuYear: '800',
  yearPart,
  ...(ownShare === undefined ? {} : { ownShare }),
});
const RATE: ContractTerm = { type: 'percentOfReceipt', rate: '2.9%' };
const CAPPED: ContractTerm = { type: 'perWattYear', yuanPerWattYear: '0.03', capacityKw: '200' };

describe('the days for which a contract charges once', () => {
  it.each<[given: ContractTerm, day: string, from: string, to: string]>([
    [RATE, '2025-07-05', '2025-07-01', '2025-12-31'],
    [RATE, '2025-06-30', '2025-01-01', '2025-06-30'],
    [CAPPED, '2025-07-05', '2025-01-01', '2025-12-31'],
    [landRent('1', 'quarter'), '2025-06-30', '2025-04-01', '2025-06-30'],
    [landRent('1', 'quarter'), '2025-07-01', '2025-07-01', '2025-09-30'],
    [landRent('1', 'half-year'), '2025-07-01', '2025-07-01', '2025-12-31'],
    [landRent('1', 'year'), '2025-07-01', '2025-01-01', '2025-12-31'],
  ])('of %j on %s are %s to %s, whatever was charged on a later day of them', (given, day, from, to) => {
    expect(chargePeriod(given, day)).toEqual({ from, to });
  });
});

describe('what a contract asks for', () => {
  it.each<{ term: string; given: ContractTerm; basis?: object; due: bigint | undefined }>([
    { term: 'a fixed amount', given: { type: 'fixed', amount: '6,900.00', yearPart: 'year' }, due: 690_000n },
    {
      term: 'a fixed amount, charged before: nothing more',
      given: { type: 'fixed', amount: '10', yearPart: 'year' },
      basis: { charged: 1_000n },
      due: 0n,
    },
    { term: 'rent of a year', given: landRent('4.20', 'year'), due: 336_000n },
    { term: 'rent of a half-year: 4.20 × 800 ÷ 2', given: landRent('4.20', 'half-year'), due: 168_000n },
    { term: 'rent of a quarter', given: landRent('4.20', 'quarter'), due: 84_000n },
    {
      term: 'rent of a share: 52.80 × 800 ÷ 2 × 6.25 %',
      given: landRent('52.80', 'half-year', '6.25%'),
      due: 132_000n,
    },
    { term: 'rent of the whole as a share', given: landRent('1', 'year', '100%'), due: 80_000n },
    { term: '2.9 % of 85,466.14', given: RATE, basis: { received: 8_546_614n }, due: 247_852n },
    {
      term: 'the difference to what was charged on the running receipts',
      given: RATE,
      basis: { received: 8_546_614n, charged: 100_000n },
      due: 147_852n,
    },
    {
      term: 'a minus when a receipt was taken back',
      given: RATE,
      basis: { received: 0n, charged: 100n },
      due: -100n,
    },
    {
      term: 'half a fen, rounded away from zero',
      given: { type: 'percentOfReceipt', rate: '50%' },
      basis: { received: 1n },
      due: 1n,
    },
    { term: 'nothing by itself: only a bill can tell', given: CAPPED, due: undefined },
  ])('is $term', ({ given, basis, due }) => {
    expect(chargeDue(basisOf(given, basis))).toBe(due);
  });

  it('rounds the printed sum once, however often the running receipts are charged', () => {
    const receipts = [33n, 33n, 34n, 1n, 9_999n];
    let [received, charged] = [0n, 0n];
    for (const receipt of receipts) {
      received += receipt;
      const due = chargeDue(basisOf(RATE, { received, charged }));
      charged += due ?? 0n;
    }
    expect(charged).toBe(293n); // 101.00 × 2.9 % = 2.929
  });

  it('caps a year at yuan per watt × capacity: 0.03 × 200 kW = 6,000.00', () => {
    expect(capOfYear(basisOf(CAPPED))).toBe(600_000n);
    expect(capOfYear(basisOf(RATE))).toBeUndefined();
  });

  it.each<{ rule: string; term: ContractTerm; problems: string[] }>([
    { rule: 'a rate of 100 %', term: { type: 'percentOfReceipt', rate: '100%' }, problems: [] },
    {
      rule: 'a rate of nothing',
      term: { type: 'percentOfReceipt', rate: '0.00%' },
      problems: ['form.notPositive term.rate'],
    },
    { rule: 'the least rate', term: { type: 'percentOfReceipt', rate: '0.01%' }, problems: [] },
    {
      rule: 'a rate above',
      term: { type: 'percentOfReceipt', rate: '100.01%' },
      problems: ['money.notARatio term.rate'],
    },
    {
      rule: 'a rate without its sign',
      term: { type: 'percentOfReceipt', rate: '2.9' },
      problems: ['money.notARatio term.rate'],
    },
    { rule: 'rent', term: landRent('4.20', 'year'), problems: [] },
    {
      rule: 'rent that is wrong in every field',
      term: { type: 'landRent', mu: 'x', yuanPerMuYear: '-1', yearPart: 'year', ownShare: '6.25' },
      problems: [
        'form.notAQuantity term.mu',
        'form.notAQuantity term.yuanPerMuYear',
        'money.notARatio term.ownShare',
      ],
    },
  ])('is checked when it is entered: $rule', ({ term, problems }) => {
    expect(termProblems(term).map(({ code, field }) => `${code} ${field}`)).toEqual(problems);
  });

  it('says a fixed amount in yuan and fen: half a fen is refused when the contract is entered', () => {
    const codes = termProblems({ type: 'fixed', amount: '10.005', yearPart: 'year' }).map(({ code }) => code);
    expect(codes).toEqual(['money.notAnAmount']);
  });
});

const BILL: DeductionForm = {
  kind: 'insurance',
  name: ' fire ',
  postedOn: '2025-05-05',
  amount: '920.00',
  reason: '',
};
const contractOf = (term: ContractTerm, basis: Parameters<typeof basisOf>[1] = {}): ContractCharge => ({
  kind: 'o_and_m',
  name: 'upkeep',
  reason: '',
  basis: basisOf(term, basis),
  validFrom: '2025-01-01',
  validTo: undefined,
  paidAhead: false,
});
const problemsOf = (change: Partial<DeductionForm>, contract?: ContractCharge) =>
  readDeduction({ ...BILL, ...change }, contract).problems;

describe('a necessary cost', () => {
  it('is read from its bill', () => {
    expect(readDeduction(BILL, undefined)).toEqual({
      deduction: {
        ...{ kind: 'insurance', name: 'fire', postedOn: '2025-05-05', amount: 92_000n, reason: '' },
        attachments: 1,
        byYear: [],
      },
      problems: [],
    });
  });

  it('takes kind and name from its contract', () => {
    const { deduction } = readDeduction({ ...BILL, kind: '', name: '' }, contractOf(CAPPED));
    expect(deduction).toMatchObject({ kind: 'o_and_m', name: 'upkeep' });
  });

  it.each<{ amount: string; charged: bigint; excess: bigint | undefined }>([
    { amount: '6,000.00', charged: 0n, excess: undefined },
    { amount: '6,000.01', charged: 0n, excess: 1n },
    { amount: '0.01', charged: 599_999n, excess: undefined },
    { amount: '0.02', charged: 599_999n, excess: 1n },
    { amount: '0.01', charged: 600_000n, excess: 1n },
  ])('stays under the cap of its year: $amount after $charged fen', ({ amount, charged, excess }) => {
    const facts = { cap: 600_000n, excess };
    expect(problemsOf({ amount }, contractOf(CAPPED, { charged }))).toEqual(
      excess === undefined ? [] : [{ code: 'deductions.aboveCap', field: 'amount', facts }],
    );
  });

  it.each<{ amount: string; difference: bigint | undefined }>([
    { amount: '2,478.52', difference: undefined },
    { amount: '2,478.51', difference: -1n },
    { amount: '2,478.53', difference: 1n },
  ])('is what its contract reckons, to the fen: $amount', ({ amount, difference }) => {
    const contract = contractOf(RATE, { received: 8_546_614n });
    const facts = { due: 247_852n, difference };
    expect(problemsOf({ amount }, contract)).toEqual(
      difference === undefined ? [] : [{ code: 'deductions.notAsContracted', field: 'amount', facts }],
    );
  });

  it.each<{ rule: string; from?: string; to?: string; problem: object[] }>([
    { rule: 'its first day', from: '2025-05-05', problem: [] },
    {
      rule: 'the day before it',
      from: '2025-05-06',
      problem: [{ code: 'deductions.beforeContract', facts: { validFrom: '2025-05-06' } }],
    },
    { rule: 'its last day', to: '2025-05-05', problem: [] },
    {
      rule: 'the day after it',
      to: '2025-05-04',
      problem: [{ code: 'deductions.afterContract', facts: { validTo: '2025-05-04' } }],
    },
  ])('is charged by its contract on $rule', ({ from = '2025-01-01', to, problem }) => {
    const contract = { ...contractOf(CAPPED), validFrom: from, validTo: to };
    const at = { field: 'postedOn', value: '2025-05-05' };
    expect(problemsOf({}, contract)).toEqual(problem.map((each) => ({ ...at, ...each })));
  });

  it('is no bill of land rent where a contract charges it for the asset', () => {
    const twice = (kind: string, contract?: ContractCharge) =>
      readDeduction({ ...BILL, kind }, contract, { landRentBy: 'field lease' }).problems;
    expect(twice('land_rent')).toEqual([
      { code: 'deductions.byContract', field: 'kind', facts: { contract: 'field lease' } },
    ]);
    expect(twice('insurance')).toEqual([]);
    expect(twice('', contractOf(CAPPED))).toEqual([]);
  });

  it.each<{ kind: string; reason: string; codes: string[] }>([
    { kind: 'other', reason: 'the inverter burnt', codes: [] },
    { kind: 'other', reason: ' ', codes: ['deductions.reasonMissing'] },
    { kind: 'land_rent', reason: '', codes: [] },
    { kind: 'meals', reason: 'guests', codes: ['form.notAllowed'] },
  ])('of kind $kind with the reason "$reason"', ({ kind, reason, codes }) => {
    expect(problemsOf({ kind, reason }).map(({ code }) => code)).toEqual(codes);
  });

  it('wants a reason for what the document in force does not name, and takes the one of its contract', () => {
    const named = new Set(['o_and_m']);
    const codesOf = (kind: string, contract?: ContractCharge) =>
      readDeduction({ ...BILL, kind }, contract, { named }).problems.map(({ code }) => code);
    expect(codesOf('insurance')).toEqual(['deductions.reasonMissing']);
    expect(codesOf('o_and_m')).toEqual([]);
    const other = { ...contractOf(CAPPED), kind: 'other' as const };
    expect(codesOf('', other)).toEqual(['deductions.reasonMissing']);
    const { deduction, problems } = readDeduction(BILL, { ...other, reason: 'flood' }, { named });
    expect([deduction.reason, problems]).toEqual(['flood', []]);
  });

  it('names everything that is wrong at once', () => {
    expect(problemsOf({ kind: 'x', name: ' ', postedOn: '2025-02-29', amount: '0' })).toEqual([
      { code: 'form.notAllowed', field: 'kind', value: 'x' },
      { code: 'form.missing', field: 'name' },
      { code: 'calendar.notADay', field: 'postedOn', value: '2025-02-29' },
      { code: 'money.notPositive', field: 'amount', value: '0' },
    ]);
  });

  it.each([
    ['0', 'money.notPositive'],
    ['-1', 'money.notPositive'],
    ['', 'form.missing'],
    ['1.001', 'money.notAnAmount'],
    ['999,999,999,999,999', 'money.tooLarge'],
  ])('is an amount above zero, not "%s", before its contract is asked: %s', (amount, code) => {
    expect(problemsOf({ amount }, contractOf(RATE)).map((problem) => problem.code)).toEqual([code]);
  });

  it('is paid from the bank and deducted from its pool', () => {
    expect(deductionPostings({ pool: 'pv', amount: 5n, assetId: 's1' }, FULL.roles)).toEqual([
      { pool: 'pv', assetId: 's1', ledgerAccount: '511', side: 'debit', amount: 5n, poolFlow: 'deducted' },
      { pool: 'pv', assetId: 's1', ledgerAccount: '102', side: 'credit', amount: 5n },
    ]);
  });
});
