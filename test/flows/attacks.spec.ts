import { AccountsService } from '../../src/features/users/accounts.service';
import { OwnAccountService } from '../../src/features/users/own-account.service';
import { SessionsService } from '../../src/features/users/sessions.service';
import { Visitor } from '../platform/http-app.fixture';
import { enginesHere } from '../support/engines';
import {
  addVillage,
  type Answer,
  draftOf,
  openWith,
  PASSWORD,
  startVillageApp,
  type VillageApp,
} from './api-village.fixture';
import { typedLine, typedVoucher } from '../support/vouchers';
import { browserOf, hiddenFieldsOf, makeAccount, sendWith, tokenOf } from './attacks.fixture';

describe.each(enginesHere())('a session that is none (%s)', (engine) => {
  let village: VillageApp;
  let userId: string;
  let page: string;

  beforeAll(async () => {
    village = await startVillageApp(engine, { LOG_INS_PER_MINUTE: '100' });
    const { villageId } = village;
    userId = await makeAccount(village.app, 'victim', [{ role: 'cashier', collectiveId: villageId }]);
    page = `/villages/${villageId}/vouchers`;
  }, 120_000);
  afterAll(() => village.close());

  /** Whether somebody with this token is let in, by a browser's cookie and as a program. */
  async function opens(token: string): Promise<[page: boolean, program: boolean]> {
    const shown = await new Visitor(village.app, new Map([['session', token]])).get(page);
    const headers = { authorization: `Bearer ${token}` };
    const told = await village.app.inject({
      url: `/api/villages/${village.villageId}/bank-accounts`,
      headers,
    });
    return [shown.statusCode === 200, told.statusCode === 200];
  }
  const NEITHER = [false, false];
  const changed = (token: string, at: number): string =>
    token.slice(0, at) + (token.at(at) === 'A' ? 'B' : 'A') + token.slice(at + 1);

  it('opens nothing where a sign of it was changed, or whose it is', async () => {
    const token = await tokenOf(village.app, 'victim');
    expect(await opens(token)).toEqual([true, true]);
    const [office = '', secret = ''] = token.split('.');
    const forged = [
      ...[office.length + 1, office.length + 20, token.length - 1].map((at) => changed(token, at)),
      ...[`${village.otherVillageId}.${secret}`, `${village.townshipId}.${secret}`, secret, `${office}.`],
      ...[
        `${office}.${secret}A`,
        `${office}.${'A'.repeat(43)}`,
        `${userId}.${secret}`,
        `' OR 1=1 --.${secret}`,
      ],
    ];
    for (const each of forged) expect([each, ...(await opens(each))]).toEqual([each, ...NEITHER]);
    expect(await opens(token)).toEqual([true, true]);
  });

  it('opens nothing after the log-out, for whoever kept a copy', async () => {
    const token = await tokenOf(village.app, 'victim');
    await village.app.get(SessionsService).logOut(token);
    expect(await opens(token)).toEqual(NEITHER);
    const visitor = await browserOf(village.app, 'victim');
    const copy = visitor.copy();
    const hidden = await hiddenFieldsOf(visitor, '/account/password');
    expect((await copy.get(page)).statusCode).toBe(200);
    await visitor.post('/logout', hidden);
    expect((await copy.get(page)).headers.location).toMatch(/^\/login/);
  });

  it('opens nothing that was begun before the password was changed', async () => {
    const [before, own] = [await tokenOf(village.app, 'victim'), await tokenOf(village.app, 'victim')];
    const password = 'green kettle 47 north';
    const form = { currentPassword: PASSWORD, password, passwordAgain: password };
    await village.app.get(OwnAccountService).changePassword(userId, form, own);
    expect(await opens(before)).toEqual(NEITHER);
    expect(await opens(own)).toEqual([true, true]);
  });

  it('opens nothing once the account has ended', async () => {
    const closed = await makeAccount(village.app, 'closed', [
      { role: 'cashier', collectiveId: village.villageId },
    ]);
    const token = await tokenOf(village.app, 'closed');
    expect(await opens(token)).toEqual([true, true]);
    const officer = await village.app.get(SessionsService).actorOf(await tokenOf(village.app, 'li'));
    const at = { collectiveId: village.townshipId, userId: closed };
    await village.app.get(AccountsService).end(at, { by: officer?.userId ?? '', key: 'end-of-closed' });
    expect(await opens(token)).toEqual(NEITHER);
  });
});

