import { Injectable } from '@nestjs/common';
import { requireAct } from '../../domain/payouts/pay-list';
import { failedLines, mistakeProblems } from '../../domain/payouts/pay-list-mistakes';
import { partKey } from '../../domain/payouts/payable-parts';
import { type OutcomeForm, readOutcome } from '../../domain/payouts/read-outcomes';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { PayListOutcomeEntity } from './pay-list.entity';
import { changeLines, changeList, keepAct, requirePayList } from './pay-lists.store';
import { PayablePartsService } from './payable-parts.service';

/** Lines that were noted as not paid by mistake, and how that came out. */
export type MistakeForm = Pick<OutcomeForm, 'lineNumbers' | 'returnWords'>;

/** Takes back what was noted of a bank by mistake: the money is on its way again, and nothing was booked. */
@Injectable()
export class PayListMistakesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly parts: PayablePartsService,
  ) {}

  /**
   * Lines that were noted as not paid were not: the bank is waited for again.
   * @throws FormProblems `form.*`, `payouts.lineNumbers`, `payouts.notFailed`, `payouts.listedSince`,
   *   `payouts.paidSince`; DomainError `payouts.*`
   */
  unfail(
    collectiveId: string,
    { id, form }: { readonly id: string; readonly form: MistakeForm },
    command: Command,
  ): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const today = this.clock.today();
        const { read, problems } = readOutcome({ ...form, bankDay: today, returnKind: 'other' }, true);
        refuseProblems(problems);
        const { numbers = [], words: reason } = read;
        const kept = await requirePayList(tx, collectiveId, id);
        requireAct(kept.list.state, 'unfail');
        const failed = failedLines(kept);
        const parts = await this.parts.listParts(collectiveId, tx);
        const owed = new Map(parts.map((part) => [partKey(part), part]));
        refuseProblems(mistakeProblems(numbers, failed, owed));
        const asked = new Set(numbers);
        const lines = failed.filter(({ number }) => asked.has(number));
        const actNumber = await keepAct(tx, kept, {
          ...{ act: 'unfail', doneOn: today, digest: kept.list.digest, fileDigest: null, entryId: null },
          ...{ reason, enteredBy: command.by, enteredAt: this.clock.now() },
        });
        await insertRecorded(
          tx,
          PayListOutcomeEntity,
          lines.map(({ listId, number: lineNumber }) => ({
            ...{ collectiveId, listId, lineNumber, actNumber, outcome: 'open' as const },
            ...{ returnKind: '' as const, reason },
          })),
        );
        await changeLines(tx, lines, 'open');
        if (kept.list.state === 'settled') await changeList(tx, kept.list, { state: 'sent' });
        return { id };
      },
      onceOf(command, 'payouts.unfail', [id, form]),
    );
  }
}
