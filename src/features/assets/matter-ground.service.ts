import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Fen } from '../../domain/money/fen';
import { CollectivesService } from '../collectives/collectives.service';
import { AssetRulesService, type RuledBy } from './asset-rules.service';
import { ConstructionReadService } from './construction-read.service';

/** A project, and the asset it became once it was accepted. */
export interface MatterProject {
  readonly id: string;
  readonly name: string;
  readonly contractSum: Fen;
  readonly becameId: string | undefined;
}

/** What stands around the assets of a village: its documents, its name, the projects they came from. */
@Injectable()
export class MatterGroundService {
  constructor(
    private readonly rules: AssetRulesService,
    private readonly collectives: CollectivesService,
    private readonly construction: ConstructionReadService,
  ) {}

  /** The document in force; several while nobody has chosen. */
  rulesOn(collectiveId: string, day: CalendarDay): Promise<RuledBy[]> {
    return this.rules.rulesOn(collectiveId, day);
  }

  /** The body in whose name the books are kept. @throws DomainError `collective.unknown` */
  async organisationOf(collectiveId: string): Promise<string> {
    return (await this.collectives.requireCollective(collectiveId)).organisationName;
  }

  /** Every project of construction, in the order of its entry. */
  async listProjects(db: EntityManager, collectiveId: string): Promise<MatterProject[]> {
    const projects = await this.construction.listProjects(collectiveId, db);
    return projects.map(({ project: { id, name, contractSum }, events }) => {
      const accepted = events.find(({ act }) => act === 'acceptance');
      return { id, name, contractSum, becameId: accepted?.assetId ?? undefined };
    });
  }
}
