import { compareQuantities, product, readQuantity } from '../money/charge';
import { readYuan } from '../money/fen';
import type { Problem } from '../shared/problem';
import type { SettlementForm } from './settlement';
import type { SettlementLayout, SlipPart, SlipUnits } from './settlement-layout';
import { cellField, type PlacedLine, type SlipLine, type TableSlip } from './settlement-lines';

/**
 * A slip of each row: readings, energy, prices and money stand beside each other. Codes
 * `slipTable.slipTwice`, `slipTable.multiplierDiffers`, `slipTable.subsidyEnergyDiffers`,
 * `slipTable.paidNotSum`.
 */
export function rowSlips(placed: readonly PlacedLine[], units: SlipUnits, problems: Problem[]): TableSlip[] {
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
    const fields = ['readingFrom', 'readingTo', 'energy', 'energyPrice', 'energyAmount'] as const;
    const subsidy = ['subsidyPrice', 'subsidyAmount'] as const;
    const typed = Object.fromEntries([...fields, ...subsidy].map((part) => [part, line.cell(part)]));
    const places = Object.fromEntries([...fields, ...subsidy].map((part) => [part, cellField(line, part)]));
    const form = formOf(each, units, typed);
    return [
      {
        station,
        month,
        customerNumber: numberOf(line),
        rows: [line.row],
        form,
        places: placesOf(line, places),
      },
    ];
  });
}

/**
 * A slip of each station and month: a row for the energy, and one for the subsidy where the sheet has it.
 * Codes `slipTable.componentUnknown`, `slipTable.componentTwice`, `slipTable.energyRowMissing`,
 * `slipTable.subsidyEnergyDiffers`.
 */
