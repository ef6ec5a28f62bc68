import { Injectable } from '@nestjs/common';
import { readShareChange, type ShareChangeForm } from '../../domain/income/share-change';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { Database } from '../../platform/database/database';
import { AssetsService } from '../assets/assets.service';
import { IncomeReadService } from './income-read.service';

/** Changing the shares of a kept station: villages merge, an owner hands his rows on. */
@Injectable()
export class ShareChangesService {
  constructor(
    private readonly database: Database,
    private readonly assets: AssetsService,
    private readonly reading: IncomeReadService,
  ) {}

  /**
   * A new share table from a day on; the ones before stay, and so does what was split by them.
   * @throws FormProblems `joint.sharesNotLater`, `joint.sharesSettled`, `shares.*`; DomainError
   *   `joint.notKept`
   */
  changeShares(
    collectiveId: string,
    change: { readonly assetId: string; readonly form: ShareChangeForm },
    command: Command,
  ): Promise<{ validFrom: string }> {
    const { assetId, form } = change;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { asset, shareTables } = await this.assets.requireAsset(collectiveId, assetId, tx);
        if (asset.kind !== 'keptPvStation') throw new DomainError('joint.notKept', { asset: asset.name });
        const slips = await this.reading.listSettlements(collectiveId, tx);
        const settled = slips.filter((slip) => slip.assetId === asset.id).map((slip) => slip.generationMonth);
        const last = shareTables.at(-1)?.validFrom ?? '';
        const { validFrom, rows, problems } = readShareChange(form, { validFrom: last, settled });
        refuseProblems(problems);
        await this.assets.enterShares(tx, { collectiveId, assetId: asset.id }, { validFrom, rows });
        return { validFrom };
      },
      onceOf(command, 'income.changeShares', change),
    );
  }
}
