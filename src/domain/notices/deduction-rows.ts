import { wholeCap } from '../deductions/contract-charge';
import type { ContractTerm, DeductionKind } from '../deductions/contract-term';
import { type Fen, sumFen } from '../money/fen';
import type { DeductionKind as SheetKind, NoticeDeductionRow, Reckoning } from './distribution-notice';

/** A cost as the books have it; fen. Costs of one contract stand on one row of the sheet. */
export interface BookedCost {
  readonly id: string;
  readonly kind: DeductionKind;
  /** The policy's word for its kind; its own name where the policy names no kind. */
  readonly name: string;
  readonly contractId: string | undefined;
  readonly asset: string | undefined;
  readonly amount: Fen;
  readonly term: ContractTerm | undefined;
  /** Receipts a percentage was taken of, running over the period. */
  readonly base: Fen | undefined;
  readonly clause: string | undefined;
  readonly note: string | undefined;
  readonly reason: string | undefined;
  /** In words, where its period was not charged whole under one price. */
  readonly parts?: string | undefined;
  readonly voucher: string;
}

const KINDS: Readonly<Record<DeductionKind, SheetKind>> = {
  land_rent: 'land-rent',
  o_and_m: 'operation',
  insurance: 'insurance',
  other: 'other',
};

/** The order in which the policy names the kinds. */
const ORDER: readonly DeductionKind[] = ['land_rent', 'o_and_m', 'insurance', 'other'];

/**
 * The deductions part of a sheet, kind by kind and within a kind in the order of the first vouchers; each
 * with its reckoning, so that it can be done again.
 */
export function deductionRows(costs: readonly BookedCost[]): NoticeDeductionRow[] {
  const groups = new Map<string, BookedCost[]>();
  const byKind = [...costs].sort((left, right) => ORDER.indexOf(left.kind) - ORDER.indexOf(right.kind));
  for (const cost of byKind) {
    const key = cost.contractId ?? cost.id;
    groups.set(key, [...(groups.get(key) ?? []), cost]);
  }
  return [...groups.values()].flatMap((group) => {
    const last = group.at(-1);
    return last === undefined ? [] : [rowOf(group, last)];
  });
}

function rowOf(group: readonly BookedCost[], last: BookedCost): NoticeDeductionRow {
  const reason = inARow(group.map((cost) => cost.reason));
  return {
    kind: KINDS[last.kind],
    name: last.name,
    ...(last.asset === undefined ? {} : { asset: last.asset }),
    reckoning:
      partsOf(group) ??
      reckoningOf(last, { bills: group.length, note: inARow(group.map((cost) => cost.note)) }),
    vouchers: group.map((cost) => cost.voucher),
    amount: sumFen(group.map((cost) => cost.amount)).toString(),
    ...(reason === undefined ? {} : { reason }),
  };
}

/** Between the notes of several vouchers: an ideographic comma. */
const SEPARATOR = '\u3001';

/** What the vouchers of one row say, each thing once; undefined where none says anything. */
function inARow(texts: readonly (string | undefined)[]): string | undefined {
  const said = new Set(texts.filter((text) => text !== undefined && text !== ''));
  return said.size === 0 ? undefined : [...said].join(SEPARATOR);
}

/** Charges of parts of a period, each with its days: `1,680.00×91÷181` stands for itself. */
function partsOf(group: readonly BookedCost[]): Reckoning | undefined {
  const covers = inARow(group.map((cost) => cost.parts));
  if (covers === undefined) return undefined;
  const clause = group.at(-1)?.clause ?? '';
  return { by: 'fixed', covers, ...(clause === '' ? {} : { contract: clause }) };
}

interface Bills {
  readonly bills: number;
  readonly note: string | undefined;
}

function reckoningOf(cost: BookedCost, { bills, note }: Bills): Reckoning {
  const { term, clause } = cost;
  const covers = note === undefined ? {} : { covers: note };
  const contract = clause === undefined || clause === '' ? {} : { contract: clause };
  switch (term?.type) {
    case 'landRent':
      return {
        by: 'area',
        mu: term.mu,
        yuanPerMu: term.yuanPerMuYear,
        part: term.yearPart,
        ...(term.ownShare === undefined ? {} : { sharePercent: withoutSign(term.ownShare) }),
      };
    case 'percentOfReceipt': {
      const base = (cost.base ?? 0n).toString();
      return { by: 'percent-of-receipts', base, ratePercent: withoutSign(term.rate), ...contract };
    }
    case 'fixed':
      return { by: 'fixed', ...covers, ...contract };
    case 'perWattYear': {
      const cap = wholeCap(term);
      return { by: 'bill', bills, ...covers, ...(cap === undefined ? {} : { cap: cap.toString() }) };
    }
    case undefined:
      return { by: 'bill', bills, ...covers };
  }
}

function withoutSign(percent: string): string {
  return percent.replace(/%$/, '');
}
