import type { EntityManager } from 'typeorm';
import type { HouseholdIncome } from '../../domain/collectives/household-income';
import type { HouseholdStatus } from '../../domain/collectives/household-status';
import type {
  Labour,
  Leaving,
  OfficerRelation,
  OtherVillageWhy,
  PersonalData,
  Relation,
} from '../../domain/collectives/person';
import type { MemberVersion } from '../../domain/collectives/roster';
import {
  HouseholdEntity,
  HouseholdGroupEntity,
  HouseholdIncomeEntity,
  HouseholdStatusEndEntity,
  HouseholdStatusEntity,
  MemberEntity,
  PersonalReadEntity,
} from './member.entity';
import { run } from '../../platform/database/statements';

/** A version with the number its member has in the village, what its numbers are found by, and its seal. */
export interface SealedVersion extends MemberVersion {
  readonly memberNumber: number;
  readonly identityPrint: string;
  readonly keyId: string;
  readonly sealed: string;
  /** Why it was entered. */
  readonly change: string;
  /** Why here, where another village of the county had the person on its list. */
  readonly otherVillageWhy: OtherVillageWhy | undefined;
  readonly enteredBy: string;
  readonly enteredAt: string;
}

/** A status as it was entered, with its word and paper. */
export interface ToldStatus extends HouseholdStatus {
  readonly words: string;
  readonly pack: string;
  readonly paper: string;
  readonly endPaper: string | undefined;
}

/** An income as it was entered. */
export type ToldIncome = HouseholdIncome & {
  readonly paper: string;
  /** Why it is less than what the books paid; undefined where nobody said. */
  readonly belowPaidWhy: string | undefined;
};

/** What a place is sealed for: one version of one person, and nothing else opens there. */
export function sealedFor(of: { collectiveId: string; memberId: string; version: number }): string {
  return `member ${of.collectiveId} ${of.memberId} ${String(of.version)}`;
}

/** Reads what was sealed of a person. */
export function readPersonal(text: string): PersonalData {
  const read: unknown = JSON.parse(text);
  if (!isPersonal(read)) throw new Error('what is sealed of a person is not of its form');
  return read;
}

function isPersonal(read: unknown): read is PersonalData {
  return typeof read === 'object' && read !== null && 'name' in read && 'identity' in read;
}

/** Every version of everybody of a collective, or of one person, in the order of entry. */
export async function readVersions(
  db: EntityManager,
  collectiveId: string,
  memberId?: string,
): Promise<SealedVersion[]> {
  const own = memberId === undefined ? [collectiveId] : [collectiveId, memberId];
  const rows = await run<VersionColumns>(
    db,
    `SELECT v.*, m.member_number FROM member_versions v
     JOIN members m ON m.collective_id = v.collective_id AND m.id = v.member_id
     WHERE v.collective_id = ?${memberId === undefined ? '' : ' AND v.member_id = ?'}
     ORDER BY v.member_id, v.version`,
    own,
  );
  // Written out: of a village of a hundred thousand, objects put together from parts take far more memory.
  return rows.map((row) => ({
    memberId: row.member_id,
    version: row.version,
    fromDay: row.from_day,
    householdId: row.household_id,
    relation: row.relation,
    labour: row.labour,
    officerRelation: row.officer_relation,
    belongs: row.belongs === 1,
    leftWhy: row.left_why ?? undefined,
    change: row.change,
    otherVillageWhy: row.other_village_why ?? undefined,
    keyId: row.key_id,
    identityPrint: row.identity_print,
    sealed: row.sealed,
    enteredBy: row.entered_by,
    enteredAt: row.entered_at,
    memberNumber: row.member_number,
  }));
}

/** The last version of everybody of a collective, by who it is. */
export async function readLastVersions(
  db: EntityManager,
  collectiveId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await run<{ readonly member_id: string; readonly version: number }>(
    db,
    `SELECT member_id, MAX(version) AS version FROM member_versions
     WHERE collective_id = ? GROUP BY member_id`,
    [collectiveId],
  );
  return new Map(rows.map(({ member_id: id, version }) => [id, version]));
}

