import type { CorrectionForm } from '../../src/domain/assets/correction';
import { AssetReviewsService } from '../../src/features/assets/asset-reviews.service';
import { FormProblems } from '../../src/domain/shared/problem';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { Tampering } from '../support/tampering';
import { ACCOUNTANT, STATION, Village } from '../support/village';
import { typedLine, typedVoucher } from '../support/vouchers';

const county = (amount: string) => [{ level: 'county', year: '2024', amount }];
const ENTERED: CorrectionForm = {
  ...{ name: STATION.name, cost: '1000.00', why: 'misread', funds: county('1000.00'), basedOn: '0' },
};
const DEARER = { cost: '1000.01', funds: county('1000.01') };

/** A station of 1,000.00 in the books, improved by 80.00; a shed that no voucher names. */
describeOnEachEngine('what was entered of an asset is put right', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let station: string;
  let shed: string;
  let hand: Tampering;
  const correct = (id: string, form: Partial<CorrectionForm>) =>
    village.services.corrections.correct(
      { collectiveId: village.id, id },
      { ...ENTERED, ...form },
      ACCOUNTANT,
    );
  const refused = (act: Promise<unknown>): Promise<unknown> =>
    act.then(
      () => [],
      (error: unknown) => (error instanceof FormProblems ? error.problems.map(({ code }) => code) : error),
    );

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    const { services, id } = village;
    const entered = { acquiredOn: '2024-12-10', cost: '1000.00', funds: county('1000.00') };
    station = await village.addStation(entered);
    shed = await village.addStation({ ...entered, kind: 'workshop', name: 'Shed' });
    const bank = [{ pool: 'members' as const, amount: 20_000n }];
    const line = { pool: 'pv' as const, amount: 100_000n };
    const further = [
      { ...line, ledgerAccount: '151', side: 'debit' as const, assetId: station },
      { ...line, ledgerAccount: '311', side: 'credit' as const },
    ];
    await services.openings.recordShort(id, { on: '2025-01-01', bank, receivables: [], further }, ACCOUNTANT);
    const improvement = {
      ...{
        kind: 'improvement',
        happenedOn: '2025-02-10',
        amount: '80.00',
        pool: 'members',
        paidFrom: 'bank',
      },
      ...{ fundLevel: 'own', fundYear: '2025', months: '', salvage: '', paper: 'contract 3' },
    };
    await services.assetLife.recordChange(id, { assetId: station, form: improvement }, ACCOUNTANT);
  });
  afterAll(() => hand.close());

  it('as far as no voucher and no book says otherwise', async () => {
    const { assets, corrections } = village.services;
    expect(await refused(correct(station, { name: 'Station 2' }))).toEqual(['assets.nameInVouchers']);
    expect(await refused(correct(station, DEARER))).toEqual(['assets.costBooked']);
    await correct(station, { funds: [...county('999.99'), { level: 'own', year: '2024', amount: '0.01' }] });
    const { asset, funds } = await assets.requireAsset(village.id, station);
    expect([asset.cost, funds.map(({ amount }) => amount)]).toEqual([108_000n, [99_999n, 1n, 8_000n]]);
    expect(await corrections.listCorrections(village.id, station)).toMatchObject([
      {
        ...{ number: 1, field: 'funds', why: 'misread', enteredBy: 'accountant' },
        ...{ before: 'county 2024 1000.00', after: 'county 2024 999.99; own 2024 0.01' },
      },
    ]);
    const { voucherDrafts } = village.services;
    const paid = typedLine({ ledgerAccount: '311', credit: '1000.00' });
    const lines = [typedLine({ ledgerAccount: '151', debit: '1000.00', assetId: shed }), paid];
    const draft = await voucherDrafts.saveDraft(village.id, { form: typedVoucher({ lines }) }, ACCOUNTANT);
    expect(await refused(correct(shed, DEARER))).toEqual(['assets.nameTaken', 'assets.draftWaits']);
    await voucherDrafts.voidDraft(village.id, draft.id, ACCOUNTANT);
    await correct(shed, { ...DEARER, name: 'Barn' });
    const cheap = { cost: '2.00', funds: county('2.00'), name: 'Barn' };
    // The form was opened before the shed was called a barn.
    expect(await refused(correct(shed, cheap))).toEqual(['assets.correctedMeanwhile']);
    await correct(shed, { ...cheap, basedOn: '3' });
    expect((await assets.requireAsset(village.id, shed)).asset).toMatchObject({ name: 'Barn', cost: 200n });
    const kept = await corrections.listCorrections(village.id, shed);
    expect(kept.map(({ number, field }) => [number, field])).toEqual([
      ...[[1, 'name'] as const, [2, 'cost'] as const, [3, 'funds'] as const],
      ...[[4, 'cost'] as const, [5, 'funds'] as const],
    ]);
  });

  it('and sorted in the words of the document in force on the day of each review', async () => {
    const { database, clock, assets, collectives, choices } = village.services;
    const reviews = new AssetReviewsService(database, clock, assets, collectives, choices);
    const survey = { reviewedOn: '2025-03-31', paper: 'survey', classes: { [station]: '提升', [shed]: '' } };
    expect(await reviews.record(village.id, survey, ACCOUNTANT)).toEqual({ count: 1 });
    const again = { ...survey, classes: { [station]: 'revive', [shed]: 'restart' } };
    expect(await reviews.record(village.id, again, ACCOUNTANT)).toEqual({ count: 2 });
    const foreign = { ...survey, classes: { [station]: '升级' } };
    expect(await refused(reviews.record(village.id, foreign, ACCOUNTANT))).toEqual(['review.notInList']);
    // The document of Fuyang begins on 2023-09-21.
    const early = reviews.record(village.id, { ...survey, reviewedOn: '2023-09-20' }, ACCOUNTANT);
    await expect(early).rejects.toMatchObject({ code: 'review.noClasses', facts: { day: '2023-09-20' } });
    const kept = (await reviews.listReviews(village.id)).filter(({ assetId }) => assetId === station);
    expect(kept.map(({ number, classId, className, pack }) => [number, classId, className, pack])).toEqual([
      [1, 'improve', '提升', '341200/2023-09-21'],
      [2, 'revive', '盘活', '341200/2023-09-21'],
    ]);
  });

  it('and is found by the check where it was changed by hand afterwards', async () => {
    const codes = async () =>
      (await village.services.check.checkBooks(village.id)).breaks.map(({ code }) => code);
    expect(await codes()).toEqual([]);
    hand = await Tampering.on(opened);
    await hand.keep();
    for (const sql of [
      "UPDATE assets SET name = 'Byre' WHERE name = 'Barn'",
      "UPDATE asset_corrections SET after = '3.00' WHERE number = 4",
      'UPDATE asset_funds SET year = 2023 WHERE amount_fen = 200',
    ]) {
      await hand.run(sql);
      expect(await codes()).toEqual(['check.correctionDiffers', 'check.rowChanged']);
      await hand.putBack();
    }
    await hand.run(
      "UPDATE assets SET cost_fen = 100001 WHERE name <> 'Barn'",
      'UPDATE asset_funds SET amount_fen = 2 WHERE amount_fen = 1',
    );
    const { breaks } = await village.services.check.checkBooks(village.id);
    expect(breaks.find(({ pass }) => pass === 'register')).toMatchObject({
      code: 'check.assetCostDiffers',
      facts: { name: STATION.name, keptFen: '108001', foundFen: '108000', differenceFen: '1' },
    });
  });
});
