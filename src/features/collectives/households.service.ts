import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { parse } from 'yaml';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import {
  readStatus,
  readStatusEnd,
  statusRuleProblems,
  type StatusEndForm,
  type StatusForm,
  type StatusWord,
} from '../../domain/collectives/household-status';
import {
  closeOutProblems,
  isMonitored,
  leftMeasureProblems,
} from '../../domain/collectives/household-measures';
import { type GroupChangeForm, readGroupChange } from '../../domain/collectives/place-name';
import type { OfficerRelation } from '../../domain/collectives/person';
import { offeredWords, type StatusPeriod, wordsOn } from '../../domain/collectives/status-periods';
import { type LeftList, leftList, relatedSince } from '../../domain/collectives/roster';
import { type PolicyPack, targetGroupsOf } from '../../domain/policy/pack';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { SEEDS_FOLDER } from '../../platform/files/seeds-folder';
import { PackChoicesService } from '../policy/pack-choices.service';
import { CollectivesService } from './collectives.service';
import { HouseholdGroupEntity, HouseholdStatusEndEntity, HouseholdStatusEntity } from './member.entity';
import { readMeasures } from './measures.store';
import { requireHousehold } from './members.service';
import { readGroups, readStatuses, readVersions } from './members.store';

interface StandingsFile {
  readonly periods: readonly StatusPeriod[];
}

/** A file that ships with the program, held against its schema by its tests. */
const readStandingsFile: (text: string) => StandingsFile = parse;

/** One household of a village. */
export interface HouseholdAt {
  readonly collectiveId: string;
  readonly householdId: string;
}

/**
 * Whether a household is one of those that documents help: dated, with the paper that says so. Append-only;
 * what was entered wrongly is ended as mistaken, or entered anew.
 */
