import type { SlipStation, ToldOfSlips } from '../../../src/domain/income/settlement-lines';
import { readSlipTable } from '../../../src/domain/income/settlement-table';
import { layoutOf, SHEET, SLIPS, tableOf } from './slip-tables.fixture';

const ONE: SlipStation = {
  id: 's1',
  name: '一号电站',
  customerNumbers: [],
  multiplierIn: () => '20',
  subsidyPriceIn: () => '0.4656',
};

describe('the month that the name of a slip file says', () => {
  const codes = (text: string, fileName: string, month = '', layout = 'components'): string[] => {
    const told: ToldOfSlips = { unit: '', year: '', month, stations: {}, others: '' };
    const { problems } = readSlipTable(tableOf(text, fileName), layoutOf(layout), { stations: [ONE], told });
    return problems.map(({ code }) => code).filter((code) => code.includes('onth'));
  };
  const UNTITLED = SHEET.replace('2025年6月', '');

  it.each<[rule: string, text: string, fileName: string, codes: string[]]>([
    ['two of them', UNTITLED, '电费2025年5月-6月.csv', ['slipTable.monthUnsaid']],
    ['two of them as digits', UNTITLED, '电费2025年5-6月.csv', ['slipTable.monthUnsaid']],
    ['one of them twice', UNTITLED, '2025年6月 6月电费.csv', []],
    ['another than the title', SHEET, '2025年5月.csv', ['slipTable.monthsDiffer']],
    ['another without its year', SHEET, '5月.csv', ['slipTable.bareMonthsDiffer']],
    ['the same without its year', SHEET, '6月.csv', []],
    ['none', SHEET, '电费.csv', []],
  ])('is held against its title: %s', (_rule, text, fileName, expected) => {
    expect(codes(text, fileName)).toEqual(expected);
  });

  it('is asked no more once a person has said it, nor where each row says its own', () => {
    expect(codes(SHEET, '5月.csv', '2025-06')).toEqual([]);
    expect(codes(`2025年6月\n${SLIPS}`, '2025年7月.csv', '', 'distributed-pv')).toEqual([]);
  });
});
