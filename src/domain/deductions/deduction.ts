import { type CalendarDay, isCalendarDay } from '../calendar/calendar-day';
import { PAPERS_AT_LEAST, readAttachments } from '../ledger/attachments';
import type { Fen } from '../money/fen';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readAmount, readDay } from '../shared/typed-fields';
import { capProblems, type CapTogether } from './caps-together';
import { capOfYear, type ChargeBasis, chargeDue } from './contract-charge';
import type { ShareBehind } from './contract-share';
import type { BesideElsewhere } from './cost-elsewhere';
import { DEDUCTION_KINDS, type DeductionKind } from './contract-term';
import { type AssetLife, chargeLifeProblems, lifeProblems } from './cost-in-life';
import { costByYear, type CostOfYear, otherYearProblems, readServed, type ServedDays } from './cost-years';
import { type ChargedBefore, type PaidCost, type SpannedBill, twiceProblems } from './cost-twice';
import { wantsReason } from './read-cost-contract';

/** What a person types for a necessary cost: by contract, or by bill. */
export interface DeductionForm {
  readonly kind: string;
  readonly name: string;
  readonly postedOn: string;
  readonly amount: string;
  /** Why it was needed; the policy asks it of other necessary costs. */
  readonly reason: string;
  /** How many papers are attached; one where blank. */
  readonly attachments?: string;
  /** The days a bill is for, where it says any. */
  readonly servedFrom?: string;
  readonly servedTo?: string;
  /**
   * Why a cost of another year is counted now; why days on which the asset was not there are paid for, too;
   * why one is above all its caps, and by which paper; why one is no second time what is deducted or paid
   * already. Each question has an answer of its own.
   */
  readonly otherYear?: string;
  readonly outsideAsset?: string;
  readonly aboveCap?: string;
  readonly twiceReason?: string;
}

/** The contract a charge comes from, with what the books say of it. */
export interface ContractCharge {
  readonly kind: DeductionKind;
  readonly name: string;
  /** Why it is necessary, as the contract says; blank where it need not. */
  readonly reason: string;
  readonly basis: ChargeBasis;
  /** The days it is in force; without a last day where none is agreed. */
  readonly validFrom: CalendarDay;
  readonly validTo: CalendarDay | undefined;
  /** Whether it may be paid before its first day, as a premium is. */
  readonly paidAhead: boolean;
  /** Where its land rent still goes by a share that the station's table has changed. */
  readonly behind?: ShareBehind | undefined;
}

/** What a bill is held against. */
export interface BillFacts {
  /** The contract that charges the land rent of the asset a bill is for, where there is one. */
  readonly landRentBy?: string | undefined;
  /**
   * The contracts in force that charge such a cost for the asset or all of the
   * pool; for any where the bill names none.
   */
  readonly contracts?: readonly { readonly kind: DeductionKind; readonly name: string }[];
  /** What was paid for the same asset, or for none, around the day; beside a charge only bills. */
  readonly paid?: readonly PaidCost[];
  /** What bills have paid of the same for days of a charge's period. */
  readonly billed?: readonly PaidCost[] | undefined;
  /** What contracts have charged for the days of a bill. */
  readonly daysCharged?: readonly ChargedBefore[] | undefined;
  /** What bills have paid of the same place for days that they say. */
  readonly spanned?: readonly SpannedBill[] | undefined;
  /** The kinds of cost that the document in force names for the pool; undefined where it names none. */
  readonly named?: ReadonlySet<string> | undefined;
  /** What is asked because another fund seems to have paid it; undefined where none has. */
  readonly elsewhere?: readonly Problem[] | undefined;
  /** What another fund paid of what a contract charges. */
  readonly fund?: BesideElsewhere | undefined;
  /** What all caps on such a cost let its year cost together; of a charge, too. */
  readonly together?: CapTogether | undefined;
  /** The days of the asset it is for; undefined where it is for none. */
  readonly life?: AssetLife | undefined;
  /** The earlier year in which it counts, as it takes the place of one of that year. */
  readonly countsIn?: number | undefined;
}