@Injectable()
export class HouseholdsService {
  private known: StandingsFile | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly choices: PackChoicesService,
    private readonly collectives: CollectivesService,
    @Inject(SEEDS_FOLDER) private readonly seedsFolder: string,
  ) {}

  /**
   * Enters a status of the document in force on its first day, in the words of the time where none was.
   * @throws FormProblems `form.*`, `calendar.notADay`, `person.dayAhead`, `household.status*`,
   *   `policy.ruleBroken`; DomainError `household.unknown`
   */
  giveStatus(at: HouseholdAt, form: StatusForm, command: Command): Promise<{ statusNumber: number }> {
    const { collectiveId, householdId } = at;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        await requireHousehold(tx, collectiveId, householdId);
        const { words, pack, ruled } = await this.wordsOn(collectiveId, form.statusFrom.trim());
        const standing = await readStatuses(tx, collectiveId, householdId);
        const { status, problems } = readStatus(form, { words, standing, today: this.clock.today() });
        refuseProblems([...problems, ...statusRuleProblems(ruled, form.status)]);
        const { word, fromDay, paper } = status;
        const statusNumber = standing.length + 1;
        await insertRecorded(tx, HouseholdStatusEntity, {
          ...{ collectiveId, householdId, statusNumber, status: word.id, statusWords: word.name },
          ...{ pack, fromDay, paper },
          ...{ enteredBy: command.by, enteredAt: this.clock.now() },
        });
        return { statusNumber };
      },
      onceOf(command, 'households.giveStatus', { householdId, form }),
    );
  }

  /**
   * Enters the last day of a status, or that it never held.
   * @throws FormProblems `form.*`, `calendar.notADay`, `person.dayAhead`, `household.endBeforeStatus`,
   *   `household.measuresLeft`, `policy.ruleBroken` (who is watched, without a paper: FY-02d); DomainError
   *   `householdStatus.unknown`, `household.statusEnded`
   */
  endStatus(at: HouseholdAt, form: StatusEndForm, command: Command): Promise<{ statusNumber: number }> {
    const { collectiveId, householdId } = at;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const all = await readStatuses(tx, collectiveId, householdId);
        const status = all.find((each) => String(each.statusNumber) === form.statusNumber);
        if (status === undefined) throw new DomainError('householdStatus.unknown');
        if (status.end !== undefined) throw new DomainError('household.statusEnded');
        const { statusNumber } = status;
        const today = this.clock.today();
        const { end, problems } = readStatusEnd(form, status, today);
        const pack = isMonitored(status) ? await this.packOn(collectiveId, today) : undefined;
        const closed = closeOutProblems(pack, { paper: form.endPaper, why: end.why, on: today });
        const measures = await readMeasures(tx, collectiveId, householdId);
        refuseProblems([...problems, ...closed, ...leftMeasureProblems(measures, { ...status, end })]);
        await insertRecorded(tx, HouseholdStatusEndEntity, {
          ...{ collectiveId, householdId, statusNumber, ...end },
          ...{ enteredBy: command.by, enteredAt: this.clock.now() },
        });
        return { statusNumber };
      },
      onceOf(command, 'households.endStatus', { householdId, form }),
    );
  }

  /**
   * Enters another group of the village for a household: it moved, or the first was mistyped.
   * @throws FormProblems `form.*`, `household.sameGroup`; DomainError `household.unknown`
   */
  changeGroup(at: HouseholdAt, form: GroupChangeForm, command: Command): Promise<{ groupNumber: number }> {
    const { collectiveId, householdId } = at;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const first = await requireHousehold(tx, collectiveId, householdId);
        const before = await readGroups(tx, collectiveId, householdId);
        const { villageGroup, why, problems } = readGroupChange(form, (before.at(-1) ?? first).villageGroup);
        refuseProblems(problems);
        const groupNumber = before.length + 1;
        await insertRecorded(tx, HouseholdGroupEntity, {
          ...{ collectiveId, householdId, groupNumber, villageGroup, why },
          ...{ enteredBy: command.by, enteredAt: this.clock.now() },
        });
        return { groupNumber };
      },
      onceOf(command, 'households.changeGroup', { householdId, form }),
    );
  }

  /** Whoever is on the list no more, from which day on and why. */
  async listLeft(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<ReadonlyMap<string, LeftList>> {
    return leftList(await readVersions(db, collectiveId));
  }

  /** Since when somebody has been an officer, or close to one as these relations say. */
  async listRelated(
    collectiveId: string,
    relations: readonly OfficerRelation[],
    db: EntityManager = this.database.reader,
  ): Promise<ReadonlyMap<string, CalendarDay>> {
    return relatedSince(await readVersions(db, collectiveId), relations);
  }

  /** The document that a village goes by on a day; none where none is in force or nobody chose. */
  async packOn(collectiveId: string, day: CalendarDay): Promise<PolicyPack | undefined> {
    const finding = await this.findingOn(collectiveId, day);
    return finding.kind === 'none' || finding.kind === 'several' ? undefined : finding.found.pack;
  }

  /** Every document of the place, of whatever days, the nearest region's first. */
  async listDocuments(collectiveId: string): Promise<PolicyPack[]> {
    const regionPath = await this.collectives.regionPathOf(collectiveId);
    return this.choices.packsAlong(regionPath).map(({ pack }) => pack);
  }

  /** What a form of a status offers today, words of earlier times among them. */
  async offeredWords(collectiveId: string): Promise<readonly StatusWord[]> {
    const { words } = await this.wordsOn(collectiveId, this.clock.today());
    return offeredWords(words, this.periods());
  }

  /** The words of a day with the document they are of; of several documents nobody chose among, none. */
  async wordsOn(
    collectiveId: string,
    day: CalendarDay,
  ): Promise<{
    readonly words: readonly StatusWord[];
    readonly pack: string;
    readonly ruled: PolicyPack | undefined;
  }> {
    const finding = await this.findingOn(collectiveId, day);
    if (finding.kind === 'none') return { words: wordsOn(this.periods(), day), pack: '', ruled: undefined };
    if (finding.kind === 'several') return { words: [], pack: '', ruled: undefined };
    const { pack } = finding.found;
    return { words: targetGroupsOf(pack), pack: pack.id, ruled: pack };
  }

  private async findingOn(collectiveId: string, day: CalendarDay): ReturnType<PackChoicesService['packFor']> {
    return this.choices.packFor(await this.collectives.regionPathOf(collectiveId), day);
  }

  private periods(): readonly StatusPeriod[] {
    const path = join(this.seedsFolder, 'people', 'standings.yaml');
    this.known ??= readStandingsFile(readFileSync(path, 'utf8'));
    return this.known.periods;
  }
}
