import { Injectable } from '@nestjs/common';
import { workWords } from '../../glossary/work-words';
import { Clock } from '../../platform/clock/clock';
import { OfficeDesk } from '../../platform/http/office-desk';
import { peoplePath } from '../../platform/http/oversight-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { type Collective, CollectivesService } from '../collectives/collectives.service';
import { UsersService } from '../users/users.service';
import type { MyWorkProps, WorkRow } from './my-work.pages';
import type { RemindersProps } from './reminders.pages';
import { type WaitingWork, WaitingWorkService } from './waiting-work.service';

/** The pages of what waits: for the person who looks, and for whom an office reminds. */
@Injectable()
export class MyWorkViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly collectives: CollectivesService,
    private readonly users: UsersService,
    private readonly work: WaitingWorkService,
    private readonly clock: Clock,
  ) {}

  async ownPage(visit: PageVisit): Promise<MyWorkProps> {
    const { roles, officeId } = visit.actor;
    const placesOf = (role: string): string[] =>
      roles.filter((held) => held.role === role).map(({ collectiveId }) => collectiveId);
    const [kept, overseen] = [placesOf('accountant'), placesOf('township')];
    const all = await this.collectives.listCollectives();
    const own = all.filter(({ id, kind }) => kind === 'village' && kept.includes(id));
    const below: Collective[] = [];
    for (const id of overseen) below.push(...(await this.collectives.listVillagesBelow(id)));
    const waiting = [
      ...(await this.work.listWaiting(own)).filter(({ whose }) => whose === 'accountant'),
      ...(await this.work.listWaiting(below)).filter(({ whose }) => whose === 'township'),
    ];
    return {
      frame: await this.desk.frameOf(visit, { collectiveId: officeId }),
      rows: waiting.sort((one, other) => other.days - one.days).map(rowOf),
    };
  }

  /** What waits for the accountants of the villages below an office, person by person. */
  async remindersPage(visit: PageVisit, officeId: string): Promise<RemindersProps> {
    const office = await this.collectives.requireCollective(officeId);
    const villages = await this.collectives.listVillagesBelow(officeId);
    const waiting = (await this.work.listWaiting(villages)).filter(({ whose }) => whose === 'accountant');
    const people = await this.users.listUsers();
    const keeps = (roles: readonly { role: string; collectiveId: string }[], id: string): boolean =>
      roles.some(({ role, collectiveId }) => role === 'accountant' && collectiveId === id);
    const from = { office: office.name, on: this.clock.today() };
    return {
      frame: await this.desk.frameOf(visit, { collectiveId: officeId, section: 'township' }),
      reminders: people.flatMap(({ displayName: name, roles }) => {
        const own = waiting.filter(({ village }) => keeps(roles, village.id));
        if (own.length === 0) return [];
        const items = own.map(({ village, what, days }) => workWords.item(village.name, what, days));
        return [{ name, rows: own.map(rowOf), text: workWords.reminder(name, items, from) }];
      }),
      nobody: villages.flatMap(({ id, name: place }) => {
        const count = waiting.filter(({ village }) => village.id === id).length;
        const isKept = people.some(({ roles }) => keeps(roles, id));
        return count === 0 || isKept ? [] : [{ place, count }];
      }),
      peopleHref: peoplePath(officeId),
    };
  }
}

function rowOf({ village, what, href, days }: WaitingWork): WorkRow {
  return { place: village.name, what, href, waits: workWords.days(days) };
}
