import type { Asset, Fund } from '../../../src/domain/assets/asset';
import {
  type CorrectedField,
  type CorrectionFacts,
  type CorrectionForm,
  readCorrection,
} from '../../../src/domain/assets/correction';

const ASSET: Asset = {
  ...{
    id: 'a',
    kind: 'workshop',
    assetClass: 'operating',
    titleLevel: 'village',
    name: 'hall',
    pool: 'other',
  },
  ...{ cost: 10_000n, titleHolder: 'Donghe', acquiredOn: '2021-09-30' },
};
const FUNDS: Fund[] = [{ level: 'central', year: 2021, amount: 10_000n }];
const FACTS: CorrectionFacts = {
  ...{ today: '2025-07-20', asset: ASSET, funds: FUNDS, namesTaken: ['shed'] },
  ...{ isNamed: false, booked: 0n, waiting: [], earlier: [] },
};
const fund = (amount: string, level = 'central') => ({ level, year: '2021', amount });
const FORM: CorrectionForm = {
  name: 'hall',
  cost: '100.00',
  funds: [fund('100')],
  why: 'typed wrongly',
  basedOn: '0',
};
const part = (field: CorrectedField) => ({ field, before: 'x', after: 'y' });
const DEARER = { cost: '120', funds: [fund('120')] };
const correct = (form: Partial<CorrectionForm> = {}, facts: Partial<CorrectionFacts> = {}) =>
  readCorrection({ ...FORM, ...form }, { ...FACTS, ...facts });

describe('what was entered of an asset is put right', () => {
  it('field by field, with what it said before', () => {
    const form = { name: ' big hall ', cost: '100.01', funds: [fund('60.01'), fund('40', 'county')] };
    const { correction, problems } = correct(form);
    expect(problems).toEqual([]);
    expect(correction).toEqual({
      name: 'big hall',
      cost: 10_001n,
      funds: [
        { level: 'central', year: 2021, amount: 6_001n },
        { level: 'county', year: 2021, amount: 4_000n },
      ],
      why: 'typed wrongly',
      parts: [
        { field: 'name', before: 'hall', after: 'big hall' },
        { field: 'cost', before: '100.00', after: '100.01' },
        { field: 'funds', before: 'central 2021 100.00', after: 'central 2021 60.01; county 2021 40.00' },
      ],
    });
  });

  it.each<{
    rule: string;
    form?: Partial<CorrectionForm>;
    facts?: Partial<CorrectionFacts>;
    problem?: object;
  }>([
    { rule: 'only where something was wrong', problem: { code: 'particulars.unchanged', field: '' } },
    { rule: 'for a reason', form: { ...DEARER, why: ' ' }, problem: { code: 'form.missing', field: 'why' } },
    {
      rule: 'without a number of a person',
      form: { ...DEARER, why: 'see 341221199001011234' },
      problem: expect.objectContaining({ field: 'why' }) as object,
    },
    {
      rule: 'not the cost while a voucher waits that brings it into the books',
      form: DEARER,
      facts: { waiting: ['bring in', 'more'] },
      problem: { code: 'assets.draftWaits', field: 'cost', value: '120', facts: { summary: 'bring in' } },
    },
    {
      rule: 'but who paid for it, all the same',
      form: { funds: [fund('100', 'county')] },
      facts: { waiting: ['bring in'] },
    },
    {
      rule: 'not over what somebody put right meanwhile',
      form: DEARER,
      facts: { earlier: [part('name'), part('funds'), part('cost'), part('funds')] },
      problem: { code: 'assets.correctedMeanwhile', field: '', facts: { fields: ['name', 'cost', 'funds'] } },
    },
    {
      rule: 'not over the last of two corrections',
      form: { ...DEARER, basedOn: '1' },
      facts: { earlier: [part('name'), part('cost')] },
      problem: { code: 'assets.correctedMeanwhile', field: '', facts: { fields: ['cost'] } },
    },
    {
      rule: 'from a form that saw more than there is',
      form: { ...DEARER, basedOn: '3' },
      facts: { earlier: [part('name'), part('cost')] },
      problem: { code: 'assets.correctedMeanwhile', field: '', facts: { fields: ['name', 'cost'] } },
    },
    {
      rule: 'from a form that saw them',
      form: { ...DEARER, basedOn: '2' },
      facts: { earlier: [part('name'), part('cost')] },
    },
    {
      rule: 'to no year to come',
      form: { ...DEARER, funds: [{ ...fund('120'), year: '2026' }] },
      problem: {
        ...{ code: 'assets.yearToCome', field: 'funds.0.year', value: '2026', facts: { latest: '2025' } },
      },
    },
    {
      rule: 'to a year after the acquisition, with the reason',
      form: { ...DEARER, funds: [{ ...fund('120'), year: '2022' }] },
    },
    {
      rule: 'to no name that is taken',
      form: { name: 'shed' },
      problem: { code: 'assets.nameTaken', field: 'name', value: 'shed' },
    },
    {
      rule: 'to funds that add up to the cost',
      form: { cost: '120' },
      problem: {
        code: 'assets.fundsNotCost',
        field: 'funds',
        facts: { funds: 10_000n, cost: 12_000n, difference: -2_000n },
      },
    },
    {
      rule: 'not after it left',
      form: DEARER,
      facts: { asset: { ...ASSET, leftOn: '2025-06-30', leftBy: 'sale' } },
      problem: { code: 'assetLife.left', field: '', facts: { day: '2025-06-30' } },
    },
    {
      rule: 'the name not once a voucher is made out to it',
      form: { name: 'big hall' },
      facts: { isNamed: true },
      problem: { code: 'assets.nameInVouchers', field: 'name', value: 'big hall', facts: { name: 'hall' } },
    },
    { rule: 'the cost of what the books do not hold', form: DEARER, facts: { isNamed: true } },
    {
      rule: 'the cost not against the books',
      form: DEARER,
      facts: { isNamed: true, booked: 10_000n },
      problem: { code: 'assets.costBooked', field: 'cost', value: '120', facts: { booked: 10_000n } },
    },
    { rule: 'the cost to what the books say', form: DEARER, facts: { isNamed: true, booked: 12_000n } },
    {
      rule: 'who paid, whatever the books say',
      form: { funds: [fund('100', 'county')] },
      facts: { isNamed: true, booked: 12_000n },
    },
  ])('$rule', ({ form, facts, problem }) => {
    expect(correct(form, facts).problems).toEqual(problem === undefined ? [] : [problem]);
  });
});
