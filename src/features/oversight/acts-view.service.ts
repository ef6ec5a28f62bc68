import { Injectable } from '@nestjs/common';
import { addDays } from '../../domain/calendar/calendar-day';
import { FormProblems } from '../../domain/shared/problem';
import { actWords } from '../../glossary/act-words';
import { labelOf } from '../../glossary/terms';
import { Clock, localTime } from '../../platform/clock/clock';
import { filledForm, OfficeDesk } from '../../platform/http/office-desk';
import { actsPath } from '../../platform/http/oversight-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { CollectivesService } from '../collectives/collectives.service';
import { UsersService } from '../users/users.service';
import type { ActRow, ActsPageProps } from './acts.pages';
import { ACT_OUTCOMES, type ActsQuery } from './acts.forms';
import { type Act, ACTS_SHOWN, ActsService } from './acts.service';

/** So many days are looked through where none are named. */
const USUAL_DAYS = 30;

/** The register of acts in the villages below an office, and in its own books. */
@Injectable()
export class ActsViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly collectives: CollectivesService,
    private readonly users: UsersService,
    private readonly acts: ActsService,
    private readonly clock: Clock,
  ) {}

  /** @throws FormProblems `acts.turned` where the last day lies before the first, `acts.placeUnknown` */
  async pageOf(visit: PageVisit, officeId: string, query: ActsQuery): Promise<ActsPageProps> {
    const { actBooks = '', actPerson = '', actResult, to = this.clock.today() } = query;
    const { from = addDays(to, 1 - USUAL_DAYS) } = query;
    const typed = { actBooks, actPerson, actResult: actResult ?? '', from, to };
    const page = await this.emptyPage(visit, officeId, filledForm(typed));
    if (from > to) throw new FormProblems([{ code: 'acts.turned', field: 'to', value: to }]);
    const known = page.places.map(({ value }) => value).filter((value) => value !== '');
    if (actBooks !== '' && !known.includes(actBooks))
      throw new FormProblems([{ code: 'acts.placeUnknown', field: 'actBooks' }]);
    const skipped = skippedOf(query.actsSkipped);
    const found = await this.acts.listActs({
      ...{ from, to, skipped, outcome: actResult, actor: actPerson === '' ? undefined : actPerson },
      collectiveIds: actBooks === '' ? known : [actBooks],
    });
    const hrefOf = (count: number): string =>
      actsPath(officeId, { ...typed, actsSkipped: count === 0 ? '' : String(count) });
    return {
      ...page,
      rows: found.slice(0, ACTS_SHOWN).map(await this.rowWords(page)),
      newerHref: skipped === 0 ? undefined : hrefOf(Math.max(0, skipped - ACTS_SHOWN)),
      olderHref: found.length > ACTS_SHOWN ? hrefOf(skipped + ACTS_SHOWN) : undefined,
    };
  }

  /** The page without an answer: what is asked, and what can be chosen. */
  async emptyPage(visit: PageVisit, officeId: string, form: FormState): Promise<ActsPageProps> {
    const office = await this.collectives.requireCollective(officeId);
    const places = [...(await this.collectives.listVillagesBelow(officeId)), office];
    const people = await this.users.listUsers();
    const within = new Set(places.map(({ id }) => id));
    const theirs = people.filter(({ roles }) => roles.some(({ collectiveId }) => within.has(collectiveId)));
    return {
      frame: await this.desk.frameOf(visit, { collectiveId: officeId, section: 'township' }),
      form,
      action: actsPath(officeId),
      places: [actWords.any, ...places.map(({ id: value, name: label }) => ({ value, label }))],
      people: [actWords.any, ...theirs.map(({ userId: value, displayName: label }) => ({ value, label }))],
      outcomes: [
        actWords.any,
        ...ACT_OUTCOMES.map((value) => ({ value, label: labelOf(`actOutcome.${value}`) })),
      ],
      rows: [],
    };
  }

  private async rowWords({ places }: ActsPageProps): Promise<(act: Act) => ActRow> {
    const nameOf = await this.users.listDisplayNames();
    const placeOf = new Map(places.map(({ value, label }) => [value, label]));
    return (act) => ({
      at: localTime(act.at),
      person: nameOf.get(act.actor) ?? labelOf('person.program'),
      role:
        act.role === ''
          ? ''
          : act.role
              .split(' ')
              .map((role) => labelOf(`role.${role}`))
              .join('、'),
      place: placeOf.get(act.collectiveId) ?? '',
      what: actWords.what(act),
      about: actWords.about(act.about, (userId) => nameOf.get(userId) ?? ''),
      refused: act.outcome === 'accepted' ? undefined : act.why.map(actWords.why),
      way: act.way === '' ? '' : `${labelOf(`actWay.${act.way}`)} ${act.address}`,
    });
  }
}

function skippedOf(typed = ''): number {
  return /^\d{1,6}$/.test(typed) ? Number(typed) : 0;
}
