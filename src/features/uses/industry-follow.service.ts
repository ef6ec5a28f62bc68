import { Injectable } from '@nestjs/common';
import { DomainError } from '../../domain/shared/domain-error';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import {
  type LinksForm,
  readLinks,
  readPast,
  readReview,
  readText,
  type ReviewForm,
} from '../../domain/uses/industry-entries';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { RosterReadService } from '../collectives/roster-read.service';
import { IndustryLinkEndEntity, IndustryLinkEntity, IndustryReviewEntity } from './industry.entity';
import { IndustryService, type ToldProject } from './industry.service';

/** From which day on a household is carried along no more. */
export interface LinkEndForm {
  readonly linkId: string;
  readonly linkEndedOn: string;
  readonly linkEndWhy: string;
}

/** A household by the number the village knows it by. */
export interface KnownHousehold {
  readonly number: number;
  /** Whether anybody of it is on the list of today. */
  readonly onList: boolean;
}

/** What becomes of a project: whom it carries along, and what is seen of it. */
@Injectable()
export class IndustryFollowService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly industry: IndustryService,
    private readonly roster: RosterReadService,
  ) {}

  /**
   * Notes households that a project carries along from a day on.
   * @throws FormProblems `form.*`, `calendar.*`, `industry.*`; DomainError `industry.unknown`,
   *   `industry.withdrawn`
   */
  async linkHouseholds(
    collectiveId: string,
    { projectId, form }: { readonly projectId: string; readonly form: LinksForm },
    command: Command,
  ): Promise<{ count: number }> {
    const today = this.clock.today();
    const isDay = /^\d{4}-\d\d-\d\d$/.test(form.linkedOn);
    const listed = await this.roster.listRoster(collectiveId, isDay ? form.linkedOn : today);
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const project = await this.industry.requireStanding(tx, collectiveId, projectId);
        const { links, problems } = readLinks(form, { today, listed, linked: linkedNow(project) });
        refuseProblems(problems);
        const { linkedOn, way, paper, households } = links;
        const rows = households.map(({ householdId, status, statusWords }) => ({
          ...{ collectiveId, id: newId(), projectId, householdId, linkedOn, way, paper },
          ...{ status: status ?? null, statusWords: statusWords ?? null },
          ...this.enteredBy(command.by),
        }));
        await insertRecorded(tx, IndustryLinkEntity, rows);
        return { count: rows.length };
      },
      onceOf(command, 'industry.link', { projectId, form }),
    );
  }

  /**
   * Notes that a household is carried along no more from a day on.
   * @throws FormProblems `form.*`, `calendar.*`, `industry.ahead`, `industry.endedBeforeLinked`;
   *   DomainError `industry.unknown`, `industry.withdrawn`, `industry.linkUnknown`
   */
  endLink(
    collectiveId: string,
    { projectId, form }: { readonly projectId: string; readonly form: LinkEndForm },
    command: Command,
  ): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { links } = await this.industry.requireStanding(tx, collectiveId, projectId);
        const link = links.find(({ id, endedOn }) => id === form.linkId && endedOn === undefined);
        if (link === undefined) throw new DomainError('industry.linkUnknown');
        const problems: Problem[] = [];
        const field = 'linkEndedOn';
        const endedOn = readPast(field, form.linkEndedOn, { today: this.clock.today(), problems });
        const why = readText('linkEndWhy', form.linkEndWhy, problems);
        if (problems.length === 0 && endedOn <= link.linkedOn)
          problems.push({ code: 'industry.endedBeforeLinked', field, facts: { linkedOn: link.linkedOn } });
        refuseProblems(problems);
        const row = { collectiveId, linkId: link.id, endedOn, why, ...this.enteredBy(command.by) };
        await insertRecorded(tx, IndustryLinkEndEntity, row);
        return { id: link.id };
      },
      onceOf(command, 'industry.endLink', { projectId, form }),
    );
  }

  /**
   * Notes what was seen when somebody followed a project up.
   * @throws FormProblems `form.*`, `calendar.*`, `money.*`, `industry.ahead`; DomainError `industry.unknown`,
   *   `industry.withdrawn`
   */
  noteReview(
    collectiveId: string,
    { projectId, form }: { readonly projectId: string; readonly form: ReviewForm },
    command: Command,
  ): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        await this.industry.requireStanding(tx, collectiveId, projectId);
        const { review, problems } = readReview(form, this.clock.today());
        refuseProblems(problems);
        const { lookedOn, finding, gain = null } = review;
        const id = newId();
        const row = { collectiveId, id, projectId, lookedOn, finding, gain, ...this.enteredBy(command.by) };
        await insertRecorded(tx, IndustryReviewEntity, row);
        return { id };
      },
      onceOf(command, 'industry.noteReview', { projectId, form }),
    );
  }

  /** Every household by id: its number, and whether anybody of it is on the list of today. */
  async knownHouseholds(collectiveId: string): Promise<ReadonlyMap<string, KnownHousehold>> {
    const listed = new Set((await this.roster.listRoster(collectiveId)).map(({ id }) => id));
    const numbers = await this.roster.householdNumbers(collectiveId);
    return new Map([...numbers].map(([id, number]) => [id, { number, onList: listed.has(id) }]));
  }

  private enteredBy(by: string): { enteredBy: string; enteredAt: string } {
    return { enteredBy: by, enteredAt: this.clock.now() };
  }
}

function linkedNow({ links }: ToldProject): ReadonlySet<string> {
  return new Set(links.filter(({ endedOn }) => endedOn === undefined).map(({ householdId }) => householdId));
}
