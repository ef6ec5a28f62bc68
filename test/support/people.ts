import type { UsersService } from '../../src/features/users/users.service';
import { UserEntity } from '../../src/features/users/user.entity';
import { insertRecorded } from '../../src/platform/audit/records';
import type { Database } from '../../src/platform/database/database';

/** A person of an office who may sign, with an id of the test's own; nobody logs in with it. */
export async function addPerson(database: Database, officeId: string, id: string): Promise<void> {
  if ((await database.reader.findOneBy(UserEntity, { id })) !== null) return;
  const person = { id, username: id, displayName: id, passwordHash: '', officeId, undatedRoles: [] };
  await database.inTransaction(officeId, async (tx) => {
    if (!(await tx.existsBy(UserEntity, { id }))) await insertRecorded(tx, UserEntity, person);
  });
}

/** A cashier of a village, as users know one; its id. */
export function addCashier(users: Pick<UsersService, 'createUser'>, collectiveId: string): Promise<string> {
  return users.createUser({
    username: 'cash',
    displayName: 'cash',
    password: 'password-1',
    officeId: collectiveId,
    roles: [{ role: 'cashier', collectiveId }],
  });
}
