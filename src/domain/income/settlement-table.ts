import type { Problem } from '../shared/problem';
import { bestNamed, type TableHeading, type TextRow } from '../shared/table-headings';
import {
  type EnergyUnit,
  type SettlementLayout,
  slipHeading,
  type SlipPart,
  unitsOf,
} from './settlement-layout';
import type {
  PlacedLine,
  ReadSlips,
  SlipLine,
  SlipStation,
  SlipTable,
  TableSlip,
  ToldOfSlips,
} from './settlement-lines';
import { componentSlips, rowSlips } from './settlement-slips';
import { monthsOfLines, stationsOfLines } from './settlement-subjects';
import { totalProblems } from './settlement-totals';
import { saidMonthOf, unplacedSlips } from './settlement-unplaced';

/** The layout that a table is written in, if one of them is found in it. */
export function slipLayoutOf(
  rows: readonly TextRow[],
  layouts: readonly SettlementLayout[],
): SettlementLayout | undefined {
  return bestNamed(layouts, (layout) => slipHeading(rows, layout));
}

/**
 * Reads the grid's settlement sheet into slips, one for each station and month: units, months and stations as
 * the sheet says them or as a person does, never guessed; rows that add up are held against the rows above.
 * A row whose station or month nobody knows yet, or that is no slip of its own, is judged as far as can be.
 * What a slip's figures are worth among each other is for {@link readSettlement}. Codes `slipTable.*`.
 * @param given the stations of the village, and what a person says of the table
 */
export function readSlipTable(
  table: SlipTable,
  layout: SettlementLayout,
  given: { readonly stations: readonly SlipStation[]; readonly told: ToldOfSlips },
): ReadSlips {
  const heading = slipHeading(table.rows, layout);
  if (heading === undefined) return unreadable(layout);
  const { told } = given;
  const problems: Problem[] = [];
  const said = unitsOf(table.rows, { heading, layout }, unitTold(told.unit));
  const units = said === 'unsaid' || said === 'twice' ? undefined : said;
  if (said === 'unsaid') problems.push({ code: 'slipTable.unitUnsaid', field: 'unit' });
  if (said === 'twice') problems.push({ code: 'slipTable.unitTwice', field: 'unit' });
  const { lines, totals } = linesOf(table.rows, heading, layout);
  const above = table.rows.filter(({ number }) => number < heading.row).flatMap(({ cells }) => cells);
  const { stations, asked, leftOut } = stationsOfLines(lines, { heading, above, ...given }, problems);
  const gone = new Set(leftOut.flatMap(({ rows }) => rows));
  const own = lines.filter(({ row }) => !gone.has(row));
  const months = monthsOfLines(own, { heading, above, fileName: table.fileName, told }, problems);
  const placed = own.flatMap((line): PlacedLine[] => {
    const [station, month] = [stations.get(line.row), months.get(line.row)];
    return station === undefined || month === undefined ? [] : [{ line, station, month }];
  });
  const used = units ?? { energy: 'kWh', price: 'yuan/kWh' };
  const slipsOf = layout.shape === 'slips' ? rowSlips : componentSlips;
  const writing = { layout, units: used };
  const slips = slipsOf(placed, writing, problems);
  const isPlaced = new Set(placed.map(({ line }) => line.row));
  const isTaken = new Set(slips.flatMap(({ rows }) => rows));
  const others = own.flatMap((line) => {
    const each = { line, station: stations.get(line.row), month: months.get(line.row) };
    // A row that is there twice is said to be so already, with its month.
    const saidMonth = isPlaced.has(line.row) ? undefined : saidMonthOf(each, heading);
    return isTaken.has(line.row) ? [] : [{ ...each, saidMonth }];
  });
  const unplaced = unplacedSlips(others, writing, problems);
  problems.push(...totalProblems(lines, totals, layout));
  if (lines.length === 0) problems.push({ code: 'slipTable.empty', field: 'file' });
  const found = { slips: inOrder(slips), unplaced, totals: totals.map(({ row }) => row), asked, leftOut };
  return { heading, units, ...found, problems };
}

function unreadable(layout: SettlementLayout): ReadSlips {
  const wanted = layout.needed.flatMap((part) => layout.columns[part]?.slice(0, 1) ?? []);
  const problem = { code: 'slipTable.noHeading', field: 'file', facts: { layout: layout.name, wanted } };
  const nothing = { slips: [], unplaced: [], totals: [], asked: [], leftOut: [] };
  return { heading: undefined, units: undefined, ...nothing, problems: [problem] };
}

function unitTold(unit: string): EnergyUnit | undefined {
  return unit === 'kWh' || unit === 'MWh' ? unit : undefined;
}

function linesOf(
  rows: readonly TextRow[],
  heading: TableHeading<SlipPart>,
  layout: SettlementLayout,
): { readonly lines: SlipLine[]; readonly totals: SlipLine[] } {
  const [lines, totals]: [SlipLine[], SlipLine[]] = [[], []];
  for (const { number: row, cells } of rows) {
    const first = cells.find((cell) => cell.trim() !== '')?.replace(/\s+/g, '');
    if (row <= heading.row || first === undefined) continue;
    const line = { row, cell: (part: SlipPart) => (cells[heading.places.get(part) ?? -1] ?? '').trim() };
    (layout.totals.some((word) => first.startsWith(word)) ? totals : lines).push(line);
  }
  return { lines, totals };
}

/** A later month begins with the reading the earlier one ended with, so the earlier slip comes first. */
function inOrder(slips: readonly TableSlip[]): TableSlip[] {
  return [...slips].sort((one, other) =>
    one.month === other.month ? (one.rows[0] ?? 0) - (other.rows[0] ?? 0) : one.month < other.month ? -1 : 1,
  );
}
