import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { parse } from 'yaml';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { ofRegion } from '../../domain/income/region-codes';
import type { Pool } from '../../domain/ledger/journal-entry';
import { type Fen, sumFen } from '../../domain/money/fen';
import {
  type ArrivedMoney,
  arrivedMoney,
  type HopLimits,
  type HopStay,
  hopStays,
  type IdleNote,
  type IdleNoteForm,
  isExplained,
  overAmount,
  readIdleNote,
} from '../../domain/oversight/idle-money';
import { DomainError } from '../../domain/shared/domain-error';
import { invariant } from '../../domain/shared/invariant';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { SEEDS_FOLDER } from '../../platform/files/seeds-folder';
import { CollectivesService } from '../collectives/collectives.service';
import { TracingService } from '../ledger/tracing.service';
import { IdleNoteEntity } from './idle-note.entity';

/** Of these pools documents say for whom the money is. */
const ASKED_POOLS: readonly Pool[] = ['pv', 'other'];

/** The last that a village said of a sum, with how often it said something. */
export interface KeptIdleNote extends IdleNote {
  readonly number: number;
}

/** Money that came, how long it lay at each hop, and what the village says of it. */
export interface IdleMoney extends ArrivedMoney {
  readonly pool: Pool;
  readonly stays: readonly HopStay[];
  readonly note: KeptIdleNote | undefined;
  /** What of it lay, or lies, longer than it may. Fen. */
  readonly over: Fen;
  /** Whether a reason holds for all of that. */
  readonly isExplained: boolean;
}

/** All money that came to a village, and what of it lies still. Fen. */
export interface VillageIdleMoney {
  readonly on: CalendarDay;
  readonly limits: HopLimits;
  readonly isConfirmed: boolean;
  /** The oldest first. */
  readonly money: readonly IdleMoney[];
  readonly lying: Fen;
  /** What lies, or lay at county, township or village, longer than it may. */
  readonly over: Fen;
  /** Of that, what no reason stands for. */
  readonly unexplained: Fen;
}

interface LimitsFile {
  readonly confirmed: boolean;
  readonly regions: readonly ({ readonly codes: readonly string[] } & HopLimits)[];
}

/** A file that ships with the program, held against its schema by its tests. */
const readLimitsFile: (text: string) => LimitsFile = parse;

