import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type EnteredAnew,
  type Payee,
  PayeesService,
  type PayeeStanding,
  type PersonVersion,
} from '../collectives/payees.service';
import { PayeeAccountsService } from './payee-accounts.service';

/** Where whoever stands on a list is paid: people of the village, and those outside. */
@Injectable()
export class PayListPayeesService {
  constructor(
    private readonly members: PayeesService,
    private readonly outside: PayeeAccountsService,
  ) {}

  /** Each of these as he was entered last, by id. */
  async lastOf(
    db: EntityManager,
    collectiveId: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, Payee>> {
    const versions = await this.outside.listVersions(db, collectiveId);
    const last = ids.flatMap((id) => {
      const payee = versions.get(id)?.at(-1)?.payee;
      return payee === undefined ? [] : [[id, payee] as const];
    });
    return new Map([...(await this.members.lastOf(db, collectiveId, ids)), ...last]);
  }

  /** These versions, by id. */
  async frozen(
    db: EntityManager,
    collectiveId: string,
    wanted: readonly PersonVersion[],
  ): Promise<ReadonlyMap<string, Payee>> {
    const versions = await this.outside.listVersions(db, collectiveId);
    const own = wanted.flatMap(({ memberId, version }) => {
      const found = versions.get(memberId)?.find(({ payee }) => payee.version === version)?.payee;
      return found === undefined ? [] : [[memberId, found] as const];
    });
    return new Map([...(await this.members.frozen(db, collectiveId, wanted)), ...own]);
  }

  /** Of these versions those after which whoever is paid was entered anew. */
  async enteredAnew(
    db: EntityManager,
    collectiveId: string,
    wanted: readonly PersonVersion[],
  ): Promise<EnteredAnew[]> {
    const versions = await this.outside.listVersions(db, collectiveId);
    const outside = wanted.flatMap(({ memberId, version }): EnteredAnew[] => {
      const own = (versions.get(memberId) ?? []).map(({ payee }) => payee);
      const last = own.at(-1);
      if (last === undefined || last.version === version) return [];
      return [{ frozen: own.find((payee) => payee.version === version), last }];
    });
    return [...(await this.members.enteredAnew(db, collectiveId, wanted)), ...outside];
  }

  /** Everybody who could be paid, as he was entered last. */
  async standings(db: EntityManager, collectiveId: string): Promise<PayeeStanding[]> {
    const outside = await this.outside.listVersions(db, collectiveId);
    return this.members.standings(db, collectiveId, outside.values());
  }
}
