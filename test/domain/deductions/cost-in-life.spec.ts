import {
  afterAssetProblems,
  chargeLifeProblems,
  firstCostDay,
  lifeProblems,
} from '../../../src/domain/deductions/cost-in-life';
import { type DeductionForm, readDeduction } from '../../../src/domain/deductions/deduction';

/** An asset of 10 June to 5 July. */
const LIFE = { acquiredOn: '2025-06-10', leftOn: '2025-07-05' };
const STANDING = { acquiredOn: '2025-06-10' };
const BILL = { kind: 'o_and_m', postedOn: '2025-06-20', outsideAsset: '' };
const days = (from: string, to: string) => ({ from, to });

describe('the days of a cost and those of its asset', () => {
  it.each<[what: string, postedOn: string, codes: string[]]>([
    ['the day before it came', '2025-06-09', ['deductions.beforeAsset postedOn']],
    ['its first day', '2025-06-10', []],
    ['its last day', '2025-07-05', []],
    ['the day after', '2025-07-06', ['deductions.afterAsset postedOn']],
    ['no day at all', '2025-06-31', []],
  ])('a bill without days is for its own: %s', (_what, postedOn, codes) => {
    const told = lifeProblems({ ...BILL, postedOn }, undefined, LIFE);
    expect(told.map(({ code, field }) => `${code} ${field}`)).toEqual(codes);
  });

  it.each<[from: string, to: string, codes: string[], outside: number]>([
    ['2025-06-01', '2025-06-09', ['deductions.beforeAsset servedTo'], 0],
    ['2025-06-01', '2025-06-10', ['deductions.outsideAsset outsideAsset'], 9],
    ['2025-06-09', '2025-06-09', ['deductions.beforeAsset servedTo'], 0],
    ['2025-06-10', '2025-06-10', [], 0],
    ['2025-06-10', '2025-07-05', [], 0],
    ['2025-06-10', '2025-07-06', ['deductions.outsideAsset outsideAsset'], 1],
    ['2025-06-09', '2025-07-06', ['deductions.outsideAsset outsideAsset'], 2],
    ['2025-07-05', '2025-12-31', ['deductions.outsideAsset outsideAsset'], 179],
    ['2025-07-06', '2025-07-12', ['deductions.afterAsset servedFrom'], 0],
  ])('a bill of %s to %s, whenever it is paid: %s', (from, to, codes, outside) => {
    for (const postedOn of ['2025-06-01', '2025-06-20', '2025-08-01']) {
      const told = lifeProblems({ ...BILL, postedOn }, days(from, to), LIFE);
      expect(told.map(({ code, field }) => `${code} ${field}`)).toEqual(codes);
      expect(told[0]?.facts?.['days'] ?? 0).toBe(outside);
    }
  });

  it.each<[what: string, from: string, to: string, codes: string[]]>([
    ['a last day', '2025-06-10', '2099-12-31', []],
    ['a last day, but with a first one', '2025-06-09', '2099-12-31', ['deductions.outsideAsset']],
  ])('an asset that stands in the register has not %s', (_what, from, to, codes) => {
    expect(lifeProblems(BILL, days(from, to), STANDING).map(({ code }) => code)).toEqual(codes);
  });

  it.each<[from: string, to: string, codes: string[]]>([
    ['2025-01-01', '2025-06-09', []],
    ['2025-01-01', '2025-07-05', []],
    ['2025-01-01', '2025-07-06', ['deductions.outsideAsset']],
    ['2025-07-06', '2025-12-31', ['deductions.afterAsset']],
  ])('land is rented from when building began: %s to %s', (from, to, codes) => {
    const told = lifeProblems({ ...BILL, kind: 'land_rent' }, days(from, to), LIFE);
    expect(told.map(({ code }) => code)).toEqual(codes);
    expect([firstCostDay('land_rent', LIFE), firstCostDay('other', LIFE)]).toEqual([undefined, '2025-06-10']);
  });

  it.each<[what: string, from: string, to: string, codes: string[]]>([
    ['partly outside', '2025-06-01', '2025-06-10', []],
    ['wholly outside, which no reason mends', '2025-06-01', '2025-06-09', ['deductions.beforeAsset']],
    ['within, where nobody asked', '2025-06-10', '2025-06-10', ['deductions.noOutsideAsset']],
  ])('a reason is for days %s', (_what, from, to, codes) => {
    const told = lifeProblems({ ...BILL, outsideAsset: 'paid for the year' }, days(from, to), LIFE);
    expect(told.map(({ code }) => code)).toEqual(codes);
    const ofNoAsset = lifeProblems({ ...BILL, outsideAsset: 'why' }, days(from, to), undefined);
    expect(ofNoAsset.map(({ code }) => code)).toEqual(['deductions.noOutsideAsset']);
  });
});

