import { Injectable } from '@nestjs/common';
import { type EntityManager, In, Not } from 'typeorm';
import { DomainError } from '../../domain/shared/domain-error';
import { readIdentityNumber } from '../../domain/shared/identity-number';
import { maskedNumber } from '../../domain/shared/masked';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { writtenProblems } from '../../domain/shared/short-reason';
import { insertRecorded, recordChange } from '../../platform/audit/records';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { tellAbout } from '../../platform/database/told-about';
import type { BooksHeld } from '../../platform/database/locks';
import { newId } from '../../platform/ids/new-id';
import { PersonalKeys } from '../../platform/secrets/personal-keys';
import { AccountPersonEntity } from './account-person.entity';
import { readOwnAccounts, readPersonIds } from './own-accounts';
import { refuseOfOwnBooks } from './own-books';
import { RegionTree } from './region-tree.service';
import { heldBelowTop } from './roles-beside';
import { isNameable, rolesGivenBy } from './given-roles';
import { UserEntity } from './user.entity';

/** An account, and the office right above that says whose it is. */
export interface PersonOfAccount {
  readonly collectiveId: string;
  readonly userId: string;
}

/** Whose an account is, as typed. */
export interface AccountPersonForm {
  readonly identity: string;
  /** Why it is said anew; none where it is said for the first time. */
  readonly personWhy?: string | undefined;
}

/** What an office is told of it: the number only masked. */
export interface ToldPerson {
  readonly maskedIdentity: string;
  readonly saidBy: string;
  readonly saidAt: string;
  readonly why: string | null;
}

/**
 * How somebody who acts sees other accounts: each of the same person is his own. What is compared with his
 * id, so that nobody looks over his own work under another name, goes through it first.
 */
export async function handOf(db: EntityManager, by: string): Promise<(userId: string) => string> {
  const own = await readOwnAccounts(db, by);
  return (userId) => (own.includes(userId) ? by : userId);
}

/** Whose an account is, by an id that all accounts of one person share: its own where nobody said. */
export async function personOf(db: EntityManager): Promise<(userId: string) => string> {
  const persons = await readPersonIds(db);
  return (userId) => persons.get(userId) ?? userId;
}

