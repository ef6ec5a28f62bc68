import type { SettlementLayout } from '../../../src/domain/income/settlement-layout';
import type { SlipStation, ToldOfSlips } from '../../../src/domain/income/settlement-lines';
import { readSlipTable } from '../../../src/domain/income/settlement-table';
import { layoutOf, SHEET, SLIPS, tableOf } from './slip-tables.fixture';

const COMPONENTS = layoutOf('components');
const ROWS = layoutOf('distributed-pv');

const ONE: SlipStation = {
  id: 's1',
  name: '一号电站',
  customerNumbers: ['0551001'],
  multiplierIn: () => '20',
  subsidyPriceIn: () => '0.4656',
};
const TWO: SlipStation = {
  ...ONE,
  id: 's2',
  name: '二号电站',
  customerNumbers: [],
  multiplierIn: () => '10',
};
const NOTHING_TOLD: ToldOfSlips = { unit: '', year: '', month: '', stations: {}, others: '' };

const read = (
  text: string,
  layout: SettlementLayout,
  wish: { told?: Partial<ToldOfSlips>; fileName?: string; stations?: SlipStation[] } = {},
) =>
  readSlipTable(tableOf(text, wish.fileName), layout, {
    stations: wish.stations ?? [ONE, TWO],
    told: { ...NOTHING_TOLD, ...wish.told },
  });
const found = (result: ReturnType<typeof read>): string[] =>
  result.problems.map(({ code, field }) => `${code.replace('slipTable.', '')} ${field}`);

