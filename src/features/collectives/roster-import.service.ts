import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { readIdentityNumber } from '../../domain/shared/identity-number';
import { type HeldElsewhere, standsElsewhere } from '../../domain/collectives/other-village';
import {
  readRoster,
  ROSTER_COLUMNS,
  type RosterColumn,
  type RosterRead,
} from '../../domain/collectives/read-roster';
import { rosterOn } from '../../domain/collectives/roster';
import { refuseProblems } from '../../domain/shared/problem';
import { TOTAL_WORDS } from '../../glossary/columns-opening';
import { ROSTER_HEADINGS, ROSTER_NEEDED, rosterWords } from '../../glossary/columns-roster';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import type { GivenTable } from '../../platform/http/uploads';
import { PersonalKeys } from '../../platform/secrets/personal-keys';
import { ImportPreviewsService, type Wanted } from '../../platform/spreadsheets/import-previews.service';
import { recordsOf, type TableRecords, type WantedColumn } from '../../platform/spreadsheets/table-columns';
import { MemberWriterService } from './member-writer.service';
import { readVersions } from './members.store';
import { readElsewhere } from './other-rosters.store';

/** A table of people as it was read, with everything that is wrong with it. */
export interface RosterUpload extends RosterRead {
  readonly fileName: string;
  readonly records: TableRecords<RosterColumn>;
}

/** What was taken over of a table of people. */
export interface RosterTaken {
  readonly households: number;
  readonly people: number;
  /** Who was on the list already. */
  readonly standing: number;
}

interface Named {
  readonly collectiveId: string;
  readonly records: TableRecords<RosterColumn>;
  readonly today: CalendarDay;
}

const KIND = 'roster';
const WANTED: readonly WantedColumn<RosterColumn>[] = ROSTER_COLUMNS.map((key) => ({
  key,
  headings: ROSTER_HEADINGS[key],
  needed: ROSTER_NEEDED.includes(key),
}));

/** A household may have its head in a row that nobody can read. */
const MADE_BY_A_GAP: ReadonlySet<string> = new Set(['roster.withoutHead', 'roster.twoHouseholds']);

/** Takes a table of people over into a village's list: looked at first, then all of it or nothing. */
@Injectable()
export class RosterImportService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keys: PersonalKeys,
    private readonly writer: MemberWriterService,
    private readonly previews: ImportPreviewsService,
  ) {}

  /** Keeps a table, sealed, until it is confirmed. @returns its id @throws FormProblems `file.*` */
  upload(collectiveId: string, given: GivenTable, command: Command): Promise<string> {
    const alsoWrong: Wanted<RosterColumn>['alsoWrong'] = async (records, { torn }) => {
      const whole = { ...records, records: records.records.filter(({ row }) => !torn.has(row)) };
      const { problems } = await this.judged(this.database.reader, collectiveId, whole);
      return problems.filter(({ code }) => !MADE_BY_A_GAP.has(code));
    };
    const wanted = { kind: KIND, columns: WANTED, others: 'ignored', sealing: this.keys, alsoWrong } as const;
    return this.previews.keep(collectiveId, { ...given, wanted }, command);
  }

  /** Reads a kept table, with all that is wrong with it. @throws DomainError `file.previewGone` */
  async read(
    collectiveId: string,
    previewId: string,
    db: EntityManager = this.database.reader,
  ): Promise<RosterUpload> {
    const asked = { kind: KIND, id: previewId, sealing: this.keys };
    const { table, fileName } = await this.previews.requireKept(collectiveId, asked, db);
    const records = recordsOf(table, WANTED, 'ignored');
    return { fileName, records, ...(await this.judged(db, collectiveId, records)) };
  }

  private async judged(
    db: EntityManager,
    collectiveId: string,
    records: TableRecords<RosterColumn>,
  ): Promise<RosterRead> {
    const today = this.clock.today();
    const versions = await readVersions(db, collectiveId);
    const last = new Map(versions.map((each) => [each.identityPrint, each.householdId]));
    const heads = new Set(
      rosterOn(versions, today).flatMap(({ relation, householdId }) =>
        relation === 'head' ? [householdId] : [],
      ),
    );
    const elsewhere = await this.elsewhere(db, { collectiveId, records, today });
    return readRoster(records.records, {
      today,
      standsElsewhere: (identity, fromDay) => standsElsewhere(elsewhere.get(identity) ?? [], fromDay),
      words: rosterWords(),
      totals: TOTAL_WORDS,
      householdOf: (identity) =>
        this.keys
          .fingerprints('identity', identity)
          .map((print) => last.get(print))
          .find((id) => id !== undefined),
      hasHead: (householdId) => heads.has(householdId),
    });
  }

  /** What other villages of the county entered last of whoever the table names, by the number as read. */
  private async elsewhere(
    db: EntityManager,
    { collectiveId, records, today }: Named,
  ): Promise<ReadonlyMap<string, HeldElsewhere[]>> {
    const typed = records.records.map((record) => ({ field: '', value: record.value('identity') }));
    const numbers = typed.flatMap((each) => readIdentityNumber(each, today, [])?.number ?? []);
    const numberOf = new Map(
      numbers.flatMap((number) =>
        this.keys.fingerprints('identity', number).map((print) => [print, number] as const),
      ),
    );
    const held = await readElsewhere(db, collectiveId, [...numberOf.keys()]);
    const byNumber = new Map<string, HeldElsewhere[]>();
    for (const each of held) {
      const number = numberOf.get(each.identityPrint) ?? '';
      byNumber.set(number, [...(byNumber.get(number) ?? []), each]);
    }
    return byNumber;
  }

  /**
   * Enters everybody of a kept table who is not on the list yet.
   * @throws FormProblems with everything wrong with it; DomainError `file.previewGone`
   */
  confirm(collectiveId: string, previewId: string, command: Command): Promise<RosterTaken> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { households, standing, problems } = await this.read(collectiveId, previewId, tx);
        refuseProblems(problems);
        await this.writer.enterAll(tx, collectiveId, { households, command });
        const people = households.reduce((sum, each) => sum + each.people.length, 0);
        const begun = households.filter(({ standingId }) => standingId === undefined).length;
        return { households: begun, people, standing };
      },
      onceOf(command, 'members.import', previewId),
    );
  }
}
