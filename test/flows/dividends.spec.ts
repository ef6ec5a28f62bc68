import { AssetFilesService } from '../../src/features/assets/asset-files.service';
import { MembersService } from '../../src/features/collectives/members.service';
import { ShareRollService } from '../../src/features/collectives/share-roll.service';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { photo } from './plan-step-tries.fixture';
import {
  addVillage,
  type Answer,
  openWith,
  PASSWORD,
  type Program,
  startVillageApp,
  type VillageApp,
} from './api-village.fixture';

const NOBODY = { mobile: '', accountKind: '', accountNumber: '', bank: '' };
const HEADS: Readonly<Record<string, readonly string[]>> = {
  Api: ['341299196803121033', '341299197111231084'],
  Pages: ['341299196601301132', '341299197008021046'],
  Roll: ['341299199905171078', '341299197306081143'],
};
const COUNTS = { due: '10', present: '10', inFavour: '10', against: '0', abstained: '0' };
const BY = { by: 'accountant' };

const itemsIn = ({ body }: Answer): Record<string, unknown>[] => body['items'] as Record<string, unknown>[];

describe('members’ dividends over the API and on their pages', () => {
  let village: VillageApp;

  beforeAll(async () => {
    village = await startVillageApp();
  }, 120_000);
  afterAll(() => village.close());

  /** Two households, of which one holds twice as much, and 500.00 that is theirs to share. */
  async function add(name: string): Promise<{ id: string; books: string; accountant: Program }> {
    const found = await addVillage(village, { name });
    await openWith(village.app, found.id, 50_000n);
    const members = village.app.get(MembersService);
    for (const [index, identity] of (HEADS[name] ?? []).entries()) {
      const head = {
        ...{ personName: `Li ${'AB'[index] ?? ''}`, identity, labour: 'able', officerRelation: 'none' },
        ...{ belongs: 'yes', fromDay: '2024-01-01', ...NOBODY },
      };
      await members.enterHousehold(found.id, { villageGroup: '', head }, BY);
    }
    const roll = { holderKind: 'household', shareFrom: '2025-01-01', shareLines: '1 1\n2 2' };
    const shown = { shareWhy: 'first', sharePaper: 'resolution 3' };
    await village.app.get(ShareRollService).enterRoll(found.id, { ...roll, ...shown }, BY);
    return found;
  }

  /** A photo that was kept with a round today, and the place that it shows. */
  async function hung(collectiveId: string, ownerId: string) {
    const form = { paperKind: 'photo', datedOn: village.clock.today(), remark: '公示栏', audience: 'office' };
    const owner = { collectiveId, ownerKind: 'dividend', ownerId } as const;
    const files = village.app.get(AssetFilesService);
    const { id } = await files.keep(owner, { file: await photo(), form }, BY);
    return { displayPlace: '村委会门口', paperFiles: { display_photo: id } };
  }

  it('are drafted, decided step by step, agreed to, given and paid over the API', async () => {
    const { id, books, accountant } = await add('Api');
    const states = async () =>
      itemsIn(await accountant.get(`${books}/member-shares`)).find(({ pool }) => pool === 'pv');
    const nothing = { owed: '0.00', owedAsOne: '0.00' };
    expect(await states()).toEqual({ pool: 'pv', surplus: '500.00', free: '500.00', ...nothing });
    const wish = { pool: 'pv', amount: '500.01', rollOn: '2025-07-01', dividendWhy: 'charter', paper: 'x' };
    const above = await accountant.post(`${books}/dividends`, wish);
    expect(above.body).toMatchObject({ problems: [{ code: 'uses.shareAboveSurplus', field: 'amount' }] });
    const drafted = await accountant.post(`${books}/dividends`, { ...wish, amount: '100' });
    expect(drafted.status).toBe(201);
    const round = `${books}/dividends/${String(drafted.body['id'])}`;
    const held = { heldOn: '2025-07-05', stepPaper: 'minutes', ...COUNTS };
    const note = (stepNumber: string, shown = {}) =>
      accountant.post(`${round}/steps`, { ...held, stepNumber, ...shown });
    for (const each of ['1', '2', '3', '4']) expect((await note(each)).status).toBe(201);
    // That it hung is shown by a photo and a place: words alone show nothing.
    expect((await note('5')).body).toMatchObject({
      problems: [{ code: 'approvals.photoMissing' }, { code: 'form.missing', field: 'displayPlace' }],
    });
    expect((await note('5', await hung(id, String(drafted.body['id'])))).status).toBe(201);
    // Sent once more by somebody who saw the same page, the step is noted once.
    const again = await accountant.post(`${round}/steps`, { ...held, stepNumber: '5' });
    expect([again.status, again.body]).toMatchObject([409, { code: 'approvals.stepTaken' }]);
    const objection = { objectedOn: '2025-07-05', objectionGist: 'why so little' };
    expect((await accountant.post(`${round}/objections`, objection)).status).toBe(201);
    const answer = { objectionNumber: '1', objectionAnswer: 'by the roll of shares' };
    expect((await village.officer.post(`${round}/objections/answers`, answer)).status).toBe(201);
    village.clock.moveTo('2025-07-12');
    const [{ digest } = {}] = itemsIn(await accountant.get(`${books}/dividends`));
    const review = { outcome: 'passed', reason: '', digest };
    expect((await accountant.post(`${round}/review`, review)).status).toBe(403);
    expect((await village.officer.post(`${round}/review`, review)).status).toBe(200);
    const early = await accountant.post(`${round}/give`, { postedOn: '2025-07-04' });
    expect(early.body).toMatchObject({ problems: [{ code: 'dividend.beforeDecision' }] });
    expect((await accountant.post(`${round}/give`, { postedOn: '2025-07-12' })).status).toBe(201);
    expect(await states()).toMatchObject({ surplus: '400.00', free: '400.00', owed: '100.00' });
    const one = { postedOn: '2025-07-12', holder: '2' };
    expect((await accountant.post(`${round}/payments`, one)).status).toBe(201);
    expect(await states()).toMatchObject({ owed: '33.33' });
    expect((await accountant.post(`${round}/payments`, { ...one, holder: '' })).status).toBe(201);
    expect(await states()).toMatchObject({ owed: '0.00' });
    expect((await accountant.post(`${round}/drop`, { droppedWhy: 'x' })).status).toBe(409);
    const owed = await accountant.post(`${books}/member-shares/payments`, {
      ...{ pool: 'pv', amount: '1', postedOn: '2025-07-12' },
    });
    expect(owed.body).toMatchObject({ problems: [{ code: 'uses.shareNotOwed' }] });
  });

  it('are the same on their pages, with what is wrong at its field and each holder’s reckoning', async () => {
    const { id } = await add('Pages');
    const enter = async (username: string): Promise<Visitor> => {
      const visitor = new Visitor(village.app);
      await visitor.logIn({ username, password: PASSWORD });
      return visitor;
    };
    const [accountant, officer] = [await enter('pages'), await enter('li')];
    const list = `/villages/${id}/member-shares`;
    async function post(who: Visitor, at: string, path: string, fields: Record<string, string>) {
      const page = await who.get(at);
      const commandKey = /name="commandKey" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
      return who.post(path, { ...fields, _csrf: csrfTokenIn(page.body), commandKey });
    }
    const wish = { pool: 'pv', amount: '500.01', rollOn: '2025-07-01', dividendWhy: '', paper: 'x' };
    const wrong = await post(accountant, list, list, { ...wish, paper: '' });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('href="#field-paper"');
    expect((await post(accountant, list, list, wish)).body).toContain('href="#field-amount"');
    const unasked = await post(accountant, list, list, { ...wish, amount: '500' });
    expect(unasked.body).toContain('href="#field-dividendWhy"');
    const drafted = await post(accountant, list, list, { ...wish, amount: '500', dividendWhy: '章程' });
    expect(drafted.statusCode).toBe(303);
    const round = String(drafted.headers.location).split('?')[0] ?? '';
    const held = { heldOn: '2025-07-12', stepPaper: '记录', ...COUNTS };
    const untold = await post(accountant, round, `${round}/steps`, {
      ...held,
      stepNumber: '1',
      stepPaper: '',
    });
    expect(untold.body).toContain('href="#field-stepPaper"');
    const note = (stepNumber: string, shown = {}) =>
      post(accountant, round, `${round}/steps`, { ...held, stepNumber, ...shown });
    expect((await note('1')).statusCode).toBe(303);
    // Who comes second reads so; what was typed for that step fills no other one.
    const late = (await note('1')).body;
    expect(late).toContain('第 1 步已经记过了');
    expect(late).toContain('等“村‘两委’会商议”');
    expect(late).not.toContain('value="记录"');
    for (const number of ['2', '3', '4']) expect((await note(number)).statusCode).toBe(303);
    const roundId = round.split('/').at(-1) ?? '';
    const asked = (await accountant.get(round)).body;
    expect(asked).toContain('现在还没有存');
    expect(asked).toContain(`/files/dividend/${roundId}`);
    const unshown = (await note('5')).body;
    for (const field of ['paperFiles', 'displayPlace']) expect(unshown).toContain(`href="#field-${field}`);
    const { displayPlace, paperFiles } = await hung(id, roundId);
    const chosen = paperFiles.display_photo;
    expect((await accountant.get(round)).body).toContain(`value="${chosen}"`);
    expect((await accountant.get(`/villages/${id}/files/dividend/${roundId}`)).statusCode).toBe(200);
    const photoShown = { displayPlace, 'paperFiles[display_photo]': chosen };
    expect((await note('5', photoShown)).statusCode).toBe(303);
    expect((await accountant.get(round)).body).toContain('贴在村委会门口');
    expect((await accountant.get(round)).body).not.toContain('name="outcome"');
    const objection = { objectedOn: '2025-07-12', objectionGist: '为什么这么少' };
    const noted = await post(accountant, round, `${round}/objections`, { ...objection, objectionGist: '' });
    expect(noted.body).toContain('href="#field-objectionGist"');
    await post(accountant, round, `${round}/objections`, objection);
    const waiting = (await officer.get(round)).body;
    for (const text of ['为什么这么少', '还没有答复', '1 号的答复']) expect(waiting).toContain(text);
    const answer = { objectionNumber: '1', objectionAnswer: '照份额算的' };
    await post(officer, round, `${round}/objections/answers`, answer);
    expect((await accountant.get(round)).body).toContain('照份额算的');
    village.clock.moveTo('2025-07-19');
    const seen = (await officer.get(round)).body;
    expect(seen).toContain('name="outcome"');
    expect(seen).toContain('166.67');
    const digest = /name="digest" value="([^"]+)"/.exec(seen)?.[1] ?? '';
    const agreed = await post(officer, round, `${round}/review`, { outcome: 'passed', reason: '', digest });
    expect(agreed.statusCode).toBe(303);
    const given = await post(accountant, round, `${round}/give`, {
      postedOn: '2025-07-19',
      attachments: '2',
    });
    expect(given.statusCode).toBe(303);
    const after = (await accountant.get(round)).body;
    for (const text of ['3 份里的 2 份', '333.33', '等“实施结果公开”', '2 户', '写了理由'])
      expect(after).toContain(text);
    // What members were given whole is not offered to be planned once more.
    const surplus = `/villages/${id}/surplus?pool=pv&from=2025-01-01&to=2025-06-30`;
    expect((await accountant.get(surplus)).body).not.toContain('/plans/new');
    expect((await officer.get(list)).body).not.toContain('name="dividendWhy"');
    const owed = `/villages/${id}/owed`;
    const all = (await accountant.get(owed)).body;
    for (const words of ['第1次分红', '一户一户记的']) expect(all).toContain(words);
    expect(all).not.toContain('一笔记的');
    expect((await accountant.get(`${owed}?household=2`)).body).toContain('3 份里的 2 份');
    // What the bank shows fills the form of the payment.
    const shown = (await accountant.get(`${round}?on=2025-07-18&holder=2`)).body;
    for (const [name, value] of [
      ['postedOn', '2025-07-18'],
      ['holder', '2'],
    ])
      expect(shown).toMatch(new RegExp(`<input[^>]*name="${String(name)}"[^>]*value="${String(value)}"`));
    const paid = await post(accountant, round, `${round}/payments`, { postedOn: '2025-07-19', holder: '' });
    expect(paid.statusCode).toBe(303);
  });

  it('go by a roll that is looked at before it is entered', async () => {
    const { id } = await add('Roll');
    const accountant = new Visitor(village.app);
    await accountant.logIn({ username: 'roll', password: PASSWORD });
    const roll = `/villages/${id}/share-roll`;
    async function post(path: string, fields: Record<string, string>) {
      const page = await accountant.get(roll);
      const commandKey = /name="commandKey" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
      return accountant.post(path, { ...fields, _csrf: csrfTokenIn(page.body), commandKey });
    }
    const typed = { holderKind: 'household', shareFrom: '2025-07-01', shareLines: '1 2.5\n2 2' };
    const form = { ...typed, shareWhy: '李家分户', sharePaper: '决议' };
    expect((await post(roll, { ...form, shareLines: '9 1' })).body).toContain('href="#field-shareLines"');
    const kept = await post(roll, form);
    expect(kept.statusCode).toBe(303);
    const preview = String(kept.headers.location).split('?')[0] ?? '';
    const seen = (await accountant.get(preview)).body;
    for (const text of ['原来 2 户 3 份，以后 2 户 4.5 份', 'Li A', '2.5', '李家分户'])
      expect(seen).toContain(text);
    const holdings = async () => (await village.app.get(ShareRollService).listHoldings(id)).length;
    expect(await holdings()).toBe(2);
    expect((await post(preview, {})).statusCode).toBe(303);
    expect(await holdings()).toBe(3);
    expect((await post(preview, {})).statusCode).toBe(422);
  });
});
