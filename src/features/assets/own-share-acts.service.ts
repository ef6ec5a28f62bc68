import { Injectable } from '@nestjs/common';
import { monthOf } from '../../domain/calendar/calendar-day';
import { plainYuan } from '../../domain/money/fen';
import { DomainError } from '../../domain/shared/domain-error';
import { shareWords } from '../../glossary/share-words';
import type { Command } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { VoucherDraftsService } from '../ledger/voucher-drafts.service';
import { AssetCorrectionsService } from './asset-corrections.service';
import { OwnSharesService } from './own-shares.service';

/** An owner's own asset of a kept station. */
interface OwnAssetPlace {
  readonly collectiveId: string;
  readonly id: string;
}

/** What brings an owner's register and books to a new share table, a step a press. */
@Injectable()
export class OwnShareActsService {
  constructor(
    private readonly clock: Clock,
    private readonly shares: OwnSharesService,
    private readonly corrections: AssetCorrectionsService,
    private readonly drafts: VoucherDraftsService,
  ) {}

  /** The voucher of the transfer, as a draft. @throws DomainError `assets.noShareVoucher` */
  async writeVoucher(at: OwnAssetPlace, command: Command): Promise<{ id: string }> {
    const form = await this.shares.requireVoucher(at, this.clock.today());
    return this.drafts.saveDraft(at.collectiveId, { form }, command);
  }

  /**
   * Cost and funds in the register become what the table gives, once the books say the same or have nothing;
   * what stood there is kept as a correction. @throws DomainError `assets.shareNotDue`; FormProblems
   * `assets.*`
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
