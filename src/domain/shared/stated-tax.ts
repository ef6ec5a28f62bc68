import { compareQuantities } from '../money/charge';
import type { Fen } from '../money/fen';
import type { Problem } from '../shared/problem';
import { readAmount, readNumber } from '../shared/typed-fields';
import { TAX_BASES, type TaxBasis, vatOf } from '../money/taxed';

/** What a paper says of tax, as typed; blank where it says nothing. */
export interface StatedTaxForm {
  /** `inclusive`, which is meant where it is blank, or `net`. */
  readonly taxBasis?: string;
  /** Per cent as printed; 0 where the paper says it is exempt. */
  readonly taxPercent?: string;
  /** Yuan as printed; reckoned where blank. */
  readonly taxAmount?: string;
}

/** What the payer owes, and what of it is tax. Fen. */
export interface StatedTax {
  readonly basis: TaxBasis;
  /** The tax that the paper charges, which is owed at once; undefined where it charges none. */
  readonly stated: Fen | undefined;
  /** All that the payer owes, the tax included. */
  readonly gross: Fen;
}

/**
 * Reads what a paper says of tax beside its amount, or says what is wrong: a net amount names the rate that
 * comes on top, 0 where none does, and the tax printed is what the rate makes of the amount, to the fen that
 * a printer may have rounded. Codes `form.*`, `money.*`, `tax.percentTooHigh`, `tax.amountDiffers`,
 * `tax.withoutRate`. What is sold at 0 % counts whole when sales are held against the threshold; unconfirmed.
 * Source: domain facts §6.3, inclusive or net is stated on every receipt.
 */
export function readStatedTax(form: StatedTaxForm, amount: Fen, problems: Problem[]): StatedTax {
  const { taxBasis = '', taxPercent = '', taxAmount = '' } = form;
  const basis = TAX_BASES.find((each) => each === (taxBasis.trim() === '' ? 'inclusive' : taxBasis));
  if (basis === undefined) {
    problems.push({ code: 'form.notAllowed', field: 'taxBasis', value: taxBasis });
    return { basis: 'inclusive', stated: undefined, gross: amount };
  }
  const percent = readPercent(taxPercent, problems);
  if (taxPercent.trim() === '' && (basis === 'net' || taxAmount.trim() !== '')) {
    problems.push({ code: 'tax.withoutRate', field: 'taxPercent' });
  }
  if (percent === undefined) return { basis, stated: undefined, gross: amount };
  const { tax } = vatOf(amount, basis, percent);
  const stated = taxAmount.trim() === '' ? tax : readTax({ taxAmount, tax, percent }, problems);
  const charged = stated === 0n ? undefined : stated;
  // At 0 % nothing of the amount is tax, whichever of the two the paper says: all of it is the sale.
  if (charged === undefined && compareQuantities(percent, '0') === 0)
    return { basis: 'net', stated: undefined, gross: amount };
  return { basis, stated: charged, gross: basis === 'net' ? amount + (charged ?? 0n) : amount };
}

/**
 * The same of a receipt: nobody else can tell what a rate is of, the sum itself, or a sum that it comes on
 * top of, so that a rate needs its basis; where nothing is said it stays unsaid. Code `tax.basisUnsaid`.
 */
export function readReceiptTax(
  form: StatedTaxForm,
  amount: Fen,
  problems: Problem[],
): Omit<StatedTax, 'basis'> & { readonly basis: TaxBasis | undefined } {
  const read = readStatedTax(form, amount, problems);
  if ((form.taxBasis ?? '').trim() !== '') return read;
  if (saysTax(form)) problems.push({ code: 'tax.basisUnsaid', field: 'taxBasis' });
  return { ...read, basis: undefined };
}

/** Whether a form says a rate of tax, or a sum of it. */
export function saysTax({ taxPercent = '', taxAmount = '' }: StatedTaxForm): boolean {
  return [taxPercent, taxAmount].some((typed) => typed.trim() !== '');
}

function readPercent(typed: string, problems: Problem[]): string | undefined {
  if (typed.trim() === '') return undefined;
  const field = 'taxPercent';
  const percent = readNumber({ field, value: typed.replace(/[%\uFF05]\s*$/, '') }, 'zero', problems);
  if (percent === undefined || compareQuantities(percent, '100') < 0) return percent;
  problems.push({ code: 'tax.percentTooHigh', field, value: typed });
  return undefined;
}

/** A printer may round a line before or after adding it up. */
const PRINTED_WITHIN: Fen = 1n;

function readTax(
  { taxAmount, tax, percent }: { readonly taxAmount: string; readonly tax: Fen; readonly percent: string },
  problems: Problem[],
): Fen | undefined {
  const field = 'taxAmount';
  const printed = readAmount({ field, value: taxAmount }, 'zero', problems);
  if (printed === undefined) return undefined;
  const apart = printed > tax ? printed - tax : tax - printed;
  if (apart > PRINTED_WITHIN) {
    problems.push({ code: 'tax.amountDiffers', field, value: taxAmount, facts: { percent, reckoned: tax } });
  }
  return printed;
}
