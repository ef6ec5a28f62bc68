import { type Fen, yuanText } from '../money/fen';
import type { Problem } from '../shared/problem';
import { readAmount } from '../shared/typed-fields';
import { readStatedTax, type StatedTaxForm } from '../shared/stated-tax';
import type { TaxBasis } from '../money/taxed';

/** What a settlement slip prints of tax, as typed; blank where it prints nothing of it. */
export interface SlipTaxForm extends StatedTaxForm {
  /** What the grid pays by the slip, yuan as printed; says whether it keeps the tax back. */
  readonly paidAmount?: string;
  /** `energy` where what is paid is the energy fee alone; the subsidy of such a slip comes another way. */
  readonly paidOf?: string;
  /** What the grid keeps back of it as tax, yuan as printed; blank where only what is paid tells. */
  readonly taxKept?: string;
}

/** The tax of a slip's energy fee. Fen. */
export interface SlipTax {
  readonly basis: TaxBasis;
  /** Tax the grid pays out with the fee: the collective owes it. */
  readonly charged: Fen | undefined;
  /** Tax the grid keeps back and hands to the tax office itself. */
  readonly keptBack: Fen | undefined;
  /** What the grid owes of the energy fee: with the tax it pays out, without the tax it keeps back. */
  readonly owed: Fen;
}

/** The money of a slip that can be reckoned with. Fen. */
interface SlipMoney {
  readonly energyFee: Fen;
  readonly subsidy: Fen;
}

/** Whether a slip says anything of tax, or of what is paid by it. */
export function saysTax(form: SlipTaxForm): boolean {
  const { taxBasis = '', taxPercent = '', taxAmount = '', paidAmount = '', taxKept = '' } = form;
  const isInclusive = ['', 'inclusive'].includes(taxBasis.trim());
  return !isInclusive || [taxPercent, taxAmount, paidAmount, taxKept].some((typed) => typed.trim() !== '');
}

/**
 * Reads what a slip prints of tax beside its energy fee, or says what is wrong: the tax is what its rate
 * makes of the fee, and what is paid is fee and subsidy with the tax in them, or without it where the grid
 * keeps the tax back; or the fee alone, where the subsidy comes later. Whether the tax is in it must be
 * printed: nobody guesses whether it is still owed.
 * Codes those of {@link readStatedTax}, `settlement.taxWithoutPaid`, `settlement.paidNotSum`,
 * `settlement.paidNeither`, and where it prints what is kept back `settlement.keptNotTax`,
 * `settlement.paidNotKept`.
 * @param money undefined while it cannot be reckoned
 * Source: STA notice 2014 no. 32, the grid collects by the simple method; domain facts §6.3.
 */
export function readSlipTax(
  form: SlipTaxForm,
  money: SlipMoney | undefined,
  problems: Problem[],
): SlipTax | undefined {
  if (!saysTax(form)) return undefined;
  const found: Problem[] = [];
  const { basis, stated, gross } = readStatedTax(form, money?.energyFee ?? 0n, found);
  const paid = readPrinted(form, 'paidAmount', found);
  const kept = readPrinted(form, 'taxKept', found);
  // What the tax comes to hangs on the fee; what is no figure at all is told all the same.
  problems.push(...found.filter(({ code }) => money !== undefined || code !== 'tax.amountDiffers'));
  if (money === undefined || found.length > 0) return undefined;
  const sums = sumsPaid(form, { gross, subsidy: money.subsidy, tax: stated });
  const printed = { tax: stated, sums, paid };
  const keepsBack =
    kept === undefined ? isKeptBack(printed, problems) : isKeptAsPrinted({ ...printed, kept }, problems);
  if (stated === undefined || !keepsBack) return { basis, charged: stated, keptBack: undefined, owed: gross };
  return { basis, charged: undefined, keptBack: stated, owed: gross - stated };
}

function readPrinted(
  form: SlipTaxForm,
  field: 'paidAmount' | 'taxKept',
  problems: Problem[],
): Fen | undefined {
  const value = form[field] ?? '';
  return value.trim() === '' ? undefined : readAmount({ field, value }, 'zero', problems);
}

/**
 * What a slip may pay: fee and subsidy, or the fee alone, for a subsidy that comes in batches of its own. A
 * subsidy as high as the tax is read as paid with the fee: the fee alone would say no less that the tax was
 * kept back of both. Source: domain facts §6.2.
 */
function sumsPaid(
  { paidOf }: SlipTaxForm,
  { gross, subsidy, tax }: { readonly gross: Fen; readonly subsidy: Fen; readonly tax: Fen | undefined },
): PrintedPayment['sums'] {
  if (paidOf === 'energy') return [gross];
  return subsidy === 0n || subsidy === tax ? [gross + subsidy] : [gross + subsidy, gross];
}

/** What a slip prints of tax and of what is paid. */
interface PrintedPayment {
  readonly tax: Fen | undefined;
  /** What it may pay: all that is owed by it, or the energy fee alone. */
  readonly sums: readonly [whole: Fen, ...energy: Fen[]];
  readonly paid: Fen | undefined;
}

/** What the slip says is kept back is its tax or nothing, and is missing in what is paid. */
function isKeptAsPrinted(
  { tax = 0n, sums, paid, kept }: PrintedPayment & { readonly kept: Fen },
  problems: Problem[],
): boolean {
  if (kept !== 0n && kept !== tax) {
    problems.push({ code: 'settlement.keptNotTax', field: 'taxKept', value: yuanText(kept), facts: { tax } });
    return false;
  }
  const [sum] = sums;
  if (paid !== undefined && !sums.includes(paid + kept)) {
    const facts = { sum, kept, without: sum - kept };
    problems.push({ code: 'settlement.paidNotKept', field: 'paidAmount', value: yuanText(paid), facts });
  }
  return kept > 0n;
}

/** Holds what is paid against the whole, and says whether the tax is missing in it. */
function isKeptBack({ tax, sums, paid }: PrintedPayment, problems: Problem[]): boolean {
  const field = 'paidAmount';
  if (paid === undefined) {
    if (tax !== undefined) problems.push({ code: 'settlement.taxWithoutPaid', field });
    return false;
  }
  if (sums.includes(paid)) return false;
  if (tax !== undefined && sums.includes(paid + tax)) return true;
  const [sum] = sums;
  const value = yuanText(paid);
  problems.push(
    tax === undefined
      ? { code: 'settlement.paidNotSum', field, value, facts: { sum, difference: paid - sum } }
      : { code: 'settlement.paidNeither', field, value, facts: { sum, tax, without: sum - tax } },
  );
  return false;
}

/** The amount that the slip itself prints for what is owed by it: the fee, whatever becomes of its tax. */
export function printedAmount(owed: {
  readonly amount: Fen;
  readonly taxBasis: TaxBasis | null;
  readonly tax: Fen | null;
  readonly taxKept: Fen | null;
}): Fen {
  const { amount, taxBasis, tax, taxKept } = owed;
  return taxBasis === 'net' ? amount - (tax ?? 0n) : amount + (taxKept ?? 0n);
}

/** Whether two readings of a slip's tax come to the same; a slip that says nothing of it charges none. */
export function isSameTax(one: SlipTax | undefined, other: SlipTax | undefined): boolean {
  return (
    one?.charged === other?.charged && one?.keptBack === other?.keptBack && basisOf(one) === basisOf(other)
  );
}

function basisOf(tax: SlipTax | undefined): TaxBasis {
  return tax?.charged === undefined && tax?.keptBack === undefined ? 'inclusive' : tax.basis;
}
