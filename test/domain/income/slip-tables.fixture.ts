import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { SettlementLayout } from '../../../src/domain/income/settlement-layout';
import type { SlipTable } from '../../../src/domain/income/settlement-lines';

const readLayout: (text: string) => SettlementLayout = parse;

export const layoutOf = (id: string): SettlementLayout =>
  readLayout(readFileSync(join(__dirname, `../../../seeds/settlement-layouts/${id}.yaml`), 'utf8'));

/** A table as lines whose cells are parted by bars; blank lines keep their number. */
export const tableOf = (text: string, fileName = ''): SlipTable => ({
  fileName,
  rows: text
    .split('\n')
    .map((line, place) => ({ number: place + 1, cells: line.split('|').map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== '')),
});
/** A sheet of one station and month, with a row for each part of the money. */
export const SHEET = `一号电站上网电费结算单 2025年6月
单位：千千瓦时、元/千千瓦时、元
成分明细|电量|电价|电费
上网电费|9.026|384.4|3469.59
国家补贴|9.026|465.6|4202.51
合计|9.026||7672.10`;

/** A table of two stations, with a row for each slip. */
export const SLIPS = `发电客户编号|名称|结算年月|上期示数|本期示数|倍率|上网电量|结算单价|上网电费|补贴标准|补贴电量|补贴金额|实付金额
0551001|一号|2025-05|100|200|20|2000|0.3844|768.80|0.4656|2000|931.20|1700.00
|二号电站|202505|10|20|10|100|0.3844|38.44||||38.44
合计||||||2100||807.24|||931.20|1738.44`;
