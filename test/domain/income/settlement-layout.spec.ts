import { monthIn } from '../../../src/domain/income/settlement-layout';
import { readSlipTable, slipLayoutOf } from '../../../src/domain/income/settlement-table';
import { layoutOf, SHEET, SLIPS, tableOf } from './slip-tables.fixture';

const COMPONENTS = layoutOf('components');
const ROWS = layoutOf('distributed-pv');

describe('the month a text says', () => {
  it.each<[string, ReturnType<typeof monthIn>]>([
    ['2025-06', { month: '2025-06' }],
    ['2025年6月结算单', { month: '2025-06' }],
    ['２０２５／６', { month: '2025-06' }],
    ['电费202506.xlsx', { month: '2025-06' }],
    ['2025-06-01 至 2025-06-30', { month: '2025-06' }],
    ['6月电费', { withoutYear: '06' }],
    ['12 月', { withoutYear: '12' }],
    ['13月', undefined],
    ['2025-13', undefined],
    ['2025-05 和 2025-06', undefined],
    ['5月至6月', undefined],
    ['电费2025年5月-6月.csv', undefined],
    ['2025年5月5月电费', { month: '2025-05' }],
    ['20250703153000123', undefined],
    ['结算单', undefined],
  ])('in “%s” is %p', (text, said) => {
    expect(monthIn(text)).toEqual(said);
  });
});

describe('the layout of a table', () => {
  it.each<[string, string, string | undefined]>([
    ['a sheet of parts', SHEET, 'components'],
    ['a table of slips', SLIPS, 'distributed-pv'],
    ['neither', '日期|金额\n2025-06-01|3', undefined],
  ])('is found for %s', (_rule, text, id) => {
    expect(slipLayoutOf(tableOf(text).rows, [COMPONENTS, ROWS])?.id).toBe(id);
  });

  it('keeps the unit that a heading says above the one its layout is printed in', () => {
    const text = `名称|结算年月|上期示数|本期示数|上网电量(兆瓦时)|结算单价
一号电站|2025-05|100|200|2|384.4`;
    const told = { unit: '', year: '', month: '', stations: {}, others: '' };
    const { units } = readSlipTable(tableOf(text), ROWS, { stations: [], told });
    expect(units).toEqual({ energy: 'MWh', price: 'yuan/MWh' });
  });
});
