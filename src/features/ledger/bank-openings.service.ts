import { Injectable } from '@nestjs/common';
import { openingReasonProblems, readDifferenceCode } from '../../domain/ledger/bank-match-by-hand';
import { openingKnown } from '../../domain/ledger/bank-reconciliation';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import type { BankPlace } from './bank-matched';
import { BankOpeningReasonEntity } from './bank-opening-reason.entity';
import { accountOnDay, BankReadService } from './bank-read.service';

/** Why bank and books begin with different balances, said once for that very difference. */
@Injectable()
export class BankOpeningsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reading: BankReadService,
  ) {}

  /**
   * Says why the balances differ as both begin; where the difference becomes another one, it is asked again.
   * @throws FormProblems `bank.codeUnknown`, `bank.noteMissing`, `form.privateNumber`; DomainError
   *   `bank.openingAgrees`, `bank.accountClosed`, `bank.unknown`
   */
  explain(
    at: BankPlace,
    form: { readonly code: string; readonly note: string },
    command: Command,
  ): Promise<{ number: number }> {
    const { collectiveId, accountId } = at;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const state = await this.reading.requireOpen(at, tx);
        const { began: difference } = openingKnown(accountOnDay(state));
        if (state.statements.length === 0 || difference === 0n) throw new DomainError('bank.openingAgrees');
        refuseProblems(openingReasonProblems(form));
        const number = 1 + (await tx.countBy(BankOpeningReasonEntity, { collectiveId, accountId }));
        await insertRecorded(tx, BankOpeningReasonEntity, {
          ...{ collectiveId, accountId, number, difference },
          ...{ code: readDifferenceCode(form.code) ?? 'ourError', note: form.note.trim() },
          ...{ saidBy: command.by, saidAt: this.clock.now() },
        });
        return { number };
      },
      onceOf(command, 'bank.explainOpening', [accountId, form]),
    );
  }
}
