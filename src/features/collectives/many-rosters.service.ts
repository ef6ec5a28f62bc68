import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { HouseholdCircumstance } from '../../domain/collectives/household-circumstances';
import type { StatusEnd } from '../../domain/collectives/household-status';
import { issuedOn, type ShareRegister } from '../../domain/collectives/issued-shares';
import type { Leaving } from '../../domain/collectives/person';
import type { MemberVersion } from '../../domain/collectives/roster';
import { type ShareHolding, shareRollOn, sharesTotal } from '../../domain/collectives/share-roll';
import { groupedBy } from '../../domain/shared/grouped';
import { Database } from '../../platform/database/database';
import { inGroups, placeholders } from '../../platform/database/many-ids';
import { run } from '../../platform/database/statements';

/** Somebody's versions as far as they say where he lives and whether he is on the list. */
type LivingAt = Pick<MemberVersion, 'memberId' | 'version' | 'fromDay' | 'householdId' | 'leftWhy'>;

interface Row {
  readonly collective_id: string;
}

interface LivingRow extends Row {
  readonly member_id: string;
  readonly version: number;
  readonly from_day: string;
  readonly household_id: string;
  readonly left_why: Leaving | null;
}

interface CircumstanceRow extends Row {
  readonly household_id: string;
  readonly circumstance_number: number;
  readonly circumstance: string;
  readonly from_day: string;
  readonly ended_on: string | null;
  readonly why: StatusEnd | null;
}

interface HoldingRow extends Row {
  readonly holding_number: number;
  readonly household_id: string | null;
  readonly member_id: string | null;
  readonly from_day: string;
  readonly share_hundredths: number;
  readonly withdrawn: string | null;
}

interface IssueRow extends Row {
  readonly issue_number: number;
  readonly from_day: string;
  readonly share_hundredths: number;
}

/** The lists of many villages, asked of all of them together; nobody's data is opened. */
@Injectable()
export class ManyRostersService {
  constructor(private readonly database: Database) {}

  /** Where everybody lives and lived, by village. */
  async listLiving(collectiveIds: readonly string[]): Promise<ReadonlyMap<string, readonly LivingAt[]>> {
    const rows = await this.ask<LivingRow>(
      `SELECT collective_id, member_id, version, from_day, household_id, left_why FROM member_versions
       WHERE collective_id`,
      collectiveIds,
    );
    return byVillage(rows, (row) => ({
      ...{ memberId: row.member_id, version: row.version, fromDay: row.from_day },
      ...{ householdId: row.household_id, leftWhy: row.left_why ?? undefined },
    }));
  }

  /** What makes documents look at households first, by village. */
  async listCircumstances(
    collectiveIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly HouseholdCircumstance[]>> {
    const rows = await this.ask<CircumstanceRow>(
      `SELECT c.collective_id, c.household_id, c.circumstance_number, c.circumstance, c.from_day, e.ended_on,
         e.why
       FROM household_circumstances c LEFT JOIN household_circumstance_ends e
         ON e.collective_id = c.collective_id AND e.household_id = c.household_id
         AND e.circumstance_number = c.circumstance_number
       WHERE c.collective_id`,
      collectiveIds,
    );
    return byVillage(rows, ({ ended_on: endedOn, why, ...row }) => ({
      ...{ householdId: row.household_id, circumstanceNumber: row.circumstance_number },
      ...{ circumstance: row.circumstance, fromDay: row.from_day },
      end: endedOn === null || why === null ? undefined : { endedOn, why },
    }));
  }

  /** What holders have of what was issued on a day, by village; nothing of those where nobody said either. */
  async listShares(
    collectiveIds: readonly string[],
    day: CalendarDay,
  ): Promise<ReadonlyMap<string, ShareRegister>> {
    const held = await this.ask<HoldingRow>(
      `SELECT h.collective_id, h.holding_number, h.household_id, h.member_id, h.from_day, h.share_hundredths,
         w.why AS withdrawn
       FROM share_holdings h LEFT JOIN share_withdrawals w
         ON w.collective_id = h.collective_id AND w.holding_number = h.holding_number
       WHERE h.collective_id`,
      collectiveIds,
    );
    const said = await this.ask<IssueRow>(
      `SELECT collective_id, issue_number, from_day, share_hundredths FROM issued_shares
       WHERE collective_id`,
      collectiveIds,
    );
    const issues = byVillage(said, (row) => {
      return { number: row.issue_number, fromDay: row.from_day, hundredths: row.share_hundredths };
    });
    const holdings = byVillage(held, holdingOf);
    const villages = new Set([...issues.keys(), ...holdings.keys()]);
    return new Map(
      [...villages].map((id): [string, ShareRegister] => {
        const issued = issuedOn(issues.get(id) ?? [], day)?.hundredths;
        return [id, { issued, held: sharesTotal(shareRollOn(holdings.get(id) ?? [], day)) }];
      }),
    );
  }

  private async ask<Asked extends Row>(sql: string, collectiveIds: readonly string[]): Promise<Asked[]> {
    const rows: Asked[] = [];
    for (const ids of inGroups(collectiveIds))
      rows.push(...(await run<Asked>(this.database.reader, `${sql} IN (${placeholders(ids)})`, ids)));
    return rows;
  }
}

function holdingOf(row: HoldingRow): ShareHolding {
  const { household_id: householdId, member_id: memberId, withdrawn } = row;
  return {
    ...{ number: row.holding_number, fromDay: row.from_day, hundredths: row.share_hundredths },
    holderKind: householdId === null ? 'member' : 'household',
    holderId: householdId ?? memberId ?? '',
    withdrawn: withdrawn ?? undefined,
  };
}

function byVillage<Asked extends Row, Item>(
  rows: readonly Asked[],
  read: (row: Asked) => Item,
): ReadonlyMap<string, Item[]> {
  const groups = groupedBy(rows, ({ collective_id: id }) => id);
  return new Map([...groups].map(([id, own]) => [id, own.map(read)]));
}
