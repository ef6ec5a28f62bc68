import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Decision } from '../../domain/approvals/who-may-decide';
import { localDay } from '../../platform/clock/clock';
import { WholeGrantsService } from '../distribution/whole-grants.service';
import { handOf } from '../users/account-persons.service';
import { UsersService } from '../users/users.service';
import { ManyUsesService } from '../uses/many-uses.service';
import { DebtPayeesService } from './debt-payees.service';
import type { KeptPayList } from './pay-lists.store';

/** No day is later. */
const EVER = '9999-12-31';

/** Through whose hands a list went, and what it pays. */
@Injectable()
export class PayListHandsService {
  constructor(
    private readonly uses: ManyUsesService,
    private readonly users: UsersService,
    private readonly whole: WholeGrantsService,
    private readonly payees: DebtPayeesService,
  ) {}

  /**
   * Who had a hand in a list: who drafted it, took a step of it, accepted or granted what it pays, said whose
   * that is, or kept the accounts since the first of it was owed, each under whichever of his accounts.
   */
  async handsOf(
    tx: EntityManager,
    collectiveId: string,
    { kept, by: decidedBy }: { readonly kept: KeptPayList; readonly by: string },
  ): Promise<Decision> {
    const { list, lines, acts } = kept;
    const debts = [...new Set(lines.map(({ debtId }) => debtId))];
    const before = [
      ...(await this.uses.handsOf(tx, collectiveId, debts)),
      ...(await this.whole.handsOf(tx, collectiveId, debts)),
      ...(await this.payees.handsOf(tx, collectiveId, debts)),
    ];
    const from = (await this.uses.owedSince(tx, collectiveId, debts)) ?? localDay(list.draftedAt);
    const about = { collectiveId, days: { from, to: EVER } };
    const isOfItsAccounts = await this.users.keptTheAccounts(decidedBy, about, tx);
    const hand = await handOf(tx, decidedBy);
    const tookPart = [...acts.map(({ enteredBy }) => enteredBy), ...before].map(hand);
    return { draftedBy: hand(list.draftedBy), tookPart, decidedBy, isOfItsAccounts };
  }
}
