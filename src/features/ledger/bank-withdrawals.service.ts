import { Injectable } from '@nestjs/common';
import { requireWithdrawable, withdrawalReasonProblems } from '../../domain/ledger/bank-withdrawal';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { BankMatchEntity } from './bank-match.entity';
import { type BankPlace, undoingRow } from './bank-matched';
import { BankReadService, type BankState } from './bank-read.service';
import { BankWithdrawalEntity } from './bank-withdrawal.entity';
import { readSeals } from './month-seals.store';

/** Takes back a statement that was taken over and does not belong here. */
@Injectable()
export class BankWithdrawalsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reading: BankReadService,
  ) {}

  /**
   * Withdraws the last statement of an account. Its rows stay and count nowhere; what its lines were matched
   * with is taken apart by the same act, each match with its own row and this reason.
   * @throws FormProblems `form.missing`, `form.privateNumber`; DomainError `bank.statementUnknown`,
   *   `bank.laterStatement`, `bank.statementSealed`, `bank.unknown`
   */
  withdraw(
    at: BankPlace,
    form: { readonly statementId: string; readonly reason: string },
    command: Command,
  ): Promise<{ id: string; matches: number }> {
    const { collectiveId, accountId } = at;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const state = await this.reading.requireOpen(at, tx);
        const seals = await readSeals(tx, collectiveId);
        const { id } = requireWithdrawable(form.statementId, { standing: state.statements, seals });
        refuseProblems(withdrawalReasonProblems(form.reason));
        const [by, now, why] = [command.by, this.clock.now(), form.reason.trim()];
        const matches = matchesOf(state, id);
        const rows = matches.map((match) => undoingRow(at, match, { why, by, at: now }));
        await insertRecorded(tx, BankMatchEntity, rows);
        await insertRecorded(tx, BankWithdrawalEntity, {
          ...{ collectiveId, accountId, statementId: id, reason: why },
          ...{ withdrawnBy: by, withdrawnAt: now },
        });
        return { id, matches: matches.length };
      },
      onceOf(command, 'bank.withdraw', [accountId, form]),
    );
  }
}

/** The matches in which lines of a statement stand. */
export function matchesOf({ bank, groups }: BankState, statementId: string): string[] {
  const own = new Set(bank.filter((line) => line.statementId === statementId).map(({ id }) => id));
  return groups.filter(({ lineIds }) => lineIds.some((id) => own.has(id))).map(({ id }) => id);
}
