import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { LeftList } from '../../domain/collectives/roster';
import type { LabourTerms } from '../../domain/uses/labour-questions';
import type { Worker } from '../../domain/uses/labour-rows';
import { RosterReadService } from '../collectives/roster-read.service';
import { PostTermsService } from './post-terms.service';

/** Who may be paid for work, and what the region asks of them. */
@Injectable()
export class WorkersService {
  constructor(
    private readonly roster: RosterReadService,
    private readonly terms: PostTermsService,
  ) {}

  /** Everybody on the list of a day, as old as he is on it, opened for an office. */
  async listWorkers(collectiveId: string, on: CalendarDay): Promise<Worker[]> {
    const households = await this.roster.listRoster(collectiveId, on);
    return households.flatMap(({ people, statuses }) =>
      this.roster.opened(collectiveId, people, on).map(({ held, personal, age }) => ({
        ...{ memberId: held.memberId, memberNumber: held.memberNumber, name: personal.name },
        ...{ status: statuses[0], age, labour: held.labour, officerRelation: held.officerRelation },
      })),
    );
  }

  /** Whoever is on the list no more, from which day on and why. */
  listLeft(collectiveId: string, db: EntityManager): Promise<ReadonlyMap<string, LeftList>> {
    return this.roster.listLeft(collectiveId, db);
  }

  /** What the region of a village asks of who is paid for work: what it asks of posts. */
  termsOf(collectiveId: string): Promise<LabourTerms> {
    return this.terms.termsOf(collectiveId);
  }
}
