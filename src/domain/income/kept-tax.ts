import { type CalendarDay, firstDayOf, isCalendarDay, type Month } from '../calendar/calendar-day';
import type { ShareRow } from '../collectives/share-table';
import { type Fen, sumFen } from '../money/fen';
import { DomainError } from '../shared/domain-error';
import { invariant } from '../shared/invariant';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';
import type { SplitSlip } from './kept-slip';
import type { SlipTax } from './slip-tax';
import { splitAtOnce, type StreamWindow } from './split-stream';

// Tax that a kept station's slip prints. Whose tax it is, is a dated fact of the station: each owner's own,
// who then sells his part of the electricity, or the keeper's, who sells all of it and shares out what is
// left. Which of the two a county's stations have is not confirmed by any document: it is asked, never
// guessed. Where it is the keeper's, the owners share the fee with its tax, and the tax is a cost of the
// keeper's own: what the grid pays out with the fee he owes the tax office, what it keeps back he owes the
// owners.

export const TAX_BEARERS = ['owners', 'keeper'] as const;
export type TaxBearer = (typeof TAX_BEARERS)[number];

/** Whose the tax of a station is from a day on. */
export interface DatedBearer {
  readonly validFrom: CalendarDay;
  readonly bearer: TaxBearer;
  readonly paper: string;
}

/** What a person types of it. */
export interface TaxBearerForm {
  readonly bearerFrom: string;
  readonly taxBearer: string;
  readonly bearerPaper: string;
}

/** Reads whose tax it is, or says what is wrong. Codes `form.*`, `calendar.*`, `tariff.notFirstDay`. */
export function readTaxBearer(form: TaxBearerForm): { bearer: DatedBearer; problems: Problem[] } {
  const problems: Problem[] = [];
  const { bearerFrom, taxBearer, bearerPaper } = form;
  readDay({ field: 'bearerFrom', value: bearerFrom }, problems);
  if (isCalendarDay(bearerFrom) && !bearerFrom.endsWith('-01'))
    problems.push({ code: 'tariff.notFirstDay', field: 'bearerFrom', value: bearerFrom });
  const bearer = TAX_BEARERS.find((each) => each === taxBearer);
  if (bearer === undefined) problems.push({ code: 'form.notAllowed', field: 'taxBearer', value: taxBearer });
  const paper = bearerPaper.trim();
  if (paper === '') problems.push({ code: 'form.missing', field: 'bearerPaper' });
  problems.push(...privateNumberProblems({ bearerPaper: paper }));
  return { bearer: { validFrom: bearerFrom, bearer: bearer ?? 'owners', paper }, problems };
}

/** Whose the tax of a month's slip is; undefined where nobody said it. Of one day the latest row holds. */
export function bearerIn(dated: readonly DatedBearer[], month: Month): TaxBearer | undefined {
  const begun = dated.filter(({ validFrom }) => validFrom <= firstDayOf(month));
  return begun.reduce<DatedBearer | undefined>(
    (best, each) => (best === undefined || each.validFrom >= best.validFrom ? each : best),
    undefined,
  )?.bearer;
}

/** The owners' tax of a kept station's slip. Fen. */
export interface KeptTax {
  /** `charged` comes with the fee and is owed by each owner; `keptBack` the grid hands in itself. */
  readonly way: 'charged' | 'keptBack';
  readonly tax: Fen;
}

/** The tax of a slip, and whose it is. */
export interface SlipsTax extends KeptTax {
  readonly bearer: TaxBearer;
}

/** The tax of a slip that a keeper bears. Fen. */
export interface BorneTax {
  /** What he owes the tax office: it came with the fee. */
  readonly charged: Fen;
  /** What he owes the owners: the grid kept it back from what is theirs. */
  readonly keptBack: Fen;
}

/** What of a slip's tax is the keeper's own cost. */
export function borneTax(kept: SlipsTax | undefined): BorneTax {
  const tax = kept?.bearer === 'keeper' ? kept.tax : 0n;
  return kept?.way === 'charged' ? { charged: tax, keptBack: 0n } : { charged: 0n, keptBack: tax };
}

