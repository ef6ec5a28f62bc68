import { type MeterFacts, readSettlement, type SettlementForm } from '../../../src/domain/income/settlement';
import type { Facts } from '../../../src/domain/shared/domain-error';

const SLIP: SettlementForm = {
  generationMonth: '2025-02',
  postedOn: '2025-03-18',
  readingFrom: '13,680.50',
  readingTo: '14,090.10',
  energy: '4,096',
  energyUnit: 'kWh',
  energyPrice: '0.3844',
  priceUnit: 'yuan/kWh',
  subsidyPrice: '0.4656',
  energyAmount: '1,574.50',
  subsidyAmount: '1,907.10',
};
const METER: MeterFacts = {
  multiplier: '10',
  capacityKw: '60',
  acquiredOn: '2018-06-30',
  previousReading: '13680.5',
  alreadySettled: ['2024-12', '2025-01'],
};

const read = (change: Partial<SettlementForm> = {}, meter: Partial<MeterFacts> = {}) =>
  readSettlement({ ...SLIP, ...change }, { ...METER, ...meter });
const codes = (change: Partial<SettlementForm>, meter: Partial<MeterFacts> = {}): string[] =>
  read(change, meter).problems.map(({ code, field }) => `${code} ${field}`);

describe('a settlement slip', () => {
  it('gives the money of energy and subsidy, each rounded once', () => {
    const { settlement, problems } = read();
    expect(problems).toEqual([]);
    expect(settlement).toMatchObject({ energyKwh: '4096', energyFee: 157_450n, subsidy: 190_710n });
  });

  it.each<{ typed: Partial<SettlementForm>; rule: string }>([
    { typed: { energy: '4.096', energyUnit: 'MWh' }, rule: 'in MWh' },
    {
      typed: { energyPrice: '384.4', subsidyPrice: '465.6', priceUnit: 'yuan/MWh' },
      rule: 'with prices per MWh',
    },
    { typed: { energyAmount: '', subsidyAmount: ' ' }, rule: 'that prints no amounts' },
    { typed: { readingFrom: '13680.500' }, rule: 'with more decimals of its meter' },
  ])('is the same slip $rule', ({ typed }) => {
    const { settlement, problems } = read(typed);
    expect(problems).toEqual([]);
    const usual = read().settlement;
    expect(settlement).toMatchObject({
      energyKwh: usual.energyKwh,
      energyPriceYuanPerKwh: usual.energyPriceYuanPerKwh,
      energyFee: usual.energyFee,
      subsidy: usual.subsidy,
    });
  });

  it.each<{ rule: string; change: Partial<SettlementForm>; meter?: Partial<MeterFacts>; problems: string[] }>(
    [
      {
        rule: 'energy one kWh above the meter',
        change: { energy: '4097', energyAmount: '', subsidyAmount: '' },
        problems: [],
      },
      {
        rule: 'energy one kWh below it',
        change: { energy: '4095', energyAmount: '', subsidyAmount: '' },
        problems: [],
      },
      {
        rule: 'energy a hair more than one kWh off',
        change: { energy: '4097.01', energyAmount: '', subsidyAmount: '' },
        problems: ['settlement.energyNotMetered energy'],
      },
      {
        rule: 'a meter that stands still',
        change: { readingTo: '13680.50', energy: '0', energyAmount: '0', subsidyAmount: '0' },
        problems: [],
      },
      {
        rule: 'a meter that runs backwards by 0.01',
        change: { readingTo: '13680.49' },
        problems: ['settlement.meterBackwards readingTo'],
      },
      {
        rule: 'a gap to the slip before',
        change: { readingFrom: '13680.51' },
        problems: ['settlement.readingGap readingFrom'],
      },
      {
        rule: 'an amount one fen off',
        change: { energyAmount: '1574.51' },
        problems: ['settlement.amountNotReckoned energyAmount'],
      },
      {
        rule: 'an amount that is none',
        change: { subsidyAmount: 'x' },
        problems: ['money.notAnAmount subsidyAmount'],
      },
      { rule: 'the month of its own day', change: { generationMonth: '2025-03' }, problems: [] },
      {
        rule: 'a month to come',
        change: { generationMonth: '2025-04' },
        problems: ['settlement.notYetGenerated generationMonth'],
      },
      { rule: 'the month of the asset', change: {}, meter: { acquiredOn: '2025-02-28' }, problems: [] },
      {
        rule: 'a month before the asset',
        change: {},
        meter: { acquiredOn: '2025-03-01' },
        problems: ['settlement.beforeAsset generationMonth'],
      },
      {
        rule: 'a month settled before',
        change: { generationMonth: '2025-01' },
        problems: ['settlement.monthTwice generationMonth'],
      },
    ],
  )('with $rule: $problems', ({ change, meter, problems }) => {
    expect(codes(change, meter)).toEqual(problems);
  });

  it('may start its meter anywhere when it is the first', () => {
    const first: MeterFacts = {
      multiplier: '10',
      capacityKw: '60',
      acquiredOn: '2018-06-30',
      alreadySettled: [],
    };
    expect(
      readSettlement({ ...SLIP, readingFrom: '13680.51', readingTo: '14090.11' }, first).problems,
    ).toEqual([]);
  });

  it.each<{ capacityKw: string; problems: string[] }>([
    { capacityKw: '10', problems: [] },
    { capacityKw: '9.999999', problems: ['settlement.moreThanSun energy'] },
  ])(
    'is refused above twelve hours of sun on 31 days: 3,720 kWh on $capacityKw kW',
    ({ capacityKw, problems }) => {
      const change = { readingTo: '14052.50', energy: '3720', energyAmount: '', subsidyAmount: '' };
      expect(codes(change, { capacityKw })).toEqual(problems);
    },
  );

  it.each<{ rule: string; change: Partial<SettlementForm>; facts: Facts }>([
    { rule: 'what the meter says', change: { energy: '4098' }, facts: { metered: '4096' } },
    {
      rule: 'where the meter stopped',
      change: { readingFrom: '13680' },
      facts: { previousReading: '13680.5' },
    },
    {
      rule: 'what was reckoned',
      change: { energyAmount: '1574.51' },
      facts: { reckoned: 157_450n, difference: 1n },
    },
  ])('says $rule', ({ change, facts }) => {
    expect(read(change).problems[0]?.facts).toEqual(facts);
  });

  it('names everything that cannot be read at once, before the meter is asked', () => {
    const nonsense: SettlementForm = {
      generationMonth: '2025-13',
      postedOn: '2025-02-30',
      readingFrom: 'a',
      readingTo: 'b',
      energy: '1,0',
      energyUnit: 'J',
      energyPrice: '',
      priceUnit: 'yuan',
      subsidyPrice: '-1',
      energyAmount: 'x',
      subsidyAmount: 'y',
    };
    const { problems, settlement } = readSettlement(nonsense, METER);
    expect(problems).toEqual([
      { code: 'form.notAQuantity', field: 'energy', value: '1,0' },
      { code: 'form.notAQuantity', field: 'readingFrom', value: 'a' },
      { code: 'form.notAQuantity', field: 'readingTo', value: 'b' },
      { code: 'form.notAQuantity', field: 'energyPrice', value: '' },
      { code: 'form.notAQuantity', field: 'subsidyPrice', value: '-1' },
      { code: 'form.notAllowed', field: 'energyUnit', value: 'J' },
      { code: 'form.notAllowed', field: 'priceUnit', value: 'yuan' },
      { code: 'calendar.notADay', field: 'postedOn', value: '2025-02-30' },
      { code: 'calendar.notAMonth', field: 'generationMonth', value: '2025-13' },
    ]);
    expect(settlement).toMatchObject({ energyFee: 0n, subsidy: 0n });
  });

  it('says gap, energy, sun and both amounts together once everything can be read', () => {
    const change = { readingFrom: '13000', energy: '99999', energyAmount: '1', subsidyAmount: '2' };
    expect(codes(change)).toEqual([
      'settlement.readingGap readingFrom',
      'settlement.energyNotMetered energy',
      'settlement.moreThanSun energy',
      'settlement.amountNotReckoned energyAmount',
      'settlement.amountNotReckoned subsidyAmount',
    ]);
  });
});
