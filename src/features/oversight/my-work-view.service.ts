import { Injectable } from '@nestjs/common';
import { workWords } from '../../glossary/work-words';
import { Clock } from '../../platform/clock/clock';
import type { HeldRole } from '../../platform/http/actor';
import { OfficeDesk } from '../../platform/http/office-desk';
import { peoplePath } from '../../platform/http/oversight-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { CollectivesService } from '../collectives/collectives.service';
import { UsersService } from '../users/users.service';
import type { MyWorkProps, WorkRow } from './my-work.pages';
import type { RemindersProps } from './reminders.pages';
import type { WaitingWork } from './waiting-work.service';
import { type WorkOf, WorkListsService } from './work-lists.service';

/** The pages of what waits: for the person who looks, and for whom an office reminds. */
@Injectable()
export class MyWorkViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly collectives: CollectivesService,
    private readonly users: UsersService,
    private readonly lists: WorkListsService,
    private readonly clock: Clock,
  ) {}

  async ownPage(visit: PageVisit): Promise<MyWorkProps> {
    const { roles, officeId } = visit.actor;
    return {
      frame: await this.desk.frameOf(visit, { collectiveId: officeId }),
      rows: (await this.lists.ownOf(roles)).map(rowOf),
    };
  }

  /** What waits for others than an office in the villages below it, person by person. */
  async remindersPage(visit: PageVisit, officeId: string): Promise<RemindersProps> {
    const office = await this.collectives.requireCollective(officeId);
    const waiting = await this.lists.remindedBy(officeId);
    const people = await this.users.listUsers();
    const from = { office: office.name, on: this.clock.today() };
    return {
      frame: await this.desk.frameOf(visit, { collectiveId: officeId, section: 'township' }),
      reminders: people.flatMap(({ displayName: name, roles }) => {
        const own = waiting.filter((work) => isWorkOf(work, roles));
        if (own.length === 0) return [];
        const items = own.map(({ village, what, days }) => workWords.item(village.name, what, days));
        return [{ name, rows: own.map(rowOf), text: workWords.reminder(name, items, from) }];
      }),
      nobody: (await this.collectives.listVillagesBelow(officeId)).flatMap(({ id, name: place }) => {
        const own = waiting.filter(({ heldAt }) => heldAt === id);
        const isKept = people.some(({ roles }) => own.some((work) => isWorkOf(work, roles)));
        return own.length === 0 || isKept ? [] : [{ place, count: own.length }];
      }),
      peopleHref: peoplePath(officeId),
    };
  }
}

/** Whether it waits for somebody who holds these roles. */
function isWorkOf({ whose, heldAt }: WorkOf, roles: readonly HeldRole[]): boolean {
  return roles.some(({ role, collectiveId }) => role === whose && collectiveId === heldAt);
}

function rowOf({ village, what, href, days }: WaitingWork): WorkRow {
  return { place: village.name, what, href, waits: workWords.days(days) };
}
