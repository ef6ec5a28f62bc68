import { chargeInRange, compareQuantities, product, readQuantity } from '../money/charge';
import { type Fen, plainYuan, readYuan } from '../money/fen';
import type { Problem } from '../shared/problem';
import { readAmount } from '../shared/typed-fields';
import type { SettlementLayout, SlipPart, SlipUnits } from './settlement-layout';
import { cellField, type SlipLine } from './settlement-lines';
import type { SlipTaxForm } from './slip-tax';
import { vatOf } from '../money/taxed';

/** How a table is written. */
export interface SlipWriting {
  readonly layout: SettlementLayout;
  readonly units: SlipUnits;
}

/** What a line prints of tax; undefined where its cell is blank. Fen. */
interface Printed {
  /** Quantity x price, which the line prints with the tax in it, or without. */
  readonly fee: Fen | undefined;
  readonly net: Fen | undefined;
  readonly tax: Fen | undefined;
  readonly gross: Fen | undefined;
  readonly kept: Fen | undefined;
  /** Per cent as plain digits, blank where none is printed; as printed where it is no number. */
  readonly percent: string;
}

/**
 * What a line of the grid's sheet prints of the tax of its energy fee, as a person would type it: whether the
 * fee holds the tax is told by the amounts without it and with it, else by which of the two the rate fits.
 * Tax, rate, fee and payment are held against each other as those of a typed slip. Codes `form.*`, `money.*`,
 * `slipTable.taxNotSum`, `slipTable.feeNeither`.
 * @returns undefined while a cell cannot be read
 * Source: domain facts §6.3, inclusive or net is stated on every receipt; §6.4, the fields of such slips.
 */
export function taxOfLine(
  line: SlipLine,
  writing: SlipWriting,
  problems: Problem[],
): SlipTaxForm | undefined {
  const found: Problem[] = [];
  const printed = printedIn(line, writing, found);
  if (found.length === 0) found.push(...sumProblems(line, printed));
  problems.push(...found);
  if (found.length > 0) return undefined;
  const tax = taxAmountOf(printed);
  const isCharged = (tax ?? 0n) > 0n || !isNothing(printed.percent);
  const { kept, percent: taxPercent } = printed;
  return {
    ...(isNet(printed) ? { taxBasis: 'net' } : {}),
    taxPercent,
    taxAmount: tax !== undefined && isCharged ? plainYuan(tax) : '',
    taxKept: kept !== undefined && (isCharged || kept > 0n) ? plainYuan(kept) : '',
  };
}

/**
 * A slip's tax is that of its energy fee: one printed for the subsidy would have no place. Codes those of
 * {@link taxOfLine}, `slipTable.subsidyTaxed`.
 */
export function subsidyTaxProblems(line: SlipLine, writing: SlipWriting): Problem[] {
  const problems: Problem[] = [];
  const tax = taxOfLine(line, writing, problems);
  if (tax === undefined || [tax.taxPercent, tax.taxAmount, tax.taxKept].every(isNothing)) return problems;
  return [{ code: 'slipTable.subsidyTaxed', field: cellField(line, 'tax'), value: line.cell('tax') }];
}

/** The cells in which what is said of tax stands, by the field of the form. */
export function taxPlaces(line: SlipLine): Record<string, string> {
  return {
    taxBasis: cellField(line, 'net'),
    taxPercent: cellField(line, 'taxPercent'),
    taxAmount: cellField(line, 'tax'),
    taxKept: cellField(line, 'taxKept'),
    paidAmount: cellField(line, 'paid'),
  };
}

function printedIn(line: SlipLine, { layout, units }: SlipWriting, problems: Problem[]): Printed {
  const exempt = layout.exempt ?? [];
  const amount = (part: SlipPart): Fen | undefined => {
    const value = line.cell(part);
    if (value === '') return undefined;
    if (exempt.includes(value)) return 0n;
    return readAmount({ field: cellField(line, part), value }, 'zero', problems);
  };
  const percent = line.cell('taxPercent');
  const [net, tax, gross, kept] = [amount('net'), amount('tax'), amount('gross'), amount('taxKept')];
  return {
    ...{ net, tax, gross, kept, fee: feeOf(line, units) },
    percent: exempt.includes(percent) ? '0' : percentOf(percent),
  };
}

