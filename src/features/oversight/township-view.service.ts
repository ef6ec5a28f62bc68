import { Injectable } from '@nestjs/common';
import { OfficeDesk } from '../../platform/http/office-desk';
import { townshipPath, villagePaths } from '../../platform/http/office-paths';
import {
  accountPaths,
  actsPath,
  batchReviewsPath,
  colourPaths,
  goalPaths,
  linkagePath,
  officePayListsPath,
  idlePaths,
  papersPaths,
  remindersPath,
  yieldPath,
  peoplePath,
} from '../../platform/http/oversight-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { type Collective, CollectivesService } from '../collectives/collectives.service';
import { BookChecksService } from './book-checks.service';
import { ReviewQueueService } from './review-queue.service';
import type { TownshipPageProps } from './township.pages';
import { VillageMatrixService } from './village-matrix.service';

/** A check is made every day; one that is older than two has been missed. */
const HOURS_UNTIL_STALE = 48;

/** A township's villages by months, the plans that wait for its review, the books whose check is amiss. */
@Injectable()
export class TownshipViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly collectives: CollectivesService,
    private readonly matrix: VillageMatrixService,
    private readonly queue: ReviewQueueService,
    private readonly checks: BookChecksService,
  ) {}

  async pageOf(visit: PageVisit, townshipId: string): Promise<TownshipPageProps> {
    const villages = await this.collectives.listVillagesBelow(townshipId);
    const matrix = await this.matrix.matrixOf(villages);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId: townshipId, section: 'township' }),
      ...matrix,
      sealable: await this.matrix.listSealable(villages),
      queue: await this.queue.listQueue(villages, matrix.today),
      moved: await this.queue.listMoved(villages),
      objections: await this.queue.listObjections(villages, matrix.today),
      checks: await this.listAmiss(await this.matrix.listBegun(villages)),
      batchHref: batchReviewsPath(townshipId),
      peopleHref: peoplePath(townshipId),
      accountsHref: accountPaths.list(townshipId),
      actsHref: actsPath(townshipId),
      remindersHref: remindersPath(townshipId),
      watchHref: `${townshipPath(townshipId)}/asset-watch`,
      coloursHref: colourPaths.office(townshipId),
      linkageHref: linkagePath(townshipId),
      yieldsHref: yieldPath(townshipId),
      payListsHref: officePayListsPath(townshipId),
      idleHref: idlePaths.office(townshipId),
      papersHref: papersPaths.office(townshipId),
      goalsHref: goalPaths.list(townshipId),
      arrearsHref: `${townshipPath(townshipId)}/arrears`,
    };
  }

  /** The villages whose last check found a break, or was too long ago, or never was. */
  private async listAmiss(villages: readonly Collective[]): Promise<TownshipPageProps['checks']> {
    const amiss: TownshipPageProps['checks'][number][] = [];
    for (const { id, name } of villages) {
      const last = await this.checks.findLast(id);
      const line = { village: name, href: villagePaths(id).check };
      if (last === undefined) amiss.push(line);
      else if (last.breaks > 0) amiss.push({ ...line, broken: last.breaks });
      else if (this.checks.hoursSince(last.checkedAt) > HOURS_UNTIL_STALE) {
        amiss.push({ ...line, daysAgo: Math.floor(this.checks.hoursSince(last.checkedAt) / 24) });
      }
    }
    return amiss;
  }
}