/** How long money lies on its way to people, and what a village says of it. */
@Injectable()
export class IdleMoneyService {
  private known: LimitsFile | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tracing: TracingService,
    private readonly collectives: CollectivesService,
    @Inject(SEEDS_FOLDER) private readonly seedsFolder: string,
  ) {}

  /** @throws DomainError `collective.unknown` */
  async tell(collectiveId: string): Promise<VillageIdleMoney> {
    const on = this.clock.today();
    const { limits, isConfirmed } = await this.limitsOf(collectiveId);
    const notes = await this.lastNotes(collectiveId, this.database.reader);
    const money: IdleMoney[] = [];
    for (const pool of ASKED_POOLS) {
      for (const each of arrivedMoney(await this.tracing.tracePool(collectiveId, pool))) {
        const note = notes.get(each.entryId);
        const stays = hopStays(each, note ?? {}, { on, limits });
        const isGood = note !== undefined && isExplained(note, stays, on);
        money.push({ ...each, pool, stays, note, over: overAmount(stays), isExplained: isGood });
      }
    }
    const overOf = (of: readonly IdleMoney[]): Fen => sumFen(of.map(({ over }) => over));
    return {
      ...{ on, limits, isConfirmed },
      money: money.sort((one, other) => (one.arrivedOn < other.arrivedOn ? -1 : 1)),
      ...{ lying: sumFen(money.map(lyingOf)), over: overOf(money) },
      unexplained: overOf(money.filter((each) => !each.isExplained)),
    };
  }

  /** @throws DomainError `collective.unknown`, `idle.unknown` */
  async requireMoney(collectiveId: string, entryId: string): Promise<IdleMoney> {
    const { money } = await this.tell(collectiveId);
    const found = money.find((each) => each.entryId === entryId);
    if (found === undefined) throw new DomainError('idle.unknown');
    return found;
  }

  /**
   * Keeps what the village says of money that came to it; it takes the place of what was said before, which
   * stays on record.
   * @throws FormProblems of `readIdleNote`; DomainError `idle.unknown`, `idle.nothingChanged`
   */
  note(
    at: { readonly collectiveId: string; readonly entryId: string },
    form: IdleNoteForm,
    command: Command,
  ): Promise<{ number: number }> {
    const { collectiveId, entryId } = at;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const asked = (): Promise<IdleMoney> => this.requireMoney(collectiveId, entryId);
        const found = await this.database.readWithin(tx, asked);
        const given = { arrivedOn: found.arrivedOn, today: this.clock.today(), lies: lyingOf(found) > 0n };
        const { note, problems } = readIdleNote(form, given);
        refuseProblems(problems);
        const last = (await this.lastNotes(collectiveId, tx)).get(entryId);
        if (last !== undefined && saidText(last) === saidText(note))
          throw new DomainError('idle.nothingChanged');
        const number = (last?.number ?? 0) + 1;
        await insertRecorded(tx, IdleNoteEntity, this.rowOf(at, { ...note, number }, command));
        return { number };
      },
      onceOf(command, 'idle.note', { entryId, form }),
    );
  }

  /**
   * Gives one reason for every sum that lay or lies too long and has none; what is known of its earlier hops
   * stays.
   * @throws FormProblems of `readIdleNote`; DomainError `collective.unknown`, `idle.allExplained`
   */
  explainAll(
    collectiveId: string,
    form: Pick<IdleNoteForm, 'idleWhy' | 'idleUntil'>,
    command: Command,
  ): Promise<{ count: number }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const told = await this.database.readWithin(tx, () => this.tell(collectiveId));
        const { money, on: today } = told;
        const open = money.filter(({ over, isExplained: isGood }) => over > 0n && !isGood);
        const typed = { countyOn: '', townshipOn: '', ...form };
        const lies = open.some((each) => lyingOf(each) > 0n);
        const { note, problems } = readIdleNote(typed, { arrivedOn: today, today, lies });
        refuseProblems(problems);
        if (open.length === 0) throw new DomainError('idle.allExplained');
        const notes = await this.lastNotes(collectiveId, tx);
        const { why, until } = note;
        const rows = open.map(({ entryId }) => {
          const { countyOn, townshipOn, number = 0 } = notes.get(entryId) ?? {};
          const said = { countyOn, townshipOn, why, until, number: number + 1 };
          return this.rowOf({ collectiveId, entryId }, said, command);
        });
        await insertRecorded(tx, IdleNoteEntity, rows);
        return { count: rows.length };
      },
      onceOf(command, 'idle.explainAll', form),
    );
  }

  private rowOf(
    at: { readonly collectiveId: string; readonly entryId: string },
    { number: noteNumber, ...note }: KeptIdleNote,
    { by: notedBy }: Command,
  ): IdleNoteEntity {
    const { countyOn = null, townshipOn = null, why = null, until: reasonTo = null } = note;
    const said = { noteNumber, countyOn, townshipOn, why, reasonTo };
    return { ...at, ...said, notedBy, notedAt: this.clock.now() };
  }

  private async lastNotes(collectiveId: string, db: EntityManager): Promise<Map<string, KeptIdleNote>> {
    const rows = await db.find(IdleNoteEntity, { where: { collectiveId }, order: { noteNumber: 'ASC' } });
    return new Map(
      rows.map(({ entryId, noteNumber: number, countyOn, townshipOn, why, reasonTo }) => [
        entryId,
        {
          ...{
            number,
            countyOn: countyOn ?? undefined,
            townshipOn: townshipOn ?? undefined,
          },
          ...{ why: why ?? undefined, until: reasonTo ?? undefined },
        },
      ]),
    );
  }

  private async limitsOf(
    collectiveId: string,
  ): Promise<{ readonly limits: HopLimits; readonly isConfirmed: boolean }> {
    this.known ??= readLimitsFile(
      readFileSync(join(this.seedsFolder, 'oversight', 'idle-money.yaml'), 'utf8'),
    );
    const rows = this.known.regions.map((row) => ({ ...row, name: row.codes.join(' ') }));
    const own = ofRegion(rows, await this.collectives.regionPathOf(collectiveId));
    const row = own ?? rows.find(({ codes }) => codes.length === 0);
    invariant(row !== undefined, 'how long money may lie is said for everywhere');
    const { county, township, village } = row;
    return { limits: { county, township, village }, isConfirmed: this.known.confirmed };
  }
}

/** What of it still lies with the village. Fen. */
export function lyingOf({ free, owed }: ArrivedMoney): Fen {
  return free + owed;
}

function saidText({ countyOn, townshipOn, why, until }: IdleNote): string {
  return JSON.stringify([countyOn, townshipOn, why, until].map((each) => each ?? ''));
}
