import { compareQuantities, readQuantity, sumQuantities } from '../money/charge';
import { readYuan, sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';
import type { SettlementLayout, SlipPart } from './settlement-layout';
import { cellField, type SlipLine } from './settlement-lines';

const AMOUNTS: readonly SlipPart[] = ['energyAmount', 'subsidyAmount', 'paid'];
const QUANTITIES: readonly SlipPart[] = ['energy', 'subsidyEnergy'];

/**
 * Holds each row that adds up against the rows above it: all of them, or those since the row before that
 * added up. Of a sheet with a row for each part of the money the energy may be added once, not with each
 * part. Cells of other rows that cannot be read are said elsewhere. Codes `slipTable.totalDiffers`,
 * `slipTable.totalEnergyDiffers`, `slipTable.totalUnread`.
 */
export function totalProblems(
  lines: readonly SlipLine[],
  totals: readonly SlipLine[],
  layout: SettlementLayout,
): Problem[] {
  const problems: Problem[] = [];
  totals.forEach((total, place) => {
    const since = totals[place - 1]?.row ?? 0;
    const above = lines.filter(({ row }) => row < total.row);
    const ways = [above, above.filter(({ row }) => row > since)];
    for (const part of AMOUNTS) problems.push(...amountTotal(total, part, ways));
    const once = ways.map((rows) => rows.filter((line) => !isSubsidy(line, layout)));
    for (const part of QUANTITIES) problems.push(...quantityTotal(total, part, [...ways, ...once]));
  });
  return problems;
}

function amountTotal(total: SlipLine, part: SlipPart, ways: readonly (readonly SlipLine[])[]): Problem[] {
  const typed = total.cell(part);
  if (typed === '') return [];
  const stated = readYuan(typed);
  if (stated === undefined) return [unread(total, part)];
  const sums = ways.map((rows) => {
    const amounts = rows.map((line) => (line.cell(part) === '' ? 0n : readYuan(line.cell(part))));
    const read = amounts.filter((amount) => amount !== undefined);
    return read.length === amounts.length ? sumFen(read) : undefined;
  });
  const [sum] = sums;
  if (sum === undefined || sums.includes(stated)) return [];
  const facts = { sum, difference: stated - sum };
  return [{ code: 'slipTable.totalDiffers', field: cellField(total, part), value: typed, facts }];
}

function quantityTotal(total: SlipLine, part: SlipPart, ways: readonly (readonly SlipLine[])[]): Problem[] {
  const typed = total.cell(part);
  if (typed === '') return [];
  const stated = readQuantity(typed);
  if (stated === undefined) return [unread(total, part)];
  const sums = ways.map((rows) => {
    const read = rows.map((line) => (line.cell(part) === '' ? '0' : readQuantity(line.cell(part))));
    const all = read.filter((quantity) => quantity !== undefined);
    return all.length === read.length ? sumQuantities(all) : undefined;
  });
  const [sum] = sums;
  const agrees = sums.some((each) => each !== undefined && compareQuantities(each, stated) === 0);
  if (sum === undefined || agrees) return [];
  const field = cellField(total, part);
  return [{ code: 'slipTable.totalEnergyDiffers', field, value: typed, facts: { sum } }];
}

function isSubsidy(line: SlipLine, { components }: SettlementLayout): boolean {
  return components?.subsidy.includes(line.cell('component').replace(/\s+/g, '')) ?? false;
}

function unread(total: SlipLine, part: SlipPart): Problem {
  return { code: 'slipTable.totalUnread', field: cellField(total, part), value: total.cell(part) };
}