/** The columns of a version, and its member's number. */
interface VersionColumns {
  readonly member_id: string;
  readonly member_number: number;
  readonly version: number;
  readonly from_day: string;
  readonly household_id: string;
  readonly relation: Relation;
  readonly labour: Labour;
  readonly officer_relation: OfficerRelation;
  readonly belongs: number;
  readonly left_why: Leaving | null;
  readonly change: string;
  readonly other_village_why: OtherVillageWhy | null;
  readonly key_id: string;
  readonly identity_print: string;
  readonly sealed: string;
  readonly entered_by: string;
  readonly entered_at: string;
}

/** The number of every member in the village, or of one. */
export async function readNumbers(
  db: EntityManager,
  collectiveId: string,
  id?: string,
): Promise<Map<string, number>> {
  const members = await db.findBy(MemberEntity, id === undefined ? { collectiveId } : { collectiveId, id });
  return new Map(members.map((each) => [each.id, each.memberNumber]));
}

/** The households of a collective, by their number, each in the group that was entered last. */
export async function readHouseholds(db: EntityManager, collectiveId: string): Promise<HouseholdEntity[]> {
  const where = { collectiveId };
  const households = await db.find(HouseholdEntity, { where, order: { householdNumber: 'ASC' } });
  const changes = await db.find(HouseholdGroupEntity, { where, order: { groupNumber: 'ASC' } });
  const groupOf = new Map(changes.map((each) => [each.householdId, each.villageGroup]));
  return households.map((each) =>
    Object.assign(each, { villageGroup: groupOf.get(each.id) ?? each.villageGroup }),
  );
}

/** The groups a household was entered in after the first, in the order of entry. */
export function readGroups(
  db: EntityManager,
  collectiveId: string,
  householdId: string,
): Promise<HouseholdGroupEntity[]> {
  return db.find(HouseholdGroupEntity, {
    where: { collectiveId, householdId },
    order: { groupNumber: 'ASC' },
  });
}

/** The statuses of all households, or of one, in the order of entry. */
export async function readStatuses(
  db: EntityManager,
  collectiveId: string,
  householdId?: string,
): Promise<ToldStatus[]> {
  const where = householdId === undefined ? { collectiveId } : { collectiveId, householdId };
  const order = { householdId: 'ASC', statusNumber: 'ASC' } as const;
  const rows = await db.find(HouseholdStatusEntity, { where, order });
  const ends = await db.findBy(HouseholdStatusEndEntity, where);
  const endOf = new Map(ends.map((end) => [keyOf(end), end]));
  return rows.map((row) => {
    const end = endOf.get(keyOf(row));
    const { householdId: id, statusNumber, status, statusWords: words, pack, fromDay, paper } = row;
    return {
      ...{ householdId: id, statusNumber, status, words, pack, fromDay, paper },
      end: end === undefined ? undefined : { endedOn: end.endedOn, why: end.why },
      endPaper: end?.paper,
    };
  });
}

function keyOf(of: { readonly householdId: string; readonly statusNumber: number }): string {
  return `${of.householdId} ${String(of.statusNumber)}`;
}

/** The incomes of all households, or of one, in the order of entry. */
export async function readIncomes(
  db: EntityManager,
  collectiveId: string,
  householdId?: string,
): Promise<ToldIncome[]> {
  const where = householdId === undefined ? { collectiveId } : { collectiveId, householdId };
  const order = { householdId: 'ASC', incomeNumber: 'ASC' } as const;
  const rows = await db.find(HouseholdIncomeEntity, { where, order });
  return rows.map(({ householdId: id, incomeNumber, year, perHead, paper, belowPaidWhy }) => ({
    ...{ householdId: id, incomeNumber, year, perHead, paper, belowPaidWhy: belowPaidWhy ?? undefined },
  }));
}

/** Who read a number of a person in full, the latest first. */
export function readReads(
  db: EntityManager,
  collectiveId: string,
  memberId: string,
): Promise<PersonalReadEntity[]> {
  return db.find(PersonalReadEntity, { where: { collectiveId, memberId }, order: { readNumber: 'DESC' } });
}