/** A deduction as saved. */
export interface Deduction {
  readonly kind: DeductionKind;
  readonly name: string;
  readonly postedOn: CalendarDay;
  readonly amount: Fen;
  readonly reason: string;
  readonly attachments: number;
  /** The days a bill says it is for. */
  readonly served?: ServedDays | undefined;
  /** What falls to each year of the days it is for; nothing where neither bill nor contract says any. */
  readonly byYear: readonly CostOfYear[];
}

const PAID = 'deductions.paid';

/** The event by which a cost is booked: it names the kind, which no line does. */
export function eventOf(kind: DeductionKind): string {
  return `${PAID}.${kind}`;
}

/** The kind that an event names; undefined for the events of before, which named none. */
export function kindOfEvent(event: string): string | undefined {
  return event.startsWith(`${PAID}.`) ? event.slice(PAID.length + 1) : undefined;
}

/**
 * Reads a necessary cost, or says everything that is wrong with it. A contract's charge must be what its
 * term reckons, on a day on which it is in force (a premium before it, too); a bill under a cap must not
 * lift the year above it (6,000.00 passes, 6,000.01 does not). Nothing is deducted twice: land rent that a
 * contract charges for the asset is not paid by a bill besides, and the same bill within a week asks why it
 * is another, as does a charge of what a bill or another fund has paid. What is of another year, of days on
 * which the asset was not there, or above all caps together asks for a reason of its own, too. Codes
 * `deductions.*`, `form.*`, `money.*`, `calendar.*`, `voucher.attachmentCount`.
 */
export function readDeduction(
  form: DeductionForm,
  contract: ContractCharge | undefined,
  facts: BillFacts = {},
): { deduction: Deduction; problems: Problem[] } {
  const problems: Problem[] = [];
  const { kind, name } = contract ?? readBill(form, problems);
  // The name becomes the voucher's summary, the reason stands on the sheet: both stay for ever.
  problems.push(...privateNumberProblems({ name, reason: form.reason }));
  readDay({ field: 'postedOn', value: form.postedOn }, problems);
  problems.push(...(contract === undefined ? billProblems(kind, facts) : dayProblems(form, contract)));
  const amount = readAmount({ field: 'amount', value: form.amount }, 'aboveZero', problems);
  if (amount !== undefined && contract !== undefined)
    problems.push(...contractProblems(amount, contract, facts.fund));
  const served = contract === undefined ? readServed(form, problems) : undefined;
  const days = served ?? chargedDays(contract);
  problems.push(...otherYearProblems(form, days, { amount, countsIn: facts.countsIn }));
  problems.push(
    ...(contract === undefined
      ? lifeProblems({ ...form, kind: kind ?? '' }, served, facts.life)
      : chargeLifeProblems({ ...form, kind: contract.kind }, days, facts.life)),
  );
  const isAboveOwn = problems.some(({ code }) => code === 'deductions.aboveCap');
  if (!isAboveOwn) problems.push(...capProblems(form, amount, facts.together));
  const reason = reasonOf(form, contract);
  const paid = amount ?? 0n;
  const bill = { kind, name, amount: paid, postedOn: form.postedOn, served };
  problems.push(...twiceProblems(form, { ...bill, byContract: contract !== undefined }, facts));
  if (wantsReason(kind, facts.named) && reason === '')
    problems.push({ code: 'deductions.reasonMissing', field: 'reason' });
  return {
    deduction: {
      kind: kind ?? 'other',
      name,
      postedOn: form.postedOn,
      amount: paid,
      reason,
      attachments: readAttachments(form.attachments, PAPERS_AT_LEAST, problems),
      served,
      byYear: yearsOf(paid, days),
    },
    problems,
  };
}

function yearsOf(amount: Fen, days: ServedDays | undefined): readonly CostOfYear[] {
  return days === undefined ? [] : costByYear(amount, days);
}

/** The days that a contract is charged for. */
function chargedDays(contract: ContractCharge | undefined): ServedDays | undefined {
  const parts = contract?.basis.parts ?? [];
  const [first, last] = [parts[0], parts.at(-1)];
  return first === undefined || last === undefined ? undefined : { from: first.from, to: last.to };
}

