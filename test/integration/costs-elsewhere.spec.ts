import { restsOf } from '../../src/domain/deductions/cost-elsewhere';
import { FormProblems } from '../../src/domain/shared/problem';
import { labelOf } from '../../src/glossary/terms';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { surplusLinesOn } from '../support/surplus';
import { ACCOUNTANT, type Village } from '../support/village';
import { villageUnder } from './plan-village.fixture';

/** A bill of 90.00, of which the region’s fund pays 40.00. */
describeOnEachEngine('upkeep that the regional fund pays', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let costId: string;

  beforeAll(async () => {
    opened = await open();
    village = await villageUnder(opened, { region: '450000', today: '2022-10-15' });
    const form = {
      ...{ kind: 'o_and_m', name: 'washing', assetId: '', bill: '90.00', elsewhere: '40.00' },
      ...{ paidOn: '2022-09-30', upkeepYear: '2022', paper: 'notice 7' },
    };
    ({ id: costId } = await village.services.costsElsewhere.record(village.id, form, ACCOUNTANT));
  });
  afterAll(() => opened.close());

  const bill = (amount: string, twiceReason = '', { name = 'washing', postedOn = '2022-10-10' } = {}) =>
    village.services.deductions.recordDeduction(
      village.id,
      { kind: 'o_and_m', name, postedOn, amount, reason: 'dirty', twiceReason },
      ACCOUNTANT,
    );
  const askedOf = (refused: Promise<unknown>): Promise<string[]> =>
    refused.then(
      () => [],
      (error: unknown) => {
        if (!(error instanceof FormProblems)) throw error;
        return error.problems.map((each) => `${each.code} ${String(each.facts?.['rule'] ?? '')}`.trim());
      },
    );

  it('is deducted up to what the fund left over; more asks for a reason by its line', async () => {
    const vouchers = await village.vouchers();
    const near = { name: 'cleaning', postedOn: '2022-10-05' };
    expect(await askedOf(bill('40.00', '', near))).toEqual(['deductions.paidElsewhere']);
    expect(await askedOf(bill('50.01'))).toEqual(['policy.reasonMissing GX-4-5b']);
    expect(await village.vouchers()).toEqual(vouchers);
    expect(await askedOf(bill('50.00'))).toEqual([]);
    expect(await askedOf(bill('0.01'))).toEqual(['policy.reasonMissing GX-4-5b']);
    expect(await askedOf(bill('0.01', 'a broken panel'))).toEqual([]);
    expect(await askedOf(bill('40.00', '', near))).toEqual(['policy.reasonMissing GX-4-5b']);
    expect(await askedOf(bill('40.00', '', { name: 'cleaning' }))).toEqual([]);
  });

  it('has its rest again once a bill is taken back, which stays in the line of its kind', async () => {
    const { deductions, charges, costsElsewhere } = village.services;
    const left = async () =>
      restsOf(await costsElsewhere.listTold(village.id), await charges.listCostDays(village.id));
    expect(await left()).toEqual([0n]);
    const [first] = await deductions.listDeductions(village.id);
    await village.reverse(first?.entryId ?? '');
    expect(await left()).toEqual([4_999n]);
    // What a plan judged of it still names it.
    const standing = await deductions.listDeductions(village.id);
    expect(standing.map(({ id }) => id)).not.toContain(first?.id);
    expect((await deductions.listNames(village.id)).get(first?.id ?? '')).toBe(first?.name);
    const lines = surplusLinesOn(village.services);
    const year = { pool: 'pv' as const, from: '2022-01-01', to: '2022-12-31' };
    const out = (await lines.listLines(village.id, year)).filter(({ kind }) => kind === 'out');
    expect(out.map(({ label, total, entries }) => [label, total, entries.length])).toEqual([
      [labelOf('deductionKind.o_and_m'), 4_001n, 4],
    ]);
  });

  it('is told once, and not of what was deducted before', async () => {
    const { costsElsewhere, deductions } = village.services;
    const tell = (name: string, paid: string, twiceReason = '') =>
      costsElsewhere.record(
        village.id,
        {
          ...{ kind: 'o_and_m', name, assetId: '', bill: '70.00', elsewhere: paid },
          ...{ paidOn: '2022-10-12', upkeepYear: '2022', paper: 'notice 8', twiceReason },
        },
        ACCOUNTANT,
      );
    expect(await askedOf(bill('30.00', '', { name: 'doors' }))).toEqual([]);
    expect(await askedOf(tell('doors', '40.01'))).toEqual(['costElsewhere.deducted']);
    expect(await askedOf(tell('doors', '40.00'))).toEqual([]);
    expect(await askedOf(tell('doors', '40.00'))).toEqual(['costElsewhere.twice']);
    expect(await askedOf(tell('doors', '40.00', 'the back doors'))).toEqual([]);
    const [again] = (await costsElsewhere.listTold(village.id)).slice(-1);
    expect(again?.paper).toBe('notice 8；不是重复：the back doors');
    const gone = { costId: again?.id ?? '', reason: 'the same doors' };
    await costsElsewhere.withdraw(village.id, gone, ACCOUNTANT);
    const doors = (await deductions.listDeductions(village.id)).find(({ name }) => name === 'doors');
    await village.reverse(doors?.entryId ?? '');
    const [, told] = await costsElsewhere.listTold(village.id);
    await costsElsewhere.withdraw(village.id, { costId: told?.id ?? '', reason: 'more came' }, ACCOUNTANT);
    expect(await askedOf(tell('doors', '70.00'))).toEqual([]);
  });

  it('is for an asset up to its last day, and for none afterwards', async () => {
    const { departures, costsElsewhere } = village.services;
    const assetId = await village.addStation({ name: 'shed' });
    const form = {
      ...{ departureWay: 'wrongEntry', leftOn: '2022-10-11', departureReason: 'typed twice' },
      ...{ paper: 'letter 7', approvedBy: 'members' },
    };
    expect(await askedOf(departures.record(village.id, { assetId, form }, ACCOUNTANT))).toEqual([]);
    const roof = (paidOn: string) =>
      costsElsewhere.record(
        village.id,
        {
          ...{ kind: 'o_and_m', name: 'roof', assetId, bill: '￥20.00', elsewhere: '20.00元' },
          ...{ paidOn, upkeepYear: '2022', paper: 'notice 9' },
        },
        ACCOUNTANT,
      );
    expect(await askedOf(roof('2022-10-12'))).toEqual(['costElsewhere.afterAsset']);
    expect(await askedOf(roof('2022-10-11'))).toEqual([]);
    const [told] = (await costsElsewhere.listTold(village.id)).slice(-1);
    expect([told?.bill, told?.elsewhere]).toEqual([2_000n, 2_000n]);
    await costsElsewhere.withdraw(village.id, { costId: told?.id ?? '', reason: 'a case' }, ACCOUNTANT);
  });

  it('holds no bill any more once it is withdrawn, and stays to be read', async () => {
    const { costsElsewhere, check } = village.services;
    await costsElsewhere.withdraw(village.id, { costId, reason: 'typed twice' }, ACCOUNTANT);
    expect(await askedOf(bill('41.00'))).toEqual([]);
    const [row] = await costsElsewhere.listTold(village.id);
    expect(row).toMatchObject({ name: 'washing', elsewhere: 4_000n, withdrawn: 'typed twice' });
    const again = costsElsewhere.withdraw(village.id, { costId, reason: 'again' }, ACCOUNTANT);
    await expect(again).rejects.toMatchObject({ code: 'costElsewhere.unknown' });
    expect((await check.checkBooks(village.id)).breaks).toEqual([]);
  });
});
