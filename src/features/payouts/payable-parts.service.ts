import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { mergedParts, partKey, type PayablePart } from '../../domain/payouts/payable-parts';
import { workWords } from '../../glossary/terms-works';
import { Database } from '../../platform/database/database';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import type { Payee } from '../collectives/payees.service';
import { openOfWhole, type OwedPerson, OwedPeopleService } from '../distribution/owed-people.service';
import type { SureGrant } from '../distribution/sure-grants.service';
import { DebtPayeesService } from './debt-payees.service';
import { PayListPayeesService } from './pay-list-payees.service';
import { readLiving } from './pay-lists.store';

/** What somebody is owed by one voucher, what for, and where he is paid. */
export interface ToldPart extends PayablePart {
  /** The paper by which it is owed, and the use of a sum that has none. */
  readonly listId: string | undefined;
  readonly use: string | undefined;
  /** For which month, or up to which day; of such a sum nothing. */
  readonly when: string | undefined;
  /** In words. */
  readonly what: string;
  /** Of somebody outside none. */
  readonly household: number | undefined;
  readonly payee: Payee;
}

/** A sum that was granted as one, and whose it is as was said last. */
export interface ToldSum {
  readonly grant: SureGrant;
  readonly payee: Payee | undefined;
}

/** What stands to be paid to people, part by part. */
@Injectable()
export class PayablePartsService {
  constructor(
    private readonly database: Database,
    private readonly owed: OwedPeopleService,
    private readonly payees: PayListPayeesService,
    private readonly named: DebtPayeesService,
  ) {}

  /**
   * Every part that is owed, or may be, by person, and then the sums that somebody is named for; what is paid
   * for certain is left out.
   */
  async listParts(collectiveId: string, db: EntityManager = this.database.reader): Promise<ToldPart[]> {
    const { people, whole } = await this.database.readWithin(db, () => this.owed.read(collectiveId));
    const living = await readLiving(db, collectiveId);
    const ids = people.map(({ memberId }) => memberId);
    const payees = await this.payees.lastOf(db, collectiveId, ids);
    const own = people.flatMap((person) => {
      const payee = payees.get(person.memberId);
      return payee === undefined ? [] : partsOf(person, payee);
    });
    const sums = (await this.sumsOf(db, collectiveId, whole)).flatMap(partOfSum);
    return [...own, ...sums].map((part) => ({ ...part, onList: living.get(partKey(part))?.list.id }));
  }

  /** Sums that were granted as one and are not paid for certain. */
  async listSums(collectiveId: string): Promise<ToldSum[]> {
    const { whole } = await this.owed.read(collectiveId);
    return this.sumsOf(this.database.reader, collectiveId, whole);
  }

  private async sumsOf(
    db: EntityManager,
    collectiveId: string,
    whole: readonly SureGrant[],
  ): Promise<ToldSum[]> {
    if (whole.length === 0) return [];
    const named = await this.named.listLast(db, collectiveId);
    const ids = [...named.values()].map(({ counterpartyId }) => counterpartyId);
    const payees = await this.payees.lastOf(db, collectiveId, ids);
    return whole.map((grant) => {
      const id = named.get(grant.voucher.entryId)?.counterpartyId ?? '';
      return { grant, payee: payees.get(id) };
    });
  }
}

type OwnPart = Omit<ToldPart, 'onList'>;

function partsOf(person: OwedPerson, payee: Payee): OwnPart[] {
  const { memberId, known } = person;
  const items = person.items.filter(({ state }) => state !== 'paid');
  const parts = items.map(({ list, owed: amount, state }) => ({
    ...{ debtId: list.entryId, memberId, kind: list.kind, amount, isUnsure: state === 'partly' },
  }));
  return mergedParts(parts).flatMap((part): OwnPart[] => {
    const own = person.items.filter(({ list }) => list.entryId === part.debtId);
    const list = own[0]?.list;
    if (list === undefined) return [];
    const whats = [...new Set(own.map(({ line }) => widePunctuation(line.what)))].join('、');
    const what = workWords.owedFor(whats, list.when);
    const from = { listId: list.id, use: undefined, when: list.when };
    return [{ ...part, ...from, what, household: known.householdNumber, payee }];
  });
}

function partOfSum({ grant, payee }: ToldSum): OwnPart[] {
  if (payee === undefined) return [];
  const { voucher, standing, claim } = grant;
  const isUnsure = standing.state === 'unsure';
  return [
    {
      ...{ debtId: voucher.entryId, memberId: payee.memberId, kind: 'whole', isUnsure, payee },
      ...{ amount: openOfWhole(grant), listId: undefined, use: claim.bucket, household: undefined },
      when: undefined,
      what: sumText(grant),
    },
  ];
}

/** What a sum was granted for. */
export function sumText({ claim }: Pick<SureGrant, 'claim'>): string {
  return widePunctuation(claim.forWhat);
}
