import { Injectable } from '@nestjs/common';
import { workWords } from '../../glossary/work-words';
import { Clock } from '../../platform/clock/clock';
import { OfficeDesk } from '../../platform/http/office-desk';
import { peoplePath } from '../../platform/http/oversight-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { CollectivesService } from '../collectives/collectives.service';
import type { MyWorkProps, WorkRow } from './my-work.pages';
import type { RemindersProps } from './reminders.pages';
import type { WaitingWork } from './waiting-work';
import { WorkListsService } from './work-lists.service';

/** The pages of what waits: for the person who looks, and for whom an office reminds. */
@Injectable()
export class MyWorkViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly collectives: CollectivesService,
    private readonly lists: WorkListsService,
    private readonly clock: Clock,
  ) {}

  async ownPage(visit: PageVisit): Promise<MyWorkProps> {
    return {
      frame: await this.desk.frameOf(visit, { collectiveId: visit.actor.officeId }),
      rows: (await this.lists.ownOf(visit.actor)).map(rowOf),
    };
  }

  /** What waits for others than an office in the villages below it, person by person. */
  async remindersPage(visit: PageVisit, officeId: string): Promise<RemindersProps> {
    const office = await this.collectives.requireCollective(officeId);
    const { people, nobody } = await this.lists.remindedBy(officeId);
    const from = { office: office.name, on: this.clock.today() };
    return {
      frame: await this.desk.frameOf(visit, { collectiveId: officeId, section: 'township' }),
      reminders: people.map(({ name, work }) => {
        const items = work.map(({ village, what, days }) => workWords.item(village.name, what, days));
        return { name, rows: work.map(rowOf), text: workWords.reminder(name, items, from) };
      }),
      nobody,
      peopleHref: peoplePath(officeId),
    };
  }
}

function rowOf({ village, what, href, days }: WaitingWork): WorkRow {
  return { place: village.name, what, href, waits: workWords.days(days) };
}
