import type { Month } from '../calendar/calendar-day';
import type { Findings } from '../ledger/check-pass';
import { type Fen, sumFen } from '../money/fen';
import type { KeptTax } from './kept-tax';
import type { OwnLine } from './own-line';

/** What a keeper keeps of a slip's part for an owner whose books are kept here. */
export interface SentPart {
  readonly slipId: string;
  readonly ownerId: string;
  readonly owner: string;
  readonly month: Month;
  readonly line: Pick<OwnLine, 'energyKwh' | 'energyFee' | 'subsidy'>;
  /** What of it is of earlier slips that were too little to be split. */
  readonly earlier?: Fen;
  /** What of the slip's tax is his. */
  readonly tax?: KeptTax | undefined;
  /** The voucher that the owner's books took it by; null where nothing was generated. */
  readonly ownerEntryId: string | null;
  /** Whether it is noted as in the owner's books, and not given back. */
  readonly isNoted: boolean;
  /**
   * Whether the owner gave it back. A part too little for a fen went into his books without a voucher, so
   * nothing there can be reversed: its row stays, and says nothing any more.
   */
  readonly isGivenBack?: boolean;
}

/** A keeper's slip as it stands in an owner's books. */
export interface TakenSlip {
  readonly slipId: string;
  readonly ownerId: string;
  readonly month: Month;
  readonly line: SentPart['line'];
  readonly earlier?: Fen;
  /** `opened` where the opening carries the fee: the tax is settled with it. */
  readonly tax?: KeptTax | 'opened' | undefined;
  readonly entryId: string | null;
}

/**
 * Holds what a keeper keeps of his owners' parts against what stands in their books, both ways. A part that
 * an owner has and that is not noted yet was cut off between the two and is noted when it is sent again.
 */
export function checkOwners(
  sent: readonly SentPart[],
  taken: readonly TakenSlip[],
  findings: Findings,
): void {
  const found = new Map<string, TakenSlip[]>();
  for (const slip of taken) found.set(keyOf(slip), [...(found.get(keyOf(slip)) ?? []), slip]);
  findings.looked += sent.length;
  for (const part of sent) {
    const slips = found.get(keyOf(part)) ?? [];
    found.delete(keyOf(part));
    if (part.isGivenBack === true) {
      const standing = slips.filter(({ entryId }) => entryId !== null);
      if (standing.length > 0) report({ ...part, kept: [], found: standing }, findings);
      continue;
    }
    const [slip] = slips;
    const holds = slip === undefined ? !part.isNoted : slips.length === 1 && isSame(part, slip);
    if (!holds) report({ ...part, kept: [part], found: slips }, findings);
    else if (slip !== undefined) {
      checkEarlier(part, slip, findings);
      checkTax(part, slip, findings);
    }
  }
  for (const slips of found.values()) {
    const [slip] = slips;
    if (slip !== undefined) report({ ...slip, owner: '', kept: [], found: slips }, findings);
  }
}

function checkEarlier(part: SentPart, slip: TakenSlip, findings: Findings): void {
  const { month, owner } = part;
  const [kept, found] = [part.earlier ?? 0n, slip.earlier ?? 0n];
  const facts = { month, owner, keptFen: String(kept), foundFen: String(found) };
  if (kept !== found) findings.add('check.ownersEarlier', { month }, facts);
}

function checkTax(
  { month, owner, tax: kept }: SentPart,
  { tax: found }: TakenSlip,
  findings: Findings,
): void {
  if (found === 'opened' || (kept?.way === found?.way && kept?.tax === found?.tax)) return;
  const facts = { keptFen: String(kept?.tax ?? 0n), foundFen: String(found?.tax ?? 0n) };
  findings.add('check.ownersTax', { month }, { month, owner, ...facts });
}

function keyOf({ slipId, ownerId }: Pick<SentPart, 'slipId' | 'ownerId'>): string {
  return `${slipId} ${ownerId}`;
}

function isSame(part: SentPart, { line, entryId }: TakenSlip): boolean {
  const { energyKwh, energyFee, subsidy } = part.line;
  const isLine = energyKwh === line.energyKwh && energyFee === line.energyFee && subsidy === line.subsidy;
  return isLine && (!part.isNoted || part.ownerEntryId === entryId);
}

function report(
  broken: Pick<SentPart, 'month' | 'owner'> & {
    readonly kept: readonly Pick<SentPart, 'line'>[];
    readonly found: readonly TakenSlip[];
  },
  findings: Findings,
): void {
  const { month, owner, kept, found } = broken;
  const fen = (parts: readonly Pick<SentPart, 'line'>[]): string =>
    String(sumFen(parts.map(({ line }) => line.energyFee + line.subsidy)));
  const kwh = (parts: readonly Pick<SentPart, 'line'>[]): string =>
    String(parts.reduce((sum, { line }) => sum + line.energyKwh, 0n));
  const facts = { month, owner, keptFen: fen(kept), foundFen: fen(found) };
  findings.add('check.ownersPart', { month }, { ...facts, keptKwh: kwh(kept), foundKwh: kwh(found) });
}
