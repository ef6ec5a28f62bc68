import { Injectable } from '@nestjs/common';
import type { ShareChangeForm } from '../../domain/income/share-change';
import type { Command } from '../../platform/audit/command';
import { ShareChangesService } from '../income/share-changes.service';
import { TouchedBillsService } from './touched-bills.service';

/** Changing the shares of a kept station, the bills that its keeper has paid held against the new table. */
@Injectable()
export class KeptSharesService {
  constructor(
    private readonly changes: ShareChangesService,
    private readonly bills: TouchedBillsService,
  ) {}

  /**
   * A new share table of a kept station. Bills that were paid keep their split: that it would be another is
   * to be seen first. A table by which a bill was split is replaced only where no part changes, since the
   * running total of its costs goes by its weights.
   * @throws FormProblems `joint.billsBehind`, `joint.sharesBilled`; as {@link ShareChangesService}
   */
  changeShares(
    collectiveId: string,
    { assetId, form }: { readonly assetId: string; readonly form: ShareChangeForm },
    command: Command,
  ): Promise<{ validFrom: string }> {
    return this.changes.changeShares(
      collectiveId,
      {
        ...{ assetId, form },
        ask: async (tx, { validFrom, moved, tables }) => {
          const by = { assetId, tableFrom: validFrom };
          const [billed] = moved ? await this.bills.listBilledBy(tx, collectiveId, by) : [];
          if (billed !== undefined) {
            const { name, paidOn } = billed.cost;
            const facts = { name, paidOn };
            return [{ code: 'joint.sharesBilled', field: 'validFrom', value: validFrom, facts }];
          }
          if (form.keepsBills === 'yes') return [];
          const touched = await this.bills.listTouched(collectiveId, { assetId, tables }, tx);
          if (touched.length === 0) return [];
          const facts = { validFrom, bills: touched.length };
          return [{ code: 'joint.billsBehind', field: 'keepsBills', facts }];
        },
      },
      command,
    );
  }
}
