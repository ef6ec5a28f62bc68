import { Injectable } from '@nestjs/common';
import type { Pool } from '../../domain/ledger/journal-entry';
import { type Fen, sumFen } from '../../domain/money/fen';
import { owedByPerson, type OwedList, type OwedTotals, type PersonOwed } from '../../domain/uses/owed-people';
import { type KnownPerson, RosterReadService } from '../collectives/roster-read.service';
import { DividendOwedService, type OwedRound } from '../uses/dividend-owed.service';
import { MemberSharesService } from '../uses/member-shares.service';
import { type AcceptedList, OwedListsService, type ToldLine } from './owed-lists.service';
import { type NamedVoucher, type PaidGrant, PaidGrantsService } from './paid-grants.service';

/** A list that is owed, its voucher and those that paid it. */
export interface ToldOwedList extends AcceptedList, OwedList<ToldLine> {
  readonly voucher: NamedVoucher;
  readonly payments: readonly NamedVoucher[];
}

/** Somebody, with everything that was owed to him on lists. */
export interface OwedPerson extends Omit<PersonOwed<ToldLine>, 'items'> {
  readonly known: KnownPerson;
  readonly items: readonly {
    readonly list: ToldOwedList;
    readonly line: ToldLine;
    readonly state: PersonOwed['items'][number]['state'];
  }[];
}

/** Who is owed what, and what is owed to nobody by name. */
export interface OwedState {
  /** By household and number. */
  readonly people: readonly OwedPerson[];
  readonly totals: OwedTotals;
  /** Grants that are owed as one sum, of which something is open. */
  readonly whole: readonly PaidGrant[];
  /** What members were given of a pool and were not paid; `owedAsOne` of it as one sum, under no name. */
  readonly dividends: readonly { readonly pool: Pool; readonly owed: Fen; readonly owedAsOne: Fen }[];
  /** The same by round and holder, of what was given by the roll. */
  readonly rounds: readonly OwedRound[];
  /** All of it. */
  readonly open: Fen;
}

/** Who is owed what, person by person, and why. It reads only; what it tells was booked by grants. */
@Injectable()
export class OwedPeopleService {
  constructor(
    private readonly lists: OwedListsService,
    private readonly grants: PaidGrantsService,
    private readonly members: MemberSharesService,
    private readonly roster: RosterReadService,
    private readonly rounds: DividendOwedService,
  ) {}

  /** @throws DomainError `collective.unknown` */
  async read(collectiveId: string): Promise<OwedState> {
    const grants = await this.grants.listGrants(collectiveId);
    const grantOf = new Map(grants.map((grant) => [grant.voucher.entryId, grant]));
    const lists = (await this.lists.listAccepted(collectiveId)).flatMap((list): ToldOwedList[] => {
      const grant = grantOf.get(list.entryId);
      if (grant === undefined) return [];
      return [{ ...list, paid: grant.paid, voucher: grant.voucher, payments: grant.payments }];
    });
    const byEntry = new Map(lists.map((list) => [list.entryId, list]));
    const { people, totals } = owedByPerson<ToldLine>(lists);
    const known = await this.roster.knownPeople(
      collectiveId,
      people.map(({ memberId }) => memberId),
    );
    const told = people.flatMap(({ items, ...person }): OwedPerson[] => {
      const who = known.get(person.memberId);
      if (who === undefined) return [];
      const own = items.flatMap(({ list, line, state }) => {
        const found = byEntry.get(list.entryId);
        return found === undefined ? [] : [{ list: found, line, state }];
      });
      return [{ ...person, known: who, items: own }];
    });
    const whole = grants.filter(
      ({ voucher, amount, paid }) => !byEntry.has(voucher.entryId) && amount > paid,
    );
    const shares = (await this.members.listStates(collectiveId)).filter(({ owed }) => owed > 0n);
    const dividends = shares.map(({ pool, owed, owedAsOne }) => ({ pool, owed, owedAsOne }));
    return {
      people: told.sort((one, other) => orderOf(one) - orderOf(other)),
      ...{ totals, whole, dividends, rounds: await this.rounds.listOwed(collectiveId) },
      open:
        totals.owed +
        totals.openOfPartly +
        sumFen(whole.map(({ amount, paid }) => amount - paid)) +
        sumFen(dividends.map(({ owed }) => owed)),
    };
  }
}

function orderOf({ known: { householdNumber, memberNumber } }: OwedPerson): number {
  return householdNumber * 1_000_000 + memberNumber;
}
