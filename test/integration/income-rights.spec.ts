import { readParticulars } from '../../src/domain/assets/asset-particulars';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ACCOUNTANT, Village } from '../support/village';
import { codesOf } from './leases.fixture';

/** Of what sells electricity or is a stake, nobody keeps a part for another: the right decides alone. */
describeOnEachEngine('the income of a station or a stake', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  const note = async (assetId: string, versions: readonly [from: string, incomeBody: string][]) => {
    for (const [index, [validFrom, incomeBody]] of versions.entries()) {
      const said = { condition: 'inUse', incomeBody, why: 'paper', validFrom, basedOn: String(index) };
      const form = { ...readParticulars(() => '', { today: '' }).particulars, ...said };
      await village.services.particulars.change({ collectiveId: village.id, id: assetId }, form, ACCOUNTANT);
    }
  };

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
  });
  afterAll(() => opened.close());

  it('is the village’s only for a month on no day of which the right lies with another body', async () => {
    const station = await village.addStation();
    await note(station, [
      ['2025-01-01', 'Donghe cooperative'],
      ['2025-03-31', 'the county'],
      ['2025-05-01', 'Donghe cooperative'],
    ]);
    const form = {
      ...{ assetId: station, energyUnit: 'kWh', energyPrice: '0.40', priceUnit: 'yuan/kWh' },
      ...{ subsidyPrice: '0.35', energyAmount: '', subsidyAmount: '' },
    };
    const slipOf = (month: number, readingFrom: string, readingTo: string) => {
      const generationMonth = `2025-0${String(month)}`;
      const postedOn = `2025-0${String(month + 1)}-05`;
      const typed = { ...form, generationMonth, postedOn, readingFrom, readingTo, energy: '8000' };
      return codesOf(village.services.slips.recordSettlement(village.id, typed, ACCOUNTANT));
    };
    await expect(slipOf(2, '0', '800')).resolves.toEqual([]);
    await expect(slipOf(3, '800', '1600')).resolves.toEqual(['income.rightElsewhere']);
    await expect(slipOf(4, '800', '1600')).resolves.toEqual(['income.rightElsewhere']);
    await expect(slipOf(5, '800', '1600')).resolves.toEqual([]);
    await expect(village.owed()).resolves.toHaveLength(4);
  });

  it('is no dividend of the village’s where the right to it lies with the town', async () => {
    const amount = '80000.00';
    const funds = [{ level: 'county', year: '2024', amount }];
    const stake = await village.addStation({
      ...{ kind: 'equity', name: 'stake', acquiredOn: '2024-06-01', cost: amount, funds },
      ...{ capacityKw: '', meterMultiplier: '', energyPrice: '', subsidyPrice: '' },
    });
    await note(stake, [['2025-04-01', 'the town']]);
    const dividend = (coversFrom: string, coversTo: string) => {
      const days = { coversFrom, coversTo, dueOn: '2025-07-01', postedOn: '2025-07-01' };
      const form = { assetId: stake, stream: 'dividend', payer: 'the firm', amount: '500.00', ...days };
      return codesOf(village.services.income.recordIncomeDue(village.id, form, ACCOUNTANT));
    };
    await expect(dividend('2025-01-01', '2025-04-01')).resolves.toEqual(['income.rightElsewhere']);
    await expect(dividend('2025-01-01', '2025-03-31')).resolves.toEqual([]);
  });

  it.each(['合作社', '村集体'])(
    'is another body’s, though the title holder is only called %s',
    async (holder) => {
      const hall = await village.addStation({
        ...{ kind: 'workshop', name: `Hall of ${holder}`, acquiredOn: '2024-06-01', titleHolder: holder },
        ...{ capacityKw: '', meterMultiplier: '', energyPrice: '', subsidyPrice: '' },
      });
      await note(hall, [
        ['2025-01-01', `王庄村${holder}`],
        ['2025-04-01', holder],
        ['2025-05-01', 'Donghe cooperative'],
      ]);
      const rent = (day: string) => {
        const days = { coversFrom: day, coversTo: day, dueOn: day, postedOn: '2025-07-01' };
        const form = { assetId: hall, stream: 'rent', payer: 'Weavers', amount: '5.00', ...days };
        return codesOf(village.services.income.recordIncomeDue(village.id, form, ACCOUNTANT));
      };
      await expect(rent('2025-03-31')).resolves.toEqual(['custody.rightElsewhere']);
      await expect(rent('2025-04-01')).resolves.toEqual([]);
      await expect(rent('2025-05-01')).resolves.toEqual([]);
    },
  );
});
