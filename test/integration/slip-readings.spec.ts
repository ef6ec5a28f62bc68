import type { CheckResult } from '../../src/domain/ledger/check-pass';
import { sentenceFor } from '../../src/glossary/sentences';
import { factsOf } from '../../src/domain/ledger/check-pass';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ownPasses, Tampering } from '../support/tampering';
import { ACCOUNTANT, Village } from '../support/village';

const RECORD = { multiplier: '', meterNumber: '', reason: 'the grid said so' };

/** A year of one meter: it is set back, replaced, estimated and read wrongly; each slip is reckoned anew. */
describeOnEachEngine('the readings behind slips', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let hand: Tampering;
  let assetId: string;

  const check = (): Promise<CheckResult> => village.services.check.checkBooks(village.id);
  const told = (result: CheckResult): string[] =>
    ownPasses(result)
      .breaks.filter(({ pass }) => pass === 'slipReadings')
      .map(({ code, at }) => [code, at.month ?? '', at.position ?? ''].join(' ').trim());
  const note = (form: Record<'kind' | 'on' | 'readingWas' | 'readingIs', string>) =>
    village.services.meters.recordEvent(
      { collectiveId: village.id, assetId },
      { ...RECORD, ...form },
      ACCOUNTANT,
    );
  const slip = (month: string, on: string, [readingFrom, readingTo, energy]: [string, string, string]) =>
    village.services.income.recordSettlement(
      village.id,
      {
        ...{ assetId, generationMonth: month, postedOn: on, readingFrom, readingTo, energy },
        ...{ energyUnit: 'kWh', energyPrice: '0.40', priceUnit: 'yuan/kWh', subsidyPrice: '0.35' },
        ...{ energyAmount: '', subsidyAmount: '' },
      },
      ACCOUNTANT,
    );

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    assetId = await village.addStation();
    await slip('2025-01', '2025-02-05', ['0', '100', '1000']); // 1
    await note({ kind: 'reset', on: '2025-02-10', readingWas: '160', readingIs: '0' });
    await slip('2025-02', '2025-03-05', ['100', '25', '850']); // 2: (60 + 25) × 10
    await slip('2025-03', '2025-04-05', ['25', '125', '1000']); // 3
    await note({ kind: 'corrected', on: '2025-03-31', readingWas: '125', readingIs: '120' });
    await slip('2025-04', '2025-05-05', ['120', '170', '450']); // 4: (170 − 120) × 10 less 50 of March
    await slip('2025-05', '2025-06-05', ['170', '170', '0']); // nothing to book
    hand = await Tampering.on(opened);
    await hand.keep();
  });
  afterEach(() => hand.putBack());
  afterAll(() => hand.close());

  it('give each slip its energy again', async () => {
    const result = await check();
    expect(told(result)).toEqual([]);
    expect(result.passes.find(({ pass }) => pass === 'slipReadings')?.looked).toBe(5);
  });

  it.each<[what: string, sql: string, found: string[]]>([
    [
      'the reading before a reset',
      "UPDATE meter_records SET reading_was = '150' WHERE kind = 'reset'",
      ['check.slipEnergy 2025-02 2'],
    ],
    [
      'the day of a reset',
      "UPDATE meter_records SET happened_on = '2025-03-10' WHERE kind = 'reset'",
      ['check.slipReadings 2025-02 2', 'check.slipEnergy 2025-03 3'],
    ],
    [
      'a correction',
      "UPDATE meter_records SET reading_is = '121' WHERE kind = 'corrected'",
      ['check.slipReadings 2025-04 4'],
    ],
    [
      'a record taken away',
      "DELETE FROM meter_records WHERE kind = 'reset'",
      [
        ...['check.slipRowsGone 2025-02 2', 'check.slipReadings 2025-02 2', 'check.slipRowsGone 2025-03 3'],
        ...['check.slipRowsGone 2025-04 4', 'check.slipRowsGone 2025-05'],
      ],
    ],
    [
      'the closing reading of a slip',
      "UPDATE settlements SET reading_to = '101' WHERE generation_month = '2025-01'",
      ['check.slipEnergy 2025-01 1', 'check.slipReadings 2025-02 2'],
    ],
    [
      'energy and reading together',
      "UPDATE settlements SET reading_to = '171', energy_kwh = '460' WHERE generation_month = '2025-04'",
      ['check.slipCharge 2025-04 4', 'check.slipReadings 2025-05'],
    ],
    [
      'the multiplier of a slip',
      "UPDATE settlements SET multiplier = '20' WHERE generation_month = '2025-01'",
      ['check.slipMultiplier 2025-01 1'],
    ],
    [
      'a slip without money',
      "UPDATE settlements SET reading_to = '180' WHERE generation_month = '2025-05'",
      ['check.slipEnergy 2025-05'],
    ],
    [
      'what a slip was reckoned on, emptied',
      `UPDATE slip_readings SET record_ids = '[]' WHERE settlement_id =
         (SELECT id FROM settlements WHERE generation_month = '2025-02')`,
      ['check.slipReadings 2025-02 2'],
    ],
    [
      'what a slip was reckoned on, taken away',
      `DELETE FROM slip_readings WHERE settlement_id =
         (SELECT id FROM settlements WHERE generation_month = '2025-03')`,
      ['check.slipUnkept 2025-03'],
    ],
  ])('tell a change of %s at the slips that rest on it', async (_what, sql, found) => {
    await hand.run(sql);
    const result = await check();
    expect(told(result)).toEqual(found);
    const said = result.breaks.map((each) => sentenceFor(each.code, factsOf(each)));
    expect(said.filter((sentence) => /[{}]/.test(sentence))).toEqual([]);
  });

  it('are asked of no slip that was entered before any was kept', async () => {
    await hand.run(
      `DELETE FROM slip_readings WHERE settlement_id IN
         (SELECT id FROM settlements WHERE generation_month IN ('2025-01', '2025-02'))`,
    );
    const result = await check();
    expect(told(result)).toEqual([]);
    expect(result.passes.find(({ pass }) => pass === 'slipReadings')?.looked).toBe(3);
    const kept = await village.services.meters.readingsOf({ collectiveId: village.id, assetId });
    const slips = await village.services.incomeRead.listSettlements(village.id);
    expect(slips.map(({ id }) => kept.get(id)?.map(({ kind }) => kind))).toEqual([
      ...[undefined, undefined, ['reset'], ['reset', 'corrected'], ['reset', 'corrected']],
    ]);
  });
});
