import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { writtenProblems } from '../../domain/shared/short-reason';
import { type KinKind, kinProblems } from '../../domain/users/near-relatives';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { tellAbout } from '../../platform/database/told-about';
import type { PersonOfAccount } from './account-persons.service';
import { AccountRelativeEndEntity, AccountRelativeEntity } from './account-relative.entity';
import { rolesGivenBy } from './given-roles';
import { readKin, readRelatives, type ReadKin, type Relative } from './kin';
import { readOwnAccounts } from './own-accounts';
import { requireWithin } from './people-within';
import { RegionTree } from './region-tree.service';

export type KnownRelative = Relative;

/** Who is near to the person of an account, as typed. */
export interface RelativeForm {
  /** The other account. */
  readonly relativeId: string;
  readonly kinKind: KinKind;
  readonly kinSince: CalendarDay;
  readonly kinPaper: string;
}

/** A relation of an account's person, that an office said. */
export interface RelativePlace extends PersonOfAccount {
  readonly number: number;
}

/**
 * Who is near to whom, said by an office of the accounts of its people: it is of their persons, and bars both
 * from what the law bars near relatives from. What stands already stays; the office is told of it.
 */
@Injectable()
export class AccountRelativesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tree: RegionTree,
  ) {}

  /**
   * Says that the persons of two accounts are near relatives.
   * @throws FormProblems of `kinProblems`; DomainError `users.unknown` of whom is not of the office or of
   *   what lies below it, `access.otherCollective` of who is no officer there
   */
  async say(at: PersonOfAccount, form: RelativeForm, command: Command): Promise<{ number: number }> {
    const { collectiveId, userId } = at;
    const { relativeId, kinKind: kind, kinSince, kinPaper } = form;
    await this.requireOfficer(collectiveId, command.by);
    for (const each of [userId, relativeId])
      await requireWithin({ db: this.database.reader, tree: this.tree }, collectiveId, each);
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { kin: known, personOf } = await readKin(tx);
        const today = this.clock.today();
        refuseProblems(kinProblems(form, [personOf(userId), personOf(relativeId)], { known, today }));
        const [oneId = '', otherId = ''] = [userId, relativeId].sort();
        const number = ((await tx.maximum(AccountRelativeEntity, 'number', { collectiveId })) ?? 0) + 1;
        tellAbout(tx, { userId });
        await insertRecorded(tx, AccountRelativeEntity, {
          ...{ collectiveId, number, oneId, otherId, kind, since: kinSince, paper: kinPaper.trim() },
          ...{ saidBy: command.by, saidAt: this.clock.machineNow() },
        });
        return { number };
      },
      onceOf(command, 'users.sayRelative', { ...at, ...form }),
    );
  }

  /**
   * Says that it holds no more, or never did; by the office that said it, and not by one of the two.
   * @throws FormProblems `form.missing`, `form.privateNumber`, `policy.reasonTooShort`, `users.ownKin`;
   *   DomainError `users.kinUnknown`, `users.kinEnded`, `access.otherCollective`
   */
  async end(at: RelativePlace, kinWhy: string, command: Command): Promise<{ number: number }> {
    const { collectiveId, number } = at;
    await this.requireOfficer(collectiveId, command.by);
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { accounts } = await this.requireStanding(tx, at);
        const own = await readOwnAccounts(tx, command.by);
        refuseProblems([
          ...(kinWhy.trim() === '' ? [{ code: 'form.missing', field: 'kinWhy' }] : []),
          ...writtenProblems({ kinWhy }),
          ...(accounts.some((each) => own.includes(each)) ? [{ code: 'users.ownKin', field: '' }] : []),
        ]);
        await insertRecorded(tx, AccountRelativeEndEntity, {
          ...{ collectiveId, number, why: kinWhy.trim() },
          ...{ endedBy: command.by, endedAt: this.clock.machineNow() },
        });
        return { number };
      },
      onceOf(command, 'users.endRelative', { ...at, kinWhy }),
    );
  }

  /** Every relation of an account's person, whichever office said it, ended ones too; the newest first. */
  async listOf(userId: string): Promise<KnownRelative[]> {
    const { kin, personOf } = await readRelatives(this.database.reader);
    const own = personOf(userId);
    return kin
      .filter(({ persons }) => persons.includes(own))
      .sort((one, other) => (one.saidAt < other.saidAt ? 1 : -1));
  }

  /** The relations that stand, and whose each account is. */
  listStanding(): Promise<ReadKin> {
    return readKin(this.database.reader);
  }

  private async requireStanding(tx: EntityManager, at: RelativePlace): Promise<KnownRelative> {
    const { kin, personOf } = await readRelatives(tx);
    const found = kin.find(
      (each) =>
        each.collectiveId === at.collectiveId &&
        each.number === at.number &&
        each.persons.includes(personOf(at.userId)),
    );
    if (found === undefined) throw new DomainError('users.kinUnknown', { number: at.number });
    if (found.ended !== undefined) throw new DomainError('users.kinEnded');
    return found;
  }

  private async requireOfficer(officeId: string, userId: string): Promise<void> {
    await rolesGivenBy(this.database.reader, { officeId, userId }, this.clock.today());
  }
}
