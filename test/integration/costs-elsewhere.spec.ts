import { FormProblems } from '../../src/domain/shared/problem';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
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

  const bill = (amount: string, reason = '', name = 'washing') =>
    village.services.deductions.recordDeduction(
      village.id,
      { kind: 'o_and_m', name, postedOn: '2022-10-10', amount, reason },
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
    expect(await askedOf(bill('50.01'))).toEqual(['policy.reasonMissing GX-4-5b']);
    expect(await village.vouchers()).toEqual(vouchers);
    expect(await askedOf(bill('50.00'))).toEqual([]);
    expect(await askedOf(bill('0.01'))).toEqual(['policy.reasonMissing GX-4-5b']);
    expect(await askedOf(bill('0.01', 'a broken panel'))).toEqual([]);
    expect(await askedOf(bill('40.00', '', 'cleaning'))).toEqual(['deductions.paidElsewhere']);
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
