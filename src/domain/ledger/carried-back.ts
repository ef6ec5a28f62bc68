import type { Fen } from '../money/fen';
import { signedAmount } from './journal-entry';
import type { TracedLine } from './traced-line';

/** An entry of before a change of the chart, what took it back behind it, and the two vouchers between. */
interface CarriedBack {
  readonly taken: readonly TracedLine[];
  readonly reversal: readonly TracedLine[];
  readonly out: readonly TracedLine[];
  readonly into: readonly TracedLine[];
}

/**
 * Lines of a pool as if what was taken back through a change of the chart had not been carried over: an entry
 * and its reversal cancel, so what the change's two vouchers brought over of it would be owed for nothing.
 * @param lines in the order of the books
 */
export function withoutCarriedBack(lines: readonly TracedLine[]): readonly TracedLine[] {
  const changes = changesIn(lines);
  if (changes.length === 0) return lines;
  const told = [...lines];
  for (const { taken, reversal, out, into } of carriedBackIn(lines, changes)) {
    for (const line of taken.filter(({ money }) => money === 'dealing')) {
      const behind = reversal.find(({ lineNumber }) => lineNumber === line.lineNumber);
      if (behind === undefined) continue;
      add(told, { like: line, at: out[0], amount: signedAmount(line) });
      const now = { ...line, ledgerAccount: behind.ledgerAccount };
      add(told, { like: now, at: into[0], amount: -signedAmount(line) });
    }
  }
  return told;
}

type Change = Pick<CarriedBack, 'out' | 'into'>;

/** The two vouchers of each change of the chart. */
function changesIn(lines: readonly TracedLine[]): Change[] {
  const days = new Set(lines.flatMap(({ carriedBy }) => carriedBy ?? []));
  return [...days].flatMap((day) => {
    const own = lines.filter(({ carriedBy }) => carriedBy === day);
    const first = Math.min(...own.map(({ position }) => position));
    const out = own.filter(({ position }) => position === first);
    const into = own.filter(({ position }) => position !== first);
    return into.length === 0 ? [] : [{ out, into }];
  });
}

/** What was taken back through one of these changes; through several of them nobody knows the way. */
function carriedBackIn(lines: readonly TracedLine[], changes: readonly Change[]): CarriedBack[] {
  const entries = new Map<string, TracedLine[]>();
  for (const line of lines) entries.set(line.entryId, [...(entries.get(line.entryId) ?? []), line]);
  return [...entries.values()].flatMap((reversal) => {
    const [back] = reversal;
    const taken = entries.get(back?.reversesId ?? '') ?? [];
    const [entry] = taken;
    if (back === undefined || entry === undefined) return [];
    const [change, ...others] = changes.filter(
      ({ out }) => entry.position < (out[0]?.position ?? 0) && back.position > (out[0]?.position ?? 0),
    );
    return change === undefined || others.length > 0 ? [] : [{ taken, reversal, ...change }];
  });
}

/** Adds to what one of the two vouchers brings over of an account under the same dimensions. */
function add(
  told: TracedLine[],
  of: { readonly like: TracedLine; readonly at: TracedLine | undefined; readonly amount: Fen },
): void {
  const { like, at, amount } = of;
  if (at === undefined) return;
  const own = told.filter((line) => line.entryId === at.entryId && line.ledgerAccount === like.ledgerAccount);
  const same = own.find((line) => dimensionsOf(line) === dimensionsOf(like)) ?? own.find(isOfNobody);
  if (same === undefined) told.push({ ...broughtOver(like, at), ...sided(amount) });
  else told[told.indexOf(same)] = { ...same, ...sided(signedAmount(same) + amount) };
}

/** Behind every line that a voucher has. */
const BEHIND = 1_000_000;

/** A line of one of the two vouchers with what tells a debt from another. */
function broughtOver(like: TracedLine, at: TracedLine): Omit<TracedLine, 'side' | 'amount'> {
  const { ledgerAccount, lineNumber, assetId, stream, generationMonth, counterparty, planLineId } = like;
  const { entryId, position, voucherYear, voucherNumber, postedOn, statementOn, summary, carriedBy } = at;
  return {
    ...{ entryId, position, voucherYear, voucherNumber, postedOn, statementOn, summary },
    ...{ ledgerAccount, lineNumber: BEHIND + lineNumber, money: 'dealing' as const },
    ...(carriedBy === undefined ? {} : { carriedBy }),
    ...(assetId === undefined ? {} : { assetId }),
    ...(stream === undefined ? {} : { stream }),
    ...(generationMonth === undefined ? {} : { generationMonth }),
    ...(counterparty === undefined ? {} : { counterparty }),
    ...(planLineId === undefined ? {} : { planLineId }),
  };
}

function sided(amount: Fen): Pick<TracedLine, 'side' | 'amount'> {
  return amount < 0n ? { side: 'credit', amount: -amount } : { side: 'debit', amount };
}

function dimensionsOf({ assetId, stream, generationMonth, counterparty, planLineId }: TracedLine): string {
  return JSON.stringify([assetId, stream, generationMonth, counterparty, planLineId]);
}

function isOfNobody(line: TracedLine): boolean {
  return dimensionsOf(line) === '[null,null,null,null,null]';
}