export function componentSlips(
  placed: readonly PlacedLine[],
  { layout, units }: { readonly layout: SettlementLayout; readonly units: SlipUnits },
  problems: Problem[],
): TableSlip[] {
  const groups = new Map<string, PlacedLine[]>();
  for (const each of placed) {
    const key = `${each.station.id} ${each.month}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return [...groups.values()].flatMap((group) => slipOfComponents(group, { layout, units }, problems));
}

type Component = 'energy' | 'subsidy';

function slipOfComponents(
  group: readonly PlacedLine[],
  { layout, units }: { readonly layout: SettlementLayout; readonly units: SlipUnits },
  problems: Problem[],
): TableSlip[] {
  const parts = componentsOf(group, layout, problems);
  const energy = parts.get('energy');
  const subsidy = parts.get('subsidy')?.line;
  if (energy === undefined) {
    problems.push(...group.slice(0, 1).map(noEnergyRow));
    return [];
  }
  problems.push(...energyProblems(energy.line, subsidy, 'energy'));
  const typed = {
    energy: energy.line.cell('energy'),
    energyPrice: energy.line.cell('energyPrice'),
    energyAmount: energy.line.cell('energyAmount'),
    subsidyPrice: subsidy?.cell('energyPrice') ?? '',
    subsidyAmount: subsidy?.cell('energyAmount') ?? '',
  };
  const subsidyLine = subsidy ?? energy.line;
  const places = {
    subsidyPrice: cellField(subsidyLine, 'energyPrice'),
    subsidyAmount: cellField(subsidyLine, 'energyAmount'),
  };
  return [
    {
      station: energy.station,
      month: energy.month,
      customerNumber: numberOf(energy.line),
      rows: [...new Set([energy.line.row, subsidyLine.row])],
      form: formOf(energy, units, typed),
      places: placesOf(energy.line, places),
    },
  ];
}

/** Each part of the money once; a row of another kind, or a second one, is said by name. */
function componentsOf(
  group: readonly PlacedLine[],
  layout: SettlementLayout,
  problems: Problem[],
): ReadonlyMap<Component, PlacedLine> {
  const parts = new Map<Component, PlacedLine>();
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

function componentOf(line: SlipLine, { components }: SettlementLayout): Component | undefined {
  const word = line.cell('component').replace(/\s+/g, '');
  if (components?.energy.includes(word) === true) return 'energy';
  return components?.subsidy.includes(word) === true ? 'subsidy' : undefined;
}

/**
 * The slip as a person would type it. A sheet without readings says so; one without a subsidy is of a station
 * whose subsidy comes another way, and is owed at the price that the register knows.
 */
function formOf(
  { month, station }: PlacedLine,
  units: SlipUnits,
  typed: Readonly<Record<string, string>>,
): TableSlip['form'] {
  const text = (field: keyof SettlementForm): string => typed[field] ?? '';
  const hasReadings = text('readingFrom') !== '' || text('readingTo') !== '';
  const registered = station.subsidyPriceIn(month);
  const known = units.price === 'yuan/kWh' ? registered : product(registered, '1000');
  const isPriced = text('subsidyPrice') !== '' || text('subsidyAmount') !== '';
  return {
    generationMonth: month,
    readingFrom: text('readingFrom'),
    readingTo: text('readingTo'),
    ...(hasReadings ? {} : { withoutReadings: 'on' }),
    energy: text('energy'),
    energyUnit: units.energy,
    energyPrice: text('energyPrice'),
    priceUnit: units.price,
    subsidyPrice: isPriced ? text('subsidyPrice') : known,
    energyAmount: text('energyAmount'),
    subsidyAmount: text('subsidyAmount'),
  };
}

function numberOf(line: SlipLine): string {
  return line.cell('customerNumber').replace(/\s+/g, '');
}

/** Every field of a slip has a cell to point to: its own, or that of the row's energy. */
function placesOf(line: SlipLine, own: Readonly<Record<string, string>>): Record<string, string> {
  const parts = ['energy', 'energyPrice', 'energyAmount', 'generationMonth'] as const;
  return { ...Object.fromEntries(parts.map((part) => [part, cellField(line, part)])), ...own };
}

function rowProblems({ line, station, month }: PlacedLine): Problem[] {
  const problems: Problem[] = [...energyProblems(line, line, 'subsidyEnergy'), ...paidProblems(line)];
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
function energyProblems(line: SlipLine, other: SlipLine | undefined, part: SlipPart): Problem[] {
  const typed = other?.cell(part) ?? '';
  if (other === undefined || typed === '') return [];
  const [energy, subsidised] = [readQuantity(line.cell('energy')), readQuantity(typed)];
  if (subsidised === undefined) return [unread(other, part, 'form.notAQuantity')];
  if (energy === undefined || compareQuantities(energy, subsidised) === 0) return [];
  const facts = { energy };
  return [{ code: 'slipTable.subsidyEnergyDiffers', field: cellField(other, part), value: typed, facts }];
}

/** What is paid is energy fee and subsidy together; what the grid keeps back as tax is said by name. */
function paidProblems(line: SlipLine): Problem[] {
  const typed = line.cell('paid');
  if (typed === '') return [];
  const paid = readYuan(typed);
  if (paid === undefined) return [unread(line, 'paid', 'money.notAnAmount')];
  const [energy, subsidy] = [amountIn(line, 'energyAmount'), amountIn(line, 'subsidyAmount')];
  if (energy === undefined || subsidy === undefined) return [];
  const sum = energy + subsidy;
  if (paid === sum) return [];
  const field = cellField(line, 'paid');
  const tax = amountIn(line, 'tax');
  if (tax !== undefined && tax > 0n && paid === sum - tax) {
    return [{ code: 'slipTable.taxKeptBack', field, value: typed, facts: { sum, tax } }];
  }
  return [{ code: 'slipTable.paidNotSum', field, value: typed, facts: { sum, difference: paid - sum } }];
}

/** An amount of a cell in fen, nothing where it is blank. */
function amountIn(line: SlipLine, part: SlipPart): bigint | undefined {
  const typed = line.cell(part);
  return typed === '' ? 0n : readYuan(typed);
}

function unread(line: SlipLine, part: SlipPart, code: string): Problem {
  return { code, field: cellField(line, part), value: line.cell(part) };
}
