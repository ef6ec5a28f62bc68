import { setTimeout } from 'node:timers/promises';
import { codeOf, stepOf } from '../../src/features/users/one-time-code';
import { AccountsService } from '../../src/features/users/accounts.service';
import { LogInTriesService } from '../../src/features/users/log-in-tries.service';
import { OwnAccountService } from '../../src/features/users/own-account.service';
import { SecondFactorsService } from '../../src/features/users/second-factors.service';
import { SessionsService } from '../../src/features/users/sessions.service';
import { RefusedCommandsService } from '../../src/platform/audit/refused-commands.service';
import { AcceptedCommandsService } from '../../src/platform/audit/accepted-commands.service';
import { Database } from '../../src/platform/database/database';
import { Visitor } from '../platform/http-app.fixture';
import { enginesHere } from '../support/engines';
import { PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';
import { browserOf, hiddenFieldsOf, makeAccount, tokenOf } from './attacks.fixture';

const PAGE = '/account/second-factor';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The bytes of a secret as a telephone reads its letters. */
function bytesOf(letters: string): Buffer {
  const bits = [...letters].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

describe.each(enginesHere())('a code beside the password (%s)', (engine) => {
  let village: VillageApp;
  let home: string;
  let userId: string;
  let secret: Buffer;
  let recovery: string[];

  beforeAll(async () => {
    village = await startVillageApp(engine, { LOG_INS_PER_MINUTE: '1000', PERSONAL_KEYS: 'a'.repeat(64) });
    home = `/villages/${village.villageId}/vouchers`;
    userId = await makeAccount(village.app, 'mei', [{ role: 'cashier', collectiveId: village.villageId }]);
  }, 120_000);
  afterAll(() => village.close());

  /** A code of so many steps away from now. */
  const codeNow = (beside = 0): string => codeOf(secret, stepOf(new Date().toISOString()) + beside);
  const codesOn = (page: string): string[] =>
    [...page.matchAll(/<li class="code">([A-Z2-7-]+)<\/li>/g)].map(([, code = '']) => code);
  const WRONG = 'WRONG0';
  const logIn = (code?: string) => village.app.get(SessionsService).logIn('mei', PASSWORD, code);
  const codeOfRefusal = (act: Promise<unknown>): Promise<string> =>
    act.then(
      () => 'none',
      (error: unknown) => (error as { code: string }).code,
    );

  it('is begun with a secret as picture and letters, and a first code', async () => {
    const mei = await browserOf(village.app, 'mei');
    const { body } = await mei.get(PAGE);
    const letters = (/<p class="code">([A-Z2-7 ]+)<\/p>/.exec(body)?.[1] ?? '').replaceAll(' ', '');
    const proposal = /name="proposal" value="([^"]+)"/.exec(body)?.[1] ?? '';
    expect([letters.length, body.includes('<svg')]).toEqual([32, true]);
    secret = bytesOf(letters);
    const send = async (code: string, of = proposal, currentPassword = PASSWORD) =>
      mei.post(PAGE, { proposal: of, code, currentPassword, ...(await hiddenFieldsOf(mei, PAGE)) });
    // Whoever found a browser left open keeps nobody out.
    const stranger = await send(codeNow(), proposal, 'another one 77');
    expect([stranger.statusCode, stranger.body.includes('现在的密码不对')]).toEqual([422, true]);
    expect((await logIn()).token).not.toBe('');
    const refused = await send(WRONG);
    expect(refused.statusCode).toBe(422);
    // The same secret is shown again: the telephone has taken it up already.
    expect(refused.body.replaceAll(' ', '')).toContain(letters);
    const forged = await send(codeNow(), `${proposal.slice(0, -2)}AA`);
    expect([forged.statusCode, forged.body.includes('从头登录')]).toEqual([422, true]);
    expect((await logIn()).token).not.toBe('');
    const begun = await send(codeNow());
    expect(begun.statusCode).toBe(200);
    recovery = codesOn(begun.body);
    expect(new Set(recovery).size).toBe(10);
    expect((await mei.get(PAGE)).body).not.toContain('name="proposal"');
  });

  it('keeps the secret sealed and the codes as hashes', async () => {
    const told: string[] = [];
    for (const table of ['second_factors', 'second_factor_codes', 'row_records'])
      told.push(JSON.stringify(await village.app.get(Database).reader.query(`SELECT * FROM ${table}`)));
    const plain = recovery.map((code) => code.replaceAll('-', ''));
    for (const each of [secret.toString('hex'), ...plain]) expect(told.join('')).not.toContain(each);
  });

  it('is asked for after the password, wherever somebody logs in', async () => {
    expect(await codeOfRefusal(logIn())).toBe('users.codeNeeded');
    const visitor = new Visitor(village.app);
    const asked = await visitor.logIn({ username: 'mei', password: PASSWORD }, home);
    expect(asked.headers.location).toBe(`/login/code?returnTo=${encodeURIComponent(home)}`);
    expect((await visitor.get(home)).headers.location).toMatch(/^\/login\?/);
    const page = String(asked.headers.location);
    const send = async (code: string) =>
      visitor.post('/login/code', { code, returnTo: home, ...(await hiddenFieldsOf(visitor, page)) });
    expect((await send(WRONG)).statusCode).toBe(422);
    const entered = await send(codeNow(1));
    expect([entered.statusCode, entered.headers.location]).toEqual([303, home]);
    expect((await visitor.get(home)).statusCode).toBe(200);
    // That a code was wrong is on record, once the answer is out, and nothing of what was typed.
    const wrongCodes = async () =>
      (await village.app.get(RefusedCommandsService).listRefusals(village.villageId)).filter(
        ({ command }) => command === 'POST /login/code',
      );
    for (let tried = 0; tried < 100 && (await wrongCodes()).length === 0; tried += 1) await setTimeout(20);
    expect(await wrongCodes()).toMatchObject([
      { actor: userId, codes: ['users.codeWrong'], facts: null, way: 'page' },
    ]);
  });

  it('opens once, and of many at the same moment one', async () => {
    expect(await codeOfRefusal(logIn(codeNow(1)))).toBe('users.codeWrong');
    const code = recovery[0] ?? '';
    const all = await Promise.all([logIn, logIn].map((each) => codeOfRefusal(each(code))));
    expect(all.sort()).toEqual(['none', 'users.codeWrong']);
    // Typed as people do: in small letters, with blanks.
    const small = (recovery[1] ?? '').toLowerCase().replaceAll('-', ' ');
    expect(await codeOfRefusal(logIn(small))).toBe('none');
  });

  it('is asked of nobody without the password, and of no ticket that is not fresh', async () => {
    const sessions = village.app.get(SessionsService);
    expect(await codeOfRefusal(sessions.logIn('mei', 'another one 77', recovery[2]))).toBe(
      'users.wrongLogIn',
    );
    for (const ticket of ['', 's1.x.y.z.w', await tokenOf(village.app, 'wang')])
      expect(await codeOfRefusal(sessions.enterCode(ticket, recovery[2] ?? ''))).toBe('users.ticketOver');
    expect(await codeOfRefusal(logIn(recovery[2]))).toBe('none');
  });

  it('makes the codes for a lost telephone anew, of who knows the password and a code', async () => {
    const { token } = await logIn(recovery[4]);
    const mei = new Visitor(village.app, new Map([['session', token]]));
    const send = async (code: string, currentPassword = PASSWORD) =>
      mei.post(`${PAGE}/codes`, { code, currentPassword, ...(await hiddenFieldsOf(mei, PAGE)) });
    const stranger = await send(recovery[5] ?? '', 'another one 77');
    expect([stranger.statusCode, stranger.body.includes('现在的密码不对')]).toEqual([422, true]);
    const wrong = await send(WRONG);
    expect([wrong.statusCode, wrong.body.includes('验证码不对')]).toEqual([422, true]);
    const before = recovery;
    recovery = codesOn((await send(recovery[5] ?? '')).body);
    expect([recovery.length, recovery.some((code) => before.includes(code))]).toEqual([10, false]);
    expect(await codeOfRefusal(logIn(before[6]))).toBe('users.codeWrong');
    expect(await codeOfRefusal(logIn(recovery[9]))).toBe('none');
  });

  it('says of wrong codes that it was the code, not the password', async () => {
    const sessions = village.app.get(SessionsService);
    const entered = await sessions.enter('mei', PASSWORD);
    const ticket = 'ticket' in entered ? entered.ticket : '';
    const told: string[] = [];
    for (let time = 0; time < 5; time += 1) told.push(await codeOfRefusal(sessions.enterCode(ticket, WRONG)));
    expect(told).toEqual([...Array<string>(4).fill('users.codeWrong'), 'users.codeClosed']);
    const tries = village.app.get(LogInTriesService);
    const { villageId } = village;
    await village.app.get(Database).inTransaction(villageId, (tx) => tries.forget(tx, villageId, 'mei'));
  });

  it('is asked no faster where codes are made anew, though the password is right', async () => {
    const own = village.app.get(OwnAccountService);
    const { villageId } = village;
    const holder = { userId, officeId: villageId };
    const renew = () => codeOfRefusal(own.renewCodes(holder, { currentPassword: PASSWORD, code: WRONG }));
    const told: string[] = [];
    for (let time = 0; time < 7; time += 1) told.push(await renew());
    expect(told).toEqual([
      ...Array<string>(5).fill('users.codeWrong'),
      ...Array<string>(2).fill('users.codeClosed'),
    ]);
    const tries = village.app.get(LogInTriesService);
    await village.app.get(Database).inTransaction(villageId, (tx) => tries.forget(tx, villageId, 'mei'));
  });

  it('is asked no faster where a right password is typed in between', async () => {
    const own = village.app.get(OwnAccountService);
    const { villageId } = village;
    const holder = { userId, officeId: villageId };
    // Refused for the two new ones alone, which differ; the password of now is right.
    const differ = { currentPassword: PASSWORD, password: 'a quite new one 8', passwordAgain: 'another' };
    const told: string[] = [];
    for (let time = 0; time < 7; time += 1) {
      told.push(await codeOfRefusal(own.renewCodes(holder, { currentPassword: PASSWORD, code: WRONG })));
      if (time < 4)
        await expect(own.changePassword(userId, differ, '')).rejects.toMatchObject({
          problems: [{ code: 'users.passwordsDiffer' }],
        });
    }
    expect(told).toEqual([
      ...Array<string>(5).fill('users.codeWrong'),
      ...Array<string>(2).fill('users.codeClosed'),
    ]);
    const tries = village.app.get(LogInTriesService);
    await village.app.get(Database).inTransaction(villageId, (tx) => tries.forget(tx, villageId, 'mei'));
  });

  it('was begun and its codes made anew by acts that are on record', async () => {
    const acts = await village.app.get(AcceptedCommandsService).listAccepted(village.villageId);
    const own = acts.filter(({ actor }) => actor === userId).map(({ command }) => command);
    expect(own).toEqual(['users.beginSecondFactor', 'users.renewCodes']);
  });

  it('ends of who has no office above by a command of the machine alone, with a reason', async () => {
    const { app, townshipId } = village;
    const accounts = app.get(AccountsService);
    const factors = app.get(SecondFactorsService);
    const officerId = await makeAccount(app, 'top', [{ role: 'township', collectiveId: townshipId }]);
    const holder = { userId: officerId, officeId: townshipId };
    const { proposal, letters } = factors.propose(holder);
    const code = codeOf(bytesOf(letters), stepOf(new Date().toISOString()));
    await factors.begin(holder, { proposal, code });
    expect(await codeOfRefusal(accounts.endSecondFactorByCommand('mei', 'lost it'))).toBe('users.unknown');
    await expect(accounts.endSecondFactorByCommand('top', ' ')).rejects.toMatchObject({
      problems: [{ code: 'form.missing' }],
    });
    await accounts.endSecondFactorByCommand('top', '手机丢了，本人到机房说的');
    expect(await factors.findOpen(holder)).toBeUndefined();
    const rows: unknown[] = await app.get(Database).reader.query('SELECT * FROM second_factor_ends');
    expect(rows).toMatchObject([{ user_id: officerId, ended_by: 'command' }]);
  });

  it('closes the name for longer each time, as a wrong password does', async () => {
    const told: string[] = [];
    for (let time = 0; time < 5; time += 1) told.push(await codeOfRefusal(logIn(WRONG)));
    told.push(await codeOfRefusal(logIn(recovery[3])));
    expect(told).toEqual([...Array<string>(5).fill('users.codeWrong'), 'users.logInClosed']);
  });

  it('ends by the office above alone, with a reason', async () => {
    const at = `/offices/${village.townshipId}/accounts/${userId}`;
    const li = await browserOf(village.app, 'li');
    const send = async (reason: string) =>
      li.post(`${at}/second-factor/end`, { reason, ...(await hiddenFieldsOf(li, at)) });
    expect((await li.get(at)).body).toContain(`${at}/second-factor/end`);
    expect((await send('好')).statusCode).toBe(422);
    expect((await send('手机丢了，本人到所里说的')).statusCode).toBe(303);
    expect((await li.get(at)).body).not.toContain(`${at}/second-factor/end`);
    const holder = { userId, officeId: village.villageId };
    expect(await village.app.get(SecondFactorsService).findOpen(holder)).toBeUndefined();
    const wang = await browserOf(village.app, 'wang');
    const fields = { reason: '手机丢了，本人说的', ...(await hiddenFieldsOf(wang, PAGE)) };
    expect((await wang.post(`${at}/second-factor/end`, fields)).statusCode).toBe(403);
  });
});
