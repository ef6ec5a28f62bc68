import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { mergedParts, partKey, type PayablePart } from '../../domain/payouts/payable-parts';
import { Database } from '../../platform/database/database';
import { type Payee, PayeesService } from '../collectives/payees.service';
import { type OwedPerson, OwedPeopleService, type ToldOwedList } from '../distribution/owed-people.service';
import { readLiving } from './pay-lists.store';

/** What somebody is owed by one voucher, with his list, whom he is and where he is paid. */
export interface ToldPart extends PayablePart {
  readonly list: ToldOwedList;
  readonly person: OwedPerson;
  readonly payee: Payee;
}

/** What stands to be paid to people, part by part. */
@Injectable()
export class PayablePartsService {
  constructor(
    private readonly database: Database,
    private readonly owed: OwedPeopleService,
    private readonly payees: PayeesService,
  ) {}

  /** Every part that is owed, or may be, by person; what is paid for certain is left out. */
  async listParts(collectiveId: string, db: EntityManager = this.database.reader): Promise<ToldPart[]> {
    const { people } = await this.database.readWithin(db, () => this.owed.read(collectiveId));
    const living = await readLiving(db, collectiveId);
    const ids = people.map(({ memberId }) => memberId);
    const payees = await this.payees.lastOf(db, collectiveId, ids);
    return people.flatMap((person) => {
      const payee = payees.get(person.memberId);
      if (payee === undefined) return [];
      const { memberId } = person;
      const items = person.items
        .filter(({ state }) => state !== 'paid')
        .map(({ list, owed: amount, state }) => {
          const isUnsure = state === 'partly';
          return { list, debtId: list.entryId, memberId, kind: list.kind, amount, isUnsure };
        });
      const listOf = new Map(items.map(({ list, debtId }) => [debtId, list]));
      return mergedParts(items).flatMap((part): ToldPart[] => {
        const list = listOf.get(part.debtId);
        if (list === undefined) return [];
        const { debtId, kind, amount, isUnsure } = part;
        const onList = living.get(partKey(part))?.list.id;
        return [{ debtId, memberId, kind, amount, isUnsure, onList, list, person, payee }];
      });
    });
  }
}
