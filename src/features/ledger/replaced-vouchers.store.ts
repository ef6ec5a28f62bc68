import type { EntityManager } from 'typeorm';
import type { Month } from '../../domain/calendar/calendar-day';
import {
  ownPlace,
  type PlaceAsked,
  placesAsked,
  placeTaken,
  type WaitingPlace,
} from '../../domain/ledger/reentered';
import { PRIOR_YEAR } from '../../domain/ledger/surplus-movements';
import { DomainError } from '../../domain/shared/domain-error';
import { FormProblems } from '../../domain/shared/problem';
import { placeText } from '../../glossary/place-words';
import { placeholders } from '../../platform/database/many-ids';
import { run } from './ledger.store';

/** The vouchers by which a step booked of the same claim before, and whose place this one takes of them. */
export interface Replaced extends PlaceAsked {
  readonly entryIds: readonly string[];
}

/**
 * The voucher whose place an entry takes: what the act that books it names, which is one of the same claim,
 * or what was answered. Where one waits and nobody said, that is asked.
 * @throws DomainError `reentry.otherClaim`; FormProblems `reentry.placeAsked`, `reentry.placeUnknown`,
 *   `reentry.placeOwn`, `reentry.placeTwice`
 */
export async function findReplaced(
  tx: EntityManager,
  collectiveId: string,
  { replaced, named }: { readonly replaced: Replaced | undefined; readonly named: string | undefined },
): Promise<string | undefined> {
  if (replaced === undefined) return named;
  if (named !== undefined) {
    if (!replaced.entryIds.includes(named)) throw new DomainError('reentry.otherClaim');
    const { placeOf = '' } = replaced;
    if (placeOf !== '' && placeOf !== named)
      throw new FormProblems([{ code: 'reentry.placeTwice', field: 'placeOf' }]);
  }
  const waiting = await listWaiting(tx, collectiveId, replaced.entryIds);
  const own = ownPlace(waiting, replaced);
  if (named !== undefined && (own === undefined || own.entryId === named)) return named;
  const { entryId, fault } = placeTaken(waiting, { ...replaced, placeOf: named ?? replaced.placeOf });
  if (fault === undefined) return entryId;
  const asked = own === undefined ? placesAsked(waiting, replaced) : [own];
  const facts = {
    places: asked.map((place) => placeText(place)),
    placeIds: asked.map((place) => place.entryId),
  };
  throw new FormProblems([{ code: fault, field: 'placeOf', facts }]);
}

/**
 * Those of some vouchers that wait to be entered anew, the oldest first: of a closed year, taken back of that
 * year because amount, asset or day was wrong, and the place is free. What was put right within its own year
 * waits for nothing.
 */
export async function listWaiting(
  db: EntityManager,
  collectiveId: string,
  entryIds: readonly string[],
): Promise<WaitingPlace[]> {
  if (entryIds.length === 0) return [];
  const rows = await run<WaitingRow>(
    db,
    `SELECT e.id, e.voucher_year, e.voucher_number, e.about_period, r.reason,
       (SELECT SUM(l.amount_fen) FROM ledger_lines l WHERE l.collective_id = e.collective_id
         AND l.entry_id = e.id AND l.side = 'debit') AS amount
     FROM ledger_entries e
     JOIN ledger_entries r ON r.collective_id = e.collective_id AND r.reverses_id = e.id
     LEFT JOIN ledger_entries m ON m.collective_id = e.collective_id
       AND m.chain_position = e.chain_position + 1 AND m.source_kind = ? AND m.source_id = e.id
     WHERE e.collective_id = ? AND e.id IN (${placeholders(entryIds)})
       AND r.reason IN ('wrongAmount', 'wrongAsset', 'wrongDate')
       AND (r.voucher_year > e.voucher_year OR m.id IS NOT NULL)
       AND NOT EXISTS (SELECT 1 FROM reentries n
         WHERE n.collective_id = e.collective_id AND n.corrects_id = e.id)
     ORDER BY e.chain_position`,
    [PRIOR_YEAR.move, collectiveId, ...entryIds],
  );
  return rows.map((row) => ({
    entryId: row.id,
    voucherYear: row.voucher_year,
    voucherNumber: row.voucher_number,
    aboutPeriod: row.about_period,
    amount: BigInt(row.amount),
    reason: row.reason,
  }));
}

interface WaitingRow {
  readonly id: string;
  readonly voucher_year: number;
  readonly voucher_number: number;
  readonly about_period: Month;
  readonly reason: string;
  readonly amount: string | number | bigint;
}
