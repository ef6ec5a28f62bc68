import type { SlipStation, ToldOfSlips } from '../../../src/domain/income/settlement-lines';
import { readSlipTable } from '../../../src/domain/income/settlement-table';
import { problemSentence } from '../../../src/glossary/sentences';
import { layoutOf, tableOf } from './slip-tables.fixture';

const OWN: SlipStation = {
  ...{ id: 's1', name: '一号电站', customerNumbers: ['0551001'] },
  multiplierIn: () => '20',
  subsidyPriceIn: () => '0.4656',
};
const HEAD = '发电客户编号|名称|结算年月|上期示数|本期示数|上网电量|结算单价';
const row = (number: string, name: string, month = '2025-05'): string =>
  `${number}|${name}|${month}|100|200|2000|0.3844`;
const read = (rows: readonly string[], told: Partial<ToldOfSlips> = {}) =>
  readSlipTable(tableOf([HEAD, ...rows].join('\n')), layoutOf('distributed-pv'), {
    stations: [OWN, { ...OWN, id: 's2', name: '二号电站', customerNumbers: [] }],
    told: { unit: '', year: '', month: '', stations: {}, others: '', ...told },
  });
const found = ({ problems }: ReturnType<typeof read>): string[] =>
  problems.map(({ code, field }) => `${code.replace('slipTable.', '')} ${field}`);
const unknown = (count: number): string[] =>
  Array.from({ length: count }, (_, place) => row(`9${String(place)}`, ''));

describe('stations of others in a table of slips', () => {
  it('are left out by name, with whatever is wrong in their rows', () => {
    const rows = [row('0551001', ''), row('77', '东村', '五月'), row('77', '东村'), row('78', '')];
    const result = read(rows, { stations: { r3: 'ofOthers' } });
    expect(found(result)).toEqual(['stationUnknown stations.r5']);
    expect(result.leftOut).toEqual([{ named: '77 东村', rows: [3, 4] }]);
    expect(result.asked.map(({ field }) => field)).toEqual(['stations.r3', 'stations.r5']);
    expect(result.slips.map(({ station, rows: [place] }) => [station.id, place])).toEqual([['s1', 2]]);
  });

  it('are left out all at once, but for what is told', () => {
    const result = read([...unknown(30), row('0551001', '')], {
      ...{ others: 'ofOthers', stations: { r2: 's2' } },
    });
    expect(found(result)).toEqual([]);
    expect(result.leftOut).toHaveLength(29);
    expect(result.asked).toEqual([{ field: 'stations.r2', named: '90' }]);
    expect(result.slips.map(({ station }) => station.id)).toEqual(['s2', 's1']);
  });

  it('are still in what the table adds up to', () => {
    const rows = [row('0551001', ''), row('77', ''), '合计|||||4000|'];
    expect(found(read(rows, { others: 'ofOthers' }))).toEqual([]);
    expect(found(read([...rows.slice(0, 2), '合计|||||2000|'], { others: 'ofOthers' }))).toEqual([
      'totalEnergyDiffers row.4.energy',
    ]);
  });

  it.each([
    [20, 20, undefined],
    [21, 20, 1],
    [4_000, 20, 3_980],
  ])('of %i unknown names asks for %i, and says how many more there are', (names, asked, more) => {
    const { problems, asked: boxes } = read(unknown(names));
    expect(boxes).toHaveLength(asked);
    const last = problems.at(-1);
    expect([problems.length, last?.facts?.['more']]).toEqual([more === undefined ? asked : asked + 1, more]);
  });

  it('cannot be a table that names no station at all', () => {
    const told = { stations: { all: 'ofOthers' }, others: 'ofOthers' };
    const result = read([row('', '')], told);
    expect([found(result), result.leftOut]).toEqual([['stationUnsaid stations.all'], []]);
  });
});

describe('a row whose station or month nobody knows yet', () => {
  const torn = (number: string, month: string): string => `${number}|东村|${month}|x|200|2000度|0.3844`;
  it.each<[what: string, line: string, said: string[]]>([
    ['is asked for alone where nothing else is wrong', row('77', '东村'), ['stationUnknown stations.r2']],
    [
      'is told its other cells with its station',
      torn('77', '2025-05'),
      [
        'stationUnknown stations.r2',
        ...['energy', 'readingFrom'].map((part) => `form.notAQuantity row.2.${part}`),
      ],
    ],
    [
      'and with its month',
      torn('0551001', '2025-13').replace('东村', ''),
      [
        'monthUnread row.2.generationMonth',
        ...['energy', 'readingFrom'].map((part) => `form.notAQuantity row.2.${part}`),
      ],
    ],
  ])('%s', (_what, line, said) => {
    expect(found(read([line]))).toEqual(said);
    expect(found(read([line], { others: 'ofOthers' }))).toEqual(line.startsWith('77') ? [] : said);
  });

  it('is told its money, too', () => {
    const sheet = [
      `${HEAD}|上网电费|补贴金额`,
      `${row('77', '东村')}|0.23064万元|2793.6x`,
      `${row('0551001', '')}|768.80|`,
    ];
    const { problems } = readSlipTable(tableOf(sheet.join('\n')), layoutOf('distributed-pv'), {
      stations: [OWN],
      told: { unit: '', year: '', month: '', stations: {}, others: '' },
    });
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'slipTable.stationUnknown stations.r2',
      'money.notAnAmount row.2.energyAmount',
      'money.notAnAmount row.2.subsidyAmount',
    ]);
    expect(problems.slice(1).map(problemSentence)).toEqual([
      '第 2 行电费“0.23064万元”不是金额，要按元填，最多两位小数，例如 1260.00。',
      '第 2 行补贴金额“2793.6x”不是金额，要按元填，最多两位小数，例如 1260.00。',
    ]);
  });
});

describe('a row that adds up', () => {
  const total = (kwh: string): string => `合计|||||${kwh}|`;
  it.each<[rule: string, rows: string[], said: string[]]>([
    ['all rows above', [row('0551001', ''), total('2000'), row('0551001', '', '2025-06'), total('4000')], []],
    ['rows since the last one', [row('0551001', ''), total('2000'), row('', '二号电站'), total('2000')], []],
    ['neither', [row('0551001', ''), total('2000'), row('', '二号电站'), total('3000')], ['5']],
    ['a cell nobody can read', [row('0551001', '').replace('|2000|', '|x|'), total('1')], []],
    ['nothing above', [total('1'), row('0551001', '')], ['2']],
  ])('holds for %s', (_rule, rows, said) => {
    const wrong = found(read(rows)).filter((each) => each.startsWith('totalEnergyDiffers'));
    expect(wrong).toEqual(said.map((place) => `totalEnergyDiffers row.${place}.energy`));
  });
});
