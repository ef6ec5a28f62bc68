import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { rosterOn } from '../../domain/collectives/roster';
import { type IssuedShares, issuedOn, type ShareRegister } from '../../domain/collectives/issued-shares';
import {
  type ReadShareRoll,
  readShareRoll,
  type ShareHolder,
  type ShareHolding,
  shareRollOn,
  type ShareRollForm,
  sharesTotal,
  withdrawalBar,
} from '../../domain/collectives/share-roll';
import { isCalendarDay } from '../../domain/calendar/calendar-day';
import { privateNumberProblems } from '../../domain/shared/private-number';
import { FormProblems, type Problem, refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { readHouseholds, readNumbers, readVersions } from './members.store';
import { IssuedSharesEntity, ShareHoldingEntity, ShareWithdrawalEntity } from './share-roll.entity';
import { ShareRollUses } from './share-roll-uses.service';

/** A holding as it was entered. */
export interface ToldHolding extends ShareHolding {
  readonly why: string;
  readonly paper: string;
  readonly enteredBy: string;
}

/** A holding as of a day, with whom it is known by. */
export interface HeldShares extends ToldHolding {
  /** The number of the household or of the member. */
  readonly holderNumber: number;
  /** Whether the holder is on the list on that day, and a member where a person holds. */
  readonly onList: boolean;
}

/** How many shares were issued, as it was entered. */
export interface ToldIssue extends IssuedShares {
  readonly paper: string;
  readonly enteredBy: string;
  readonly enteredAt: string;
}

/** A table of shares as it was read, with what stood before it. */
export interface RollRead {
  readonly roll: ReadShareRoll;
  readonly problems: readonly Problem[];
  readonly holdings: readonly ToldHolding[];
  readonly holders: ReadonlyMap<string, ShareHolder>;
}

/**
 * The shares of a collective: who holds how many from which day on. A table that comes in says what changes;
 * nothing that was entered is changed.
 */
@Injectable()
export class ShareRollService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly uses: ShareRollUses,
  ) {}

  /** Every holding in the order of entry, withdrawn ones among them. */
  async listHoldings(collectiveId: string, db: EntityManager = this.database.reader): Promise<ToldHolding[]> {
    const order = { holdingNumber: 'ASC' } as const;
    const rows = await db.find(ShareHoldingEntity, { where: { collectiveId }, order });
    const taken = await db.findBy(ShareWithdrawalEntity, { collectiveId });
    const withdrawn = new Map(taken.map((each) => [each.holdingNumber, each.why]));
    return rows.map(
      ({ holdingNumber, householdId, memberId, fromDay, hundredths, why, paper, enteredBy }) => ({
        ...{ number: holdingNumber, fromDay, hundredths, why, paper, enteredBy },
        withdrawn: withdrawn.get(holdingNumber),
        holderKind: householdId === null ? 'member' : 'household',
        holderId: householdId ?? memberId ?? '',
      }),
    );
  }

  /** Every number of shares that was said to be issued, in the order of entry. */
  async listIssued(collectiveId: string, db: EntityManager = this.database.reader): Promise<ToldIssue[]> {
    const order = { issueNumber: 'ASC' } as const;
    const rows = await db.find(IssuedSharesEntity, { where: { collectiveId }, order });
    return rows.map(({ issueNumber: number, fromDay, hundredths, paper, enteredBy, enteredAt }) => ({
      ...{ number, fromDay, hundredths, paper, enteredBy, enteredAt },
    }));
  }

  /** What holders have together on a day, beside what was issued. */
  async registerOn(db: EntityManager, collectiveId: string, day: CalendarDay): Promise<ShareRegister> {
    const held = sharesTotal(shareRollOn(await this.listHoldings(collectiveId, db), day));
    return { issued: issuedOn(await this.listIssued(collectiveId, db), day)?.hundredths, held };
  }

  /** Who holds shares on a day, by number; today where none is named. */
  async listRoll(collectiveId: string, on: CalendarDay = this.clock.today()): Promise<HeldShares[]> {
    return this.rollOf(this.database.reader, collectiveId, on);
  }

  /**
   * How many households have somebody on the list on a day.
   * @param of `enteredBy`: as the list was at that instant; without one, as it is now
   */
  async householdsOn(
    db: EntityManager,
    collectiveId: string,
    of: { readonly day: CalendarDay; readonly enteredBy?: string },
  ): Promise<number> {
    const { day, enteredBy } = of;
    const versions = (await readVersions(db, collectiveId)).filter(
      ({ enteredAt }) => enteredBy === undefined || enteredAt <= enteredBy,
    );
    return new Set(rosterOn(versions, day).map(({ householdId }) => householdId)).size;
  }

  /** Who holds shares on a day, by number. */
  async rollOf(db: EntityManager, collectiveId: string, on: CalendarDay): Promise<HeldShares[]> {
    const holders = await this.listHolders(db, collectiveId, on);
    const held = shareRollOn(await this.listHoldings(collectiveId, db), on);
    const roll = held.map((holding) => {
      const holder = holders.get(holding.holderId);
      return { ...holding, holderNumber: holder?.number ?? 0, onList: holder?.mayHold === true };
    });
    return roll.sort((one, other) => one.holderNumber - other.holderNumber);
  }

  /** Whoever may ever have held, by id: what each is, and the number it is known by. */
  holdersById(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<ReadonlyMap<string, ShareHolder>> {
    return this.listHolders(db, collectiveId, this.clock.today());
  }

  /**
   * Enters what a table of shares changes, from its day on.
   * @returns how many holders it changes
   * @throws FormProblems `form.*`, `calendar.notADay`, `person.dayAhead`, `shareRoll.*`
   */
  enterRoll(collectiveId: string, form: ShareRollForm, command: Command): Promise<{ changed: number }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { roll, holdings, problems } = await this.readRoll(collectiveId, form, tx);
        refuseProblems(problems);
        const { kind, fromDay, why, paper, changes } = roll;
        const entered = { enteredBy: command.by, enteredAt: this.clock.now() };
        const rows = changes.map(({ holderId, hundredths }, index) => ({
          ...{ collectiveId, holdingNumber: holdings.length + 1 + index, fromDay, hundredths, why, paper },
          householdId: kind === 'household' ? holderId : null,
          memberId: kind === 'member' ? holderId : null,
          ...entered,
        }));
        await insertRecorded(tx, ShareHoldingEntity, rows);
        return { changed: rows.length };
      },
      onceOf(command, 'shareRoll.enter', form),
    );
  }

  /** What a table of shares would change, with all that is wrong with it; nothing is entered. */
  async readRoll(
    collectiveId: string,
    form: ShareRollForm,
    db: EntityManager = this.database.reader,
  ): Promise<RollRead> {
    const day = form.shareFrom.trim();
    const on = isCalendarDay(day) ? day : this.clock.today();
    const holders = await this.listHolders(db, collectiveId, on);
    const holdings = await this.listHoldings(collectiveId, db);
    const uses = await this.uses.listUses(db, collectiveId);
    const ground = { holders: [...holders.values()], holdings, uses, today: this.clock.today() };
    return { ...readShareRoll(form, ground), holdings, holders };
  }

  /**
   * Withdraws a row that was entered wrongly and on which nothing rests: it never held, and stays to be read.
   * @throws FormProblems `form.*`, `shareRoll.rowUnknown`, `shareRoll.rowWithdrawn`, `shareRoll.laterStands`,
   *   `shareRoll.rollUsed`, `shareRoll.othersHold`
   */
  async withdrawHolding(
    collectiveId: string,
    form: { readonly shareRow: string; readonly withdrawnWhy: string },
    command: Command,
  ): Promise<{ number: number }> {
    const why = form.withdrawnWhy.trim();
    refuseProblems([
      ...(why === '' ? [{ code: 'form.missing', field: 'withdrawnWhy' }] : []),
      ...privateNumberProblems({ withdrawnWhy: why }),
    ]);
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const all = await this.listHoldings(collectiveId, tx);
        const at = { field: 'shareRow', value: form.shareRow };
        const row = all.find(({ number }) => String(number) === form.shareRow.trim());
        if (row === undefined) throw new FormProblems([{ code: 'shareRoll.rowUnknown', ...at }]);
        if (row.withdrawn !== undefined)
          throw new FormProblems([{ code: 'shareRoll.rowWithdrawn', ...at, facts: { why: row.withdrawn } }]);
        const holdings = all.filter(({ withdrawn }) => withdrawn === undefined);
        const uses = await this.uses.listUses(tx, collectiveId);
        const bar = withdrawalBar({ holdings, uses }, row);
        if (bar !== undefined) throw new FormProblems([{ ...bar, ...at }]);
        const entered = { enteredBy: command.by, enteredAt: this.clock.now() };
        const { number: holdingNumber } = row;
        await insertRecorded(tx, ShareWithdrawalEntity, { collectiveId, holdingNumber, why, ...entered });
        return { number: holdingNumber };
      },
      onceOf(command, 'shareRoll.withdraw', form),
    );
  }

  /** Households and members by their id; who may hold is on the list that day. */
  private async listHolders(
    db: EntityManager,
    collectiveId: string,
    on: CalendarDay,
  ): Promise<ReadonlyMap<string, ShareHolder>> {
    const held = rosterOn(await readVersions(db, collectiveId), on);
    const belonging = new Set(held.filter(({ belongs }) => belongs).map(({ memberId }) => memberId));
    const lived = new Set(held.map(({ householdId }) => householdId));
    const households = (await readHouseholds(db, collectiveId)).map(({ id, householdNumber }) => {
      const holder: ShareHolder = { kind: 'household', id, number: householdNumber, mayHold: lived.has(id) };
      return holder;
    });
    const members = [...(await readNumbers(db, collectiveId))].map(([id, number]) => {
      const holder: ShareHolder = { kind: 'member', id, number, mayHold: belonging.has(id) };
      return holder;
    });
    return new Map([...households, ...members].map((holder) => [holder.id, holder]));
  }
}
