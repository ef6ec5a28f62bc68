import { type CalendarDay, yearOf } from '../calendar/calendar-day';
import { PAPERS_AT_LEAST, readAttachments } from '../ledger/attachments';
import { type Chart, undistributedAccount } from '../ledger/chart';
import type { Posting } from '../ledger/journal-entry';
import { PRIOR_YEAR } from '../ledger/surplus-movements';
import type { Fen } from '../money/fen';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readAmount, readDay } from '../shared/typed-fields';
import { dimensionsOf, type ReceivablePart } from './postings';

/** What becomes of subsidy that a batch left out: given up by a notice, or owed all the same. */
export const CUT_KINDS = ['writtenOff', 'keptOwing'] as const;
export type CutKind = (typeof CUT_KINDS)[number];

/** The word by which vouchers of subsidy that was written off are known. */
export const SUBSIDY_CUT = PRIOR_YEAR.subsidyCut;

/**
 * Whether what is still owed of an energy fee is the last of it: the rest has come, slip and bank rounded it
 * differently, and nobody will ever pay it.
 * @param below the county's bound
 */
export function isFeeRemainder(
  owed: { readonly stream: string; readonly amount: Fen; readonly outstanding: Fen },
  below: Fen,
): boolean {
  const { stream, amount, outstanding } = owed;
  return stream === 'energy' && outstanding > 0n && outstanding < below && outstanding < amount;
}

/** What a person types of subsidy that did not come in full; everything is text as typed. */
export interface SubsidyCutForm {
  readonly cutKind: string;
  readonly cutOn: string;
  /** The notice by its title and number. */
  readonly byPaper: string;
  readonly reason: string;
  /** Receivable id → what of it is missing; empty means nothing. */
  readonly amounts: Readonly<Record<string, string>>;
  /** How many papers are attached; one where blank. */
  readonly attachments?: string;
}

/** Subsidy of a station and month that has not wholly come, or the last of an energy fee. */
export interface OpenSubsidy {
  readonly id: string;
  readonly stream: string;
  readonly outstanding: Fen;
  readonly bookedOn: CalendarDay;
  /** Of a joint station: what its keeper is owed, or owes the village, is not given up one-sidedly. */
  readonly joint: boolean;
}

export interface SubsidyCut {
  readonly kind: CutKind;
  readonly on: CalendarDay;
  readonly paper: string;
  readonly reason: string;
  readonly attachments: number;
  readonly lines: readonly { readonly receivableId: string; readonly amount: Fen }[];
}

/**
 * Reads what of the subsidy is missing, or says everything that is wrong with it: nothing is given up without
 * the notice that says so, nothing is left unexplained, and no more than is still owed. Codes `subsidy.*`,
 * `money.*`, `calendar.*`, `form.*`, `receipt.aboveOutstanding`.
 */
export function readSubsidyCut(
  form: SubsidyCutForm,
  { open, today }: { readonly open: readonly OpenSubsidy[]; readonly today: CalendarDay },
): { cut: SubsidyCut; problems: Problem[] } {
  const problems: Problem[] = [];
  const kind = CUT_KINDS.find((each) => each === form.cutKind);
  if (form.cutKind === '') problems.push({ code: 'form.missing', field: 'cutKind' });
  else if (kind === undefined)
    problems.push({ code: 'form.notAllowed', field: 'cutKind', value: form.cutKind });
  const on = readDay({ field: 'cutOn', value: form.cutOn }, problems);
  if (on !== undefined && on > today) {
    problems.push({ code: 'subsidy.cutLater', field: 'cutOn', value: on, facts: { today } });
  }
  const [paper, reason] = [form.byPaper.trim(), form.reason.trim()];
  if (kind === 'writtenOff' && paper === '')
    problems.push({ code: 'subsidy.cutWithoutPaper', field: 'byPaper' });
  if (kind === 'keptOwing' && reason === '') problems.push({ code: 'form.missing', field: 'reason' });
  problems.push(...privateNumberProblems({ byPaper: paper, reason }));
  const lines = Object.entries(form.amounts).flatMap(([receivableId, typed]) => {
    const amount =
      typed.trim() === '' ? undefined : readLine({ receivableId, typed, kind, on, open }, problems);
    return amount === undefined || amount === 0n ? [] : [{ receivableId, amount }];
  });
  problems.push(...feeProblems({ kind, reason, lines }, open));
  if (lines.length === 0 && problems.length === 0)
    problems.push({ code: 'subsidy.nothingCut', field: 'amounts' });
  const attachments = readAttachments(form.attachments, PAPERS_AT_LEAST, problems);
  const cut = { kind: kind ?? 'keptOwing', on: form.cutOn, paper, reason, attachments, lines };
  return { cut, problems };
}

