import { compareQuantities, readQuantity, sumQuantities } from '../money/charge';
import { type Fen, readYuan } from '../money/fen';
import type { Problem } from '../shared/problem';
import type { SettlementLayout, SlipPart } from './settlement-layout';
import { cellField, type SlipLine } from './settlement-lines';

const AMOUNTS: readonly SlipPart[] = [
  'energyAmount',
  'subsidyAmount',
  'net',
  'tax',
  'gross',
  'taxKept',
  'paid',
];
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
  const whole = new Sums(layout);
  let since = new Sums(layout);
  let next = 0;
  for (const total of totals) {
    for (let line = lines[next]; line !== undefined && line.row < total.row; line = lines[++next]) {
      whole.add(line);
      since.add(line);
    }
    const ways = [whole, since];
    for (const part of AMOUNTS) problems.push(...amountTotal(total, part, ways));
    for (const part of QUANTITIES) problems.push(...quantityTotal(total, part, ways));
    since = new Sums(layout);
  }
  return problems;
}

/** What lines come to, part by part; undefined for a part with a cell that cannot be read. */
class Sums {
  private readonly amounts = new Map<SlipPart, Fen | undefined>(AMOUNTS.map((part) => [part, 0n]));
  private readonly quantities = new Map<SlipPart, string | undefined>(QUANTITIES.map((part) => [part, '0']));
  private readonly once = new Map<SlipPart, string | undefined>(QUANTITIES.map((part) => [part, '0']));

  constructor(private readonly layout: SettlementLayout) {}

  add(line: SlipLine): void {
    for (const part of AMOUNTS) {
      const [sum, amount] = [this.amounts.get(part), line.cell(part) === '' ? 0n : readYuan(line.cell(part))];
      this.amounts.set(part, sum === undefined || amount === undefined ? undefined : sum + amount);
    }
    for (const part of QUANTITIES) {
      const typed = line.cell(part) === '' ? '0' : readQuantity(line.cell(part));
      this.quantities.set(part, both(this.quantities.get(part), typed));
      if (!isSubsidy(line, this.layout)) this.once.set(part, both(this.once.get(part), typed));
    }
  }

  amount(part: SlipPart): Fen | undefined {
    return this.amounts.get(part);
  }

  /** With each part of the money, and added once. */
  energies(part: SlipPart): (string | undefined)[] {
    return [this.quantities.get(part), this.once.get(part)];
  }
}

function both(sum: string | undefined, quantity: string | undefined): string | undefined {
  return sum === undefined || quantity === undefined ? undefined : sumQuantities([sum, quantity]);
}

function amountTotal(total: SlipLine, part: SlipPart, ways: readonly Sums[]): Problem[] {
  const typed = total.cell(part);
  if (typed === '') return [];
  const stated = readYuan(typed);
  if (stated === undefined) return [unread(total, part)];
  const sums = ways.map((way) => way.amount(part));
  const [sum] = sums;
  if (sum === undefined || sums.includes(stated)) return [];
  const facts = { sum, difference: stated - sum };
  return [{ code: 'slipTable.totalDiffers', field: cellField(total, part), value: typed, facts }];
}

function quantityTotal(total: SlipLine, part: SlipPart, ways: readonly Sums[]): Problem[] {
  const typed = total.cell(part);
  if (typed === '') return [];
  const stated = readQuantity(typed);
  if (stated === undefined) return [unread(total, part)];
  const sums = ways.flatMap((way) => way.energies(part));
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
