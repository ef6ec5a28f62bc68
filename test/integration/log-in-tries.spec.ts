import { DomainError } from '../../src/domain/shared/domain-error';
import { AccountsService } from '../../src/features/users/accounts.service';
import { LogInTriesEntity } from '../../src/features/users/log-in-tries.entity';
import { LogInTriesService } from '../../src/features/users/log-in-tries.service';
import { OwnAccountService } from '../../src/features/users/own-account.service';
import { RegionTree } from '../../src/features/users/region-tree.service';
import { SessionsService } from '../../src/features/users/sessions.service';
import { UsersService } from '../../src/features/users/users.service';
import { SecondFactorsService } from '../../src/features/users/second-factors.service';
import { Configuration } from '../../src/platform/config/configuration';
import { PersonalKeys } from '../../src/platform/secrets/personal-keys';
import { ACCOUNTANT, type ProbeApp, startProbeApp } from '../platform/http-app.fixture';
import { enginesHere, freshSettings } from '../support/engines';

const MINUTE = 1 / 60;

describe.each(enginesHere())('wrong passwords in a row (%s)', (engine) => {
  let fresh: Awaited<ReturnType<typeof freshSettings>>;
  let probe: ProbeApp;
  let sessions: SessionsService;

  beforeEach(async () => {
    fresh = await freshSettings(engine);
    probe = await startProbeApp(fresh.settings);
    sessions = probe.app.get(SessionsService);
  });
  afterEach(async () => {
    await probe.app.close();
    await fresh.drop?.();
  });

  const tryIn = (username: string, password: string): Promise<string> =>
    sessions.logIn(username, password).then(
      () => 'in',
      (error: unknown) => {
        if (!(error instanceof DomainError)) throw error;
        const { minutes } = error.facts;
        return typeof minutes === 'number' ? `${error.code} ${String(minutes)}` : error.code;
      },
    );
  async function wrong(username: string, times: number): Promise<string[]> {
    const told: string[] = [];
    for (let count = 0; count < times; count += 1) told.push(await tryIn(username, 'wrong'));
    return told;
  }
  const WRONG = 'users.wrongLogIn';

  it.each([ACCOUNTANT.username, 'nobody'])('close the name for longer each time: %s', async (name) => {
    expect(await wrong(name, 6)).toEqual([...Array<string>(5).fill(WRONG), 'users.logInClosed 1']);
    expect(await tryIn(name, ACCOUNTANT.password)).toBe('users.logInClosed 1');
    expect(await tryIn(` ${name.toUpperCase()}`, 'wrong')).toBe('users.logInClosed 1');
    probe.clock.wait(MINUTE);
    expect(await wrong(name, 2)).toEqual([WRONG, 'users.logInClosed 2']);
    probe.clock.wait(2 * MINUTE);
    expect(await wrong(name, 2)).toEqual([WRONG, 'users.logInClosed 4']);
    probe.clock.wait(24);
    expect(await wrong(name, 4)).toEqual(Array<string>(4).fill(WRONG));
  });

  it('are forgotten once the right one comes', async () => {
    await wrong(ACCOUNTANT.username, 4);
    expect(await tryIn(ACCOUNTANT.username, ACCOUNTANT.password)).toBe('in');
    expect(await wrong(ACCOUNTANT.username, 5)).toEqual(Array<string>(5).fill(WRONG));
    probe.clock.wait(MINUTE);
    expect(await tryIn(ACCOUNTANT.username, ACCOUNTANT.password)).toBe('in');
    expect(await probe.database.reader.count(LogInTriesEntity)).toBe(0);
  });

  it('are counted each of many at once', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => tryIn(ACCOUNTANT.username, 'wrong')));
    expect(all.filter((told) => told === WRONG)).toHaveLength(5);
    expect(await tryIn(ACCOUNTANT.username, ACCOUNTANT.password)).toBe('users.logInClosed 1');
  });

  it('are no other name’s, and are kept through a restart, under no name anybody reads', async () => {
    await wrong(ACCOUNTANT.username, 5);
    await wrong('typed-my-password-here', 1);
    expect(await wrong('li', 1)).toEqual([WRONG]);
    const rows = await probe.database.reader.find(LogInTriesEntity);
    expect(rows.map(({ collectiveId, count }) => `${collectiveId} ${String(count)}`).sort()).toEqual([
      't1 1',
      't1 1',
      'v1 5',
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/wang|typed|nobody/);
    // Another program on the same rows, with the key that is kept on the machine.
    const configuration = probe.app.get(Configuration);
    const { database, clock } = probe;
    const keys = new PersonalKeys(configuration);
    const tries = new LogInTriesService(database, clock, probe.app.get(RegionTree), keys);
    const factors = new SecondFactorsService(database, clock, keys);
    const again = new SessionsService(database, clock, configuration, tries, factors);
    await expect(again.logIn(ACCOUNTANT.username, ACCOUNTANT.password)).rejects.toMatchObject({
      code: 'users.logInClosed',
    });
  });

  it('of the current password close its change, too, until the office above sets it anew', async () => {
    const accounts = probe.app.get(AccountsService);
    const own = probe.app.get(OwnAccountService);
    const users = await probe.app.get(UsersService).listUsers();
    const idOf = (name: string) => users.find(({ username }) => username === name)?.userId ?? '';
    const guess = () =>
      own
        .changePassword(idOf('wang'), { currentPassword: 'x', password: 'y', passwordAgain: 'y' }, '')
        .catch((error: unknown) => (error as { readonly code: string }).code);
    const told: unknown[] = [];
    for (let count = 0; count < 6; count += 1) told.push(await guess());
    expect(told.at(-2)).not.toBe('users.logInClosed');
    expect(told.at(-1)).toBe('users.logInClosed');
    await accounts.setPassword({ collectiveId: 't1', userId: idOf('wang') }, 'maize-road-88', {
      by: idOf('li'),
    });
    expect(await tryIn('wang', 'maize-road-88')).toBe('in');
  });

  it('are none where the current one was right and only the new one is refused', async () => {
    const own = probe.app.get(OwnAccountService);
    const users = await probe.app.get(UsersService).listUsers();
    const { userId = '' } = users.find(({ username }) => username === ACCOUNTANT.username) ?? {};
    const weak = { currentPassword: ACCOUNTANT.password, password: 'y', passwordAgain: 'y' };
    for (let count = 0; count < 7; count += 1)
      await expect(own.changePassword(userId, weak, '')).rejects.toMatchObject({
        problems: [{ code: 'users.passwordTooShort' }],
      });
    expect(await tryIn(ACCOUNTANT.username, ACCOUNTANT.password)).toBe('in');
  });
});
