import { Injectable } from '@nestjs/common';
import type { Pool } from '../../domain/ledger/journal-entry';
import { type Fen, sumFen } from '../../domain/money/fen';
import {
  owedByPerson,
  type OwedItem,
  type OwedList,
  type OwedTotals,
  type PersonOwed,
} from '../../domain/uses/owed-people';
import { type KnownPerson, RosterReadService } from '../collectives/roster-read.service';
import { DividendOwedService, type OwedRound } from '../uses/dividend-owed.service';
import { MemberSharesService } from '../uses/member-shares.service';
import { type AcceptedList, OwedListsService, type ToldLine } from './owed-lists.service';
import type { NamedVoucher } from './paid-grants.service';
import { type PaidOver, type SureGrant, SureGrantsService } from './sure-grants.service';

/** A list that is owed, its voucher and those that paid it. */
export interface ToldOwedList extends AcceptedList, OwedList<ToldLine> {
  readonly voucher: NamedVoucher;
  readonly payments: readonly NamedVoucher[];
}

/** Somebody, with everything that was owed to him on lists. */
export interface OwedPerson extends Omit<PersonOwed<ToldLine>, 'items'> {
  readonly known: KnownPerson;
  readonly items: readonly (Omit<OwedItem<ToldLine>, 'list'> & { readonly list: ToldOwedList })[];
}

/** Who is owed what, and what is owed to nobody by name. */
export interface OwedState {
  /** By household and number. */
  readonly people: readonly OwedPerson[];
  /** Every list that is owed or was paid. */
  readonly lists: readonly ToldOwedList[];
  readonly totals: OwedTotals;
  /** Every grant that stands and was made as one sum, paid ones too. */
  readonly granted: readonly SureGrant[];
  /** Those of which something is open, or may be. */
  readonly whole: readonly SureGrant[];
  /** What was paid and is owed to nobody any more, by account. */
  readonly over: readonly PaidOver[];
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
    private readonly grants: SureGrantsService,
    private readonly members: MemberSharesService,
    private readonly roster: RosterReadService,
    private readonly rounds: DividendOwedService,
  ) {}

  /** @throws DomainError `collective.unknown` */
  async read(collectiveId: string): Promise<OwedState> {
    const { grants, openOfUnsure, over } = await this.grants.read(collectiveId);
    const grantOf = new Map(grants.map((grant) => [grant.voucher.entryId, grant]));
    const lists = (await this.lists.listAccepted(collectiveId)).flatMap((list): ToldOwedList[] => {
      const grant = grantOf.get(list.entryId);
      if (grant === undefined) return [];
      const { standing, voucher, payments } = grant;
      return [{ ...list, standing, voucher, payments }];
    });
    const byEntry = new Map(lists.map((list) => [list.entryId, list]));
    const { people, owed, paid } = owedByPerson<ToldLine>(lists);
    const known = await this.roster.knownPeople(
      collectiveId,
      people.map(({ memberId }) => memberId),
    );
    const told = people.flatMap(({ items, ...person }): OwedPerson[] => {
      const who = known.get(person.memberId);
      if (who === undefined) return [];
      const own = items.flatMap(({ list, ...item }) => {
        const found = byEntry.get(list.entryId);
        return found === undefined ? [] : [{ ...item, list: found }];
      });
      return [{ ...person, known: who, items: own }];
    });
    const granted = grants.filter(({ voucher }) => !byEntry.has(voucher.entryId));
    const whole = granted.filter(({ standing }) => standing.state !== 'paid');
    const shares = (await this.members.listStates(collectiveId)).filter(({ owed }) => owed > 0n);
    const dividends = shares.map(({ pool, owed, owedAsOne }) => ({ pool, owed, owedAsOne }));
    return {
      lists,
      people: told.sort((one, other) => orderOf(one) - orderOf(other)),
      totals: { owed, paid, openOfPartly: openOfUnsure, over: sumFen(over.map((each) => each.over)) },
      ...{ granted, whole, over, dividends, rounds: await this.rounds.listOwed(collectiveId) },
      open: owed + openOfUnsure + sumFen(whole.map(openOfWhole)) + sumFen(dividends.map(({ owed }) => owed)),
    };
  }
}

/** What of a grant without a list is owed for certain. */
export function openOfWhole({ standing: { state, amount } }: Pick<SureGrant, 'standing'>): Fen {
  return state === 'open' ? amount : 0n;
}

function orderOf({ known: { householdNumber, memberNumber } }: OwedPerson): number {
  return householdNumber * 1_000_000 + memberNumber;
}