describe('a charge of a contract for days on which its asset was not there', () => {
  it.each<[from: string, to: string, outside: number]>([
    ['2025-06-10', '2025-07-05', 0],
    ['2025-06-09', '2025-07-05', 1],
    ['2025-06-01', '2025-07-05', 9],
    ['2025-06-10', '2025-07-06', 1],
    ['2025-06-09', '2025-07-06', 2],
    ['2025-06-10', '2025-12-31', 179],
    ['2025-01-01', '2025-03-31', 90],
    ['2025-06-01', '2025-06-09', 9],
    ['2025-07-06', '2025-07-06', 1],
    ['2026-01-01', '2026-12-31', 365],
  ])('of %s to %s wants a reason for %s days', (from, to, outside) => {
    const charge = { kind: 'o_and_m' };
    const told = chargeLifeProblems(charge, days(from, to), LIFE);
    expect(told.map(({ code, facts }) => `${code} ${String(facts?.['days'])}`)).toEqual(
      outside === 0 ? [] : [`deductions.outsideAsset ${String(outside)}`],
    );
    const why = { ...charge, outsideAsset: 'the land is ours to give back' };
    const said = chargeLifeProblems(why, days(from, to), LIFE);
    expect(said.map(({ code }) => code)).toEqual(outside === 0 ? ['deductions.noOutsideAsset'] : []);
  });

  it.each<[what: string, told: ReturnType<typeof chargeLifeProblems>, codes: string[]]>([
    [
      'of land, rented from when building began',
      chargeLifeProblems({ kind: 'land_rent' }, days('2025-06-01', '2025-07-05'), LIFE),
      [],
    ],
    [
      'of an asset that stands, from its first day',
      chargeLifeProblems({ kind: 'o_and_m' }, days('2025-06-10', '2099-12-31'), STANDING),
      [],
    ],
    [
      'of an asset that stands, from the day before',
      chargeLifeProblems({ kind: 'o_and_m' }, days('2025-06-09', '2099-12-31'), STANDING),
      ['deductions.outsideAsset'],
    ],
    ['of no asset', chargeLifeProblems({ kind: 'o_and_m' }, days('2020-01-01', '2099-12-31'), undefined), []],
  ])('%s: %j', (_what, told, codes) => {
    expect(told.map(({ code }) => code)).toEqual(codes);
  });
});

describe('an asset that leaves before bills that stand', () => {
  it.each<[what: string, postedOn: string, served: ReturnType<typeof days> | undefined, day: string[]]>([
    ['of its last day', '2025-07-05', undefined, []],
    ['of the day after', '2025-07-06', undefined, ['2025-07-06']],
    ['of days before, paid later', '2025-07-20', days('2025-07-01', '2025-07-05'), []],
    ['that began while it was there', '2025-07-05', days('2025-07-05', '2025-12-31'), []],
    ['paid ahead for days after', '2025-07-01', days('2025-07-06', '2025-12-31'), ['2025-07-06']],
  ])('keeps the month from being held for a bill %s', (_what, postedOn, served, day) => {
    const bill = { name: 'fire', assetId: 'a1', postedOn, amount: 5n, entryId: 'e1', days: served };
    const left = new Map([['a1', { name: 'mill', ...LIFE }]]);
    const told = afterAssetProblems([bill, { ...bill, assetId: null }, { ...bill, assetId: 'a2' }], left);
    expect(told.map(({ code, field }) => `${code} ${field}`)).toEqual(
      day.map(() => 'months.costAfterAsset e1'),
    );
    expect(told.map(({ facts }) => facts?.['day'])).toEqual(day);
  });
});

describe('a bill for an asset', () => {
  const form: DeductionForm = {
    ...{ kind: 'insurance', name: 'fire', postedOn: '2025-06-20', amount: '23.27', reason: '' },
    ...{ servedFrom: '2025-06-20', servedTo: '2025-12-31' },
  };
  it('is asked of its days with everything else, and has them once there is a reason', () => {
    const told = (wish: Partial<DeductionForm>): string[] =>
      readDeduction({ ...form, ...wish }, undefined, { life: LIFE }).problems.map(({ code }) => code);
    expect(told({ kind: 'other' })).toEqual(['deductions.outsideAsset', 'deductions.reasonMissing']);
    expect(told({ outsideAsset: 'the premium is not paid back' })).toEqual([]);
    // Days that cannot be read are told as such: the day on which it is paid says nothing of them.
    expect(told({ servedTo: '2025-06-19', postedOn: '2025-06-09' })).toEqual(['calendar.reversed']);
    expect(told({ servedFrom: '', postedOn: '2025-07-06' })).toEqual(['form.missing']);
  });
});
