import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type PayeeForm, readPayee } from '../../domain/payouts/payee-outside';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { listText } from '../../glossary/payout-words';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { OwedPeopleService } from '../distribution/owed-people.service';
import type { SureGrant } from '../distribution/sure-grants.service';
import { CounterpartiesService } from '../ledger/counterparties.service';
import { DebtPayeeEntity } from './payee-outside.entity';
import { PayeeAccountsService } from './payee-accounts.service';
import { readLiving } from './pay-lists.store';

/** Whose a sum is, which is owed by a voucher. */
export interface DebtPayeeGiven {
  readonly debtId: string;
  readonly form: PayeeForm;
}

/** Says by a paper whose a sum is that was granted as one, and where he is paid. */
@Injectable()
export class DebtPayeesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly owed: OwedPeopleService,
    private readonly counterparties: CounterpartiesService,
    private readonly accounts: PayeeAccountsService,
  ) {}

  /** Whose each sum is, as was said last, by its voucher. */
  async listLast(db: EntityManager, collectiveId: string): Promise<ReadonlyMap<string, DebtPayeeEntity>> {
    return new Map((await this.listAll(db, collectiveId)).map((row) => [row.debtId, row]));
  }

  /** A grant as one sum that stands, paid or not. @throws DomainError `payees.debtUnknown` */
  async requireGranted(collectiveId: string, debtId: string, db = this.database.reader): Promise<SureGrant> {
    const { granted } = await this.database.readWithin(db, () => this.owed.read(collectiveId));
    const found = granted.find(({ voucher }) => voucher.entryId === debtId);
    if (found === undefined) throw new DomainError('payees.debtUnknown');
    return found;
  }

  /**
   * Says whose a sum is; the last word counts, and none is said while a list that is under way pays it.
   * @throws DomainError `payees.*`; FormProblems as `readPayee` finds them, `payees.otherKind`,
   *   `form.notPrintable`
   */
  name(collectiveId: string, { debtId, form }: DebtPayeeGiven, command: Command): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { read, problems } = readPayee(form);
        const { name, kind, account, paper } = read;
        const unprintable = this.counterparties.unprintable({ payeeName: name, payeePaper: paper });
        refuseProblems([...problems, ...unprintable]);
        const { standing } = await this.requireGranted(collectiveId, debtId, tx);
        if (standing.state === 'paid') throw new DomainError('payees.paid');
        const living = [...(await readLiving(tx, collectiveId)).values()];
        const on = living.find(({ line }) => line.debtId === debtId);
        if (on !== undefined) throw new DomainError('payees.onList', { list: listText(on.list) });
        const { id } = await this.counterparties.requireNamed(tx, collectiveId, { kind, name });
        const by = command.by;
        await this.accounts.keep(tx, { collectiveId, counterpartyId: id }, { name, account, paper, by });
        const before = await tx.countBy(DebtPayeeEntity, { collectiveId, debtId });
        await insertRecorded(tx, DebtPayeeEntity, {
          ...{ collectiveId, debtId, number: before + 1, counterpartyId: id, paper },
          ...{ enteredBy: by, enteredAt: this.clock.now() },
        });
        return { id };
      },
      onceOf(command, 'payouts.namePayee', [debtId, form]),
    );
  }

  /** Who said whose these sums are, and who entered the accounts to which they go. */
  async handsOf(db: EntityManager, collectiveId: string, debtIds: readonly string[]): Promise<string[]> {
    const asked = new Set(debtIds);
    const named = (await this.listAll(db, collectiveId)).filter(({ debtId }) => asked.has(debtId));
    if (named.length === 0) return [];
    const versions = await this.accounts.listVersions(db, collectiveId);
    const entered = named.flatMap(({ counterpartyId }) => versions.get(counterpartyId) ?? []);
    return [...named, ...entered].map(({ enteredBy }) => enteredBy);
  }

  private listAll(db: EntityManager, collectiveId: string): Promise<DebtPayeeEntity[]> {
    return db.find(DebtPayeeEntity, { where: { collectiveId }, order: { number: 'ASC' } });
  }
}
