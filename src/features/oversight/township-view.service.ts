import { Injectable } from '@nestjs/common';
import { printPaths } from '../../platform/http/notice-paths';
import { OfficeDesk } from '../../platform/http/office-desk';
import { townshipPath } from '../../platform/http/office-paths';
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
import { CollectivesService } from '../collectives/collectives.service';
import { OpenMattersService } from './open-matters.service';
import { ReviewQueueService } from './review-queue.service';
import type { TownshipPageProps } from './township.pages';
import { VillageMatrixService } from './village-matrix.service';

/** A township's villages by months, the plans that wait for its review, the books whose check is amiss. */
@Injectable()
export class TownshipViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly collectives: CollectivesService,
    private readonly matrix: VillageMatrixService,
    private readonly queue: ReviewQueueService,
    private readonly matters: OpenMattersService,
  ) {}

  async pageOf(visit: PageVisit, townshipId: string): Promise<TownshipPageProps> {
    const villages = await this.collectives.listVillagesBelow(townshipId);
    const matrix = await this.matrix.matrixOf(villages);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId: townshipId, section: 'township' }),
      ...matrix,
      sealable: await this.matrix.listSealable(villages),
      queue: await this.queue.listQueue(villages, matrix.today),
      moved: await this.matters.listMoved(villages),
      objections: await this.matters.listObjections(villages, matrix.today),
      checks: await this.matters.listAmiss(await this.matrix.listBegun(villages)),
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
      sheetsHref: printPaths(townshipId).page(),
      goalsHref: goalPaths.list(townshipId),
      arrearsHref: `${townshipPath(townshipId)}/arrears`,
    };
  }
}
