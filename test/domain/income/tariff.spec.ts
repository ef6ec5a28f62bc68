import { join } from 'node:path';
import {
  priceAt,
  priceBounds,
  readStationPrice,
  type StationPrice,
  type StationPriceForm,
  unusualPrices,
} from '../../../src/domain/income/tariff';
import { TariffTableService } from '../../../src/features/income/tariff-table.service';

const TABLE = new TariffTableService(join(__dirname, '../../../seeds')).table();
const ANHUI_2018 = priceBounds(TABLE, ['341200'], '2018-06-30');
const FORM: StationPriceForm = {
  validFrom: '2025-07-01',
  energyPrice: '0.3844',
  subsidyPrice: '0.4656',
  pricePaper: 'county no. 7',
  reason: '',
};

describe('between which prices energy is usually paid', () => {
  it.each<{ place: string[]; connected: string; bounds: object }>([
    { place: ['341200'], connected: '2018-06-30', bounds: { least: '0.34596', most: '0.86' } },
    { place: ['341200'], connected: '2017-01-01', bounds: { least: '0.34596', most: '0.86' } },
    { place: ['341200'], connected: '2016-12-31', bounds: { least: '0.34596', most: '0.99' } },
    { place: ['341200'], connected: '2014-01-01', bounds: { least: '0.34596', most: '1.01' } },
    { place: ['341200'], connected: '2013-12-31', bounds: { least: '0.34596' } },
    { place: ['150430', '150400'], connected: '2018-06-30', bounds: { least: '0.27315', most: '0.86' } },
    { place: ['150200'], connected: '2018-06-30', bounds: { least: '0.25461', most: '0.86' } },
    { place: ['310000'], connected: '2018-06-30', bounds: { most: '0.86' } },
  ])('in $place since $connected: $bounds', ({ place, connected, bounds }) => {
    expect(priceBounds(TABLE, place, connected)).toEqual(bounds);
  });

  it.each<[energy: string, subsidy: string, said: string[]]>([
    ['0.34596', '0.51404', []],
    ['0.34595', '0.51405', ['tariff.low']],
    ['0.3844', '0.47561', ['tariff.high']],
    ['0.3844', '0.4756', []],
  ])('%s and %s in Anhui: %p', (energyPrice, subsidyPrice, said) => {
    expect(unusualPrices({ energyPrice, subsidyPrice }, ANHUI_2018).map(({ code }) => code)).toEqual(said);
    expect(unusualPrices({ energyPrice, subsidyPrice }, {})).toEqual([]);
  });

  it('is data that nobody has confirmed', () => {
    expect(TABLE.confirmed).toBe(false);
  });
});

describe('a price from a day on', () => {
  it.each<{ rule: string; form: Partial<StationPriceForm>; said: string[] }>([
    { rule: 'the first day of a month', form: {}, said: [] },
    { rule: 'the second', form: { validFrom: '2025-07-02' }, said: ['tariff.notFirstDay validFrom'] },
    { rule: 'no subsidy', form: { subsidyPrice: '0' }, said: [] },
    { rule: 'no price', form: { energyPrice: '0' }, said: ['form.notPositive energyPrice'] },
    { rule: 'an unusual price', form: { energyPrice: '0.3' }, said: ['tariff.low energyPrice'] },
    { rule: 'an unusual price with its reason', form: { energyPrice: '0.3', reason: 'market' }, said: [] },
    {
      rule: 'nothing typed',
      form: { validFrom: '', energyPrice: '', subsidyPrice: '', pricePaper: ' ' },
      said: [
        'form.missing validFrom',
        'form.missing energyPrice',
        'form.missing subsidyPrice',
        'form.missing pricePaper',
      ],
    },
  ])('with $rule: $said', ({ form, said }) => {
    const { problems } = readStationPrice({ ...FORM, ...form }, ANHUI_2018);
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(said);
  });

  it.each([
    ['2025-06', undefined],
    ['2025-07', '0.42'],
    ['2025-12', '0.42'],
    ['2026-01', '0.44'],
  ])('is that of %s: %p, and of one day the last entered', (month, energyPrice) => {
    const price = (validFrom: string, energy: string): StationPrice => ({
      ...{ ...FORM, validFrom, energyPrice: energy },
    });
    const prices = [price('2025-07-01', '0.41'), price('2025-07-01', '0.42'), price('2026-01-01', '0.44')];
    expect(priceAt(prices, month)?.energyPrice).toBe(energyPrice);
  });
});
