import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import {
  firstMeasureOn,
  type HelpDeadline,
  isMonitored,
  type MeasureForm,
  measuresDue,
  readMeasure,
  riskDue,
} from '../../domain/collectives/household-measures';
import { statusKey } from '../../domain/collectives/status-reviews';
import type { PolicyPack } from '../../domain/policy/pack';
import { DomainError } from '../../domain/shared/domain-error';
import { privateNumberProblems } from '../../domain/shared/private-number';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { type HouseholdAt, HouseholdsService } from './households.service';
import { HouseholdMeasureEntity, HouseholdMeasureWithdrawalEntity } from './measure.entity';
import { measureKey, readMeasures } from './measures.store';
import { requireHousehold } from './members.service';
import { readStatuses, type ToldStatus } from './members.store';
import { StatusReviewsService } from './status-reviews.service';

/** The withdrawal of a measure as typed: which one, by its standing and number there. */
export interface MeasureWithdrawalForm {
  readonly measureKey: string;
  readonly measureWithdrawnWhy: string;
}

/** A line of a document that asks for help by a day, and the document. */
export type AskedHelp = HelpDeadline & { readonly pack: PolicyPack };

/** A household that is watched: since when it is helped, and what documents ask for. */
export interface WatchedHousehold {
  readonly status: ToldStatus;
  readonly firstOn: CalendarDay | undefined;
  readonly measures: AskedHelp | undefined;
  readonly risk: AskedHelp | undefined;
}

/** What is done for households that are watched, and what is still asked for. Append-only. */
@Injectable()
export class MeasuresService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly households: HouseholdsService,
    private readonly reviews: StatusReviewsService,
  ) {}

  /**
   * Enters a measure for a household that is watched on its first day.
   * @throws FormProblems `form.*`, `calendar.notADay`, `person.dayAhead`, `measure.notMonitored`,
   *   `policy.reasonMissing`; DomainError `household.unknown`
   */
  note(at: HouseholdAt, form: MeasureForm, command: Command): Promise<{ measureNumber: number }> {
    const { collectiveId, householdId } = at;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        await requireHousehold(tx, collectiveId, householdId);
        const statuses = await readStatuses(tx, collectiveId, householdId);
        const packs = await this.packsOn(
          collectiveId,
          statuses.map(({ fromDay }) => fromDay),
        );
        const measures = await readMeasures(tx, collectiveId, householdId);
        const { measure, problems } = readMeasure(form, {
          ...{ statuses, measures, today: this.clock.today() },
          packOf: ({ fromDay }) => packs.get(fromDay),
        });
        refuseProblems(problems);
        const of = { householdId, statusNumber: measure.statusNumber };
        const measureNumber = measures.filter((each) => statusKey(each) === statusKey(of)).length + 1;
        await insertRecorded(tx, HouseholdMeasureEntity, {
          ...{ collectiveId, householdId, measureNumber, ...measure },
          ...{ enteredBy: command.by, enteredAt: this.clock.now() },
        });
        return { measureNumber };
      },
      onceOf(command, 'measures.note', { householdId, form }),
    );
  }

  /**
   * Takes back a measure that was entered wrongly; its row stays, with the reason.
   * @throws FormProblems `form.missing`, `form.privateNumber`; DomainError `householdMeasure.unknown`,
   *   `measure.withdrawn`
   */
  withdraw(
    at: HouseholdAt,
    form: MeasureWithdrawalForm,
    command: Command,
  ): Promise<{ measureNumber: number }> {
    const { collectiveId, householdId } = at;
    const why = form.measureWithdrawnWhy.trim();
    const problems: Problem[] = privateNumberProblems({ measureWithdrawnWhy: why });
    if (why === '') problems.push({ code: 'form.missing', field: 'measureWithdrawnWhy' });
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        refuseProblems(problems);
        const all = await readMeasures(tx, collectiveId, householdId);
        const found = all.find((each) => measureKey(each) === form.measureKey);
        if (found === undefined) throw new DomainError('householdMeasure.unknown');
        if (found.withdrawnWhy !== undefined) throw new DomainError('measure.withdrawn');
        const { statusNumber, measureNumber } = found;
        await insertRecorded(tx, HouseholdMeasureWithdrawalEntity, {
          ...{ collectiveId, householdId, statusNumber, measureNumber, why },
          ...{ enteredBy: command.by, enteredAt: this.clock.now() },
        });
        return { measureNumber };
      },
      onceOf(command, 'measures.withdraw', { householdId, form }),
    );
  }

  /** Everybody who is watched, and by when a document asks for measures or for another look at the risk. */
  async listWatched(collectiveId: string): Promise<WatchedHousehold[]> {
    const db = this.database.reader;
    const today = this.clock.today();
    const statuses = (await readStatuses(db, collectiveId)).filter(
      (each) => isMonitored(each) && each.end === undefined,
    );
    if (statuses.length === 0) return [];
    const measures = await readMeasures(db, collectiveId);
    const reviews = await this.reviews.listReviews(db, collectiveId);
    const packs = await this.packsOn(collectiveId, [today, ...statuses.map(({ fromDay }) => fromDay)]);
    return statuses.map((status) => {
      const firstOn = firstMeasureOn(measures, status);
      const [then, now] = [packs.get(status.fromDay), packs.get(today)];
      const own = reviews.filter((each) => statusKey(each) === statusKey(status));
      const reviewedOn = own.map((each) => each.reviewedOn);
      return {
        ...{ status, firstOn },
        measures: asked(then, (pack) => measuresDue(pack, status, firstOn)),
        risk:
          firstOn === undefined
            ? undefined
            : asked(now, (pack) => riskDue({ pack, reviewedOn, today }, firstOn)),
      };
    });
  }

  /** The document in force on each of these days, where there is one. */
  private async packsOn(
    collectiveId: string,
    days: readonly CalendarDay[],
  ): Promise<ReadonlyMap<CalendarDay, PolicyPack>> {
    const found = new Map<CalendarDay, PolicyPack>();
    for (const day of new Set(days)) {
      const pack = await this.households.packOn(collectiveId, day);
      if (pack !== undefined) found.set(day, pack);
    }
    return found;
  }
}

function asked(
  pack: PolicyPack | undefined,
  dueBy: (pack: PolicyPack) => HelpDeadline | undefined,
): AskedHelp | undefined {
  const due = pack === undefined ? undefined : dueBy(pack);
  return pack === undefined || due === undefined ? undefined : { ...due, pack };
}
