import { compareQuantities, product, readQuantity } from '../money/charge';
import { plainYuan, readYuan, sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';
import { readAmount, readNumber } from '../shared/typed-fields';
import type { SettlementForm } from './settlement';
import type { SettlementLayout, SlipPart, SlipUnits } from './settlement-layout';
import {
  cellField,
  type LineOfSlip,
  type PlacedLine,
  type SlipLine,
  type TableSlip,
  type TypedSlip,
} from './settlement-lines';
import { type SlipWriting, subsidyTaxProblems, taxOfLine, taxPlaces } from './settlement-tax';
import type { SlipTaxForm } from './slip-tax';

/**
 * A slip of each row: readings, energy, prices and money stand beside each other. Codes
 * `slipTable.slipTwice`, `slipTable.multiplierDiffers`, `slipTable.subsidyEnergyDiffers`, those of tax.
 */
export function rowSlips(
  placed: readonly PlacedLine[],
  writing: SlipWriting,
  problems: Problem[],
): TableSlip[] {
  const seen = new Map<string, number>();
  return placed.flatMap((each) => {
    const { line, station, month } = each;
    const first = seen.get(`${station.id} ${month}`);
    seen.set(`${station.id} ${month}`, first ?? line.row);
    if (first !== undefined) {
      const facts = { station: station.name, month, first };
      problems.push({ code: 'slipTable.slipTwice', field: cellField(line, 'generationMonth'), facts });
      return [];
    }
    problems.push(...rowProblems(each));
    const typed = rowTyped(each, writing, problems);
    return [{ station, month, customerNumber: numberOf(line), rows: [line.row], ...typed }];
  });
}

/** A row as a person would type it, and the cells in which its fields stand. */
export function rowTyped(each: LineOfSlip, writing: SlipWriting, problems: Problem[]): TypedSlip {
  const { line } = each;
  const fields = ['readingFrom', 'readingTo', 'energy', 'energyPrice', 'energyAmount'] as const;
  const subsidy = ['subsidyPrice', 'subsidyAmount'] as const;
  const typed = Object.fromEntries([...fields, ...subsidy].map((part) => [part, line.cell(part)]));
  const places = Object.fromEntries([...fields, ...subsidy].map((part) => [part, cellField(line, part)]));
  const tax = paidAlso(taxOfLine(line, writing, problems), [line], isPriced(typed));
  const form = { ...formOf(each, writing.units, typed), ...tax };
  return { form, places: placesOf(line, places) };
}

/**
 * A slip of each station and month: a row for the energy, and one for the subsidy where the sheet has it.
 * Codes `slipTable.componentUnknown`, `slipTable.componentTwice`, `slipTable.energyRowMissing`,
 * `slipTable.subsidyEnergyDiffers`, those of tax.
 */
export function componentSlips(
  placed: readonly PlacedLine[],
  writing: SlipWriting,
  problems: Problem[],
): TableSlip[] {
  const groups = new Map<string, PlacedLine[]>();
  for (const each of placed) {
    const key = `${each.station.id} ${each.month}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return [...groups.values()].flatMap((group) => slipOfComponents(group, writing, problems));
}

type Component = 'energy' | 'subsidy';

function slipOfComponents(
  group: readonly PlacedLine[],
  writing: SlipWriting,
  problems: Problem[],
): TableSlip[] {
  const parts = componentsOf(group, writing.layout, problems);
  const energy = parts.get('energy');
  const subsidy = parts.get('subsidy')?.line;
  if (energy === undefined) {
    problems.push(...group.slice(0, 1).map(noEnergyRow));
    return [];
  }
  const typed = componentsTyped(energy, subsidy, { writing, problems });
  const rows = [...new Set([energy.line.row, (subsidy ?? energy.line).row])];
  const { station, month, line } = energy;
  return [{ station, month, customerNumber: numberOf(line), rows, ...typed }];
}

/** The rows of a slip's energy and subsidy as a person would type them, and where their fields stand. */
export function componentsTyped(
  energy: LineOfSlip,
  subsidy: SlipLine | undefined,
  { writing, problems }: { readonly writing: SlipWriting; readonly problems: Problem[] },
): TypedSlip {
  problems.push(...energyProblems(energy.line, subsidy, 'energy'));
  const typed = {
    energy: energy.line.cell('energy'),
    energyPrice: energy.line.cell('energyPrice'),
    energyAmount: energy.line.cell('energyAmount'),
    subsidyPrice: subsidy?.cell('energyPrice') ?? '',
    subsidyAmount: subsidy?.cell('energyAmount') ?? '',
  };
  const subsidyLine = subsidy ?? energy.line;
  const found = taxOfLine(energy.line, writing, problems);
  if (subsidy !== undefined) problems.push(...subsidyTaxProblems(subsidy, writing));
  const paid = [energy.line, ...(subsidy === undefined ? [] : [subsidy])].filter(isPaid);
  const tax = paidAlso(found, paid, subsidy !== undefined && paid.includes(subsidy));
  const places = {
    subsidyPrice: cellField(subsidyLine, 'energyPrice'),
    subsidyAmount: cellField(subsidyLine, 'energyAmount'),
    paidAmount: cellField(
      paid.find((line) => readYuan(line.cell('paid')) === undefined) ?? energy.line,
      'paid',
    ),
  };
  const form = { ...formOf(energy, writing.units, typed), ...tax };
  return { form, places: placesOf(energy.line, places) };
}

/**
 * What of a row cannot be read, whosever it is and of whatever month: its figures and its money. Codes
 * `form.notAQuantity`, `form.missing`, `money.*`, those of tax.
 */
export function cellProblems(line: SlipLine, writing: SlipWriting): Problem[] {
  const problems: Problem[] = [];
  const at = (part: SlipPart) => ({ field: cellField(line, part), value: line.cell(part) });
  const isSaid = (part: SlipPart): boolean => line.cell(part) !== '';
  const numbers = ['readingFrom', 'readingTo', 'multiplier', 'subsidyPrice', 'subsidyEnergy'] as const;
  for (const part of ['energy', 'energyPrice', ...numbers.filter(isSaid)] as const)
    readNumber(at(part), 'zero', problems);
  for (const part of (['energyAmount', 'subsidyAmount', 'paid'] as const).filter(isSaid))
    readAmount(at(part), 'zero', problems);
  taxOfLine(line, writing, problems);
  return problems;
}

/** Each part of the money once; a row of another kind, or a second one, is said by name. */
export function componentsOf<Line extends LineOfSlip>(
  group: readonly Line[],
  layout: SettlementLayout,
  problems: Problem[],
): ReadonlyMap<Component, Line> {
  const parts = new Map<Component, Line>();
  for (const each of group) {
    const component = componentOf(each.line, layout);
    const field = cellField(each.line, 'component');
    const value = each.line.cell('component');
    if (component === undefined) problems.push({ code: 'slipTable.componentUnknown', field, value });
    else if (parts.has(component)) problems.push({ code: 'slipTable.componentTwice', field, value });
    else parts.set(component, each);
  }
  return parts;
}

function noEnergyRow({ line, station, month }: PlacedLine): Problem {
  const facts = { station: station.name, month };
  return { code: 'slipTable.energyRowMissing', field: cellField(line, 'component'), facts };
}

/** Which part of the money a row is of, as its word says; undefined where nobody knows the word. */
export function componentOf(line: SlipLine, { components }: SettlementLayout): Component | undefined {
  const word = line.cell('component').replace(/\s+/g, '');
  if (components?.energy.includes(word) === true) return 'energy';
  return components?.subsidy.includes(word) === true ? 'subsidy' : undefined;
}

/**
 * The slip as a person would type it. A sheet without readings says so; one without a subsidy is of a station
 * whose subsidy comes another way, and is owed at the price that the register knows.
 */
function formOf(
  { month, station }: LineOfSlip,
  units: SlipUnits,
  typed: Readonly<Record<string, string>>,
): TableSlip['form'] {
  const text = (field: keyof SettlementForm): string => typed[field] ?? '';
  const hasReadings = text('readingFrom') !== '' || text('readingTo') !== '';
  // What the register knows of it hangs on station and month; until then nothing is reckoned with it.
  const registered = station === undefined || month === undefined ? '0' : station.subsidyPriceIn(month);
  const known = units.price === 'yuan/kWh' ? registered : product(registered, '1000');
  return {
    generationMonth: month ?? '',
    readingFrom: text('readingFrom'),
    readingTo: text('readingTo'),
    ...(hasReadings ? {} : { withoutReadings: 'on' }),
    energy: text('energy'),
    energyUnit: units.energy,
    energyPrice: text('energyPrice'),
    priceUnit: units.price,
    subsidyPrice: isPriced(typed) ? text('subsidyPrice') : known,
    energyAmount: text('energyAmount'),
    subsidyAmount: text('subsidyAmount'),
  };
}

function isPriced({ subsidyPrice = '', subsidyAmount = '' }: Readonly<Record<string, string>>): boolean {
  return subsidyPrice !== '' || subsidyAmount !== '';
}

function isPaid(line: SlipLine): boolean {
  return line.cell('paid') !== '';
}

/**
 * What is paid by the rows of a slip, beside its tax. Where the subsidy is not among them it comes another
 * way, and what is paid is the energy fee alone.
 */
function paidAlso(
  tax: SlipTaxForm | undefined,
  lines: readonly SlipLine[],
  withSubsidy: boolean,
): SlipTaxForm {
  if (tax === undefined) return {};
  const typed = lines.map((line) => line.cell('paid'));
  const amounts = typed.flatMap((each) => readYuan(each) ?? []);
  // What is no amount goes on as it is, and is said of the slip's form.
  const unread = typed.find((each) => readYuan(each) === undefined);
  const paidAmount = typed.length === 0 ? '' : (unread ?? plainYuan(sumFen(amounts)));
  const paidOf = withSubsidy || paidAmount === '' ? '' : 'energy';
  // A slip that says nothing of tax is kept as one: without a word of it.
  const said = Object.entries({ ...tax, paidAmount, paidOf }).filter(([, text]) => text !== '');
  return Object.fromEntries(said);
}

function numberOf(line: SlipLine): string {
  return line.cell('customerNumber').replace(/\s+/g, '');
}

/** Every field of a slip has a cell to point to: its own, or that of the row's energy. */
function placesOf(line: SlipLine, own: Readonly<Record<string, string>>): Record<string, string> {
  const parts = ['energy', 'energyPrice', 'energyAmount', 'generationMonth'] as const;
  const cells = Object.fromEntries(parts.map((part) => [part, cellField(line, part)]));
  return { ...cells, ...taxPlaces(line), ...own };
}

function rowProblems({ line, station, month }: PlacedLine): Problem[] {
  const problems: Problem[] = energyProblems(line, line, 'subsidyEnergy');
  const multiplier = readQuantity(line.cell('multiplier'));
  const registered = station.multiplierIn(month);
  if (multiplier === undefined && line.cell('multiplier') !== '') {
    problems.push(unread(line, 'multiplier', 'form.notAQuantity'));
  } else if (multiplier !== undefined && compareQuantities(multiplier, registered) !== 0) {
    const facts = { registered, station: station.name };
    const field = cellField(line, 'multiplier');
    problems.push({ code: 'slipTable.multiplierDiffers', field, value: multiplier, facts });
  }
  return problems;
}

/** The energy that the subsidy is paid for is the energy fed in: a slip is of one quantity. */
export function energyProblems(line: SlipLine, other: SlipLine | undefined, part: SlipPart): Problem[] {
  const typed = other?.cell(part) ?? '';
  if (other === undefined || typed === '') return [];
  const [energy, subsidised] = [readQuantity(line.cell('energy')), readQuantity(typed)];
  if (subsidised === undefined) return [unread(other, part, 'form.notAQuantity')];
  if (energy === undefined || compareQuantities(energy, subsidised) === 0) return [];
  const facts = { energy };
  return [{ code: 'slipTable.subsidyEnergyDiffers', field: cellField(other, part), value: typed, facts }];
}

function unread(line: SlipLine, part: SlipPart, code: string): Problem {
  return { code, field: cellField(line, part), value: line.cell(part) };
}
