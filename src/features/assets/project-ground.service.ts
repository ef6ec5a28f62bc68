import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isTyped, readAcceptedAsset } from '../../domain/assets/accepted-asset';
import { acceptedRecords } from '../../domain/assets/asset-facts';
import type { Asset, Fund } from '../../domain/assets/asset';
import { isOwnFixedAsset } from '../../domain/assets/asset-classes';
import type { ProjectActForm, ProjectFacts } from '../../domain/assets/construction';
import { totalStand } from '../../domain/assets/postings';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Fen } from '../../domain/money/fen';
import type { Problem } from '../../domain/shared/problem';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/ids/new-id';
import { AssetsService } from './assets.service';
import { DepreciationReadService } from './depreciation-read.service';

/** The asset that a work became, as an acceptance is held against it. */
export interface AcceptedAsset {
  readonly id: string;
  readonly facts: ProjectFacts['asset'];
  readonly problems: readonly Problem[];
  /** What is entered with the acceptance; absent where the register has it already. */
  readonly entry?: { readonly asset: Omit<Asset, 'id'>; readonly funds: readonly Fund[] };
}

/** A project that is accepted, and the asset it became. */
export interface Acceptance {
  readonly accepted: AcceptedAsset;
  readonly project: { readonly id: string; readonly name: string };
  readonly day: CalendarDay;
  readonly by: string;
}

/** The registers that a project is held against. */
@Injectable()
export class ProjectGroundService {
  constructor(
    private readonly assets: AssetsService,
    private readonly depreciation: DepreciationReadService,
    private readonly clock: Clock,
  ) {}

  /**
   * The asset that is accepted: one of the register, or one that is typed and to be entered with it.
   * @param given what was typed, and what was built
   */
  async readAsset(
    tx: EntityManager,
    collectiveId: string,
    { form, built }: { readonly form: ProjectActForm; readonly built: Fen },
  ): Promise<AcceptedAsset> {
    if (form.act !== 'acceptance' || form.assetId.trim() !== '' || !isTyped(form.asset)) {
      const found = await this.findAsset(tx, collectiveId, form.assetId);
      return { id: form.assetId, facts: found, problems: [] };
    }
    const { happenedOn } = form;
    const registered = await this.assets.listAssets(collectiveId, tx);
    const namesTaken = registered.map(({ asset }) => asset.name);
    const today = this.clock.today();
    const read = readAcceptedAsset(form.asset, { built, happenedOn, today, namesTaken });
    const facts = { cost: built, inBooks: 0n, acquiredOn: happenedOn };
    return { id: newId(), facts, problems: read.problems, entry: read };
  }

  /**
   * Refuses an acceptance that a document in force forbids: answers are those that were given about the
   * project.
   * @throws FormProblems `policy.ruleBroken`, `matters.unanswered`
   */
  async requireAllowed(tx: EntityManager, collectiveId: string, acceptance: Acceptance): Promise<void> {
    const { accepted, project, day, by } = acceptance;
    const { asset, funds } =
      accepted.entry ?? (await this.assets.requireAsset(collectiveId, accepted.id, tx));
    const about = { kind: 'project' as const, id: project.id, name: project.name };
    const known = { asset: { ...asset, id: accepted.id }, funds };
    await this.assets.requireAllowed(tx, collectiveId, {
      ...{ day, about, subjects: ['asset', 'project', 'relief_project'], typed: undefined, by },
      recordsOf: (pack) => acceptedRecords(known, { pack, about, isNew: accepted.entry !== undefined }),
    });
  }

  /** Enters the asset that was typed; one of the register is there already. */
  async enterAsset(tx: EntityManager, collectiveId: string, accepted: AcceptedAsset): Promise<void> {
    if (accepted.entry === undefined) return;
    const { asset, funds } = accepted.entry;
    await this.assets.enter(tx, collectiveId, [{ id: accepted.id, asset, funds }]);
  }

  /** The asset that is accepted, where it is one of the village's own fixed assets. */
  private async findAsset(
    tx: EntityManager,
    collectiveId: string,
    assetId: string,
  ): Promise<ProjectFacts['asset']> {
    const registered = await this.assets.listAssets(collectiveId, tx);
    const found = registered.find(({ asset }) => asset.id === assetId && isOwnFixedAsset(asset));
    if (found === undefined) return undefined;
    const stands = (await this.depreciation.listStands(collectiveId, tx)).get(assetId) ?? [];
    return { ...found.asset, inBooks: totalStand(stands).cost };
  }
}