const TO_EXPLAIN: ReadonlySet<string> = new Set([
  ...['deductions.otherYear', 'deductions.otherYearAnew', 'deductions.capTogether'],
  ...['deductions.besideContract', 'deductions.sameBill'],
  ...[
    'deductions.besideNamed',
    'deductions.daysCharged',
    'deductions.yearCharged',
    'deductions.rentBilled',
    'deductions.daysBilled',
    'deductions.yearBilled',
    'deductions.daysPaid',
    'deductions.paidElsewhere',
    'deductions.chargePaidElsewhere',
    'deductions.chargeWhollyElsewhere',
    'deductions.outsideAsset',
    'deductions.reasonMissing',
    'policy.reasonMissing',
  ],
]);

/** Whether a cost is refused only for want of words, so that what its money lacks is worth saying, too. */
export function lacksWordsOnly(problems: readonly Problem[]): boolean {
  return problems.every(({ code }) => TO_EXPLAIN.has(code));
}

/** What a bill says of itself. */
function readBill(
  form: DeductionForm,
  problems: Problem[],
): { readonly kind: DeductionKind | undefined; readonly name: string } {
  const kind = DEDUCTION_KINDS.find((each) => each === form.kind);
  if (kind === undefined) problems.push({ code: 'form.notAllowed', field: 'kind', value: form.kind });
  const name = form.name.trim();
  if (name === '') problems.push({ code: 'form.missing', field: 'name' });
  return { kind, name };
}

/** The reason as typed; where none is, the one that the contract gives. */
function reasonOf({ reason }: DeductionForm, contract: ContractCharge | undefined): string {
  return reason.trim() === '' ? (contract?.reason ?? '') : reason.trim();
}

/** A bill of what a contract charges already. */
function billProblems(kind: DeductionKind | undefined, { landRentBy }: BillFacts): Problem[] {
  if (kind !== 'land_rent' || landRentBy === undefined) return [];
  return [{ code: 'deductions.byContract', field: 'kind', facts: { contract: landRentBy } }];
}

/** A charge before a contract began or after it ended. */
function dayProblems({ postedOn: day }: DeductionForm, contract: ContractCharge): Problem[] {
  if (!isCalendarDay(day)) return [];
  const { validFrom, validTo, paidAhead } = contract;
  const problem = { field: 'postedOn', value: day };
  if (day < validFrom && !paidAhead)
    return [{ ...problem, code: 'deductions.beforeContract', facts: { validFrom } }];
  if (validTo === undefined || day <= validTo) return [];
  return [{ ...problem, code: 'deductions.afterContract', facts: { validTo } }];
}

/** What the fund left over is no part of a charge: it is a bill's, and the period goes without a charge. */
function restProblem(due: Fen, { name, elsewhere, left }: BesideElsewhere): Problem {
  return { code: 'deductions.restByBill', field: 'amount', facts: { name, due, elsewhere, left } };
}

function contractProblems(amount: Fen, contract: ContractCharge, fund?: BesideElsewhere): Problem[] {
  const due = chargeDue(contract.basis);
  if (due !== undefined && due <= 0n) {
    const code = contract.kind === 'land_rent' ? 'deductions.rentCharged' : 'deductions.alreadyCharged';
    return [{ code, field: 'contractId' }];
  }
  if (contract.behind !== undefined) {
    const { since, agreed, byTable } = contract.behind;
    return [{ code: 'deductions.shareBehind', field: 'contractId', facts: { since, agreed, byTable } }];
  }
  if (due !== undefined && due !== amount) {
    if (fund !== undefined && fund.left > 0n) return [restProblem(due, fund)];
    return [
      { code: 'deductions.notAsContracted', field: 'amount', facts: { due, difference: amount - due } },
    ];
  }
  const cap = capOfYear(contract.basis);
  if (cap !== undefined && contract.basis.chargedInPeriod + amount > cap) {
    const excess = contract.basis.chargedInPeriod + amount - cap;
    return [{ code: 'deductions.aboveCap', field: 'amount', facts: { cap, excess } }];
  }
  return [];
}
