import { type DeductionForm, type PaidCost, readDeduction } from '../../../src/domain/deductions/deduction';

const BILL: DeductionForm = {
  ...{ kind: 'o_and_m', name: 'cleaning', postedOn: '2025-05-05', amount: '6000.00', reason: '' },
};

describe('what is deducted twice', () => {
  it.each<{ rule: string; paid: Partial<PaidCost>; form?: Partial<DeductionForm>; asked: boolean }>([
    { rule: 'the same a week before', paid: { postedOn: '2025-04-28' }, asked: true },
    { rule: 'the same a week after', paid: { postedOn: '2025-05-12' }, asked: true },
    { rule: 'the same eight days before', paid: { postedOn: '2025-04-27' }, asked: false },
    { rule: 'the same eight days after', paid: { postedOn: '2025-05-13' }, asked: false },
    { rule: 'another name', paid: { name: 'rent of a crane' }, asked: false },
    { rule: 'a fen more', paid: { amount: 600_001n }, asked: false },
    { rule: 'another kind', paid: { kind: 'land_rent' }, asked: false },
    { rule: 'the same, and why it is another', paid: {}, form: { reason: 'two panels' }, asked: false },
  ])('a bill beside $rule asks for a reason: $asked', ({ paid, form = {}, asked }) => {
    const before = { kind: 'o_and_m' as const, name: 'cleaning', postedOn: '2025-05-05', amount: 600_000n };
    const read = readDeduction({ ...BILL, ...form }, undefined, {
      paid: [{ ...before, ...paid }],
    });
    expect(read.problems.map(({ code }) => code)).toEqual(asked ? ['deductions.sameBill'] : []);
  });

  it.each<{ rule: string; kind: string; reason: string; codes: string[] }>([
    { rule: 'of the kind', kind: 'o_and_m', reason: '', codes: ['deductions.besideContract'] },
    { rule: 'of the kind, and why', kind: 'o_and_m', reason: 'a storm', codes: [] },
    { rule: 'of another kind', kind: 'insurance', reason: '', codes: [] },
  ])('a bill beside a contract $rule: $codes', ({ kind, reason, codes }) => {
    const contracts = [{ kind: 'o_and_m' as const, name: 'upkeep' }];
    const { problems } = readDeduction({ ...BILL, kind, reason }, undefined, { contracts });
    expect(problems.map(({ code }) => code)).toEqual(codes);
  });
});