/** The fee as printed, and where it is not, quantity x price; what cannot be read is said elsewhere. */
function feeOf(line: SlipLine, units: SlipUnits): Fen | undefined {
  const printed = line.cell('energyAmount');
  if (printed !== '') return readYuan(printed);
  const [energy, price] = [readQuantity(line.cell('energy')), readQuantity(line.cell('energyPrice'))];
  if (energy === undefined || price === undefined) return undefined;
  const kwh = product(energy, units.energy === 'MWh' ? '1000' : '1');
  return chargeInRange(kwh, product(price, units.price === 'yuan/MWh' ? '0.001' : '1'));
}

/** A spreadsheet keeps 3 % as 0.03; no rate of value-added tax is below one per cent. */
function percentOf(typed: string): string {
  const number = readQuantity(typed);
  const isPart =
    number !== undefined && compareQuantities(number, '0') > 0 && compareQuantities(number, '1') < 0;
  return isPart ? product(number, '100') : typed;
}

/** The amount without tax and the tax come to the amount with it, and the fee is one of the two. */
function sumProblems(line: SlipLine, printed: Printed): Problem[] {
  const { net, gross, fee } = printed;
  const tax = printed.tax ?? 0n;
  const isSum = net === undefined || gross === undefined || net + tax === gross;
  if (!isSum && (printed.tax !== undefined || gross < net)) {
    const facts = { net, tax, sum: net + tax, difference: gross - net - tax };
    return [
      { code: 'slipTable.taxNotSum', field: cellField(line, 'gross'), value: line.cell('gross'), facts },
    ];
  }
  const { without, whole } = bothOf(printed);
  if (fee === undefined || without === undefined || whole === undefined) return [];
  if (fee === without || fee === whole) return [];
  const field = cellField(line, gross === undefined ? 'net' : 'gross');
  return [
    { code: 'slipTable.feeNeither', field, value: plainYuan(fee), facts: { net: without, gross: whole } },
  ];
}

/** The amount without tax and with it: printed, or reckoned from what else is. */
function bothOf({ net, tax, gross, fee }: Printed): { without: Fen | undefined; whole: Fen | undefined } {
  if (tax !== undefined) {
    return {
      without: net ?? (gross === undefined ? undefined : gross - tax),
      whole: gross ?? (net === undefined ? undefined : net + tax),
    };
  }
  // Of one amount alone the fee is the other where the two are apart the right way round.
  const without = net ?? (gross !== undefined && fee !== undefined && fee < gross ? fee : gross);
  const whole = gross ?? (net !== undefined && fee !== undefined && fee > net ? fee : net);
  return { without, whole };
}

/** The tax as printed, else what the two amounts are apart, else what the grid keeps back. */
function taxAmountOf(printed: Printed): Fen | undefined {
  if (printed.tax !== undefined) return printed.tax;
  const { without, whole } = bothOf(printed);
  if (without !== undefined && whole !== undefined && without !== whole) return whole - without;
  return printed.kept === 0n ? undefined : printed.kept;
}

function isNet(printed: Printed): boolean {
  const { fee, net, gross, percent } = printed;
  if (fee === undefined) return false;
  const { without, whole } = bothOf(printed);
  if (without !== undefined && whole !== undefined && without !== whole) return fee === without;
  if (net !== undefined && gross === undefined && printed.tax === undefined) return !isZero(percent);
  return net === undefined && gross === undefined && fitsNetAlone(fee, taxAmountOf(printed), percent);
}

/** Whether a rate makes the tax on top of a fee, and does not make it within the fee. */
function fitsNetAlone(fee: Fen, tax: Fen | undefined, percent: string): boolean {
  const rate = readQuantity(percent.replace(/[%\uFF05]\s*$/, ''));
  if (tax === undefined || rate === undefined || compareQuantities(rate, '100') >= 0) return false;
  const isNear = (reckoned: Fen): boolean => reckoned - tax <= 1n && tax - reckoned <= 1n;
  return isNear(vatOf(fee, 'net', rate).tax) && !isNear(vatOf(fee, 'inclusive', rate).tax);
}

/** Blank, or a zero. */
function isNothing(typed = ''): boolean {
  return typed === '' || isZero(typed);
}

function isZero(typed: string): boolean {
  const number = readQuantity(typed.replace(/[%\uFF05]\s*$/, ''));
  return number !== undefined && compareQuantities(number, '0') === 0;
}
