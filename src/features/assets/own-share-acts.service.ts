import { Injectable } from '@nestjs/common';
import { monthOf } from '../../domain/calendar/calendar-day';
import { plainYuan } from '../../domain/money/fen';
import { DomainError } from '../../domain/shared/domain-error';
import { shareWords } from '../../glossary/share-words';
import type { Command } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { AssetCorrectionsService } from './asset-corrections.service';
import { OwnSharesService } from './own-shares.service';
import type { OwnAssetPlace } from './share-transfers.service';

/** Brings an owner's register to a new share table where nothing of the station stands in his books. */
@Injectable()
export class OwnShareActsService {
  constructor(
    private readonly clock: Clock,
    private readonly shares: OwnSharesService,
    private readonly corrections: AssetCorrectionsService,
  ) {}

  /**
   * Cost and funds in the register become what the table gives, as long as the books have nothing of it;
   * what stood there is kept as a correction.
   * @throws DomainError `assets.shareNotDue`; FormProblems `assets.*`
   */
  async bringRegister({ collectiveId, id }: OwnAssetPlace, command: Command): Promise<void> {
    const shares = await this.shares.listShares(collectiveId, monthOf(this.clock.today()));
    const share = shares.find(({ asset }) => asset.id === id);
    if (share?.step !== 'register') throw new DomainError('assets.shareNotDue');
    const { asset, part } = share;
    const earlier = await this.corrections.listCorrections(collectiveId, id);
    const form = {
      name: asset.name,
      cost: plainYuan(part.cost),
      funds: part.funds.map(({ level, year, amount }) => {
        return { level, year: String(year), amount: plainYuan(amount) };
      }),
      why: shareWords.summary(asset.name, part),
      basedOn: String(earlier.length),
    };
    await this.corrections.correct({ collectiveId, id, byTable: part }, form, command);
  }
}
