import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { ACCOUNT_KINDS } from '../../domain/collectives/pay-account';
import type { PayFileLine, PayFileList } from '../../domain/payouts/pay-file';
import type { BankRow } from '../../domain/payouts/pay-list';
import { invariant } from '../../domain/shared/invariant';
import { payoutSummaries } from '../../glossary/payout-words';
import { sha256 } from '../../platform/digests/sha256';
import { CollectivesService } from '../collectives/collectives.service';
import { PayListPayeesService } from './pay-list-payees.service';
import type { KeptPayList } from './pay-lists.store';

/** What a bank's file is written from: the rows of a frozen list, the same whenever they are asked for. */
@Injectable()
export class PayListBankRowsService {
  constructor(
    private readonly payees: PayListPayeesService,
    private readonly collectives: CollectivesService,
  ) {}

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

  /**
   * The list as a bank is told of it, a line for each of its lines under the same number: the bank answers by
   * it. The village's own account is kept by its last four places alone, so its place stays blank.
   */
  async toldList(
    collectiveId: string,
    { list, lines }: Pick<KeptPayList, 'list' | 'lines'>,
    { rows, day }: { readonly rows: readonly BankRow[]; readonly day: CalendarDay },
  ): Promise<PayFileList> {
    const { organisationName } = await this.collectives.requireCollective(collectiveId);
    return {
      list: `${String(list.year)}-${String(list.number).padStart(4, '0')}`,
      ...{ day, payer: organisationName, payerAccount: '', lines: fileLines(lines, rows) },
    };
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

/** The rows by the numbers of their lines. */
export function fileLines(
  lines: readonly { readonly number: number }[],
  rows: readonly BankRow[],
): PayFileLine[] {
  return rows.map(({ accountKind, ...row }, place) => {
    const kind = ACCOUNT_KINDS.find((each) => each === accountKind) ?? 'card';
    return { ...row, kind, number: lines[place]?.number ?? place + 1 };
  });
}
