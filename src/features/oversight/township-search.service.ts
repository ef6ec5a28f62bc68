import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/http/actor';
import { OfficeDesk } from '../../platform/http/office-desk';
import { CollectivesService } from '../collectives/collectives.service';
import type { FoundGroup } from './search.pages';
import { SearchService } from './search.service';

/** So many villages are looked through in one go; a township has fewer, and no office waits without end. */
const VILLAGES_AT_MOST = 60;

/** What was found in one village. */
export interface FoundInVillage {
  readonly id: string;
  readonly name: string;
  readonly groups: readonly FoundGroup[];
}

/** What was found below an office, and how many villages were not looked through. */
export interface FoundBelow {
  readonly villages: readonly FoundInVillage[];
  readonly looked: number;
  readonly left: number;
}

/** Looks for what is typed in the villages below an office, in each as far as whoever looks may look. */
@Injectable()
export class TownshipSearchService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly collectives: CollectivesService,
    private readonly search: SearchService,
  ) {}

  /** One village after the other, so that one question never takes all connections; those with finds. */
  async find(actor: Actor, officeId: string, typed: string): Promise<FoundBelow> {
    const below = await this.collectives.listVillagesBelow(officeId);
    const looked = below.slice(0, VILLAGES_AT_MOST);
    const villages: FoundInVillage[] = [];
    for (const { id, name } of looked) {
      const mayOpen = await this.desk.openerFor(actor, id);
      const groups = await this.search.find({ collectiveId: id, typed, by: actor.userId, mayOpen });
      if (groups.length > 0) villages.push({ id, name, groups });
    }
    return { villages, looked: looked.length, left: below.length - looked.length };
  }
}
