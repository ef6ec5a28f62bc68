import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import type { OpeningRest } from '../../domain/ledger/opening-replacement';
import { openedMoneyOf } from './keepers-mark';
import { ReceivableEntity } from './receivable.entity';
import { readWithdrawn } from './settlement-withdrawals.store';
import { SettlementEntity } from './settlement.entity';
import { readHeldCuts } from './subsidy-notes.store';

/** What rests on income that an opening took over and has no voucher of its own. */
@Injectable()
export class OpeningRestsService {
  /** A slip that left out what the opening carries, or a note on subsidy that it carries and that stands. */
  async findRest(
    db: EntityManager,
    of: { readonly collectiveId: string; readonly entryId: string },
  ): Promise<OpeningRest | undefined> {
    const { collectiveId } = of;
    const withdrawn = await readWithdrawn(db, collectiveId);
    const kept = await db.findBy(SettlementEntity, { collectiveId, entryId: IsNull() });
    const slips = kept.filter(({ id }) => !withdrawn.has(id));
    const slip = slips.find((each) => Object.values(openedMoneyOf(each)).some((money) => money !== 0n));
    if (slip !== undefined) return { kind: 'slip', month: slip.generationMonth };
    const owed = await db.findBy(ReceivableEntity, of);
    const notes = (await readHeldCuts(db, collectiveId)).filter(({ kind }) => kind === 'keptOwing');
    const noted = owed.find(({ id }) => notes.some(({ receivableId }) => receivableId === id));
    return noted === undefined ? undefined : { kind: 'note', month: noted.aboutPeriod };
  }
}
