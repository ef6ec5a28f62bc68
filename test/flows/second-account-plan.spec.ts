import { AccountPersonsService } from '../../src/features/users/account-persons.service';
import { UsersService } from '../../src/features/users/users.service';
import { Database } from '../../src/platform/database/database';
import { identityOf } from '../support/dividends';
import { draftOf, openWith, startVillageApp, type VillageApp } from './api-village.fixture';
import { browserOf, makeAccount } from './attacks.fixture';

const VOTES = {
  ...{ heldOn: '2025-07-05', stepPaper: 'minutes', due: '30', present: '25' },
  ...{ inFavour: '24', against: '0', abstained: '1' },
};

describe('the page of a plan, for who has another account', () => {
  let village: VillageApp;
  let planPath: string;

  beforeAll(async () => {
    village = await startVillageApp();
    const { accountant, villageId, townshipId } = village;
    await openWith(village.app, villageId, 100_000n);
    const plans = `/api/villages/${villageId}/plans`;
    const id = String((await accountant.post(plans, draftOf('400.00'))).body['id']);
    await accountant.post(`${plans}/${id}/submit`, {});
    await accountant.post(`${plans}/${id}/meeting`, VOTES);
    planPath = `/villages/${villageId}/plans/${id}`;
    await makeAccount(village.app, 'second', [{ role: 'approver', collectiveId: townshipId }]);
  }, 120_000);
  afterAll(() => village.close());

  it('offers no review that the server refuses', async () => {
    const second = await browserOf(village.app, 'second');
    expect((await second.get(planPath)).body).toContain(`action="${planPath}/review"`);
    const users = await village.app.get(UsersService).listUsers();
    const persons = village.app.get(AccountPersonsService);
    const said = { identity: identityOf(11), why: null, by: 'somebody' };
    for (const { userId, officeId, username } of users)
      if (username === 'second' || username === 'wang')
        await village.app
          .get(Database)
          .inTransaction(officeId, (tx) => persons.insert(tx, { officeId, userId }, said));
    const { body } = await second.get(planPath);
    expect(body).not.toContain(`action="${planPath}/review"`);
    // Told alike whether it were approved or sent back.
    expect(body).toContain('自己起草的方案不能由自己审核');
  });
});
