import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Asset, Fund } from '../../domain/assets/asset';
import { readStake } from '../../domain/assets/contributed-stake';
import type { Leaving, LeavingForm } from '../../domain/assets/leaving';
import { DomainError } from '../../domain/shared/domain-error';
import type { Problem } from '../../domain/shared/problem';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/ids/new-id';
import { AssetBalancesService } from '../ledger/asset-balances.service';
import { assetEntry } from './asset-entry';
import { AssetEventEntity } from './asset-event.entity';
import { readEarnedUntil, readHappened, readStakesTakenBack } from './asset-events.store';
import { AssetsService } from './assets.service';

/** The stake that an asset becomes, read and not yet entered. */
export interface ReadStake {
  readonly id: string;
  readonly asset: Omit<Asset, 'id'>;
  readonly funds: readonly Fund[];
  readonly problems: readonly Problem[];
}

/** Where a stake came from, or what became of an asset: the other one of the two. */
export interface OtherAsset {
  readonly id: string;
  readonly name: string;
}

/** The stakes that assets become when they are put into a firm. */
@Injectable()
export class ContributedStakesService {
  constructor(
    private readonly clock: Clock,
    private readonly assets: AssetsService,
    private readonly balances: AssetBalancesService,
  ) {}

  /** @returns undefined where an asset leaves in another way */
  async read(
    tx: EntityManager,
    collectiveId: string,
    given: { readonly assetId: string; readonly form: LeavingForm; readonly leaving: Leaving },
  ): Promise<ReadStake | undefined> {
    const { assetId, form, leaving } = given;
    if (leaving.way !== 'contribution') return undefined;
    const registered = await this.assets.listAssets(collectiveId, tx);
    const from = registered.find(({ asset }) => asset.id === assetId);
    const goneAgain = await readStakesTakenBack(tx, collectiveId);
    const read = readStake(form.stakeName ?? '', {
      ...{ agreedValue: leaving.agreedValue, happenedOn: leaving.happenedOn, today: this.clock.today() },
      ...{ titleHolder: from?.asset.titleHolder ?? '', funds: from?.funds ?? [] },
      // The name of a stake that was taken back is free for the one that is entered in its place.
      namesTaken: registered
        .filter(({ asset }) => goneAgain.every((gone) => gone.assetId !== asset.id))
        .map(({ asset }) => asset.name),
    });
    return { id: newId(), ...read };
  }

  /**
   * Enters the stake into the register with the voucher that brings it.
   * @throws FormProblems `policy.ruleBroken`, `policy.reasonMissing`, `matters.*`
   */
  async enter(
    tx: EntityManager,
    collectiveId: string,
    { id, asset, funds, by }: ReadStake & { readonly by: string },
  ): Promise<void> {
    await this.assets.requireAllowed(tx, collectiveId, assetEntry({ id, asset, funds, by }));
    await this.assets.enter(tx, collectiveId, [{ id, asset, funds }]);
  }

  /**
   * Refuses to take back a contribution while something hangs on its stake: what happened to it, or what it
   * has earned.
   * @throws DomainError `assetLife.stakeInUse`
   */
  async requireUnused(tx: EntityManager, collectiveId: string, stakeId: string): Promise<void> {
    const { asset } = await this.assets.requireAsset(collectiveId, stakeId, tx);
    const events = (await readHappened(tx, collectiveId)).filter(({ assetId }) => assetId === stakeId);
    const earned = await this.balances.findLastEarned(tx, collectiveId, stakeId);
    const until = await readEarnedUntil(tx, collectiveId, stakeId);
    const last = events.at(-1)?.happenedOn ?? until ?? earned;
    if (last !== undefined) throw new DomainError('assetLife.stakeInUse', { asset: asset.name, last });
  }

  /** The asset that was put into a firm for this stake, while the contribution stands. */
  async findOrigin(
    db: EntityManager,
    collectiveId: string,
    stakeId: string,
  ): Promise<OtherAsset | undefined> {
    const event = await db.findOneBy(AssetEventEntity, { collectiveId, stakeId });
    if (event === null) return undefined;
    const { asset } = await this.assets.requireAsset(collectiveId, event.assetId, db);
    return { id: asset.id, name: asset.name };
  }
}
