import { FormProblems } from '../../src/domain/shared/problem';
import { MeterImportService } from '../../src/features/income/meter-import.service';
import { MeterKwhService } from '../../src/features/income/meter-kwh.service';
import { StationFactsService } from '../../src/features/income/station-facts.service';
import { YieldAlertsService } from '../../src/features/income/yield-alerts.service';
import { expectSoundBooks } from '../books/invariants';
import { ImportPreviewsService } from '../../src/platform/spreadsheets/import-previews.service';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { reconciliationOn } from '../support/reconciliation';
import { seedRegisters } from '../support/seed-registers';
import { ACCOUNTANT, Village } from '../support/village';

const RECORD = { multiplier: '', meterNumber: '', reason: 'the grid said so' };

describeOnEachEngine('the meters of stations', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let at: { collectiveId: string; assetId: string };

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    at = { collectiveId: village.id, assetId: await village.addStation() };
  });
  afterAll(() => opened.close());

  const note = (form: {
    kind: string;
    on: string;
    readingWas: string;
    readingIs: string;
    multiplier?: string;
  }) => village.services.meters.recordEvent(at, { ...RECORD, ...form }, ACCOUNTANT);
  const slips = async () =>
    (await village.services.incomeRead.listSettlements(village.id)).map(
      ({ generationMonth, readingFrom, readingTo, multiplier }) => [
        generationMonth,
        readingFrom,
        readingTo,
        multiplier,
      ],
    );
  const toRedo = async (upTo: string): Promise<string[]> => {
    const { database, clock, assets, incomeRead, meters, collectives, prices } = village.services;
    const facts = new StationFactsService(meters, seedRegisters().yields, collectives, prices, clock);
    const alerts = new YieldAlertsService(database, assets, incomeRead, facts);
    return (await alerts.listToRedo(village.id, upTo)).map(({ month }) => month);
  };
  const problemsOf = (refused: Promise<unknown>): Promise<string[]> =>
    refused.then(
      () => [],
      (error: unknown) =>
        error instanceof FormProblems ? error.problems.map(({ code }) => code) : [String(error)],
    );
  const slip = (month: string, on: string, typed: Record<string, string>) =>
    village.services.income.recordSettlement(
      village.id,
      {
        ...{ assetId: at.assetId, generationMonth: month, postedOn: on, readingFrom: '', readingTo: '' },
        ...{ energy: '', energyUnit: 'kWh', energyPrice: '0.40', priceUnit: 'yuan/kWh' },
        ...{ subsidyPrice: '0.35', energyAmount: '', subsidyAmount: '', ...typed },
      },
      ACCOUNTANT,
    );

  it('settle a month with a new meter as the sum of both, and go on from the new one', async () => {
    await village.settle(at.assetId, '2025-01', { kwh: 1_000 });
    await note({ kind: 'replaced', on: '2025-02-12', readingWas: '150', readingIs: '5', multiplier: '20' });
    // 50 × 10 on the old meter, 20 × 20 on the new one.
    const february = { readingFrom: '100', readingTo: '25', energy: '900' };
    const wrong = slip('2025-02', '2025-03-05', { ...february, energy: '700' });
    expect(await problemsOf(wrong)).toEqual(['settlement.energyNotMetered']);
    await slip('2025-02', '2025-03-05', february);
    await slip('2025-03', '2025-04-05', { readingFrom: '25', readingTo: '75', energy: '1000' });
    expect(await slips()).toEqual([
      ['2025-01', '0', '100', '10'],
      ['2025-02', '100', '25', '10'],
      ['2025-03', '25', '75', '20'],
    ]);
    const late = note({ kind: 'reset', on: '2025-03-12', readingWas: '60', readingIs: '0' });
    expect(await problemsOf(late)).toEqual(['meter.monthSettled']);
    const early = { kind: 'replaced', on: '2024-12-12', readingWas: '9', readingIs: '0', multiplier: '40' };
    expect(await problemsOf(note(early))).toEqual(['meter.contradictsSlips']);
    await expectSoundBooks(village);
  });

  it('never alter a slip for a wrong reading: it and the next are reversed and entered again', async () => {
    const april = await slip('2025-04', '2025-05-05', {
      readingFrom: '75',
      readingTo: '125',
      energy: '1000',
    });
    const may = await slip('2025-05', '2025-06-05', { readingFrom: '125', readingTo: '150', energy: '500' });
    const before = await slips();
    const { id } = await note({ kind: 'corrected', on: '2025-04-30', readingWas: '125', readingIs: '120' });
    // May goes on from the wrong reading: what April has too much, May has too little, and both may stand.
    expect(await toRedo('2025-05')).toEqual([]);
    // The grid takes the 5 × 20 kWh off its next slip: then April may stand, and no kWh is income twice.
    await village.reverse(may.voucher?.entryId ?? '');
    expect(await toRedo('2025-04')).toEqual(['2025-04']);
    const twice = slip('2025-05', '2025-07-01', { readingFrom: '120', readingTo: '150', energy: '600' });
    expect(await problemsOf(twice)).toEqual(['settlement.energyNotNetted']);
    // As the grid prints it, on from the wrong reading.
    const printed = await slip('2025-05', '2025-07-01', {
      readingFrom: '125',
      readingTo: '150',
      energy: '500',
    });
    expect(await toRedo('2025-05')).toEqual([]);
    await village.reverse(printed.voucher?.entryId ?? '');
    const netted = { readingFrom: '120', readingTo: '150', energy: '500' };
    const less = await slip('2025-05', '2025-07-01', netted);
    expect(await toRedo('2025-05')).toEqual([]);
    const needed = village.services.meters.withdraw(at, { recordId: id, reason: 'no' }, ACCOUNTANT);
    expect(await problemsOf(needed)).toEqual(['meter.usedBySlip']);
    const again = { readingFrom: '75', readingTo: '120', energy: '900' };
    expect(await problemsOf(slip('2025-04', '2025-07-01', again))).toEqual(['settlement.monthTwice']);
    await village.reverse(less.voucher?.entryId ?? '');
    expect(await toRedo('2025-04')).toEqual(['2025-04']);
    expect(await toRedo('2025-03')).toEqual([]);
    await village.reverse(april.voucher?.entryId ?? '');
    const old = slip('2025-04', '2025-07-01', { readingFrom: '75', readingTo: '125', energy: '1000' });
    expect(await problemsOf(old)).toEqual(['settlement.readingCorrected']);
    await slip('2025-04', '2025-07-01', again);
    await slip('2025-05', '2025-07-01', { readingFrom: '120', readingTo: '150', energy: '600' });
    expect(before.slice(3)).toEqual([
      ['2025-04', '75', '125', '20'],
      ['2025-05', '125', '150', '20'],
    ]);
    expect((await slips()).slice(3)).toEqual([
      ['2025-04', '75', '120', '20'],
      ['2025-05', '120', '150', '20'],
    ]);
    const estimate = { kind: 'estimated', on: '2025-05-31', readingWas: '', readingIs: '150' };
    const [estimated, right] = [await note(estimate), { ...estimate, kind: 'corrected' }];
    const { id: of } = await note({ ...right, readingWas: '150', readingIs: '148' });
    const [, , , , mayAgain] = await village.services.incomeRead.listSettlements(village.id);
    await village.reverse(mayAgain?.entryId ?? '');
    const may148 = { readingFrom: '120', readingTo: '148', energy: '560' };
    const freed = await slip('2025-05', '2025-07-01', may148);
    await village.reverse(freed.voucher?.entryId ?? '');
    for (const recordId of [of, estimated.id])
      await village.services.meters.withdraw(at, { recordId, reason: 'no estimate' }, ACCOUNTANT);
    await slip('2025-05', '2025-07-01', { readingFrom: '120', readingTo: '150', energy: '600' });
    const withdrawn = village.services.meters.withdraw(at, { recordId: id, reason: 'no' }, ACCOUNTANT);
    expect(await problemsOf(withdrawn)).toEqual(['meter.usedBySlip']);
    await expectSoundBooks(village);
  });

  it('keep what is hardly possible with its reason, and withdraw a record that was wrong', async () => {
    // 100 kW in Anhui in June: 1,150 h × 9.6 % × 1.25 = 13,800 kWh.
    const june = { readingFrom: '150', readingTo: '841', energy: '13820' };
    expect(await problemsOf(slip('2025-06', '2025-07-10', june))).toEqual(['settlement.yieldUnlikely']);
    const { id } = await slip('2025-06', '2025-07-10', { ...june, reason: 'new panels' });
    const [flag] = await opened.reader.query<object[]>(
      `SELECT code, facts, reason FROM slip_flags WHERE settlement_id = '${id}'`,
    );
    expect(flag).toEqual({
      code: 'settlement.yieldUnlikely',
      facts: '{"most":"13800"}',
      reason: 'new panels',
    });
    const reset = await note({ kind: 'reset', on: '2025-07-02', readingWas: '900', readingIs: '0' });
    expect(await village.services.meters.listRecords(at)).toHaveLength(3);
    await village.services.meters.withdraw(at, { recordId: reset.id, reason: 'not this one' }, ACCOUNTANT);
    expect(await village.services.meters.listRecords(at)).toHaveLength(2);
    const twice = village.services.meters.withdraw(at, { recordId: reset.id, reason: 'again' }, ACCOUNTANT);
    await expect(twice).rejects.toMatchObject({ code: 'meter.unknownRecord' });
  });

  it('take the price of its month, and keep it whatever is entered later', async () => {
    const price = { energyPrice: '0.42', subsidyPrice: '0.30', pricePaper: 'county no. 7', reason: '' };
    const record = (form: Record<string, string>) =>
      village.services.prices.recordPrice(at, { ...price, validFrom: '2025-01-01', ...form }, ACCOUNTANT);
    const before = await village.owed();
    expect(await problemsOf(record({ validFrom: '2025-01-02' }))).toEqual(['tariff.notFirstDay']);
    // Anhui: 0.9 × 0.3844 = 0.34596; connected in 2018: 0.85 + 0.01 = 0.86.
    expect(await problemsOf(record({ energyPrice: '0.3459', subsidyPrice: '0.52' }))).toEqual([
      'tariff.low',
      'tariff.high',
    ]);
    await record({ energyPrice: '0.45' });
    await record({});
    expect(await village.owed()).toEqual(before);
    const december = { readingFrom: '', readingTo: '', withoutReadings: 'on', energy: '100' };
    await slip('2024-12', '2025-07-10', december);
    const [, standing] = await village.services.incomeRead.listSettlements(village.id);
    await village.reverse(standing?.entryId ?? '');
    const again = { readingFrom: '0', readingTo: '100', energy: '1000' };
    expect(await problemsOf(slip('2025-01', '2025-07-10', again))).toEqual([
      'settlement.priceNotTariff',
      'settlement.priceNotTariff',
    ]);
    await slip('2025-01', '2025-07-10', { ...again, energyPrice: '0.42', subsidyPrice: '0.30' });
    const kept = await village.services.incomeRead.listSettlements(village.id);
    expect(
      kept.slice(0, 3).map(({ generationMonth, energyPrice }) => [generationMonth, energyPrice]),
    ).toEqual([
      ['2024-12', '0.4'],
      ['2025-01', '0.42'],
      ['2025-02', '0.4'],
    ]);
    await expectSoundBooks(village);
  });

  it('are held against slip and bank month by month, within what they may be off', async () => {
    const { services } = village;
    const { database, clock, links } = services;
    const shown = new MeterKwhService(database, clock, links);
    const reconciliation = reconciliationOn(services);
    const whys = async (month: string) => {
      const asked = { year: '2025', today: '2025-07-20' };
      const { rows } = await reconciliation.yearOf(at, asked);
      return rows.find((row) => row.month === month)?.differences.map(({ why }) => why);
    };
    const note = (meterLines: string) =>
      shown.recordKwh(at, { meterSource: 'inverter', meterLines }, ACCOUNTANT);
    expect(await whys('2025-01')).toEqual(['unmetered', 'waits', 'waits']);
    await note('2025-01 1030\n2025-06-01 40');
    expect(await whys('2025-01')).toEqual(['waits', 'waits']);
    expect(await whys('2025-06')).toEqual(['daysMissing', 'waits', 'waits']);
    const ahead = note('2025-01 1000\n2025-09 1');
    expect(await problemsOf(ahead)).toEqual(['meterKwh.ahead']);
    const tolerance = {
      validFrom: '2025-01-01',
      tolerancePercent: '1',
      toleranceKwh: '0',
      reason: 'new cable',
    };
    await shown.recordTolerance(at, tolerance, ACCOUNTANT);
    expect(await whys('2025-01')).toEqual(['kwhDiffers', 'waits', 'waits']);
    await note('2025-01 1010');
    expect(await whys('2025-01')).toEqual(['waits', 'waits']);
    const owed = (await village.owed()).filter(({ aboutPeriod }) => aboutPeriod === '2025-01');
    await village.receive(owed, '2025-07-15');
    expect(await whys('2025-01')).toEqual([]);
    expect(await whys('2025-07')).toBeUndefined();

    // A portal's table: June by day, the first of it known already, and no word of the second.
    const imports = new MeterImportService(
      database,
      clock,
      new ImportPreviewsService(database, clock),
      shown,
      seedRegisters().yields,
    );
    const days = Array.from(
      { length: 28 },
      (_, place) => `2025-06-${String(place + 3).padStart(2, '0')}\t30`,
    );
    const table = (first: string) => ['日期\t发电量(kWh)', `2025-06-01\t${first}`, ...days].join('\n');
    const importOf = async (pasted: string) => {
      const given = { source: { pasted }, fileName: '' };
      const kept = await imports.requireKept(village.id, await imports.keep(at, given, ACCOUNTANT));
      const told = { meterSource: 'inverter', unit: '' };
      return { kept, told, preview: await imports.preview(at, kept, told) };
    };
    const other = await importOf(table('41'));
    expect(await problemsOf(imports.importKwh(at, other, ACCOUNTANT))).toEqual(['meterTable.stands']);
    const good = await importOf(table('40'));
    expect([good.preview.read.missing, [...good.preview.known]]).toEqual([['2025-06-02'], [2]]);
    expect(await imports.importKwh(at, good, ACCOUNTANT)).toEqual({ lines: 28 });
    expect(await whys('2025-06')).toEqual(['daysMissing', 'waits', 'waits']);
    await note('2025-06-02 30');
    expect(await whys('2025-06')).not.toContain('daysMissing');
    // A day that was counted after midnight: told with its month, and with that of the day it holds.
    await note('2025-05-31 0\n2025-06-01 60');
    const midnight = (await reconciliation.yearOf(at, { year: '2025', today: '2025-07-20' })).rows;
    const odd = midnight.flatMap(({ month, differences }) =>
      differences.flatMap((each) => (each.why === 'oddDays' ? [[month, ...each.days]] : [])),
    );
    const found = { why: 'carriedOver', from: '2025-05-31', day: '2025-06-01' };
    expect(odd).toMatchObject([
      ['2025-05', found],
      ['2025-06', found],
    ]);
    const doubled = await importOf('日期\t发电量(kWh)\n2025-05-30\t0\n2025-05-31\t0\n2025-06-01\t60');
    expect(doubled.preview.odd).toMatchObject([{ from: '2025-05-30', day: '2025-06-01' }]);
    expect(await problemsOf(imports.importKwh(at, await importOf(table('60')), ACCOUNTANT))).toEqual([
      'meterTable.nothingNew',
    ]);
  });
});
