import type { OpeningLine } from '../../src/domain/months/opening';
import { ManyIncomesService } from '../../src/features/ledger/many-incomes.service';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { officesOn } from '../support/goals';
import { seedRegisters } from '../support/seed-registers';
import { expectIncomesAgree } from '../support/statements';
import { ACCOUNTANT, Village } from '../support/village';

describeOnEachEngine('what many villages earned', (open) => {
  let opened: OpenDatabase;
  let villages: Village[];

  beforeAll(async () => {
    opened = await open();
    villages = [];
    for (const kwh of [1_000, 250]) {
      const village = await Village.start(opened.database, { name: `Village ${String(kwh)}` });
      await village.openWith(500_000n);
      const station = await village.addStation();
      await village.settle(station, '2025-01', { kwh, on: '2025-02-05' });
      await village.settle(station, '2025-02', { kwh, on: '2025-07-10' });
      await village.pay(70_000n, '2025-02-25');
      villages.push(village);
    }
    villages.push(await Village.start(opened.database, { name: 'Without books' }));
  });
  afterAll(() => opened.close());

  const incomesOn = () => new ManyIncomesService(opened.database, seedRegisters().charts);

  it('is what the statement of each has, on days within a month and at its end', async () => {
    const ids = villages.map(({ id }) => id);
    const days = ['2024-12-31', '2025-02-04', '2025-02-05', '2025-02-28', '2025-07-09', '2025-07-20'];
    await expectIncomesAgree(opened.database, ids, days);
    const told = await incomesOn().listOfYear(ids, '2025-07-20');
    expect(ids.map((id) => told.get(id))).toEqual([150_000n, 37_500n, undefined]);
  });

  it('is asked of many as often as of one', async () => {
    const sent = jest.spyOn(opened.database, 'reader', 'get');
    const asked = async (ids: readonly string[]): Promise<number> => {
      sent.mockClear();
      await incomesOn().listOfYear(ids, '2025-07-20');
      return sent.mock.calls.length;
    };
    const [village] = villages;
    const others = Array.from({ length: 60 }, (_, place) => `village-${String(place)}`);
    const once = await asked([village?.id ?? '']);
    const all = [...villages.map(({ id }) => id), ...others];
    expect([once > 0, await asked(all)]).toEqual([true, once]);
    sent.mockRestore();
  });

  it('is not known of a year held in part, unless the opening brought the rest', async () => {
    const bank = [{ pool: 'other' as const, amount: 900_00n }];
    const opening = { on: '2022-10-01', bank, receivables: [] };
    const earned: OpeningLine[] = [
      { ledgerAccount: '504', side: 'credit', amount: 900_00n, pool: 'other' },
      { ledgerAccount: '513', side: 'debit', amount: 900_00n, pool: 'other' },
    ];
    const told: unknown[] = [];
    for (const further of [[], earned]) {
      const { village } = await officesOn(opened.database, '530113', '2023-01-31', opening.on);
      await village.services.openings.recordShort(village.id, { ...opening, further }, ACCOUNTANT);
      for (const to of ['2022-12-31', '2023-01-31'])
        told.push((await incomesOn().listOfYear([village.id], to)).get(village.id));
    }
    expect(told).toEqual([undefined, 0n, 900_00n, 0n]);
  });

  it('is known of a year that has begun, and of none to come', async () => {
    const { goals, countyId, village } = await officesOn(opened.database, '530113', '2023-06-30');
    const opening = { on: '2022-01-01', bank: [{ pool: 'pv' as const, amount: 500_000n }], receivables: [] };
    await village.services.openings.recordShort(village.id, opening, ACCOUNTANT);
    const told = await goals.tell(countyId, 2022);
    const valueOf = (line: string) => {
      const of = told.goals.find(({ goal }) => goal.id === line);
      return [of?.year, of?.abouts[0]?.figures[0]?.value];
    };
    // The goal of 2022 is told by its books; the average and the ladder of 2024 are not yet.
    expect([valueOf('DC-10a'), valueOf('DC-23c')]).toEqual([
      [2022, '0.00'],
      [2024, undefined],
    ]);
    expect(told.bands.map(({ year, unknown }) => [year, unknown])).toEqual([[2024, 1]]);
  });
});
