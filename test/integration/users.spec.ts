import { DomainError } from '../../src/domain/shared/domain-error';
import { FormProblems } from '../../src/domain/shared/problem';
import { SessionEntity } from '../../src/features/users/session.entity';
import { SessionsService } from '../../src/features/users/sessions.service';
import { UserEntity } from '../../src/features/users/user.entity';
import { type NewUser, UsersService } from '../../src/features/users/users.service';
import { ACCOUNTANT, type ProbeApp, startProbeApp } from '../platform/http-app.fixture';
import { enginesHere, freshSettings } from '../support/engines';

const someone: NewUser = {
  username: 'Zhao.3',
  displayName: 'Z',
  password: 'long enough',
  officeId: 'v1',
  roles: [{ role: 'accountant', collectiveId: 'v1' }],
};

describe.each(enginesHere())('users and their log-ins (%s)', (engine) => {
  let probe: ProbeApp;
  let users: UsersService;
  let sessions: SessionsService;
  let drop: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    const fresh = await freshSettings(engine);
    drop = fresh.drop;
    probe = await startProbeApp(fresh.settings, { SESSION_HOURS: '8' });
    users = probe.app.get(UsersService);
    sessions = probe.app.get(SessionsService);
  });
  afterAll(async () => {
    await probe.app.close();
    await drop?.();
  });

  it('keeps a password as argon2id with a salt of its own, never as typed', async () => {
    const first = await users.createUser(someone);
    const second = await users.createUser({ ...someone, username: 'zhao.4' });
    const rows = await probe.database.reader.find(UserEntity);
    const hashes = rows.filter(({ id }) => [first, second].includes(id)).map((row) => row.passwordHash);
    expect(hashes.every((hash) => hash.startsWith('$argon2id$v=19$m=19456,t=2,p=1$'))).toBe(true);
    expect(new Set(hashes).size).toBe(2);
    expect(await users.requireUser(first)).toEqual({
      userId: first,
      username: 'zhao.3',
      displayName: 'Z',
      officeId: 'v1',
      roles: someone.roles,
    });
  });

  const refused: [string, Partial<NewUser>, string[]][] = [
    ['a user name with a blank', { username: 'a b' }, ['username users.notAUsername']],
    ['a short password', { password: '1234567' }, ['password users.passwordTooShort']],
    ['a name with a telephone', { displayName: 'Z 13812345678' }, ['displayName form.privateNumber']],
    [
      'no name and a short password at once',
      { displayName: ' ', password: '' },
      ['displayName form.missing', 'password users.passwordTooShort'],
    ],
  ];
  it.each(refused)('refuses %s', async (_what, wrong, expected) => {
    const problems = await users
      .createUser({ ...someone, username: 'new', ...wrong })
      .catch((error: unknown) => error);
    expect(problems).toBeInstanceOf(FormProblems);
    if (problems instanceof FormProblems) {
      expect(problems.problems.map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
    }
  });

  it('refuses a user name that is taken, in whatever letters', async () => {
    await expect(users.createUser({ ...someone, username: 'WANG' })).rejects.toMatchObject({
      code: 'users.usernameTaken',
    });
  });

  it('knows no user by an unknown id', async () => {
    await expect(users.requireUser('nobody')).rejects.toMatchObject({ code: 'users.unknown' });
  });

  it('recognises who logged in, in whatever letters the name was typed', async () => {
    const { token } = await sessions.logIn(' WANG ', ACCOUNTANT.password);
    expect(await sessions.actorOf(token)).toMatchObject({ displayName: 'W', officeId: 'v1' });
  });

  it('keeps only a hash of the token, in the rows of the office', async () => {
    const { token } = await sessions.logIn(ACCOUNTANT.username, ACCOUNTANT.password);
    const rows = await probe.database.reader.findBy(SessionEntity, { collectiveId: 'v1' });
    expect(token.startsWith('v1.')).toBe(true);
    expect(rows.every((row) => /^[0-9a-f]{64}$/.test(row.tokenHash))).toBe(true);
  });

  const wrong: [string, string, string][] = [
    ['a wrong password', 'wang', 'wrong'],
    ['an unknown name', 'nobody', 'wrong'],
    ['an empty password', 'wang', ''],
  ];
  it.each(wrong)('gives the same answer to %s', async (_what, username, password) => {
    const error = await sessions.logIn(username, password).catch((refusal: unknown) => refusal);
    expect(error).toEqual(new DomainError('users.wrongLogIn'));
  });

  it('takes as long for an unknown name as for a wrong password', async () => {
    await sessions.logIn('nobody', 'x').catch(() => undefined);
    // By turns, so that what else the machine does weighs on both; the quickest of each counts.
    const [unknown, known]: [number[], number[]] = [[], []];
    for (let count = 0; count < 6; count += 1) {
      unknown.push(await timeOf('nobody'));
      known.push(await timeOf('wang'));
      // So long after, neither name is closed.
      probe.clock.wait(25);
    }
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 4);
  });

  async function timeOf(username: string): Promise<number> {
    const start = performance.now();
    await sessions.logIn(username, 'wrong').catch(() => undefined);
    return performance.now() - start;
  }

  it.each(['', 'v1.', 'v1', 'v2.abc', `v2.${'a'.repeat(43)}`, "v1'.x"])(
    'recognises nobody by %j',
    async (token) => {
      expect(await sessions.actorOf(token)).toBeUndefined();
    },
  );

  it('ends a log-in when asked, and again without a word', async () => {
    const { token } = await sessions.logIn(ACCOUNTANT.username, ACCOUNTANT.password);
    await sessions.logOut(token);
    await sessions.logOut(token);
    expect(await sessions.actorOf(token)).toBeUndefined();
  });

  it('ends a log-in by itself after its hours, and sweeps ended ones at the next', async () => {
    const { token } = await sessions.logIn(ACCOUNTANT.username, ACCOUNTANT.password);
    probe.clock.wait(7.9);
    expect(await sessions.actorOf(token)).toBeDefined();
    probe.clock.wait(0.2);
    expect(await sessions.actorOf(token)).toBeUndefined();
    await sessions.logIn(ACCOUNTANT.username, ACCOUNTANT.password);
    expect(await probe.database.reader.countBy(SessionEntity, { collectiveId: 'v1' })).toBe(1);
  });
});