describe.each(enginesHere())('a form that is sent again (%s)', (engine) => {
  let village: VillageApp;
  let page: string;

  beforeAll(async () => {
    village = await startVillageApp(engine, { LOG_INS_PER_MINUTE: '100' });
    const { villageId } = village;
    await makeAccount(village.app, 'second', [{ role: 'accountant', collectiveId: villageId }]);
    page = `/villages/${villageId}/counterparties`;
  }, 120_000);
  afterAll(() => village.close());

  const named = async (name: string): Promise<number> => {
    const { body } = await village.accountant.get(`/api${page}`);
    return (body['items'] as { name: string }[]).filter((each) => each.name === name).length;
  };
  const form = (name: string) => ({ kind: 'organisation', name });

  it('is done once, with the same answer', async () => {
    const wang = await browserOf(village.app, 'wang');
    const hidden = await hiddenFieldsOf(wang, page);
    const [first, again] = [
      await wang.post(page, { ...form('Once'), ...hidden }),
      await wang.post(page, { ...form('Once'), ...hidden }),
    ];
    expect([first.statusCode, again.statusCode, again.headers.location]).toEqual([
      303,
      303,
      first.headers.location,
    ]);
    expect(await named('Once')).toBe(1);
    const other = await wang.post(page, { ...form('Changed'), ...hidden });
    expect([other.statusCode >= 400, await named('Changed')]).toEqual([true, 0]);
  });

  it('does nothing in another person’s hands', async () => {
    const [wang, second] = [await browserOf(village.app, 'wang'), await browserOf(village.app, 'second')];
    const hidden = await hiddenFieldsOf(wang, page);
    // With the token of somebody else's page, then with a token of his own and the other's key.
    expect((await second.post(page, { ...form('Theirs'), ...hidden })).statusCode).toBe(403);
    expect(await named('Theirs')).toBe(0);
    await wang.post(page, { ...form('Theirs'), ...hidden });
    const own = { ...(await hiddenFieldsOf(second, page)), commandKey: hidden['commandKey'] ?? '' };
    await second.post(page, { ...form('Theirs'), ...own });
    await second.post(page, { ...form('Stolen key'), ...own });
    expect([await named('Theirs'), await named('Stolen key')]).toEqual([1, 0]);
  });

  it('does nothing after the log-out', async () => {
    const wang = await browserOf(village.app, 'wang');
    const hidden = await hiddenFieldsOf(wang, page);
    const copy = wang.copy();
    await wang.post('/logout', hidden);
    for (const visitor of [wang, copy])
      expect((await visitor.post(page, { ...form('Late'), ...hidden })).statusCode).toBe(401);
    expect(await named('Late')).toBe(0);
  });
});

