import { FormProblems } from '../../src/domain/shared/problem';
import { AccountStoryService } from '../../src/features/users/account-story.service';
import { AccountsService } from '../../src/features/users/accounts.service';
import { type AccountForm, NewAccountsService } from '../../src/features/users/new-accounts.service';
import { OwnAccountService } from '../../src/features/users/own-account.service';
import { SessionEntity } from '../../src/features/users/session.entity';
import { SessionsService } from '../../src/features/users/sessions.service';
import { UserEntity } from '../../src/features/users/user.entity';
import { UsersService } from '../../src/features/users/users.service';
import { type ProbeApp, startProbeApp } from '../platform/http-app.fixture';
import { identityOf } from '../support/dividends';
import { enginesHere, freshSettings } from '../support/engines';

const FIRST = 'wheat-barn-7';
const OWN = 'blue-crow-41';

const codesOf = (act: Promise<unknown>): Promise<string[]> =>
  act.then(
    () => [],
    (error: unknown) =>
      error instanceof FormProblems
        ? error.problems.map(({ field, code }) => `${field} ${code}`)
        : [(error as { readonly code: string }).code],
  );

describe.each(enginesHere())('accounts made by the office above (%s)', (engine) => {
  let probe: ProbeApp;
  let accounts: AccountsService;
  let making: NewAccountsService;
  let own: OwnAccountService;
  let sessions: SessionsService;
  let users: UsersService;
  let officer: string;
  let accountant: string;
  let drop: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    const fresh = await freshSettings(engine);
    drop = fresh.drop;
    probe = await startProbeApp(fresh.settings);
    accounts = probe.app.get(AccountsService);
    making = probe.app.get(NewAccountsService);
    own = probe.app.get(OwnAccountService);
    sessions = probe.app.get(SessionsService);
    users = probe.app.get(UsersService);
    const idOf = async (name: string) =>
      (await users.listUsers()).find(({ username }) => username === name)?.userId ?? '';
    officer = await idOf('li');
    accountant = await idOf('wang');
  });
  afterAll(async () => {
    await probe.app.close();
    await drop?.();
  });

  let made = 0;
  const formOf = (wish: Partial<AccountForm> = {}): AccountForm => {
    made += 1;
    const name = { username: `Person.${String(made)}`, displayName: 'Zhao Lin', password: FIRST };
    return { ...name, identity: identityOf(made), officeId: 'v1', role: 'cashier', ...wish };
  };
  const make = (wish: Partial<AccountForm> = {}, by = officer, collectiveId = 't1') =>
    making.make(collectiveId, formOf(wish), { by });
  const storyOf = async (userId: string) =>
    (await probe.app.get(AccountStoryService).listEvents('v1', userId)).map(
      ({ act, doneBy, roles, rolesBefore }) => [act, doneBy, rolesBefore.length, roles.length],
    );
  const nameOf = async (userId: string) => (await users.requireUser(userId)).username;
  const enter = async (userId: string, password: string) =>
    (await sessions.logIn(await nameOf(userId), password)).token;

  it('lets somebody in, who has to change the password before anything else', async () => {
    const { id } = await make();
    const token = await enter(id, FIRST);
    expect(await sessions.actorOf(token)).toMatchObject({
      mustChangePassword: true,
      roles: [{ role: 'cashier', collectiveId: 'v1' }],
    });
    const other = await enter(id, FIRST);
    const form = { currentPassword: FIRST, password: OWN, passwordAgain: OWN };
    await own.changePassword(id, form, token);
    expect(await sessions.actorOf(token)).not.toHaveProperty('mustChangePassword');
    expect(await sessions.actorOf(other)).toBeUndefined();
    expect(await codesOf(enter(id, FIRST))).toEqual(['users.wrongLogIn']);
    expect(await storyOf(id)).toEqual([
      ['ownPassword', id, 1, 1],
      ['made', officer, 0, 1],
    ]);
  });

  const refused: [string, Partial<AccountForm>, string[]][] = [
    ['a password that is guessed', { password: 'password2025' }, ['password users.passwordGuessed']],
    ['a short password', { password: 'a-1b-2c' }, ['password users.passwordTooShort']],
    ['another office than one right below', { officeId: 'v3' }, ['officeId form.notAllowed']],
    ['its own office', { officeId: 't1' }, ['officeId form.notAllowed']],
    ['a role that it does not give', { role: 'township' }, ['role form.notAllowed']],
    [
      'everything at once',
      { username: 'a b', displayName: '', password: '13912345678', role: 'county', officeId: 'none' },
      [
        'username users.notAUsername',
        'displayName form.missing',
        'password users.passwordDigits',
        'officeId form.notAllowed',
        'role form.notAllowed',
      ],
    ],
  ];
  it.each(refused)('refuses %s', async (_what, wish, expected) => {
    expect(await codesOf(make(wish))).toEqual(expected);
  });

  it('refuses who is no officer of that very office', async () => {
    expect(await codesOf(make({}, accountant))).toEqual(['access.otherCollective']);
    expect(await codesOf(make({}, officer, 'v1'))).toEqual(['access.otherCollective']);
    const { id } = await make();
    expect(await codesOf(accounts.end({ collectiveId: 't1', userId: id }, { by: accountant }))).toEqual([
      'access.otherCollective',
    ]);
    const self = { collectiveId: 't1', userId: officer };
    expect(await codesOf(accounts.end(self, { by: officer }))).toEqual(['users.unknown']);
    expect(await codesOf(accounts.setPassword(self, FIRST, { by: officer }))).toEqual(['users.unknown']);
  });

  it('lets one of many in who ask for the same name at once, and one of a form sent twice', async () => {
    const form = formOf({ username: 'same' });
    const all = await Promise.all(
      Array.from({ length: 5 }, () => codesOf(making.make('t1', form, { by: officer }))),
    );
    expect(all.filter((codes) => codes.length === 0)).toHaveLength(1);
    expect(new Set(all.flat())).toEqual(new Set(['users.usernameTaken']));
    expect(await codesOf(make({ username: 'SAME' }))).toEqual(['users.usernameTaken']);
    const twice = formOf();
    const command = { by: officer, key: 'key-of-the-form' };
    const [one, other] = [await making.make('t1', twice, command), await making.make('t1', twice, command)];
    expect(other).toEqual(one);
  });

  it('ends an account at once: its log-ins and its roles, for ever', async () => {
    const { id } = await make();
    const token = await enter(id, FIRST);
    const at = { collectiveId: 't1', userId: id };
    await accounts.end(at, { by: officer });
    expect(await sessions.actorOf(token)).toBeUndefined();
    expect(await probe.database.reader.countBy(SessionEntity, { userId: id })).toBe(0);
    expect(await codesOf(enter(id, FIRST))).toEqual(['users.wrongLogIn']);
    expect((await users.requireUser(id)).roles).toEqual([]);
    expect(await codesOf(accounts.end(at, { by: officer }))).toEqual(['users.accountEnded']);
    expect(await codesOf(accounts.setPassword(at, OWN, { by: officer }))).toEqual(['users.accountEnded']);
    expect(await storyOf(id)).toEqual([
      ['ended', officer, 1, 0],
      ['made', officer, 0, 1],
    ]);
  });

  it('sets a password anew, which ends all log-ins, and is changed first again', async () => {
    const { id } = await make();
    const token = await enter(id, FIRST);
    await own.changePassword(id, { currentPassword: FIRST, password: OWN, passwordAgain: OWN }, token);
    const at = { collectiveId: 't1', userId: id };
    const set = (password: string) => codesOf(accounts.setPassword(at, password, { by: officer }));
    expect(await set('12345678901')).toEqual(['password users.passwordDigits']);
    expect(await set(OWN)).toEqual(['password users.passwordRepeated']);
    expect(await set(FIRST)).toEqual(['password users.passwordRepeated']);
    expect(await set('maize-road-88')).toEqual([]);
    expect(await sessions.actorOf(token)).toBeUndefined();
    const anew = await enter(id, 'maize-road-88');
    expect(await sessions.actorOf(anew)).toMatchObject({ mustChangePassword: true });
    expect((await storyOf(id)).map(([act, by]) => [act, by])).toEqual([
      ['password', officer],
      ['ownPassword', id],
      ['made', officer],
    ]);
  });

  it('refuses of one’s own password what is wrong, typed differently or was one’s own before', async () => {
    const { id } = await make();
    const token = await enter(id, FIRST);
    const change = (currentPassword: string, password: string, passwordAgain = password) =>
      codesOf(own.changePassword(id, { currentPassword, password, passwordAgain }, token));
    expect(await change('wrong', OWN)).toEqual(['currentPassword users.currentPasswordWrong']);
    expect(await change(FIRST, FIRST)).toEqual(['password users.passwordRepeated']);
    expect(await change(FIRST, 'person.1', 'x')).toHaveLength(2);
    expect(await change(FIRST, OWN, 'blue-crow-42')).toEqual(['passwordAgain users.passwordsDiffer']);
    const later = ['green-duck-1', 'green-duck-2', 'green-duck-3', 'green-duck-4'];
    let current = FIRST;
    for (const next of [...later]) {
      expect(await change(current, next)).toEqual([]);
      current = next;
    }
    expect(await change(current, FIRST)).toEqual(['password users.passwordRepeated']);
    expect(await change(current, 'green-duck-5')).toEqual([]);
    expect(await change('green-duck-5', FIRST)).toEqual([]);
    const hashes = (await probe.database.reader.findOneByOrFail(UserEntity, { id })).pastPasswords ?? '';
    expect(hashes.split('\n')).toHaveLength(4);
    expect(hashes).not.toContain('duck');
  });

  it('changes a password once where two ask for it at once', async () => {
    const { id } = await make();
    const token = await enter(id, FIRST);
    const change = (password: string) =>
      codesOf(own.changePassword(id, { currentPassword: FIRST, password, passwordAgain: password }, token));
    const both = await Promise.all([change('green-duck-1'), change('green-duck-2')]);
    expect(both.map((codes) => codes.length).sort()).toEqual([0, 1]);
  });

  it('lets the first officer in by a command, where no office is above', async () => {
    const form = { username: 'first', displayName: 'First', password: FIRST, officeId: 'v3' };
    const { id } = await making.makeByCommand(form);
    expect((await users.requireUser(id)).roles).toEqual([{ role: 'county', collectiveId: 'v3' }]);
    expect(await codesOf(making.makeByCommand({ ...form, username: 'second', officeId: 'v1' }))).toEqual([
      'access.otherCollective',
    ]);
    await accounts.setPasswordByCommand('first', OWN);
    expect(await codesOf(accounts.setPasswordByCommand('wang', OWN))).toEqual(['users.unknown']);
    expect(await sessions.actorOf(await enter(id, OWN))).toMatchObject({ mustChangePassword: true });
  });
});
