import { readSettlement } from '../../../src/domain/income/settlement';
import type { SlipStation } from '../../../src/domain/income/settlement-lines';
import { readSlipTable } from '../../../src/domain/income/settlement-table';
import { isSameTax, type SlipTax } from '../../../src/domain/income/slip-tax';
import { layoutOf, tableOf } from './slip-tables.fixture';

const STATION: SlipStation = {
  id: 's1',
  name: '一号电站',
  customerNumbers: [],
  multiplierIn: () => '20',
  subsidyPriceIn: () => '0.4656',
};
const METER = {
  multiplier: '20',
  capacityKw: '100',
  acquiredOn: '2020-01-01',
  leftOn: undefined,
  energyPriceYuanPerKwh: '0.3844',
  subsidyPriceYuanPerKwh: '0.4656',
  alreadySettled: [],
};
const TOLD = { unit: '', year: '', month: '', stations: {}, others: '' };

/** What is wrong with a table of one slip, first of its rows, then of its figures; and its tax. */
function read(text: string, layout: 'components' | 'distributed-pv') {
  const { slips, problems } = readSlipTable(tableOf(text), layoutOf(layout), {
    stations: [STATION],
    told: TOLD,
  });
  const judged = slips.map(({ form, places }) => {
    const slip = readSettlement({ ...form, postedOn: '2025-06-30' }, METER);
    return {
      tax: slip.settlement.tax,
      problems: slip.problems.map((each) => ({ ...each, field: places[each.field] ?? each.field })),
    };
  });
  const found = [...problems, ...judged.flatMap((each) => each.problems)];
  return { said: found.map(({ code, field }) => `${code} ${field}`), found, tax: judged[0]?.tax };
}

/** A slip of 768.80 of energy fee and 931.20 of subsidy, with what its further columns say. */
const slipWith = (columns: Readonly<Record<string, string>>) =>
  read(
    `名称|结算年月|上期示数|本期示数|上网电量|结算单价|上网电费|补贴金额|补贴标准|${Object.keys(columns).join('|')}
一号电站|2025-05|100|200|2000|0.3844|768.80|931.20|0.4656|${Object.values(columns).join('|')}`,
    'distributed-pv',
  );

// 3 % within 768.80 are 22.39, and on top of it 23.06.
const PAID_OUT: SlipTax = { basis: 'inclusive', charged: 2_239n, keptBack: undefined, owed: 76_880n };
const KEPT: SlipTax = { basis: 'inclusive', charged: undefined, keptBack: 2_239n, owed: 74_641n };
const NET_OUT: SlipTax = { basis: 'net', charged: 2_306n, keptBack: undefined, owed: 79_186n };
const NET_KEPT: SlipTax = { basis: 'net', charged: undefined, keptBack: 2_306n, owed: 76_880n };
const NONE: SlipTax = { basis: 'inclusive', charged: undefined, keptBack: undefined, owed: 76_880n };

