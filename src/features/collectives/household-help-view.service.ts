import { Injectable } from '@nestjs/common';
import { STATUS_ENDS } from '../../domain/collectives/household-status';
import { clauseOf } from '../../domain/policy/pack';
import { documentText, statusEndText } from '../../glossary/people-words';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import type { Option } from '../../platform/views/field';
import { CircumstancesService, readCircumstances, type ToldCircumstance } from './circumstances.service';
import type { DatedRow } from './household-circumstances.pages';
import type { AskedRow, MeasureRow } from './household-measures.pages';
import type { HouseholdPageProps } from './household.pages';
import { type HouseholdAt, HouseholdsService } from './households.service';
import { type AskedHelp, MeasuresService } from './measures.service';
import { measureKey, readMeasures, type ToldMeasure } from './measures.store';
import { readStatuses, type ToldStatus } from './members.store';
import { optionsOf } from './person-options';

type Help = Pick<
  HouseholdPageProps,
  'statuses' | 'openStatuses' | 'statusOptions' | 'ends' | 'circumstances' | 'measures'
>;

/** For what a household is helped: in which standing it is, what makes documents look at it first. */
@Injectable()
export class HouseholdHelpViewService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly households: HouseholdsService,
    private readonly circumstances: CircumstancesService,
    private readonly measures: MeasuresService,
  ) {}

  async helpOf({ collectiveId, householdId }: HouseholdAt): Promise<Help> {
    const db = this.database.reader;
    const statuses = await readStatuses(db, collectiveId, householdId);
    const known = await readCircumstances(db, collectiveId, householdId);
    const ends = optionsOf('statusEnd', STATUS_ENDS);
    const measures = await readMeasures(db, collectiveId, householdId);
    const watched = await this.measures.listWatched(collectiveId);
    const own = watched.find(({ status }) => status.householdId === householdId);
    return {
      statuses: statuses.map(datedRow),
      openStatuses: statuses.filter(stands).map((each) => openOption(each.statusNumber, each)),
      statusOptions: named(await this.households.offeredWords(collectiveId)),
      ends,
      circumstances: {
        rows: known.map(datedRow),
        open: known.filter(stands).map((each) => openOption(each.circumstanceNumber, each)),
        options: named(await this.circumstances.listOffered(collectiveId)),
        ends,
      },
      measures: {
        rows: measures.map(measureRow),
        open: measures
          .filter(({ withdrawnWhy }) => withdrawnWhy === undefined)
          .map((each) => ({ value: measureKey(each), label: each.measure })),
        isWatched: own !== undefined,
        asked: [own?.measures, own?.risk].flatMap((due) =>
          due === undefined || due.isDone ? [] : [askedHelp(due, this.clock.today())],
        ),
      },
    };
  }
}

function measureRow({ startedOn, measure, helper, lateReason, withdrawnWhy }: ToldMeasure): MeasureRow {
  return { from: startedOn, measure, helper, lateReason, withdrawnWhy };
}

/** What a document asks for, by which day, and whether that day is over. */
function askedHelp({ dueOn, says, clause, pack }: AskedHelp, today: string): AskedRow {
  const at = `${documentText(pack.source.title)}${clauseOf(pack, clause).at}`;
  return { dueOn, isOver: dueOn < today, says, clause: at };
}

function stands({ end }: ToldStatus | ToldCircumstance): boolean {
  return end === undefined;
}

function openOption(number: number, { words }: ToldStatus | ToldCircumstance): Option {
  return { value: String(number), label: words };
}

function named(words: readonly { readonly id: string; readonly name: string }[]): Option[] {
  return words.map(({ id, name }) => ({ value: id, label: name }));
}

function datedRow({ words, fromDay, end, paper, endPaper }: ToldStatus | ToldCircumstance): DatedRow {
  return {
    ...{ words, from: fromDay },
    end: end === undefined ? undefined : statusEndText(end.why, end.endedOn),
    paper: [paper, ...(endPaper === undefined ? [] : [endPaper])].join('；'),
  };
}
