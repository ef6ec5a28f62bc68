import { Controller, Get, Query } from '@nestjs/common';
import { type Actor, CurrentActor, isOfTownship } from '../../platform/http/actor';
import { ApiRoom } from '../../platform/http/api-answer';
import { type PageOf, pageOf, PageQuery } from '../../platform/http/api.forms';
import { type Collective, CollectivesService } from './collectives.service';

/** A village as the API tells it. */
export interface VillageView {
  readonly id: string;
  readonly name: string;
  readonly organisationName: string;
  readonly parentId: string | null;
}

/** The villages whose books somebody may open. */
@ApiRoom('villages')
@Controller('api/villages')
export class CollectivesController {
  constructor(private readonly collectives: CollectivesService) {}

  /** An accountant's own villages, a township officer's villages below the township. */
  @Get()
  async list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<PageOf<VillageView>> {
    const villages = new Map<string, VillageView>();
    for (const { role, collectiveId } of actor.roles) {
      const reached =
        isOfTownship(role) || role === 'county'
          ? await this.collectives.listVillagesBelow(collectiveId)
          : [await this.collectives.requireCollective(collectiveId)];
      if (role === 'auditor') reached.push(...(await this.collectives.listVillagesBelow(collectiveId)));
      for (const village of reached) villages.set(village.id, viewOf(village));
    }
    return pageOf([...villages.values()], query);
  }
}

function viewOf({ id, name, organisationName, parentId }: Collective): VillageView {
  return { id, name, organisationName, parentId };
}