/** What a slip says of tax; undefined where it prints none. */
export function keptTaxOf(tax: Omit<SlipTax, 'basis'> | undefined): KeptTax | undefined {
  const amount = tax?.charged ?? tax?.keptBack ?? 0n;
  if (amount === 0n) return undefined;
  return { way: tax?.charged === undefined ? 'keptBack' : 'charged', tax: amount };
}

/** Why a kept station's slip that prints tax cannot be booked; undefined where it can. */
export function keptTaxProblem(
  tax: Omit<SlipTax, 'basis'> | undefined,
  bearer: TaxBearer | undefined,
): Problem | undefined {
  if (keptTaxOf(tax) === undefined || bearer !== undefined) return undefined;
  return { code: 'settlement.taxBearerUnknown', field: 'taxAmount' };
}

/** An owner's part of a slip's tax: of tax that the keeper bears, what the keeper owes him for it. */
export interface TaxPart {
  readonly owner: string;
  readonly tax: Fen;
}

/**
 * The owners' tax, each his part of the running total of the window (station, share table). It cannot wait:
 * whoever has had more than his part gets none of it. The parts add up to it. What a keeper owes the tax
 * office is no owner's.
 * @param split what the slip gives each owner of the fee, of which earlier slips' money bears no tax of this
 * @throws DomainError `joint.taxTooSmall` where the fee itself waits, or somebody's tax is above his fee
 */
export function splitTax(
  kept: SlipsTax | undefined,
  before: Pick<StreamWindow, 'whole' | 'given'>,
  of: { readonly rows: readonly ShareRow[]; readonly split: Pick<SplitSlip, 'parts' | 'released'> },
): TaxPart[] {
  if (kept === undefined || borneTax(kept).charged > 0n) return [];
  const parts = splitAtOnce(kept.tax, before, of.rows).map(({ owner, amount }) => ({ owner, tax: amount }));
  if (parts.some(({ owner, tax }) => tax > ownFee(owner, of.split)))
    throw new DomainError('joint.taxTooSmall', { tax: kept.tax });
  invariant(sumFen(parts.map(({ tax }) => tax)) === kept.tax, 'the parts of a tax add up to it');
  return parts.filter(({ tax }) => tax > 0n);
}

/** What of the slip's own fee comes to an owner. */
function ownFee(owner: string, { parts, released }: Pick<SplitSlip, 'parts' | 'released'>): Fen {
  const fee = parts.find((part) => part.owner === owner)?.line.energyFee ?? 0n;
  const earlier = released.filter((each) => each.holder === owner && each.stream === 'energyFee');
  return fee - sumFen(earlier.map((each) => each.amount));
}

/** An owner's part of the fee and of its tax, as his own slip says it. @param fee what comes to him */
export function ownersTax(
  fee: Fen,
  own: KeptTax | undefined,
): { readonly printed: Fen; readonly tax: SlipTax | undefined } {
  if (own === undefined) return { printed: fee, tax: undefined };
  const { way, tax } = own;
  const basis = 'inclusive';
  return way === 'charged'
    ? { printed: fee, tax: { basis, charged: tax, keptBack: undefined, owed: fee } }
    : { printed: fee + tax, tax: { basis, charged: undefined, keptBack: tax, owed: fee } };
}

/** The owners' tax of a slip as its rows keep it, with what the slip prints and what its owners get of it. */
export interface KeptTaxRows {
  readonly kept: SlipsTax | undefined;
  readonly isNet: boolean;
  /** The fee as printed, and what the owners share of it. */
  readonly printed: Fen;
  readonly owed: Fen;
  readonly parts: readonly Fen[];
}

/** Whether the parts add up to the tax, and the tax explains what is shared of the fee that is printed. */
export function taxAgrees({ kept, isNet, printed, owed, parts }: KeptTaxRows): boolean {
  const { way, tax } = kept ?? { way: 'keptBack', tax: 0n };
  const gross = isNet ? printed + tax : printed;
  const lost = way === 'keptBack' ? tax - borneTax(kept).keptBack : 0n;
  return sumFen(parts) === tax - borneTax(kept).charged && owed === gross - lost;
}
