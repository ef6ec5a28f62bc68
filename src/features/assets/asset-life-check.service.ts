import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { checkLife } from '../../domain/assets/check-asset-life';
import { checkTurns } from '../../domain/assets/check-turns';
import { checkShareTransfer } from '../../domain/assets/share-transfer';
import type { CheckedEntry } from '../../domain/ledger/check-pass';
import { LedgerCheckService } from '../ledger/ledger-check.service';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { AssetEventEntity } from './asset-event.entity';
import { AssetTurnEntity, AssetTurnWithdrawalEntity } from './asset-turn.entity';
import { DepreciationTermsEntity, TermsWithdrawalEntity } from './depreciation-terms.entity';
import { ShareTransferEntity } from './share-transfer.entity';

/** The pass of what happens to assets: every event stands in the books, over what is kept of it. */
@Injectable()
export class AssetLifeCheckService extends StepCheck {
  override readonly pass = 'assetLife';

  constructor(private readonly ledger: LedgerCheckService) {
    super();
  }

  override async checkEntries(books: CheckedBooks, entries: readonly CheckedEntry[]): Promise<void> {
    const { db, collectiveId, chartOf, findings } = books;
    const entryId = In(entries.map((entry) => entry.entryId));
    const events = await db.findBy(AssetEventEntity, { collectiveId, entryId });
    const transfers = await db.findBy(ShareTransferEntity, { collectiveId, entryId });
    for (const entry of entries) {
      const kept = events.filter((event) => event.entryId === entry.entryId);
      const roles = chartOf(entry.chart)?.roles;
      checkLife(entry, { kept, roles }, findings);
      const moved = transfers.filter((transfer) => transfer.entryId === entry.entryId);
      checkShareTransfer(entry, { kept: moved, roles }, findings);
    }
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    for (const table of ['asset_events', 'share_transfers']) {
      const entryId = await this.ledger.findLostRow(db, collectiveId, table);
      if (entryId !== undefined) findings.add('check.factWithoutEntry', { entryId }, { table });
    }
    const order = { happenedOn: 'ASC', id: 'ASC' } as const;
    const turns = await db.find(AssetTurnEntity, { where: { collectiveId }, order });
    if (turns.length === 0) return;
    const back = await db.findBy(AssetTurnWithdrawalEntity, { collectiveId });
    const withdrawn = await db.findBy(TermsWithdrawalEntity, { collectiveId });
    const terms = await db.findBy(DepreciationTermsEntity, { collectiveId });
    checkTurns(
      turns.map(({ id, assetId, way, happenedOn, use, termsNumber }) => {
        const isWithdrawn = back.some(({ turnId }) => turnId === id);
        return { assetId, way, happenedOn, use, termsNumber, isWithdrawn };
      }),
      terms.map(({ assetId, number, basis, use, from }) => {
        const isWithdrawn = withdrawn.some((each) => each.assetId === assetId && each.number === number);
        return { assetId, number, basis, use, from, isWithdrawn };
      }),
      findings,
    );
  }
}
