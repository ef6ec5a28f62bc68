import { Injectable } from '@nestjs/common';
import { mainCodeOf } from '../../domain/ledger/chart';
import type { Pool } from '../../domain/ledger/journal-entry';
import { POOLS } from '../../domain/ledger/manual-lines';
import { type Fen, sumFen } from '../../domain/money/fen';
import { groupedBy } from '../../domain/shared/grouped';
import type { SurePayments } from '../../domain/uses/debt-standing';
import { signedOf } from '../../domain/uses/paid-taken-back';
import { paymentEvents } from '../../domain/uses/payment-events';
import { surePayments } from '../../domain/uses/sure-payments';
import { TracingService } from '../ledger/tracing.service';
import { ManyUsesService } from './many-uses.service';

/** An account of a pool on which grants are or were owed, and what is certain of its debts. */
export interface SureAccount extends SurePayments {
  readonly pool: Pool;
  /** The main account by its code, as the last voucher has it. */
  readonly account: string;
  /** By how much it stands in debit, of what names nobody. Fen. */
  readonly debit: Fen;
}

/** What is certain of what was paid, account by account. */
@Injectable()
export class SureAccountsService {
  constructor(
    private readonly uses: ManyUsesService,
    private readonly tracing: TracingService,
  ) {}

  async listAccounts(collectiveId: string): Promise<SureAccount[]> {
    const peopleOf = groupedBy(await this.uses.listAccepted([collectiveId]), ({ entryId }) => entryId);
    const accounts: SureAccount[] = [];
    for (const pool of POOLS) {
      const found = [...paymentEvents(await this.tracing.listLines(collectiveId, pool)).values()];
      for (const events of found.filter((each) => each.some(({ line }) => line.planLineId !== undefined))) {
        const balance = sumFen(events.map(signedOf));
        accounts.push({
          ...surePayments(events, (entryId) => peopleOf.get(entryId) ?? []),
          ...{ pool, account: mainCodeOf(events.at(-1)?.line.ledgerAccount ?? '') },
          debit: balance > 0n ? balance : 0n,
        });
      }
    }
    return accounts;
  }
}
