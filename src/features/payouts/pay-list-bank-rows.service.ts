import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { BankRow } from '../../domain/payouts/pay-list';
import { invariant } from '../../domain/shared/invariant';
import { payoutSummaries } from '../../glossary/payout-words';
import { sha256 } from '../../platform/digests/sha256';
import { PayListPayeesService } from './pay-list-payees.service';
import type { KeptPayList } from './pay-lists.store';

/** What a bank's file is written from: the rows of a frozen list, the same whenever they are asked for. */
@Injectable()
export class PayListBankRowsService {
  constructor(private readonly payees: PayListPayeesService) {}

  /** One row for each line, in its order, to the account that was frozen. */
  async rowsOf(
    db: EntityManager,
    collectiveId: string,
    { list, lines }: Pick<KeptPayList, 'list' | 'lines'>,
  ): Promise<BankRow[]> {
    const versions = lines.map(({ memberId, memberVersion: version }) => ({ memberId, version }));
    const frozen = await this.payees.frozen(db, collectiveId, versions);
    const memo = payoutSummaries.memo(list);
    return lines.map(({ memberId, amount }) => {
      const payee = frozen.get(memberId);
      invariant(payee !== undefined, 'whom a list pays was entered');
      const { name, account } = payee;
      return {
        ...{ payee: name, accountKind: account?.kind ?? '', account: account?.number ?? '' },
        ...{ bank: account?.bank ?? '', amount, memo },
      };
    });
  }

  /** The digest of what was sent: it is kept, the rows themselves are sealed with their people. */
  digestOf(rows: readonly BankRow[]): string {
    return sha256(
      JSON.stringify(
        rows.map(({ payee, accountKind, account, bank, amount, memo }) => [
          ...[payee, accountKind, account, bank, String(amount), memo],
        ]),
      ),
    );
  }
}
