import type { MeterFacts } from '../../../src/domain/income/meter';
import { readSettlement, type SettlementForm } from '../../../src/domain/income/settlement';
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
const NOTHING = { generationMonth: '', postedOn: ' ', readingFrom: '', readingTo: '', energy: ' ' };
const NO_PRICES = { energyPrice: '', subsidyPrice: '', energyAmount: '', subsidyAmount: '' };
const EMPTY: SettlementForm = { ...NOTHING, ...NO_PRICES, energyUnit: '', priceUnit: '' };
const UNREAD = { readingFrom: '', readingTo: '' };
const NOT_READ = ['form.missing readingFrom', 'form.missing readingTo'];
const METER: MeterFacts = {
  multiplier: '10',
  capacityKw: '60',
  acquiredOn: '2018-06-30',
  previous: { month: '2025-01', reading: '13680.5', unread: [] },
  energyPriceYuanPerKwh: '0.38440',
  subsidyPriceYuanPerKwh: '0.4656',
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
      { rule: 'no readings as it prints none', change: { ...UNREAD, withoutReadings: 'on' }, problems: [] },
      { rule: 'no readings though it prints them', change: UNREAD, problems: NOT_READ },
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
      {
        rule: 'full-width digits of an input method',
        change: { energy: '４，０９６', energyAmount: '１５７４．５０', subsidyPrice: '０．４６５６' },
        problems: [],
      },
      {
        rule: 'kWh missing before the slip after it',
        change: {},
        meter: { next: { month: '2025-03', reading: '14090.11', unread: [] } },
        problems: ['settlement.readingGap readingTo'],
      },
      {
        rule: 'prices outside the tariff, by a hair and by far',
        change: { energyPrice: '0.38440001', energyAmount: '', subsidyPrice: '99', subsidyAmount: '' },
        problems: ['settlement.priceNotTariff energyPrice', 'settlement.priceNotTariff subsidyPrice'],
      },
      {
        rule: 'prices the register does not know',
        change: { energyPrice: '0.41', energyAmount: '', subsidyPrice: '0.44', subsidyAmount: '' },
        meter: { energyPriceYuanPerKwh: '0', subsidyPriceYuanPerKwh: '0.0' },
        problems: [],
      },
      {
        rule: 'a fee no column can hold',
        change: { energy: '999999999999', energyAmount: '', energyPrice: '999999999999' },
        problems: [
          'settlement.energyNotMetered energy',
          'settlement.moreThanSun energy',
          'settlement.priceNotTariff energyPrice',
          'money.tooLarge energy',
          'settlement.amountNotReckoned subsidyAmount',
        ],
      },
      {
        rule: 'an amount no column can hold',
        change: { energyAmount: '90,071,992,547,409.92' },
        problems: ['money.tooLarge energyAmount'],
      },
      {
        rule: 'an amount below zero',
        change: { energyAmount: '-1' },
        problems: ['money.negative energyAmount'],
      },
      {
        rule: 'the last day of its own month',
        change: { generationMonth: '2025-03', postedOn: '2025-03-31' },
        problems: [],
      },
      {
        rule: 'a month that is not over',
        change: { generationMonth: '2025-03', postedOn: '2025-03-30' },
        problems: ['settlement.notYetGenerated generationMonth'],
      },
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
      facts: { adjoining: '13680.5' },
    },
    {
      rule: 'what the register says the grid pays',
      change: { energyPrice: '384.5', subsidyPrice: '465.6', priceUnit: 'yuan/MWh' },
      facts: { registered: '0.38440' },
    },
    {
      rule: 'what was reckoned',
      change: { energyAmount: '1574.51' },
      facts: { reckoned: 157_450n, difference: 1n },
    },
  ])('says $rule', ({ change, facts }) => {
    expect(read(change).problems[0]?.facts).toEqual(facts);
  });

  it('names every field of an empty form but the amounts, which a slip need not print', () => {
    const { problems } = readSettlement(EMPTY, METER);
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'form.missing energy',
      'form.missing readingFrom',
      'form.missing readingTo',
      'form.missing energyPrice',
      'form.missing subsidyPrice',
      'form.notAllowed energyUnit',
      'form.notAllowed priceUnit',
      'form.missing postedOn',
      'form.missing generationMonth',
    ]);
  });

  it('says what the meter shows beside a day that cannot be read', () => {
    expect(codes({ postedOn: '2025-02-30', readingFrom: '13681', readingTo: '13680.9' })).toEqual([
      'calendar.notADay postedOn',
      'settlement.meterBackwards readingTo',
    ]);
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
      { code: 'form.missing', field: 'energyPrice' },
      { code: 'form.notAQuantity', field: 'subsidyPrice', value: '-1' },
      { code: 'form.notAllowed', field: 'energyUnit', value: 'J' },
      { code: 'form.notAllowed', field: 'priceUnit', value: 'yuan' },
      { code: 'calendar.notADay', field: 'postedOn', value: '2025-02-30' },
      { code: 'calendar.notAMonth', field: 'generationMonth', value: '2025-13' },
      { code: 'money.notAnAmount', field: 'energyAmount', value: 'x' },
      { code: 'money.notAnAmount', field: 'subsidyAmount', value: 'y' },
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
