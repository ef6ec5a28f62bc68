import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { POOLS } from '../../domain/ledger/manual-lines';
import type { NumberedVoucher, StandingBooks } from '../../domain/ledger/opening-replacement';
import { DomainError } from '../../domain/shared/domain-error';
import { run } from '../../platform/database/statements';
import { readBooks } from './books-row.store';

/** What the books alone say of it. */
export type BooksStanding = Omit<StandingBooks, 'rests'>;

/** What stands in the books beside their opening. */
@Injectable()
export class OpeningStandingService {
  /** @throws DomainError `collective.unknown` */
  async standingOf(db: EntityManager, collectiveId: string): Promise<BooksStanding> {
    const books = await readBooks(db, collectiveId);
    if (books === undefined) throw new DomainError('collective.unknown', { collectiveId });
    const settled = POOLS.flatMap((pool) => {
      const to = books.settledTo[pool];
      return to === undefined ? [] : [{ pool, to }];
    });
    return {
      opening: await findStanding(db, collectiveId, '='),
      other: await findStanding(db, collectiveId, '<>'),
      heldMonth: await findHeld(db, collectiveId),
      settled: settled[0],
    };
  }
}

/** The first voucher that was neither taken back nor takes one back, an opening or none. */
async function findStanding(
  db: EntityManager,
  collectiveId: string,
  isOpening: '=' | '<>',
): Promise<NumberedVoucher | undefined> {
  const [row] = await run<{ id: string; voucher_year: number; voucher_number: number }>(
    db,
    `SELECT e.id, e.voucher_year, e.voucher_number FROM ledger_entries e
     WHERE e.collective_id = ? AND e.source_kind ${isOpening} ? AND e.reverses_id IS NULL
       AND NOT EXISTS (SELECT 1 FROM ledger_entries r
         WHERE r.collective_id = e.collective_id AND r.reverses_id = e.id)
     ORDER BY e.chain_position LIMIT 1`,
    [collectiveId, 'opening'],
  );
  if (row === undefined) return undefined;
  return { entryId: row.id, voucherYear: row.voucher_year, voucherNumber: row.voucher_number };
}

async function findHeld(db: EntityManager, collectiveId: string): Promise<string | undefined> {
  const [row] = await run<{ month: string }>(
    db,
    'SELECT month FROM month_acts WHERE collective_id = ? AND act = ? ORDER BY month LIMIT 1',
    [collectiveId, 'held'],
  );
  return row?.month;
}
