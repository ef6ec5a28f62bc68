import type { ShareRow } from '../collectives/share-table';
import { shareWeights } from '../collectives/share-table';
import { allocate } from '../money/allocate';
import { type Fen, sumFen } from '../money/fen';
import { readRatio, shareText, sumRatios } from '../money/ratio';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readAmount } from '../shared/typed-fields';

/** A use as whoever keeps a joint station types it, for all its owners together. */
export interface ProposedUseForm {
  readonly bucket: string;
  readonly forWhat: string;
  readonly amount: string;
}

/** What a keeper proposes to the owners of a station for a year, as typed. */
export interface OwnerProposalForm {
  readonly assetId: string;
  readonly year: string;
  readonly uses: readonly ProposedUseForm[];
}

/** A use for all owners together. Fen. */
export interface ProposedUse {
  readonly bucket: string;
  readonly forWhat: string;
  readonly amount: Fen;
}

/** What of a use an owner might plan in his own plan. Fen. */
export interface OwnerPart {
  readonly owner: string;
  readonly amount: Fen;
}

/**
 * Reads the uses; rows with nothing in them are left out. Codes `form.missing`, `form.privateNumber`,
 * `money.*`, `uses.bucketUnknown`, `yearPlan.proposedTwice`, `yearPlan.nothingProposed`.
 */
export function readProposedUses(
  typed: readonly ProposedUseForm[],
  buckets: readonly string[],
): { readonly uses: readonly ProposedUse[]; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const uses: ProposedUse[] = [];
  typed.forEach((form, index) => {
    const at = `uses.${String(index)}.`;
    const forWhat = form.forWhat.trim();
    if (forWhat === '' && form.amount.trim() === '') return;
    if (!buckets.includes(form.bucket))
      problems.push({ code: 'uses.bucketUnknown', field: `${at}bucket`, value: form.bucket });
    if (forWhat === '') problems.push({ code: 'form.missing', field: `${at}forWhat` });
    problems.push(...privateNumberProblems({ [`${at}forWhat`]: forWhat }));
    const amount = readAmount({ field: `${at}amount`, value: form.amount }, 'aboveZero', problems) ?? 0n;
    if (forWhat !== '' && uses.some((use) => use.bucket === form.bucket && use.forWhat === forWhat))
      problems.push({ code: 'yearPlan.proposedTwice', field: `${at}forWhat`, value: forWhat });
    uses.push({ bucket: form.bucket, forWhat, amount });
  });
  if (uses.length === 0) problems.push({ code: 'yearPlan.nothingProposed', field: 'uses' });
  return { uses, problems };
}

/**
 * Every owner's part of a use by his rows of the share table: the parts add up to the whole, the odd fen go
 * to the rows cut most. In the order in which the table names the owners first.
 */
export function splitAmongOwners(amount: Fen, rows: readonly ShareRow[]): OwnerPart[] {
  const parts = allocate(amount, shareWeights(rows));
  return ownersOf(rows).map((owner) => {
    const keys = new Set(rows.filter((row) => row.owner === owner).map(({ key }) => key));
    return { owner, amount: sumFen(parts.filter(({ key }) => keys.has(key)).map((part) => part.amount)) };
  });
}

/** The owners of a share table, each once, in the order in which it names them first. */
export function ownersOf(rows: readonly ShareRow[]): string[] {
  return [...new Set(rows.map(({ owner }) => owner))];
}

/** An owner's whole share, as it is written. */
export function ownersShare(rows: readonly ShareRow[], owner: string): string {
  const own = rows.filter((row) => row.owner === owner);
  return own.length === 0 ? '' : shareText(sumRatios(own.map(({ share }) => readRatio(share))));
}

/** A proposal as one owner reads it: what of each use is his. Fen; a use of which he has nothing is none. */
export function usesOfOwner(
  uses: readonly ProposedUse[],
  parts: readonly { readonly lineNumber: number; readonly ownerId: string | null; readonly amount: Fen }[],
  ownerId: string,
): ProposedUse[] {
  return uses
    .map((use, index) => {
      const own = parts.filter((part) => part.lineNumber === index + 1 && part.ownerId === ownerId);
      return { ...use, amount: sumFen(own.map(({ amount }) => amount)) };
    })
    .filter(({ amount }) => amount > 0n);
}