/** Whose accounts are: said by the office that makes them, found again by what only the key makes of it. */
@Injectable()
export class AccountPersonsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keys: PersonalKeys,
    private readonly tree: RegionTree,
  ) {}

  /**
   * Says whose an account is, for the first time or, with the reason, anew.
   * @throws FormProblems `person.identity*`, `form.*`, `policy.reasonTooShort`, `users.personSame`,
   *   `users.ownAccount`; DomainError `users.unknown` of whom is not right below, `access.otherCollective`,
   *   `users.ownBooks`
   */
  async say(at: PersonOfAccount, form: AccountPersonForm, command: Command): Promise<{ id: string }> {
    await rolesGivenBy(
      this.database.reader,
      { officeId: at.collectiveId, userId: command.by },
      this.clock.today(),
    );
    const { officeId } = await this.requireBelow(at);
    const { identity, problems } = this.readIdentity(form.identity);
    refuseProblems(problems);
    return this.database.inTransaction(
      await this.heldFor(officeId),
      async (tx) => {
        await refuseOfOwnBooks(tx, at.userId, { by: command.by, today: this.clock.today() });
        const last = await this.findLast(tx, at.userId);
        refuseProblems(this.anewProblems(last, { identity, personWhy: form.personWhy }));
        await this.refuseOwn(tx, command.by, { identity, userId: at.userId });
        const why = last === undefined ? null : (form.personWhy ?? '').trim();
        await this.insert(tx, { officeId, userId: at.userId }, { identity, why, by: command.by });
        tellAbout(tx, { userId: at.userId });
        return { id: at.userId };
      },
      onceOf(command, 'users.sayPerson', this.hidden({ ...at, ...form })),
    );
  }

  /** @returns an identity number, blank where it is none, and problems `form.missing`, `person.identity*` */
  readIdentity(identity: string): { readonly identity: string; readonly problems: readonly Problem[] } {
    const problems: Problem[] = [];
    const read = readIdentityNumber({ field: 'identity', value: identity }, this.clock.today(), problems);
    return { identity: read?.number ?? '', problems };
  }

  /**
   * The books to be held where it is said whose an account is: of two who say it of one person at once, in
   * whichever offices, the second finds what the first has said.
   */
  heldFor(officeId: string): Promise<BooksHeld> {
    return heldBelowTop(this.tree, officeId);
  }

  /**
   * Nobody makes an account of his own, nor says that one of his is another's; so whose his own is has been
   * said before, where anybody is there to say it.
   * @param said the number, and of an account that is there which one
   * @throws FormProblems `users.ownAccount`, `users.selfUnnamed`
   */
  async refuseOwn(
    tx: EntityManager,
    by: string,
    { identity, userId }: { readonly identity: string; readonly userId?: string },
  ): Promise<void> {
    const own = await this.findLast(tx, by);
    const isOfHim = own !== undefined && this.printsOf(identity).includes(own.identityPrint);
    const isHis = userId !== undefined && (await readOwnAccounts(tx, by)).includes(userId);
    refuseProblems(isOfHim || isHis ? [{ code: 'users.ownAccount', field: 'identity' }] : []);
    const isUnnamed =
      own === undefined && (await isNameable({ db: tx, tree: this.tree }, by, this.clock.today()));
    refuseProblems(isUnnamed ? [{ code: 'users.selfUnnamed', field: 'identity' }] : []);
  }

  /** Puts on record whose an account is, under the lock of {@link heldFor}. */
  async insert(
    tx: EntityManager,
    { officeId: collectiveId, userId }: { readonly officeId: string; readonly userId: string },
    said: { readonly identity: string; readonly why: string | null; readonly by: string },
  ): Promise<void> {
    const { identity, why, by } = said;
    const last = await tx.maximum(AccountPersonEntity, 'number', { collectiveId, userId });
    const at = { collectiveId, userId, number: (last ?? 0) + 1 };
    await insertRecorded(tx, AccountPersonEntity, {
      ...at,
      ...{ personId: (await this.findPerson(tx, identity)) ?? newId(), ...this.sealed(at, identity) },
      ...{ why, saidBy: by, saidAt: this.clock.machineNow() },
    });
  }

  /** What was said of an account, the newest first. */
  async storyOf(userId: string): Promise<ToldPerson[]> {
    const rows = await this.database.reader.find(AccountPersonEntity, {
      where: { userId },
      order: { number: 'DESC' },
    });
    return rows.map((row) => ({
      maskedIdentity: maskedNumber(this.keys.open(sealedFor(row), row.sealed), 'identity'),
      ...{ saidBy: row.saidBy, saidAt: row.saidAt, why: row.why },
    }));
  }

  /** Whose each account is, by an id that says nothing of the person; none of those nobody named. */
  listPersonIds(): Promise<ReadonlyMap<string, string>> {
    return readPersonIds(this.database.reader);
  }

  /** Under which keys anything is sealed. */
  async listKeyIds(): Promise<string[]> {
    const rows = await this.database.reader
      .createQueryBuilder(AccountPersonEntity, 'person')
      .select('person.keyId', 'keyId')
      .distinct(true)
      .getRawMany<{ keyId: string }>();
    return rows.map(({ keyId }) => keyId);
  }

  /** Seals anew whatever an earlier key sealed of an office's people. @returns how many */
  async sealAnew(tx: EntityManager, collectiveId: string): Promise<number> {
    const { id: keyId } = this.keys.current;
    const rows = await tx.findBy(AccountPersonEntity, { collectiveId, keyId: Not(keyId) });
    for (const { userId, number, sealed } of rows) {
      const at = { collectiveId, userId, number };
      await tx.update(AccountPersonEntity, at, this.sealed(at, this.keys.open(sealedFor(at), sealed)));
      await recordChange(tx, AccountPersonEntity, at);
    }
    return rows.length;
  }

  /** A form by what only the key makes of it: the key of a command keeps no digest that could be guessed. */
  hidden(form: object): string {
    return this.keys.fingerprint('account', JSON.stringify(form));
  }

  private anewProblems(last: AccountPersonEntity | undefined, said: AccountPersonForm): Problem[] {
    if (last === undefined) return [];
    if (this.printsOf(said.identity).includes(last.identityPrint))
      return [{ code: 'users.personSame', field: 'identity' }];
    const { personWhy = '' } = said;
    if (personWhy.trim() === '') return [{ code: 'form.missing', field: 'personWhy' }];
    return writtenProblems({ personWhy });
  }

  /** The id under which accounts of the same number stand already. */
  private async findPerson(tx: EntityManager, identity: string): Promise<string | undefined> {
    const found = await tx.findBy(AccountPersonEntity, { identityPrint: In(this.printsOf(identity)) });
    for (const { userId, personId, number } of found)
      if ((await this.findLast(tx, userId))?.number === number) return personId;
    return undefined;
  }

  private async findLast(db: EntityManager, userId: string): Promise<AccountPersonEntity | undefined> {
    const [last] = await db.find(AccountPersonEntity, {
      where: { userId },
      order: { number: 'DESC' },
      take: 1,
    });
    return last;
  }

  private printsOf(identity: string): string[] {
    return this.keys.fingerprints('identity', identity);
  }

  private sealed(
    at: Sealed,
    identity: string,
  ): Pick<AccountPersonEntity, 'keyId' | 'sealed' | 'identityPrint'> {
    return {
      keyId: this.keys.current.id,
      sealed: this.keys.seal(sealedFor(at), identity),
      identityPrint: this.keys.fingerprint('identity', identity),
    };
  }

  private async requireBelow({ collectiveId, userId }: PersonOfAccount): Promise<UserEntity> {
    const user = await this.database.reader.findOneBy(UserEntity, { id: userId });
    const [above] = user === null ? [] : await this.tree.listAncestorIds(user.officeId);
    if (user === null || above !== collectiveId) throw new DomainError('users.unknown', { userId });
    return user;
  }
}

interface Sealed {
  readonly collectiveId: string;
  readonly userId: string;
  readonly number: number;
}

function sealedFor({ collectiveId, userId, number }: Sealed): string {
  return `account person\n${collectiveId}\n${userId}\n${String(number)}`;
}
