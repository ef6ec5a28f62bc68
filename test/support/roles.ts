import { addDays } from '../../src/domain/calendar/calendar-day';
import { isHeldOn } from '../../src/domain/users/role-days';
import { insertEnd, insertGrant, readGrants, readRoles } from '../../src/features/users/role-grants';
import type { Clock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';
import type { HeldRole } from '../../src/platform/http/actor';

interface Ground {
  readonly database: Database;
  readonly clock: Clock;
}

/** Makes somebody what a case wants him to be from today on, whoever may give it and where. */
export async function setRoles(
  { database, clock }: Ground,
  userId: string,
  change: (held: readonly HeldRole[]) => readonly HeldRole[],
): Promise<void> {
  const today = clock.today();
  const held = await readRoles(database.reader, userId, today);
  const wanted = change(held);
  const isIn = (roles: readonly HeldRole[], asked: HeldRole): boolean =>
    roles.some(({ role, collectiveId }) => role === asked.role && collectiveId === asked.collectiveId);
  const acted = { by: 'somebody', at: clock.machineNow() };
  for (const gone of held.filter((each) => !isIn(wanted, each)))
    await database.inTransaction(gone.collectiveId, async (tx) => {
      for (const grant of await readGrants(tx, { userId, collectiveId: gone.collectiveId }))
        if (grant.role === gone.role && isHeldOn(grant, today))
          await insertEnd(tx, grant, { lastDay: addDays(today, -1), ...acted });
    });
  for (const given of wanted.filter((each) => !isIn(held, each)))
    await database.inTransaction(given.collectiveId, (tx) =>
      insertGrant(tx, { userId, ...given, from: today, to: null, ...acted }),
    );
}