describe('the tax of a slip in a table', () => {
  const RATE = { 税率: '3%', 税额: '22.39' };
  const WHOLE = { ...RATE, 不含税金额: '746.41', 价税合计: '768.80' };
  const ON_TOP = { 税率: '3', 税额: '23.06', 不含税金额: '768.80', 价税合计: '791.86' };
  it.each<[string, Record<string, string>, SlipTax | undefined]>([
    ['nothing is said', { 税率: '', 税额: '' }, undefined],
    ['only what is paid is said', { 实付金额: '1700.00' }, NONE],
    ['the tax is nothing', { 税额: '0.00', 实付金额: '1700.00' }, NONE],
    ['it is exempt', { 税率: '免税', 税额: '免税', 实付金额: '1700.00' }, { ...NONE, basis: 'net' }],
    ['the fee holds it and it is paid out', { ...WHOLE, 实付金额: '1700.00' }, PAID_OUT],
    ['the fee holds it and it is missing in what is paid', { ...WHOLE, 实付金额: '1677.61' }, KEPT],
    ['a column says that it is kept back', { ...WHOLE, 代扣税额: '22.39' }, KEPT],
    ['a column says that none is kept back', { ...WHOLE, 代扣税额: '0' }, PAID_OUT],
    ['both say it', { ...WHOLE, 代扣税额: '22.39', 实付金额: '1677.61' }, KEPT],
    ['it comes on top and is paid out', { ...ON_TOP, 实付金额: '1723.06' }, NET_OUT],
    ['it comes on top and is kept back', { ...ON_TOP, 代扣税额: '23.06' }, NET_KEPT],
    ['only the rate tells that the fee holds it', { ...RATE, 代扣税额: '22.39' }, KEPT],
    ['only the rate tells that it comes on top', { 税率: '3%', 税额: '23.06', 代扣税额: '0' }, NET_OUT],
    [
      'only the two amounts are printed',
      { 税率: '3%', 不含税金额: '746.41', 价税合计: '768.80', 代扣税额: '0' },
      PAID_OUT,
    ],
    ['only the amount without it is printed', { 税率: '3%', 不含税金额: '746.41', 代扣税额: '22.39' }, KEPT],
    ['only the amount with it is printed', { 税率: '3%', 价税合计: '791.86', 代扣税额: '0' }, NET_OUT],
    [
      'the fee alone is printed as the net amount',
      { 税率: '3%', 不含税金额: '768.80', 代扣税额: '0' },
      NET_OUT,
    ],
    ['only what is kept back is printed', { 税率: '3%', 代扣税额: '22.39' }, KEPT],
    [
      'a spreadsheet keeps the rate as a part of one',
      { 征收率: '0.03', 税额: '22.39', 代扣税额: '0.00' },
      PAID_OUT,
    ],
  ])('is read where %s', (_rule, columns, tax) => {
    const slip = slipWith(columns);
    expect([slip.said, slip.tax]).toEqual([[], tax]);
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['the sum is a fen off', { ...WHOLE, 价税合计: '768.81' }, ['slipTable.taxNotSum row.2.gross']],
    [
      'the whole is less than its net',
      { 不含税金额: '768.80', 价税合计: '768.79' },
      ['slipTable.taxNotSum row.2.gross'],
    ],
    [
      'the fee is neither amount',
      { 税率: '3%', 税额: '20.00', 价税合计: '800.00' },
      ['slipTable.feeNeither row.2.gross'],
    ],
    ['the fee is not the net amount alone', { 不含税金额: '800.00' }, ['slipTable.feeNeither row.2.net']],
    ['no rate is printed', { 税额: '22.39', 实付金额: '1700.00' }, ['tax.withoutRate row.2.taxPercent']],
    ['the rate makes another tax', { ...RATE, 税率: '9%', 代扣税额: '0' }, ['tax.amountDiffers row.2.tax']],
    ['nobody says who pays it', RATE, ['settlement.taxWithoutPaid row.2.paid']],
    ['what is paid is a fen off', { 实付金额: '1700.01' }, ['settlement.paidNotSum row.2.paid']],
    ['what is paid is neither', { ...RATE, 实付金额: '1680.00' }, ['settlement.paidNeither row.2.paid']],
    ['another amount is kept back', { ...RATE, 代扣税额: '22.38' }, ['settlement.keptNotTax row.2.taxKept']],
    [
      'what is paid does not go with what is kept back',
      { ...RATE, 代扣税额: '22.39', 实付金额: '1700.00' },
      ['settlement.paidNotKept row.2.paid'],
    ],
    [
      'cells cannot be read, each by itself',
      { 税率: '3%', 税额: 'x', 不含税金额: '-1', 价税合计: '1.001', 代扣税额: '?' },
      ['net', 'tax', 'gross', 'taxKept'].map((part) => `row.2.${part}`),
    ],
    ['the rate cannot be read', { ...RATE, 税率: 'x', 代扣税额: '0' }, ['row.2.taxPercent']],
    ['what is paid cannot be read', { 实付金额: 'x' }, ['row.2.paid']],
  ])('is refused where %s', (_rule, columns, said) => {
    const slip = slipWith(columns);
    expect(slip.said.map((each, place) => (said[place]?.includes(' ') ? each : each.split(' ')[1]))).toEqual(
      said,
    );
  });

  it('is said with the figures that do not go together', () => {
    const [sum, kept] = [
      slipWith({ ...WHOLE, 价税合计: '768.81' }),
      slipWith({ ...RATE, 代扣税额: '22.39', 实付金额: '1700.00' }),
    ];
    expect(sum.found[0]).toMatchObject({
      value: '768.81',
      facts: { net: 74_641n, tax: 2_239n, sum: 76_880n, difference: 1n },
    });
    expect(kept.found[0]).toMatchObject({ facts: { sum: 170_000n, kept: 2_239n, without: 167_761n } });
  });

  it('is told for all rows of a table at once', () => {
    const { said } = read(
      `名称|结算年月|上期示数|本期示数|上网电量|结算单价|税额|不含税金额|价税合计
一号电站|2025-05|100|200|2000|0.3844|22.39|746.41|768.81
一号电站|2025-06|200|300|2000|0.3844|22.38|746.41|768.80
合计||||||44.78||1537.61`,
      'distributed-pv',
    );
    expect(said.filter((each) => each.startsWith('slipTable'))).toEqual([
      'slipTable.taxNotSum row.2.gross',
      'slipTable.taxNotSum row.3.gross',
      'slipTable.totalDiffers row.4.tax',
    ]);
  });

  it('holds what is paid against the energy fee alone where no subsidy is printed', () => {
    const row = (paid: string) =>
      read(
        `名称|结算年月|上期示数|本期示数|上网电量|结算单价|税率|价税合计|实付金额
一号电站|2025-05|100|200|2000|0.3844|3%|768.80|${paid}`,
        'distributed-pv',
      );
    expect([row('746.41').said, row('746.41').tax]).toEqual([[], KEPT]);
    expect(row('1677.61').said).toEqual(['settlement.paidNeither row.2.paid']);
  });
});