describe('a sheet with a row for each part of the money', () => {
  it('is one slip, in the units that the line above says, of the station its title names', () => {
    const { slips, units, problems } = read(SHEET, COMPONENTS);
    expect(problems).toEqual([]);
    expect(units).toEqual({ energy: 'MWh', price: 'yuan/MWh' });
    expect(slips.map(({ station, month, rows, form }) => ({ id: station.id, month, rows, form }))).toEqual([
      {
        id: 's1',
        month: '2025-06',
        rows: [4, 5],
        form: {
          generationMonth: '2025-06',
          readingFrom: '',
          readingTo: '',
          withoutReadings: 'on',
          energy: '9.026',
          energyUnit: 'MWh',
          energyPrice: '384.4',
          priceUnit: 'yuan/MWh',
          subsidyPrice: '465.6',
          energyAmount: '3469.59',
          subsidyAmount: '4202.51',
        },
      },
    ]);
    expect(slips[0]?.places).toMatchObject({ energy: 'row.4.energy', subsidyPrice: 'row.5.energyPrice' });
  });

  it('owes the subsidy at the price of the register where the sheet has no row for it', () => {
    const { slips, problems } = read(SHEET.replace(/国家补贴.*\n合计.*/, ''), COMPONENTS);
    expect(problems).toEqual([]);
    expect(slips[0]?.form).toMatchObject({ subsidyPrice: '465.6', subsidyAmount: '' });
  });

  it('adds the energy once or with each part, the money always', () => {
    expect(found(read(SHEET.replace('合计|9.026', '合计|18.052'), COMPONENTS))).toEqual([]);
    expect(found(read(SHEET.replace('合计|9.026', '合计|9.027'), COMPONENTS))).toEqual([
      'totalEnergyDiffers row.6.energy',
    ]);
    const { problems } = read(SHEET.replace('7672.10', '7672.11'), COMPONENTS);
    expect(problems).toEqual([
      {
        code: 'slipTable.totalDiffers',
        field: 'row.6.energyAmount',
        value: '7672.11',
        facts: { sum: 767_210n, difference: 1n },
      },
    ]);
  });

  it.each<{ rule: string; text: string; told?: Partial<ToldOfSlips>; fileName?: string; problems: string[] }>(
    [
      { rule: 'no unit', text: SHEET.replace(/单位.*/, ''), problems: ['unitUnsaid unit'] },
      { rule: 'a unit told', text: SHEET.replace(/单位.*/, ''), told: { unit: 'MWh' }, problems: [] },
      {
        rule: 'an energy in the title that is no unit',
        text: SHEET.replace('一号', '500 千瓦时 以上 年 度 一号'),
        problems: [],
      },
      {
        rule: 'such a title alone',
        text: `500 千瓦时 ${SHEET.replace(/单位.*/, '')}`,
        problems: ['unitUnsaid unit'],
      },
      { rule: 'two units', text: SHEET.replace('单位：', '单位：千瓦时、'), problems: ['unitTwice unit'] },
      {
        rule: 'another unit in a heading',
        text: SHEET.replace('电量|', '电量（千瓦时）|'),
        problems: ['unitTwice unit'],
      },
      {
        rule: 'two units, and one of them told',
        text: SHEET.replace('单位：', '单位：千瓦时、'),
        told: { unit: 'MWh' },
        problems: [],
      },
      { rule: 'no month', text: SHEET.replace('2025年6月', ''), problems: ['monthUnsaid month'] },
      {
        rule: 'the month in the name of the file',
        text: SHEET.replace('2025年6月', ''),
        fileName: '2025-06.xlsx',
        problems: [],
      },
      {
        rule: 'only the month in the name of the file',
        text: SHEET.replace('2025年6月', ''),
        fileName: '6月.xlsx',
        problems: ['yearUnsaid year'],
      },
      {
        rule: 'the year told',
        text: SHEET.replace('2025年6月', ''),
        fileName: '6月.xlsx',
        told: { year: '2025' },
        problems: [],
      },
      {
        rule: 'a station nobody names',
        text: SHEET.replace('一号电站', ''),
        problems: ['stationUnsaid stations.all'],
      },
      {
        rule: 'a station told',
        text: SHEET.replace('一号电站', ''),
        told: { stations: { all: 's2' } },
        problems: [],
      },
      {
        rule: 'a title that names both stations',
        text: SHEET.replace('一号电站', '一号电站、二号电站'),
        problems: ['stationUnsaid stations.all'],
      },
      {
        rule: 'a part nobody knows',
        text: SHEET.replace('国家补贴', '考核费用'),
        problems: ['componentUnknown row.5.component', 'totalEnergyDiffers row.6.energy'],
      },
      {
        rule: 'a part twice',
        text: SHEET.replace('国家补贴', '上网电费'),
        problems: ['componentTwice row.5.component', 'totalEnergyDiffers row.6.energy'],
      },
      {
        rule: 'a subsidy alone',
        text: SHEET.replace(/上网电费\|.*\n/, '').replace('7672.10', '4202.51'),
        problems: ['energyRowMissing row.4.component'],
      },
      {
        rule: 'a part twice, and in each row a cell nobody can read',
        text: SHEET.replace('国家补贴|9.026', '上网电费|x')
          .replace('384.4', 'y')
          .replace(/合计.*/, ''),
        problems: ['componentTwice row.5.component', 'form.notAQuantity row.5.energy'],
      },
      {
        rule: 'a subsidy alone, and a cell of it nobody can read',
        text: SHEET.replace(/上网电费\|.*\n/, '')
          .replace('465.6', 'y')
          .replace(/合计.*/, ''),
        problems: ['energyRowMissing row.4.component', 'form.notAQuantity row.4.energyPrice'],
      },
      {
        rule: 'a subsidy for other energy',
        text: SHEET.replace('国家补贴|9.026', '国家补贴|9.025'),
        problems: ['subsidyEnergyDiffers row.5.energy'],
      },
      {
        rule: 'a total that is no number',
        text: SHEET.replace('7672.10', '约七千'),
        problems: ['totalUnread row.6.energyAmount'],
      },
      {
        rule: 'nothing below its heading',
        text: SHEET.split('\n').slice(0, 3).join('\n'),
        problems: ['empty file'],
      },
      { rule: 'another heading', text: SLIPS, problems: ['noHeading file'] },
    ],
  )('with $rule: $problems', ({ text, told, fileName, problems }) => {
    const wish = { ...(told === undefined ? {} : { told }), ...(fileName === undefined ? {} : { fileName }) };
    expect(found(read(text, COMPONENTS, wish))).toEqual(problems);
  });

  it('takes several stations and months of one sheet apart, the earlier month first', () => {
    const text = `成分明细|电费年月|电站|电量（千瓦时）|电价（元/千瓦时）|电费
上网电费|2025-06|一号电站|100|0.3844|38.44
国家补贴|2025-06|一号电站|100|0.4656|46.56
上网电费|2025-05|二号电站|200|0.3844|76.88
小计|||300||161.88
上网电费|2025-05|一号电站|300|0.3844|115.32
合计|||600||277.20`;
    const { slips, problems } = read(text, COMPONENTS);
    expect(problems).toEqual([]);
    expect(slips.map(({ station, month, rows }) => [station.id, month, rows])).toEqual([
      ['s2', '2025-05', [4]],
      ['s1', '2025-05', [6]],
      ['s1', '2025-06', [2, 3]],
    ]);
  });
});