/** A plan from its draft to the wall, with people who try to be several at once, or faster than others. */
describe.each(enginesHere())('who decides of what he wrote (%s)', (engine) => {
  let village: VillageApp;

  beforeAll(async () => {
    village = await startVillageApp(engine, { LOG_INS_PER_MINUTE: '100' });
  }, 120_000);
  afterAll(() => village.close());

  let sent = 0;

  /** A village of its own, with who keeps its books, who both keeps them and decides, who keeps others. */
  async function story(name: string, opening = 50_000n) {
    const { app, townshipId, otherVillageId } = village;
    const route = { routeId: 'village-representatives-then-township' };
    const { id, books } = await addVillage(village, { name, ...route });
    if (opening > 0n) await openWith(app, id, opening);
    const keeps = { role: 'accountant', collectiveId: id } as const;
    const decides = { role: 'township', collectiveId: townshipId } as const;
    await makeAccount(app, `${name}-both`, [keeps, decides]);
    await makeAccount(app, `${name}-elsewhere`, [{ ...keeps, collectiveId: otherVillageId }, decides]);
    const who = { keeper: name, officer: 'li', both: `${name}-both`, elsewhere: `${name}-elsewhere` };
    const tokens = new Map<string, string>();
    for (const [part, username] of Object.entries(who)) tokens.set(part, await tokenOf(app, username));
    const send = (part: keyof typeof who, path: string, form: object, key = freshKey()): Promise<Answer> =>
      sendWith(app, tokens.get(part) ?? '', { url: `${books}/${path}`, form, key });
    const planOf = async (planId: string) => {
      const headers = { authorization: `Bearer ${tokens.get('keeper') ?? ''}` };
      const answer = await app.inject({ url: `${books}/plans/${planId}`, headers });
      return answer.json<{ state: string; lines: { claims: { id: string }[] }[] }>();
    };
    return { send, planOf };
  }
  type Story = Awaited<ReturnType<typeof story>>;
  const freshKey = (): string => `attack-${String((sent += 1))}`;
  const VOTES = {
    ...{ heldOn: '2025-07-05', stepPaper: 'minutes', due: '30', present: '25' },
    ...{ inFavour: '24', against: '0', abstained: '1' },
  };

  it('does so under no second role', async () => {
    const { send, planOf } = await story('second-role');
    const planId = String((await send('both', 'plans', draftOf('400.00'))).body['id']);
    const { digest } = (await send('both', `plans/${planId}/submit`, {})).body;
    await send('keeper', `plans/${planId}/meeting`, VOTES);
    const review = { outcome: 'passed', digest };
    const own = await send('both', `plans/${planId}/review`, review);
    expect(own.body['problems']).toMatchObject([{ code: 'approvals.ownDraft' }]);
    expect((await planOf(planId)).state).toBe('submitted');
    // Whose other role is in a village that has nothing to do with it decides here as any officer.
    expect((await send('elsewhere', `plans/${planId}/review`, review)).body['approved']).toBe(true);
  });

  it('does so of no step that he noted, nor as who keeps the books beside', async () => {
    const { send, planOf } = await story('beside');
    const planId = String((await send('keeper', 'plans', draftOf('400.00'))).body['id']);
    const { digest } = (await send('keeper', `plans/${planId}/submit`, {})).body;
    await send('keeper', `plans/${planId}/meeting`, VOTES);
    const kept = await send('both', `plans/${planId}/review`, { outcome: 'passed', digest });
    expect(kept.body['problems']).toMatchObject([{ code: 'approvals.ofItsAccounts' }]);
    expect((await planOf(planId)).state).toBe('submitted');
  });

  it('looks over no voucher that he wrote, under whichever role', async () => {
    const { send } = await story('vouchers');
    const line = { ledgerAccount: '513', debit: '1.00', pool: 'members' };
    const lines = [typedLine(line), typedLine({ ledgerAccount: '221', credit: '1.00' })];
    const { body } = await send('both', 'voucher-drafts', typedVoucher({ lines, postedOn: '2025-07-01' }));
    const draft = `voucher-drafts/${String(body['id'])}`;
    const own = await send('both', `${draft}/review`, { digest: body['digest'] });
    expect(own).toMatchObject({ status: 409, body: { code: 'voucher.reviewedBySame' } });
    expect((await send('both', `${draft}/post`, {})).status).toBe(409);
    expect((await send('officer', `${draft}/review`, { digest: body['digest'] })).status).toBe(201);
  });

  it('goes ahead of no step that comes before his', async () => {
    const { send, planOf } = await story('ahead');
    const planId = String((await send('keeper', 'plans', draftOf('10.00'))).body['id']);
    const { digest } = (await send('keeper', `plans/${planId}/submit`, {})).body;
    const review = { outcome: 'passed', digest };
    expect((await send('officer', `plans/${planId}/review`, review)).body['code']).toBe(
      'approvals.otherStep',
    );
    expect((await planOf(planId)).state).toBe('submitted');
    // The first of two who decide finishes nothing.
    expect((await send('keeper', `plans/${planId}/meeting`, VOTES)).body['approved']).toBe(false);
    expect((await planOf(planId)).state).toBe('submitted');
    expect((await send('officer', `plans/${planId}/review`, review)).body['approved']).toBe(true);
  });

  /** The same command twice at the same moment: under one key, or under two. */
  async function twice({ send }: Story, keys: number, [part, path, form]: Parameters<Story['send']>) {
    const all = Array.from({ length: 2 }, (_, place) => (place < keys ? freshKey() : ''));
    const [first = '', second] = all;
    const answers = await Promise.all(
      [first, second === '' ? first : second].map((key) => send(part, path, form, key)),
    );
    const done = answers.filter(({ status }) => status < 300);
    const refused = answers.filter(({ status }) => status === 409 || status === 422);
    expect([path, done.length + refused.length, done.length > 0]).toEqual([path, 2, true]);
    if (keys === 2) expect([path, done.length]).toEqual([path, 1]);
    if (done.length === 2) expect(answers[1]).toEqual(answers[0]);
    return done[0]?.body ?? {};
  }

  it.each([1, 2])('decides once of two at the same moment, under %i keys', async (keys) => {
    const told = await story(`at-once-${String(keys)}`);
    const plan = await twice(told, 1, ['keeper', 'plans', draftOf('5.00')]);
    const planId = String(plan['id']);
    const { digest } = await twice(told, keys, ['keeper', `plans/${planId}/submit`, {}]);
    await twice(told, keys, ['keeper', `plans/${planId}/meeting`, VOTES]);
    const review = { outcome: 'passed', digest };
    await twice(told, keys, ['officer', `plans/${planId}/review`, review]);
    const { state, lines } = await told.planOf(planId);
    expect(state).toBe('approved');
    const claimId = lines[0]?.claims[0]?.id;
    const grant = { claimId, grantedOn: '2025-07-05', wholeWhy: '考勤是纸质的' };
    await twice(told, keys, ['officer', `plans/${planId}/grants`, grant]);
    // A plan has one sheet: whoever asks for it again is told the same.
    const notice = (key: string) =>
      told.send('keeper', 'notices', { planId, displayedOn: '2025-07-06' }, key);
    const [first = '', second = first] = Array.from({ length: keys }, freshKey);
    const [one, other] = await Promise.all([notice(first), notice(second)]);
    expect([one.status, other]).toEqual([201, one]);
  });

  it.each([1, 2])('closes a month once of two at the same moment, under %i keys', async (keys) => {
    const told = await story(`month-${String(keys)}`, 0n);
    await twice(told, keys, ['keeper', 'months/2025-01/hold', {}]);
    await twice(told, keys, ['officer', 'months/2025-01/seal', {}]);
  });
});