describe('the tax of a sheet with a row for each part of the money', () => {
  const sheet = (energy: string, subsidy: string) =>
    read(
      `成分明细|电费年月|电站|电量（千瓦时）|电价（元/千瓦时）|电费|税率|税额|代扣税额|实付金额
上网电费|2025-05|一号电站|2000|0.3844|768.80|${energy}
国家补贴|2025-05|一号电站|2000|0.4656|931.20|${subsidy}`,
      'components',
    );
  it.each<[string, string, string, string[], SlipTax | undefined]>([
    ['it is kept back', '3%|22.39|22.39|', '|||', [], KEPT],
    ['what is paid of both rows tells it', '3%|22.39||746.41', '0|0.00||931.20', [], KEPT],
    ['what is paid of the fee tells it', '3%|22.39||768.80', '|||', [], PAID_OUT],
    ['the subsidy has one', '3%|22.39|22.39|', '3%|27.12||', ['slipTable.subsidyTaxed row.3.tax'], KEPT],
    ['the subsidy has a rate', '|||', '3%|||', ['slipTable.subsidyTaxed row.3.tax'], undefined],
    [
      'another sum is paid',
      '3%|22.39||746.41',
      '|||931.00',
      ['settlement.paidNeither row.2.paid'],
      undefined,
    ],
  ])('is read where %s', (_rule, energy, subsidy, said, tax) => {
    const slip = sheet(energy, subsidy);
    expect(slip.said).toEqual(said);
    if (!said.includes('settlement.paidNeither row.2.paid')) expect(slip.tax).toEqual(tax);
  });
});

describe('two readings of a tax', () => {
  it.each<[string, SlipTax | undefined, SlipTax | undefined, boolean]>([
    ['nothing and no tax', undefined, NONE, true],
    ['the same', KEPT, KEPT, true],
    ['nothing and one kept back', undefined, KEPT, false],
    ['one kept back and one paid out', KEPT, PAID_OUT, false],
    ['one within and one on top', { ...KEPT, keptBack: 2_306n }, NET_KEPT, false],
  ])('of %s are the same: %#', (_rule, one, other, isSame) => {
    expect(isSameTax(one, other)).toBe(isSame);
  });
});
