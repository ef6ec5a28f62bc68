import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { halfWidth } from '../../domain/shared/half-width';
import type { Problem } from '../../domain/shared/problem';
import { endedByList } from '../../domain/uses/post';
import type { Candidate } from '../../domain/uses/post-appointment';
import { HouseholdsService } from '../collectives/households.service';
import { RosterReadService } from '../collectives/roster-read.service';
import { readAppointments, type ToldAppointment } from './posts.store';

/** Who may be put on a post: somebody of the list, as it has him on a day, and where a seat is free. */
@Injectable()
export class CandidatesService {
  constructor(
    private readonly roster: RosterReadService,
    private readonly households: HouseholdsService,
  ) {}

  /**
   * Everybody who was ever on a post, in the order of appointment; who died or moved away holds no seat from
   * that day on, whoever notes that he left.
   */
  async listAppointed(tx: EntityManager, collectiveId: string): Promise<ToldAppointment[]> {
    const left = await this.households.listLeft(collectiveId, tx);
    return (await readAppointments(tx, collectiveId)).map((each) => endedByList(each, left));
  }

  /** Who is meant, by the number on the list or the whole name; no problem repeats a name. */
  async find(
    collectiveId: string,
    typed: string,
    on: CalendarDay,
  ): Promise<{ readonly candidate: Candidate | undefined; readonly problems: Problem[] }> {
    const sought = halfWidth(typed).trim();
    if (sought === '')
      return { candidate: undefined, problems: [{ code: 'form.missing', field: 'appointee' }] };
    const households = await this.roster.listRoster(collectiveId, on);
    const { words } = await this.households.wordsOn(collectiveId, on);
    const isMeant = (number: number, name: string): boolean =>
      /^\d+$/.test(sought) ? String(number) === sought : name === sought;
    const found = households.flatMap((household) =>
      this.roster
        .opened(collectiveId, household.people, on)
        .filter(({ held, personal }) => isMeant(held.memberNumber, personal.name))
        .map(({ held, age }) => {
          const { memberId, labour, officerRelation } = held;
          const group = words.find(({ name }) => household.statuses.includes(name))?.id ?? '';
          return { memberNumber: held.memberNumber, memberId, age, labour, officerRelation, group };
        }),
    );
    const [first, second] = found;
    if (first !== undefined && second === undefined) return { candidate: first, problems: [] };
    const numbers = found.map(({ memberNumber }) => String(memberNumber));
    const code = first === undefined ? 'post.personUnknown' : 'post.personSeveral';
    return { candidate: undefined, problems: [{ code, field: 'appointee', facts: { numbers } }] };
  }
}
