import type { Problem } from '../shared/problem';
import type { TableHeading } from '../shared/table-headings';
import { monthIn, type SlipPart } from './settlement-layout';
import { cellField, type LineOfSlip, type UnplacedSlip } from './settlement-lines';
import {
  cellProblems,
  componentOf,
  componentsOf,
  componentsTyped,
  energyProblems,
  rowTyped,
} from './settlement-slips';
import type { SlipWriting } from './settlement-tax';

/** A line whose station or month nobody knows yet, or that is no slip of its own. */
export interface UnplacedLine extends LineOfSlip {
  /** By what lines are known to be of one month; undefined where the line's own cell says none. */
  readonly saidMonth: string | undefined;
}

/** By what a line is known to be of one month with others: those of a table without the column all are. */
export function saidMonthOf(
  { line, month }: LineOfSlip,
  { places }: TableHeading<SlipPart>,
): string | undefined {
  if (month !== undefined) return month;
  if (!places.has('generationMonth')) return 'table';
  const said = monthIn(line.cell('generationMonth'));
  return said === undefined || 'month' in said ? undefined : said.withoutYear;
}

/**
 * The lines of which station or month is not known yet, and those that are no slip of their own, as slips
 * that are judged as far as can be: what hangs on neither is told in the same answer. Codes those of
 * {@link cellProblems}, `slipTable.slipAgain`, `slipTable.subsidyEnergyDiffers`,
 * `slipTable.componentUnknown`, `slipTable.componentTwice`.
 */
export function unplacedSlips(
  lines: readonly UnplacedLine[],
  writing: SlipWriting,
  problems: Problem[],
): UnplacedSlip[] {
  const found: Problem[] = lines.flatMap(({ line }) => cellProblems(line, writing));
  const slips =
    writing.layout.shape === 'slips' ? ofRows(lines, writing, found) : ofParts(lines, writing, found);
  // What of a cell is said of its row is not said of its slip again.
  problems.push(...new Map(found.map((each) => [`${each.code} ${each.field}`, each])).values());
  return slips;
}

function ofRows(lines: readonly UnplacedLine[], writing: SlipWriting, problems: Problem[]): UnplacedSlip[] {
  const seen = new Map<string, number>();
  return lines.map((each) => {
    const { line, station, month, saidMonth } = each;
    const name = nameOf(each);
    const first = seen.get(`${name} ${saidMonth ?? ''}`);
    if (name !== '' && saidMonth !== undefined) {
      seen.set(`${name} ${saidMonth}`, first ?? line.row);
      const field = cellField(line, 'generationMonth');
      if (first !== undefined)
        problems.push({ code: 'slipTable.slipAgain', field, facts: { station: name, first } });
    }
    problems.push(...energyProblems(line, line, 'subsidyEnergy'));
    const { form, places } = rowTyped(each, writing, problems);
    const multiplier = line.cell('multiplier');
    return {
      ...{ station, month, multiplier, form },
      places: { ...places, multiplier: cellField(line, 'multiplier') },
    };
  });
}

/** Rows that are surely of one slip are one; of any other row its own energy, price and money are judged. */
function ofParts(lines: readonly UnplacedLine[], writing: SlipWriting, problems: Problem[]): UnplacedSlip[] {
  const groups = new Map<string, UnplacedLine[]>();
  for (const each of lines) {
    const month = each.saidMonth ?? each.line.cell('generationMonth');
    const [name, row] = [nameOf(each), String(each.line.row)];
    const key = name === '' || month === '' ? row : `${name} ${month}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].flatMap((group) => ofGroup(group, writing, problems));
}

function ofGroup(group: readonly UnplacedLine[], writing: SlipWriting, problems: Problem[]): UnplacedSlip[] {
  const found: Problem[] = [];
  const parts = componentsOf(group, writing.layout, found);
  const isOneMonth = group.every(({ saidMonth }) => saidMonth !== undefined);
  const isTwice = found.some(({ code }) => code === 'slipTable.componentTwice');
  const isOfNone = group.every(({ station, month }) => station !== undefined && month !== undefined);
  const isSure = ({ code }: Problem): boolean => isOneMonth || code !== 'slipTable.componentTwice';
  // What is known of both was said of its slip.
  problems.push(...found.filter((each) => !isOfNone && isSure(each)));
  const [energy, subsidy] = [parts.get('energy'), parts.get('subsidy')];
  const isPair = energy !== undefined && (isOneMonth || !isTwice);
  const pair = isPair ? [slipOf(energy, subsidy, { writing, problems })] : [];
  const alone = group.filter((each) => !isPair || (each !== energy && each !== subsidy));
  // Alone a row of the subsidy is held against its own price, and against none of the register.
  const rows = alone
    .filter(({ line }) => componentOf(line, writing.layout) !== undefined)
    .map((each) => slipOf({ ...each, month: undefined }, undefined, { writing, problems }));
  return [...pair, ...rows];
}

function slipOf(
  each: UnplacedLine,
  subsidy: UnplacedLine | undefined,
  how: { readonly writing: SlipWriting; readonly problems: Problem[] },
): UnplacedSlip {
  const { station, month } = each;
  return { station, month, multiplier: '', ...componentsTyped(each, subsidy?.line, how) };
}

/** How the station of a line is called, known or not; blank where the line names none. */
function nameOf({ line, station }: LineOfSlip): string {
  return station?.name ?? [line.cell('customerNumber'), line.cell('station')].join(' ').trim();
}
