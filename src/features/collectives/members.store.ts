import type { EntityManager } from 'typeorm';
import type { HouseholdIncome } from '../../domain/collectives/household-income';
import type { HouseholdStatus } from '../../domain/collectives/household-status';
import type { PersonalData } from '../../domain/collectives/person';
import type { MemberVersion } from '../../domain/collectives/roster';
import {
  HouseholdEntity,
  HouseholdIncomeEntity,
  HouseholdStatusEndEntity,
  HouseholdStatusEntity,
  MemberEntity,
  MemberVersionEntity,
  PersonalReadEntity,
} from './member.entity';

/** A version with the number its member has in the village, what its numbers are found by, and its seal. */
export interface SealedVersion extends MemberVersion {
  readonly memberNumber: number;
  readonly identityPrint: string;
  readonly keyId: string;
  readonly sealed: string;
  /** Why it was entered. */
  readonly change: string;
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
export type ToldIncome = HouseholdIncome & { readonly paper: string };

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
  const own = memberId === undefined ? { collectiveId } : { collectiveId, memberId };
  const rows = await db.find(MemberVersionEntity, { where: own, order: { memberId: 'ASC', version: 'ASC' } });
  const numbers = await readNumbers(db, collectiveId, memberId);
  return rows.map(({ belongs, leftWhy, ...row }) => ({
    ...row,
    belongs: belongs === 1,
    leftWhy: leftWhy ?? undefined,
    memberNumber: numbers.get(row.memberId) ?? 0,
  }));
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

/** The households of a collective, by their number. */
export function readHouseholds(db: EntityManager, collectiveId: string): Promise<HouseholdEntity[]> {
  return db.find(HouseholdEntity, { where: { collectiveId }, order: { householdNumber: 'ASC' } });
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
  return rows.map(({ householdId: id, incomeNumber, year, perHead, paper }) => ({
    ...{ householdId: id, incomeNumber, year, perHead, paper },
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