/** The last of a fee is given up with a reason, and never owed on: nobody would pay it. */
function feeProblems(
  cut: Pick<SubsidyCut, 'reason' | 'lines'> & { readonly kind: CutKind | undefined },
  open: readonly OpenSubsidy[],
): Problem[] {
  const fees = cut.lines.filter(({ receivableId: of }) =>
    open.some(({ id, stream }) => id === of && stream === 'energy'),
  );
  if (fees.length === 0) return [];
  return [
    ...(cut.kind === 'writtenOff' && cut.reason === '' ? [{ code: 'form.missing', field: 'reason' }] : []),
    ...(cut.kind === 'keptOwing' ? [{ code: 'subsidy.feeKeptOwing', field: 'cutKind' }] : []),
  ];
}

/**
 * Reads why a note on subsidy that is owed on does not hold.
 * @param stands whether it is one that stands. Codes `form.missing`, `form.privateNumber`,
 *   `subsidy.noteUnknown`
 */
export function readNoteWithdrawal(typed: string, stands: boolean): { reason: string; problems: Problem[] } {
  const [reason, field] = [typed.trim(), 'noteWithdrawn'];
  const problems: Problem[] = stands ? [] : [{ code: 'subsidy.noteUnknown', field: 'noteId' }];
  if (reason === '') problems.push({ code: 'form.missing', field });
  problems.push(...privateNumberProblems({ [field]: reason }));
  return { reason, problems };
}

interface TypedLine {
  readonly receivableId: string;
  readonly typed: string;
  readonly kind: CutKind | undefined;
  readonly on: CalendarDay | undefined;
  readonly open: readonly OpenSubsidy[];
}

function readLine({ receivableId, typed, kind, on, open }: TypedLine, problems: Problem[]): Fen | undefined {
  const field = `amounts.${receivableId}`;
  const owed = open.find((each) => each.id === receivableId);
  if (owed === undefined) {
    problems.push({ code: 'subsidy.notOpen', field, value: typed });
    return undefined;
  }
  const amount = readAmount({ field, value: typed }, 'zero', problems);
  if (amount === undefined || amount === 0n) return undefined;
  const { outstanding, bookedOn } = owed;
  if (amount > outstanding) {
    const facts = { outstanding, excess: amount - outstanding };
    problems.push({ code: 'receipt.aboveOutstanding', field, value: typed, facts });
  }
  if (kind === 'writtenOff' && owed.joint) problems.push({ code: 'subsidy.cutOfJoint', field, value: typed });
  if (on !== undefined && on < bookedOn) {
    problems.push({ code: 'subsidy.cutBeforeOwed', field, value: on, facts: { bookedOn } });
  }
  return amount;
}

/** What is given up of a receivable, and whether this year counted it as income. */
export interface CutPart extends ReceivablePart {
  /** The day in whose year its income counts. */
  readonly bookedOn: CalendarDay;
  /** Owed when the books began: it is no income of these books. */
  readonly takenOver: boolean;
}

/**
 * Subsidy that a notice cuts, or the last of a fee: Cr receivable, and Dr the account it was income on while
 * that is this year's (2023: 501 / 112); what an earlier year had counted is taken from 322 instead. No
 * pool's money moves: what had not come was never received. Source: domain facts §2.2, corrections of a prior
 * year, from memory there and unconfirmed.
 */
export function subsidyCutPostings(parts: readonly CutPart[], on: CalendarDay, chart: Chart): Posting[] {
  return parts.flatMap((part): Posting[] => {
    const { amount, pool, bookedOn, takenOver } = part;
    const isThisYears = isIncomeOf({ bookedOn, takenOver }, on);
    const given = { side: 'debit', amount } as const;
    return [
      isThisYears
        ? { ...dimensionsOf(part), ...given, ledgerAccount: incomeOf(part, chart) }
        : { ...given, pool, ledgerAccount: undistributedAccount(chart) },
      { ...dimensionsOf(part), ledgerAccount: chart.roles.receivable, side: 'credit', amount },
    ];
  });
}

/** Whether what is cut lowers subsidy that this year counts as income, and not what stands undistributed. */
export function lowersSubsidy(parts: readonly CutPart[], on: CalendarDay): boolean {
  return parts.some((part) => part.stream === 'subsidy' && isIncomeOf(part, on));
}

function isIncomeOf(
  { bookedOn, takenOver }: Pick<CutPart, 'bookedOn' | 'takenOver'>,
  on: CalendarDay,
): boolean {
  return !takenOver && yearOf(bookedOn) === yearOf(on);
}

function incomeOf({ stream }: CutPart, { choices, roles }: Chart): string {
  return stream === 'subsidy' ? choices.subsidyIncome : roles.operatingIncome;
}