describe('a table with a row for each slip', () => {
  it('finds its stations by the number of the grid or by name, and its own units', () => {
    const { slips, units, problems } = read(SLIPS, ROWS);
    expect(problems).toEqual([]);
    expect(units).toEqual({ energy: 'kWh', price: 'yuan/kWh' });
    expect(slips.map(({ station, month, customerNumber }) => [station.id, month, customerNumber])).toEqual([
      ['s1', '2025-05', '0551001'],
      ['s2', '2025-05', ''],
    ]);
    expect(slips[0]?.form).toMatchObject({ readingFrom: '100', readingTo: '200', subsidyPrice: '0.4656' });
    expect(slips[0]?.form).not.toHaveProperty('withoutReadings');
    expect(slips[1]?.form).toMatchObject({ subsidyPrice: '0.4656', subsidyAmount: '' });
  });

  it.each<{ rule: string; change: [string, string]; problems: string[] }>([
    {
      rule: 'a name nobody knows',
      change: ['二号电站', '三号电站'],
      problems: ['stationUnknown stations.r3'],
    },
    {
      rule: 'the number of one station and the name of another',
      change: ['0551001|一号', '0551001|二号电站'],
      problems: ['numberOfOther row.2.customerNumber'],
    },
    {
      rule: 'a month nobody can read',
      change: ['202505', '五月'],
      problems: ['monthUnread row.3.generationMonth'],
    },
    {
      rule: 'another multiplier',
      change: ['200|20|', '200|21|'],
      problems: ['multiplierDiffers row.2.multiplier'],
    },
    {
      rule: 'a multiplier that is none',
      change: ['200|20|', '200|x|'],
      problems: ['form.notAQuantity row.2.multiplier'],
    },
    {
      rule: 'a subsidy for other energy',
      change: ['|2000|931.20', '|1999|931.20'],
      problems: ['subsidyEnergyDiffers row.2.subsidyEnergy'],
    },
    {
      rule: 'the same slip twice',
      change: ['|二号电站|', '0551001||'],
      problems: ['slipTwice row.3.generationMonth'],
    },
    {
      rule: 'the same slip twice, and a cell of it nobody can read',
      change: ['|二号电站|202505|10|20|10|100|', '0551001||202505|10|20|10|x|'],
      problems: ['slipTwice row.3.generationMonth', 'form.notAQuantity row.3.energy'],
    },
  ])('with $rule: $problems', ({ change: [from, to], problems }) => {
    expect(found(read(SLIPS.replace(from, to), ROWS))).toEqual(problems);
  });

  it('asks once for a name that stands in several rows, and takes the answer for all', () => {
    const text = `名称|结算年月|上期示数|本期示数|上网电量|结算单价
老站|2025-05|100|200|1000|0.3844
老站|2025-06|200|300|1000|0.3844`;
    const asking = read(text, ROWS);
    expect(found(asking)).toEqual(['stationUnknown stations.r2']);
    expect(asking.asked).toEqual([{ field: 'stations.r2', named: '老站' }]);
    const told = read(text, ROWS, { told: { stations: { r2: 's2' } } });
    expect([found(told), told.slips.map(({ station, month }) => `${station.id} ${month}`)]).toEqual([
      [],
      ['s2 2025-05', 's2 2025-06'],
    ]);
  });
});
