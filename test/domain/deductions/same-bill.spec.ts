import type { PaidCost } from '../../../src/domain/deductions/cost-twice';
import {
  type ContractCharge,
  type DeductionForm,
  readDeduction,
} from '../../../src/domain/deductions/deduction';
import type { Problem } from '../../../src/domain/shared/problem';

const BILL: DeductionForm = {
  ...{ kind: 'o_and_m', name: 'cleaning', postedOn: '2025-05-05', amount: '6000.00', reason: '' },
};

/** 6,000.00 for the whole year. */
const YEAR = {
  ...{ from: '2025-01-01', to: '2025-12-31', days: 365, of: 365, received: 0n },
  term: { type: 'fixed' as const, amount: '6000.00', yearPart: 'year' as const },
};

const RENT: PaidCost = { kind: 'land_rent', name: 'field', postedOn: '2025-02-20', amount: 10_000n };

describe('what is deducted twice', () => {
  it.each<{ rule: string; paid: Partial<PaidCost>; form?: Partial<DeductionForm>; asked: boolean }>([
    { rule: 'the same a week before', paid: { postedOn: '2025-04-28' }, asked: true },
    { rule: 'the same a week after', paid: { postedOn: '2025-05-12' }, asked: true },
    { rule: 'the same eight days before', paid: { postedOn: '2025-04-27' }, asked: false },
    { rule: 'the same eight days after', paid: { postedOn: '2025-05-13' }, asked: false },
    { rule: 'another name', paid: { name: 'rent of a crane' }, asked: false },
    { rule: 'a fen more', paid: { amount: 600_001n }, asked: false },
    { rule: 'the same under another kind', paid: { kind: 'land_rent' }, asked: true },
    { rule: 'the same, and why it was needed', paid: {}, form: { reason: 'storm' }, asked: true },
    {
      rule: 'the same of no named kind, and why it was needed',
      ...{ paid: {}, form: { kind: 'other', reason: 'storm' }, asked: true },
    },
    { rule: 'the same, and why it is another', paid: {}, form: { twiceReason: 'two panels' }, asked: false },
    { rule: 'the same, and blanks', paid: {}, form: { twiceReason: ' ' }, asked: true },
  ])('a bill beside $rule asks for a reason: $asked', ({ paid, form = {}, asked }) => {
    const before = { kind: 'o_and_m' as const, name: 'cleaning', postedOn: '2025-05-05', amount: 600_000n };
    const read = readDeduction({ ...BILL, ...form }, undefined, {
      paid: [{ ...before, ...paid }],
    });
    expect(read.problems.map(({ code }) => code)).toEqual(asked ? ['deductions.sameBill'] : []);
  });

  it('is no reason where it says nothing', () => {
    const paid = [{ kind: 'o_and_m' as const, name: 'cleaning', postedOn: '2025-05-05', amount: 600_000n }];
    const { problems } = readDeduction({ ...BILL, twiceReason: 'yes' }, undefined, { paid });
    expect(problems.map(({ code, field }) => [code, field])).toEqual([
      ['policy.reasonTooShort', 'twiceReason'],
    ]);
  });

  it.each<{ rule: string; paid: Partial<PaidCost>; form?: Partial<DeductionForm>; asked: boolean }>([
    { rule: 'the same, and why it was needed', paid: {}, form: { reason: 'storm' }, asked: true },
    { rule: 'the same bill by another name', paid: { name: 'washing' }, asked: true },
    { rule: 'the same a week before', paid: { postedOn: '2025-04-28' }, asked: true },
    { rule: 'the same eight days before', paid: { postedOn: '2025-04-27' }, asked: false },
    { rule: 'a bill of a fen more', paid: { amount: 600_001n }, asked: false },
    { rule: 'a bill of another kind', paid: { kind: 'land_rent' }, asked: false },
    { rule: 'the same, and why it is another', paid: {}, form: { twiceReason: 'two panels' }, asked: false },
  ])('a charge beside $rule asks for a reason: $asked', ({ paid, form = {}, asked }) => {
    const before = { kind: 'o_and_m' as const, name: 'cleaning', postedOn: '2025-05-05', amount: 600_000n };
    const contract: ContractCharge = {
      ...{ kind: 'o_and_m', name: 'upkeep', reason: 'as agreed' },
      ...{ validFrom: '2025-01-01', validTo: undefined, paidAhead: false },
      basis: { parts: [YEAR], chargedInPeriod: 0n, chargedInYear: 0n },
    };
    const { problems } = readDeduction({ ...BILL, ...form }, contract, {
      paid: [{ ...before, ...paid }],
    });
    expect(problems.map(({ code }) => code)).toEqual(asked ? ['deductions.sameBill'] : []);
  });

  it.each<{ rule: string; kind: string; twiceReason?: string; landRentBy?: string; codes: string[] }>([
    { rule: 'of the kind', kind: 'o_and_m', codes: ['deductions.besideContract'] },
    { rule: 'of the kind, and why', kind: 'o_and_m', twiceReason: 'a storm', codes: [] },
    { rule: 'of another kind', kind: 'insurance', codes: [] },
    { rule: 'of land rent elsewhere', kind: 'land_rent', codes: ['deductions.besideContract'] },
    {
      rule: 'of the kind, and one of land rent',
      ...{ kind: 'o_and_m', landRentBy: 'lease', codes: ['deductions.besideContract'] },
    },
    {
      rule: 'of the land rent of the asset',
      ...{ kind: 'land_rent', landRentBy: 'lease', codes: ['deductions.byContract'] },
    },
  ])('a bill beside a contract $rule: $codes', ({ kind, twiceReason = '', landRentBy, codes }) => {
    const contracts = [
      { kind: 'o_and_m' as const, name: 'upkeep' },
      { kind: 'land_rent' as const, name: 'lease' },
    ];
    const { problems } = readDeduction({ ...BILL, kind, twiceReason }, undefined, { contracts, landRentBy });
    expect(problems.map(({ code }) => code)).toEqual(codes);
  });

  it.each<[rule: string, of: Partial<DeductionForm>, twiceReason: string, codes: string[]]>([
    ['of its kind', {}, '', ['deductions.daysCharged']],
    ['of its kind, that is another', {}, 'a second roof', []],
    ['of land rent', { kind: 'land_rent' }, '', ['deductions.daysCharged']],
  ])('a bill for days that an ended contract has charged, %s', (_rule, of, twiceReason, codes) => {
    const charge = { kind: 'o_and_m' as const, name: 'upkeep', postedOn: '2025-03-31', amount: 1n };
    const charged = { from: '2025-01-01', to: '2025-03-31' };
    const daysCharged = [{ ...charge, charged, isOfYear: false }];
    const { problems } = readDeduction({ ...BILL, ...of, twiceReason }, undefined, { daysCharged });
    expect(problems.map(({ code }) => code)).toEqual(codes);
  });

  it('a bill that says no days is told all the days of its year that the contract has charged', () => {
    const charge = { kind: 'o_and_m' as const, postedOn: '2025-03-31', isOfYear: true };
    const days = (from: string, to: string) => ({ charged: { from, to } });
    const daysCharged = [
      { ...charge, name: 'upkeep', amount: 9_000n, ...days('2025-04-01', '2025-05-10') },
      { ...charge, name: 'upkeep', amount: 6_000n, ...days('2025-01-01', '2025-03-31') },
      { ...charge, name: 'washing', amount: 1n, ...days('2024-12-01', '2025-06-30') },
    ];
    const facts = { contract: 'upkeep', from: '2025-01-01', to: '2025-05-10', amount: 15_000n };
    expect(readDeduction(BILL, undefined, { daysCharged }).problems).toEqual([
      { code: 'deductions.yearCharged', field: 'twiceReason', facts },
    ]);
  });

  it.each([
    ['under the name of a contract of another kind', ' Up keep', ['deductions.besideNamed']],
    ['under a name of its own', 'a crane', []],
  ])('a cost of no named kind, %s', (_rule, name, codes) => {
    const contracts = [{ kind: 'o_and_m' as const, name: 'Upkeep' }];
    const typed = { ...BILL, kind: 'other', name, reason: 'a storm' };
    expect(readDeduction(typed, undefined, { contracts }).problems.map(({ code }) => code)).toEqual(codes);
  });

  const seen: Problem = { code: 'deductions.paidElsewhere', field: 'twiceReason' };
  it.each<{ rule: string; elsewhere: Problem[] | undefined; twiceReason?: string; codes: string[] }>([
    { rule: 'paid by nobody else', elsewhere: undefined, codes: [] },
    { rule: 'paid by another fund', elsewhere: [seen], codes: ['deductions.paidElsewhere'] },
    { rule: 'paid by another fund, and answered', elsewhere: [], twiceReason: 'another roof', codes: [] },
    {
      rule: 'paid by nobody else, with an answer',
      ...{ elsewhere: undefined, twiceReason: 'another roof', codes: ['deductions.notSeenTwice'] },
    },
  ])('a bill $rule: $codes', ({ elsewhere, twiceReason = '', codes }) => {
    const { problems } = readDeduction({ ...BILL, twiceReason }, undefined, { elsewhere });
    expect(problems.map(({ code }) => code)).toEqual(codes);
  });

  it('a charge of upkeep for days that a bill has paid asks why it is no second time', () => {
    const contract: ContractCharge = {
      ...{ kind: 'o_and_m', name: 'upkeep', reason: '' },
      ...{ validFrom: '2025-01-01', validTo: undefined, paidAhead: false },
      basis: { parts: [YEAR], chargedInPeriod: 0n, chargedInYear: 0n },
    };
    const billed = [{ ...RENT, kind: 'o_and_m' as const, name: 'washing' }];
    const codes = (twiceReason: string) =>
      readDeduction({ ...BILL, twiceReason }, contract, { billed }).problems.map(({ code }) => code);
    expect([codes(''), codes('another roof')]).toEqual([['deductions.daysBilled'], []]);
  });

  it.each<[rule: string, billed: PaidCost[] | undefined, twiceReason: string, codes: string[]]>([
    ['beside no bill', undefined, '', []],
    ['of days that a bill has paid', [RENT], '', ['deductions.rentBilled']],
    ['of days that a bill has paid for another field', [RENT], 'the field by the road', []],
    ['beside no bill, with a reason', [], 'another', ['deductions.notSeenTwice']],
  ])('a charge of land rent %s', (_rule, billed, twiceReason, codes) => {
    const contract: ContractCharge = {
      ...{ kind: 'land_rent', name: 'field', reason: '' },
      ...{ validFrom: '2025-01-01', validTo: undefined, paidAhead: false },
      basis: { parts: [YEAR], chargedInPeriod: 0n, chargedInYear: 0n },
    };
    const { problems } = readDeduction({ ...BILL, twiceReason }, contract, { billed });
    expect(problems.map(({ code }) => code)).toEqual(codes);
  });
});
