import { Injectable } from '@nestjs/common';
import { ACCOUNT_KINDS } from '../../domain/collectives/pay-account';
import type { OtherList } from '../../domain/payouts/other-lists';
import type { PayFileLine } from '../../domain/payouts/pay-file';
import type { PayFileLayout } from '../../domain/payouts/pay-file-layout';
import type { PayLineState } from '../../domain/payouts/pay-list';
import { DomainError } from '../../domain/shared/domain-error';
import { payoutSummaries } from '../../glossary/payout-words';
import { CollectivesService } from '../collectives/collectives.service';
import { type PayFileBytes, payFileBytes } from './pay-file-bytes';
import { PayFileLayoutsService } from './pay-file-layouts.service';
import { PayListBankService } from './pay-list-bank.service';
import { PayListsReadService } from './pay-lists-read.service';

/** Writes what was sent to the bank in the form that the bank wants. */
@Injectable()
export class PayFilesService {
  constructor(
    private readonly collectives: CollectivesService,
    private readonly layouts: PayFileLayoutsService,
    private readonly lists: PayListsReadService,
    private readonly bank: PayListBankService,
  ) {}

  /**
   * The file of a list that was sent, a line for each of its lines under the same number: the bank answers by
   * it. The village's own account is kept by its last four places alone, so its place stays blank.
   * @throws FormProblems `payFile.*`; DomainError `payFile.*`, `payouts.*`
   */
  async fileOf(collectiveId: string, id: string, layoutId: string): Promise<PayFileBytes> {
    const { list, acts } = await this.lists.require(collectiveId, id);
    const layout = this.layouts.requireLayout(layoutId);
    const { lines } = await this.linesOf(collectiveId, id);
    const { organisationName } = await this.collectives.requireCollective(collectiveId);
    const sent = acts.find(({ act }) => act === 'send');
    const asked = {
      list: `${String(list.year)}-${String(list.number).padStart(4, '0')}`,
      ...{ day: sent?.doneOn ?? '', payer: organisationName, payerAccount: '', lines },
    };
    return payFileBytes(layout, asked, new Date(sent?.enteredAt ?? 0));
  }

  /** In which forms a list can be written. */
  listForms(): readonly PayFileLayout[] {
    return this.layouts.listLayouts();
  }

  /**
   * The lines of a list that was sent, as the bank knows them, and how each stands.
   * @throws DomainError `payFile.cash`, `payouts.*`
   */
  async linesOf(
    collectiveId: string,
    id: string,
  ): Promise<{ readonly lines: PayFileLine[]; readonly states: ReadonlyMap<number, PayLineState> }> {
    const { list, lines } = await this.lists.require(collectiveId, id);
    if (list.channel === 'cash') throw new DomainError('payFile.cash');
    const rows = await this.bank.bankRows(collectiveId, id);
    return {
      lines: rows.map(({ accountKind, ...row }, place): PayFileLine => {
        const kind = ACCOUNT_KINDS.find((each) => each === accountKind) ?? 'card';
        return { ...row, kind, number: lines[place]?.number ?? place + 1 };
      }),
      states: new Map(lines.map(({ number, state }) => [number, state])),
    };
  }

  /** The village's other lists, by what tells a bank's answer to one of them from the answer to this one. */
  async otherLists(collectiveId: string, id: string): Promise<OtherList[]> {
    const others = await this.lists.listAnswers(collectiveId);
    return others
      .filter(({ list }) => list.id !== id)
      .map(({ list, answers }) => ({ memo: payoutSummaries.memo(list), answers }));
  }
}
