import { type Fen, yuanText } from '../money/fen';
import type { Problem } from '../shared/problem';
import { readAmount } from '../shared/typed-fields';
import { readStatedTax, type StatedTaxForm } from './stated-tax';
import type { TaxBasis } from './vat';

/** What a settlement slip prints of tax, as typed; blank where it prints nothing of it. */
export interface SlipTaxForm extends StatedTaxForm {
  /** What the grid pays by the slip, yuan as printed; says whether it keeps the tax back. */
  readonly paidAmount?: string;
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
  const { taxBasis = '', taxPercent = '', taxAmount = '', paidAmount = '' } = form;
  const isInclusive = ['', 'inclusive'].includes(taxBasis.trim());
  return !isInclusive || [taxPercent, taxAmount, paidAmount].some((typed) => typed.trim() !== '');
}

/**
 * Reads what a slip prints of tax beside its energy fee, or says what is wrong: the tax is what its rate
 * makes of the fee, and what is paid is fee and subsidy with the tax in them, or without it where the grid
 * keeps the tax back. Which of the two it is must be printed: nobody guesses whether the tax is still owed.
 * Codes those of {@link readStatedTax}, `settlement.taxWithoutPaid`, `settlement.paidNotSum`,
 * `settlement.paidNeither`.
 * @param money undefined while it cannot be reckoned
 * Source: STA notice 2014 no. 32, the grid collects by the simple method; domain facts §6.3.
 */
export function readSlipTax(
  form: SlipTaxForm,
  money: SlipMoney | undefined,
  problems: Problem[],
): SlipTax | undefined {
  if (money === undefined || !saysTax(form)) return undefined;
  const found: Problem[] = [];
  const { basis, stated, gross } = readStatedTax(form, money.energyFee, found);
  const paid = readPaid(form, found);
  problems.push(...found);
  if (found.length > 0) return undefined;
  const keepsBack = isKeptBack({ tax: stated, sum: gross + money.subsidy, paid }, problems);
  if (stated === undefined || !keepsBack) return { basis, charged: stated, keptBack: undefined, owed: gross };
  return { basis, charged: undefined, keptBack: stated, owed: gross - stated };
}

function readPaid({ paidAmount: value = '' }: SlipTaxForm, problems: Problem[]): Fen | undefined {
  return value.trim() === '' ? undefined : readAmount({ field: 'paidAmount', value }, 'zero', problems);
}

/** Holds what is paid against the whole, and says whether the tax is missing in it. */
function isKeptBack(
  { tax, sum, paid }: { readonly tax: Fen | undefined; readonly sum: Fen; readonly paid: Fen | undefined },
  problems: Problem[],
): boolean {
  const field = 'paidAmount';
  if (paid === undefined) {
    if (tax !== undefined) problems.push({ code: 'settlement.taxWithoutPaid', field });
    return false;
  }
  if (paid === sum) return false;
  if (tax !== undefined && paid === sum - tax) return true;
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
