import { Injectable } from '@nestjs/common';
import type { SubsidyCutForm } from '../../domain/income/subsidy-cut';
import type { Command } from '../../platform/audit/command';
import type { BookedEntry } from '../ledger/ledger.service';
import { SlipsService } from './slips.service';
import { SubsidyCutsService } from './subsidy-cuts.service';

/** A cut that was entered; of kept stations, how many parts still wait for their owners' books. */
export interface EnteredCut {
  readonly voucher: BookedEntry | undefined;
  readonly waiting: number;
}

/** Subsidy that did not come, as a person enters it: what it takes from owners of kept stations is sent. */
@Injectable()
export class CutEntryService {
  constructor(
    private readonly cuts: SubsidyCutsService,
    private readonly slips: SlipsService,
  ) {}

  /** @throws as {@link SubsidyCutsService.recordCut} */
  async recordCut(collectiveId: string, form: SubsidyCutForm, command: Command): Promise<EnteredCut> {
    const { voucher } = await this.cuts.recordCut(collectiveId, form, command);
    const sent = voucher === undefined ? [] : (await this.slips.sendAll(collectiveId)).cuts;
    return { voucher, waiting: sent.filter(({ cut }) => cut.entryId === voucher?.entryId).length };
  }
}
