import { Injectable } from '@nestjs/common';
import type { OtherList } from '../../domain/payouts/other-lists';
import type { PayFileLine } from '../../domain/payouts/pay-file';
import type { PayFileLayout } from '../../domain/payouts/pay-file-layout';
import type { PayLineState } from '../../domain/payouts/pay-list';
import { DomainError } from '../../domain/shared/domain-error';
import { payoutSummaries } from '../../glossary/payout-words';
import { type PayFileBytes, payFileBytes } from './pay-file-bytes';
import { PayFileLayoutsService, type WrongLayoutFile } from './pay-file-layouts.service';
import { fileLines, PayListBankRowsService } from './pay-list-bank-rows.service';
import { PayListBankService } from './pay-list-bank.service';
import { PayListsReadService } from './pay-lists-read.service';
import type { StandingPayList } from './standing-pay-list';

/** Writes what was sent to the bank in the form that the bank wants. */
@Injectable()
export class PayFilesService {
  constructor(
    private readonly rows: PayListBankRowsService,
    private readonly layouts: PayFileLayoutsService,
    private readonly lists: PayListsReadService,
    private readonly bank: PayListBankService,
  ) {}

  /**
   * The file of a list that was sent.
   * @throws FormProblems `payFile.*`; DomainError `payFile.*`, `payouts.*`
   */
  async fileOf(collectiveId: string, id: string, layoutId: string): Promise<PayFileBytes> {
    const kept = await this.requireBanked(collectiveId, id);
    const layout = this.layouts.requireLayout(layoutId);
    const rows = await this.bank.bankRows(collectiveId, id);
    const sent = kept.acts.find(({ act }) => act === 'send');
    const told = await this.rows.toldList(collectiveId, kept, { rows, day: sent?.doneOn ?? '' });
    return payFileBytes(layout, told, new Date(sent?.enteredAt ?? 0));
  }

  /** In which forms a list can be written. */
  listForms(): readonly PayFileLayout[] {
    return this.layouts.listLayouts();
  }

  /** The files that were meant as such forms and are none. */
  listWrongForms(): readonly WrongLayoutFile[] {
    return this.layouts.listWrong();
  }

  /**
   * The lines of a list that was sent, as the bank knows them, and how each stands.
   * @throws DomainError `payFile.cash`, `payouts.*`
   */
  async linesOf(
    collectiveId: string,
    id: string,
  ): Promise<{ readonly lines: PayFileLine[]; readonly states: ReadonlyMap<number, PayLineState> }> {
    const { lines } = await this.requireBanked(collectiveId, id);
    const rows = await this.bank.bankRows(collectiveId, id);
    return {
      lines: fileLines(lines, rows),
      states: new Map(lines.map(({ number, state }) => [number, state])),
    };
  }

  /** A list of which a bank is told. @throws DomainError `payFile.cash`, `payouts.unknown` */
  private async requireBanked(collectiveId: string, id: string): Promise<StandingPayList> {
    const kept = await this.lists.require(collectiveId, id);
    if (kept.list.channel === 'cash') throw new DomainError('payFile.cash');
    return kept;
  }

  /** The village's other lists, by what tells a bank's answer to one of them from the answer to this one. */
  async otherLists(collectiveId: string, id: string): Promise<OtherList[]> {
    const others = await this.lists.listAnswers(collectiveId);
    return others
      .filter(({ list }) => list.id !== id)
      .map(({ list, answers }) => ({ memo: payoutSummaries.memo(list), answers }));
  }
}
