import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Route } from '../../domain/approvals/route';
import {
  readRouteChoice,
  type RouteChoiceForm,
  routeChoiceFor,
  type RoutedKind,
} from '../../domain/approvals/route-choices';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { RoutesService } from '../approvals/routes.service';
import { type Collective, CollectivesService } from '../collectives/collectives.service';
import { RouteChoiceEntity } from './route-choice.entity';

/** A choice as it is kept: with its paper, its reason, and who made it when. */
export type KeptRouteChoice = RouteChoiceEntity;

/** By which route a village's new plans are decided: by a choice of the county's, or by its own. */
export interface VillageRoute {
  /** Null where nobody said one. */
  readonly routeId: string | null;
  readonly choice: KeptRouteChoice | undefined;
}

/** Which routes a county chose for the plans of its villages. */
@Injectable()
export class RouteChoicesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly collectives: CollectivesService,
    private readonly routes: RoutesService,
  ) {}

  /** Every route there is. */
  listRoutes(): readonly Route[] {
    return this.routes.listRoutes();
  }

  /** Every choice of a county, in the order in which they were made. */
  listChoices(officeId: string, db: EntityManager = this.database.reader): Promise<KeptRouteChoice[]> {
    return db.find(RouteChoiceEntity, { where: { collectiveId: officeId }, order: { number: 'ASC' } });
  }

  /** The county's office above a place, or the place itself; undefined where there is none. */
  async countyOf(collectiveId: string): Promise<Collective | undefined> {
    const ids = [collectiveId, ...(await this.collectives.listAncestorIds(collectiveId))];
    const all = await this.collectives.listCollectives();
    return all.find(({ id, kind }) => kind === 'county' && ids.includes(id));
  }

  /** By which route a village's plan is decided that is drafted on a day: the nearest choice goes first. */
  async routeFor(
    village: Pick<Collective, 'id' | 'routeId'>,
    { kind, day }: { readonly kind: RoutedKind; readonly day: CalendarDay },
  ): Promise<VillageRoute> {
    const above = await this.collectives.listAncestorIds(village.id);
    const choices: KeptRouteChoice[] = [];
    for (const id of above) choices.push(...(await this.listChoices(id)));
    const choice = routeChoiceFor(choices, { places: [village.id, ...above], kind, day });
    return { routeId: choice?.routeId ?? village.routeId, choice };
  }

  /**
   * Chooses, for the county of the office, by which route new plans of a place are decided from a day on.
   * @throws FormProblems as `readRouteChoice` finds them; DomainError `approvals.notOfCounty` of an office
   *   that is no county's
   */
  async choose(officeId: string, form: RouteChoiceForm, command: Command): Promise<{ number: number }> {
    const all = await this.collectives.listCollectives();
    if (all.find(({ id }) => id === officeId)?.kind !== 'county')
      throw new DomainError('approvals.notOfCounty');
    const places = await this.placesOf(officeId);
    const routes = this.listRoutes().map(({ id }) => id);
    return this.database.inTransaction(
      officeId,
      async (tx) => {
        const choices = await this.listChoices(officeId, tx);
        const ground = { choices, places: places.map(({ id }) => id), routes, today: this.clock.today() };
        const { choice, paper, why, problems } = readRouteChoice(form, ground);
        refuseProblems(problems);
        const number = (choices.at(-1)?.number ?? 0) + 1;
        await insertRecorded(tx, RouteChoiceEntity, {
          ...{ collectiveId: officeId, number, ...choice, paper, why },
          ...{ chosenBy: command.by, chosenAt: this.clock.now() },
        });
        return { number };
      },
      onceOf(command, 'distribution.chooseRoute', form),
    );
  }

  /** The places that a county may give a route: itself for all, its townships, its villages. */
  async placesOf(officeId: string): Promise<Collective[]> {
    const places: Collective[] = [];
    for (const each of await this.collectives.listCollectives())
      if (each.id === officeId || (await this.collectives.listAncestorIds(each.id)).includes(officeId))
        places.push(each);
    return places;
  }
}
