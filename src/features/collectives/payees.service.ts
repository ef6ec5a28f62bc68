import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Leaving, OfficerRelation, PersonalData } from '../../domain/collectives/person';
import { groupedBy } from '../../domain/shared/grouped';
import { localDay } from '../../platform/clock/clock';
import { readLastVersions, readVersions, type SealedVersion } from './members.store';
import { PersonalReadsService } from './personal-reads.service';

/** Whom money goes to, as a version of him says it. The number of the account is for a bank's file alone. */
export interface Payee {
  readonly memberId: string;
  readonly version: number;
  readonly name: string;
  readonly account: PersonalData['account'];
}

/** A person as a version has him. */
export interface PersonVersion {
  readonly memberId: string;
  readonly version: number;
}

/** Somebody as a version has him, and as he was entered last since. */
export interface EnteredAnew {
  readonly frozen: Payee | undefined;
  readonly last: Payee;
}

/** Somebody's account as it was entered once, and when. */
export interface PaidVersion {
  readonly payee: Payee;
  readonly enteredAt: string;
}

/** What of somebody stands out where he is paid: no number leaves here, only whether two are the same. */
export interface PayeeStanding {
  readonly memberId: string;
  readonly name: string;
  readonly householdId: string;
  readonly officerRelation: OfficerRelation;
  readonly left: { readonly from: CalendarDay; readonly why: Leaving } | undefined;
  /** The same of two people whose money goes to the same account; undefined where there is none. */
  readonly accountPrint: string | undefined;
  /** On which day this account was entered in place of another; undefined where it is the first. */
  readonly accountChangedOn: CalendarDay | undefined;
}

/** Where people are paid: as it was entered last, or as a list froze it. */
@Injectable()
export class PayeesService {
  constructor(private readonly reads: PersonalReadsService) {}

  /** Each of these people as he was entered last, by id. */
  async lastOf(
    db: EntityManager,
    collectiveId: string,
    memberIds: readonly string[],
  ): Promise<ReadonlyMap<string, Payee>> {
    const wanted = new Set(memberIds);
    const versions = await readVersions(db, collectiveId);
    // Versions come in the order of entry: the last of a person stays.
    const last = new Map(
      versions.filter(({ memberId }) => wanted.has(memberId)).map((each) => [each.memberId, each]),
    );
    return new Map([...last].map(([id, version]) => [id, this.opened(collectiveId, version)]));
  }

  /** These versions of people, by id. @throws DomainError `person.unknown` */
  async frozen(
    db: EntityManager,
    collectiveId: string,
    wanted: readonly PersonVersion[],
  ): Promise<ReadonlyMap<string, Payee>> {
    const keys = new Map(wanted.map(({ memberId, version }) => [memberId, version]));
    const versions = await readVersions(db, collectiveId);
    return new Map(
      versions
        .filter(({ memberId, version }) => keys.get(memberId) === version)
        .map((version) => [version.memberId, this.opened(collectiveId, version)]),
    );
  }

  /** Of these versions those after which the person was entered anew: nobody else's seal is opened. */
  async enteredAnew(
    db: EntityManager,
    collectiveId: string,
    wanted: readonly PersonVersion[],
  ): Promise<EnteredAnew[]> {
    const lastOf = await readLastVersions(db, collectiveId);
    const keys = new Map(wanted.map(({ memberId, version }) => [memberId, version]));
    const anew = [...keys].filter(([id, version]) => (lastOf.get(id) ?? version) !== version);
    if (anew.length === 0) return [];
    const people = groupedBy(await readVersions(db, collectiveId), ({ memberId }) => memberId);
    return anew.flatMap(([memberId, version]): EnteredAnew[] => {
      const own = people.get(memberId) ?? [];
      const last = own.at(-1);
      if (last === undefined) return [];
      const frozen = own.find((each) => each.version === version);
      return [
        {
          frozen: frozen === undefined ? undefined : this.opened(collectiveId, frozen),
          last: this.opened(collectiveId, last),
        },
      ];
    });
  }

  /**
   * Everybody who stands or stood on the village's list, as he was entered last.
   * @param outside others who are paid, each with all his versions: a household of his own
   */
  async standings(
    db: EntityManager,
    collectiveId: string,
    outside: Iterable<readonly PaidVersion[]> = [],
  ): Promise<PayeeStanding[]> {
    const prints = new Map<string, string>();
    const printOf = (account: Payee['account']): string | undefined => {
      if (account === undefined) return undefined;
      const { kind, number } = account;
      const print = prints.get(`${kind} ${number}`) ?? String(prints.size + 1);
      prints.set(`${kind} ${number}`, print);
      return print;
    };
    const paidTo = (paid: readonly PaidVersion[]) => ({
      name: paid.at(-1)?.payee.name ?? '',
      accountPrint: printOf(paid.at(-1)?.payee.account),
      accountChangedOn: changedOn(paid),
    });
    const people = groupedBy(await readVersions(db, collectiveId), ({ memberId }) => memberId);
    const own = [...people.values()].flatMap((versions): PayeeStanding[] => {
      const last = versions.at(-1);
      if (last === undefined) return [];
      const { memberId, householdId, officerRelation, leftWhy, fromDay } = last;
      const left = leftWhy === undefined ? undefined : { from: fromDay, why: leftWhy };
      const paid = versions.map((version) => this.paidVersion(collectiveId, version));
      return [{ memberId, householdId, officerRelation, left, ...paidTo(paid) }];
    });
    const others = [...outside].map((versions): PayeeStanding => {
      const id = versions[0]?.payee.memberId ?? '';
      const alone = { memberId: id, householdId: id, officerRelation: 'none' as const, left: undefined };
      return { ...alone, ...paidTo(versions) };
    });
    return [...own, ...others];
  }

  private paidVersion(collectiveId: string, version: SealedVersion): PaidVersion {
    return { payee: this.opened(collectiveId, version), enteredAt: version.enteredAt };
  }

  private opened(collectiveId: string, version: SealedVersion): Payee {
    const { name, account } = this.reads.open(collectiveId, version);
    return { memberId: version.memberId, version: version.version, name, account };
  }
}

/** Whether money would go to the same place. */
export function isSameAccount(one: Payee['account'], other: Payee['account']): boolean {
  return one?.kind === other?.kind && one?.number === other?.number && one?.bank === other?.bank;
}

/** On which day the last account came in place of another; undefined where there was none before. */
function changedOn(versions: readonly PaidVersion[]): CalendarDay | undefined {
  const account = versions.at(-1)?.payee.account;
  if (account === undefined) return undefined;
  const since = versions.findLastIndex(({ payee }) => !isSameAccount(payee.account, account)) + 1;
  const hadOther = versions.slice(0, since).some(({ payee }) => payee.account !== undefined);
  const entered = versions[since]?.enteredAt;
  return hadOther && entered !== undefined ? localDay(entered) : undefined;
}
