import { type CheckedEntry, type Findings, placeOf } from '../ledger/check-pass';
import { signedAmount } from '../ledger/journal-entry';
import { type Fen, sumFen } from '../money/fen';
import { JOINT_CUT } from './joint-cut';
import { SUBSIDY_CUT } from './subsidy-cut';

/** A movement between the keeper of a joint station and an owner, as the step keeps it; signed as a debit. */
export interface KeptDealing {
  readonly ledgerAccount: string;
  /** The owner's id, or the word for what is on its way. */
  readonly counterparty: string;
  readonly amount: Fen;
}

/** Sources of which every line on the accounts of dealings is the step's. */
const OWN_SOURCES: readonly string[] = ['jointPart', 'jointPayment', JOINT_CUT, SUBSIDY_CUT];

/**
 * Holds what the keeper of a joint station keeps of his slips, of what was cut of them, of what came and of
 * what he paid against the lines on the accounts between him and the owners, owner by owner. A reversal takes
 * the facts back with the entry.
 * @param accounts of the dealings: internal dealings and payables
 */
export function checkJoint(
  entry: CheckedEntry,
  of: { readonly accounts: readonly string[]; readonly kept: readonly KeptDealing[] },
  findings: Findings,
): void {
  if (entry.reversesId !== undefined) return;
  if (of.kept.length === 0 && !OWN_SOURCES.includes(entry.source.kind)) return;
  findings.looked += of.kept.length;
  const moved = new Map<string, { found: Fen; kept: Fen }>();
  const add = (line: KeptDealing, side: 'found' | 'kept'): void => {
    const key = `${line.ledgerAccount} ${line.counterparty}`;
    const sums = moved.get(key) ?? { found: 0n, kept: 0n };
    moved.set(key, sums);
    sums[side] += line.amount;
  };
  for (const posting of entry.postings) {
    const { ledgerAccount, counterparty = '' } = posting;
    if (of.accounts.includes(ledgerAccount))
      add({ ledgerAccount, counterparty, amount: signedAmount(posting) }, 'found');
  }
  for (const dealing of of.kept) add(dealing, 'kept');
  for (const [key, { found, kept }] of moved) {
    if (found === kept) continue;
    const [ledgerAccount = ''] = key.split(' ');
    const facts = { foundFen: String(found), keptFen: String(kept) };
    findings.add('check.jointDiffers', { ...placeOf(entry), ledgerAccount }, facts);
  }
}

/** Holds what a keeper bears of a slip's tax against what its entry says is a cost of his own. */
export function checkBorneTax(entry: CheckedEntry, borne: Fen, findings: Findings): void {
  if (entry.reversesId !== undefined || entry.source.kind !== 'settlement') return;
  const spent = sumFen(entry.postings.filter((line) => line.poolFlow === 'deducted').map(signedAmount));
  if (spent === borne) return;
  const facts = { foundFen: String(spent), keptFen: String(borne) };
  findings.add('check.jointTaxCost', placeOf(entry), facts);
}
