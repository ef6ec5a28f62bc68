import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  readSlipReceipt,
  saysReceived,
  slipPostedOn,
  type SlipReceiptForm,
} from '../../domain/income/slip-receipt';
import { sumFen } from '../../domain/money/fen';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import type { BookedEntry } from '../ledger/ledger.service';
import { IncomeReadService } from './income-read.service';
import type { SlipForm } from './income.service';
import { ReceiptsService } from './receipts.service';
import { slipBookingDay } from './settlement-slip';
import { type EnteredSlip, SlipsService } from './slips.service';

/** A slip as typed, with its money where that has come. */
export type SlipWithReceipt = SlipForm & SlipReceiptForm;

/** What a person entered: the slip, the day it is booked on, and its receipt. */
export interface EnteredWithReceipt extends EnteredSlip {
  readonly postedOn: string;
  readonly receipt?: BookedEntry;
}

/** A slip as its page enters it: with the money that has come, two vouchers in one transaction. */
@Injectable()
export class SlipEntryService {
  constructor(
    private readonly database: Database,
    private readonly slips: SlipsService,
    private readonly reading: IncomeReadService,
    private readonly receipts: ReceiptsService,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws as {@link SlipsService.recordSettlement}; FormProblems `receipt.notOfSlip`,
   *   `receipt.beforeBooked`: then nothing is booked
   */
  async enterSlip(
    collectiveId: string,
    form: SlipWithReceipt,
    command: Command,
  ): Promise<EnteredWithReceipt> {
    const { receivedOn, receivedAmount, ...typed } = form;
    const money = { receivedOn, receivedAmount };
    const postedOn = slipPostedOn(form, slipBookingDay(form.generationMonth, this.clock.today()));
    const slip = { ...typed, postedOn };
    if (!saysReceived(money))
      return { ...(await this.slips.recordSettlement(collectiveId, slip, command)), postedOn };
    const entered = await this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { by } = command;
        const recorded = await this.slips.settle(tx, collectiveId, { form: slip, by });
        const entryId = recorded.voucher?.entryId;
        const receipt = await this.receive(tx, collectiveId, { money, postedOn, entryId, by });
        return { recorded, receipt };
      },
      onceOf(command, 'income.slipReceived', form),
    );
    const { recorded, receipt } = entered;
    const sent = await this.slips.sendParts(collectiveId, { assetId: form.assetId, recorded });
    return { ...sent, receipt, postedOn };
  }

  /** Books what came of a slip against what its voucher made owed. */
  private async receive(tx: EntityManager, collectiveId: string, came: Came): Promise<BookedEntry> {
    const { money, postedOn, entryId, by } = came;
    const owed = (await this.reading.listReceivables(collectiveId, tx)).filter(
      (each) => each.entryId === entryId,
    );
    const owedOf = (stream: string): bigint =>
      sumFen(owed.filter((each) => each.stream === stream).map((each) => each.outstanding));
    const { receipt, problems } = readSlipReceipt(money, {
      energyFee: owedOf('energy'),
      subsidy: owedOf('subsidy'),
      bookedOn: postedOn,
    });
    refuseProblems(problems);
    const lines = owed.flatMap(({ id, stream }) => {
      const amount = stream === 'energy' ? receipt?.energyFee : receipt?.subsidy;
      return amount === undefined || amount === 0n ? [] : [{ receivableId: id, amount }];
    });
    const { receivedOn } = money;
    const booked = { receivedOn, lines, owed, attachments: 1, by };
    return (await this.receipts.bookReceipt(tx, collectiveId, booked)).voucher;
  }
}

interface Came {
  readonly money: SlipReceiptForm;
  readonly postedOn: string;
  readonly entryId: string | undefined;
  readonly by: string;
}
