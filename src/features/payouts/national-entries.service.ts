import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { parse } from 'yaml';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import {
  type NationalColumn,
  type NationalEntryForm,
  type NationalStanding,
  nationalStanding,
  type PaidFigures,
  paidFigures,
  readNationalEntry,
} from '../../domain/payouts/national-entry';
import { standingOf } from '../../domain/payouts/line-results';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { SEEDS_FOLDER } from '../../platform/files/seeds-folder';
import { NationalEntryEntity } from './national-entry.entity';
import { PayListsReadService } from './pay-lists-read.service';
import type { StandingPayList } from './standing-pay-list';

/** What ships with the program; `npm run check:seeds` holds it against its schema. */
interface NationalSystem {
  readonly confirmed: boolean;
  readonly enterWithin: number;
  readonly columns: readonly NationalColumn[];
}

const readSystemFile: (text: string) => NationalSystem = parse;

/** A list of which something was paid, beside what was entered of it. */
export interface NationalList {
  readonly kept: StandingPayList;
  readonly paid: PaidFigures;
  /** The day of the first payment that stands, or of any; undefined of a list that never paid anything. */
  readonly paidOn: CalendarDay | undefined;
  readonly entries: readonly NationalEntryEntity[];
  readonly standing: NationalStanding;
}

/** Whether what was paid is entered in the national system, list by list. The program enters nothing. */
@Injectable()
export class NationalEntriesService {
  private known: NationalSystem | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reading: PayListsReadService,
    @Inject(SEEDS_FOLDER) private readonly seedsFolder: string,
  ) {}

  /** The columns that are entered, and how long entering may take. */
  system(): NationalSystem {
    const file = join(this.seedsFolder, 'payouts', 'national-system.yaml');
    return (this.known ??= readSystemFile(readFileSync(file, 'utf8')));
  }

  /** Every list of which something is or was paid, or entered, the newest first. */
  async listAll(collectiveId: string, db: EntityManager = this.database.reader): Promise<NationalList[]> {
    const rows = await db.find(NationalEntryEntity, { where: { collectiveId }, order: { number: 'ASC' } });
    const lists = (await this.reading.listAll(collectiveId, db)).map((kept) => this.standingOf(kept, rows));
    return lists.filter(({ standing }) => standing !== 'nothingPaid');
  }

  /**
   * Notes that a list was entered.
   * @throws FormProblems `form.*`, `national.*`; DomainError `payouts.unknown`, `national.nothingPaid`
   */
  async note(
    collectiveId: string,
    { listId, form }: { readonly listId: string; readonly form: NationalEntryForm },
    command: Command,
  ): Promise<{ readonly id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const kept = await this.reading.require(collectiveId, listId, tx);
        const before = await tx.findBy(NationalEntryEntity, { collectiveId, listId });
        const { paid, paidOn } = this.standingOf(kept, before);
        if (paidOn === undefined) throw new DomainError('national.nothingPaid');
        const given = { paid, paidOn, today: this.clock.today() };
        const { entry, problems } = readNationalEntry(form, given);
        refuseProblems(problems);
        await insertRecorded(tx, NationalEntryEntity, {
          ...{ collectiveId, listId, number: before.length + 1, ...entry },
          ...{ reason: form.enteredWhy.trim(), enteredBy: command.by, enteredAt: this.clock.now() },
        });
        return { id: listId };
      },
      onceOf(command, 'payouts.noteNational', [listId, form]),
    );
  }

  private standingOf(kept: StandingPayList, rows: readonly NationalEntryEntity[]): NationalList {
    const entries = rows.filter(({ listId }) => listId === kept.list.id);
    const { lines, results } = kept;
    const paid = paidFigures(
      lines.map((line) => ({ state: standingOf(line, results), amount: line.amount })),
    );
    const paidOn = firstPaidOn(kept);
    const asked = { paidOn, today: this.clock.today(), within: this.system().enterWithin };
    return { kept, paid, paidOn, entries, standing: nationalStanding(paid, entries.at(-1), asked) };
  }
}

/** The day of the first payment that stands; where none does any more, of the first there was. */
function firstPaidOn({ acts, results }: StandingPayList): CalendarDay | undefined {
  const standing = [...results.values()].flat().filter(({ returned }) => returned === undefined);
  const ever = acts.filter(({ act }) => act === 'confirm').map(({ doneOn }) => doneOn);
  return standing.map(({ on }) => on).sort()[0] ?? ever.sort()[0];
}
