import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { BankedPart } from '../../domain/payouts/postings';
import { invariant } from '../../domain/shared/invariant';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { LedgerService } from '../ledger/ledger.service';
import type { PayListLineEntity } from './pay-list.entity';

/** What the lines of lists pay, as the books owe it now. */
@Injectable()
export class PayListDebtsService {
  constructor(
    private readonly ledger: LedgerService,
    private readonly books: LedgerReadService,
  ) {}

  /** The lines with the accounts on which they are owed now, in their order. */
  async partsOf(
    tx: EntityManager,
    collectiveId: string,
    lines: readonly PayListLineEntity[],
  ): Promise<BankedPart[]> {
    const { roles } = await this.ledger.requireChartOf(tx, collectiveId);
    const owedOn = new Map<string, Pick<BankedPart, 'pool' | 'ledgerAccount' | 'planLineId'>>();
    for (const debtId of new Set(lines.map((line) => line.debtId))) {
      const voucher = await this.books.requireEntry(collectiveId, debtId, tx);
      const now = await this.ledger.takenBackLines(tx, collectiveId, voucher);
      const owed = now.find(
        ({ side, ledgerAccount }) =>
          side === 'credit' && [roles.payable, roles.labourPayable].includes(ledgerAccount),
      );
      invariant(owed !== undefined, 'what a list pays is owed by its voucher');
      const { pool, ledgerAccount, planLineId } = owed;
      owedOn.set(debtId, { pool, ledgerAccount, planLineId });
    }
    return lines.flatMap(({ debtId, memberId: partyId, amount }) => {
      const owed = owedOn.get(debtId);
      return owed === undefined ? [] : [{ debtId, partyId, amount, ...owed }];
    });
  }
}
