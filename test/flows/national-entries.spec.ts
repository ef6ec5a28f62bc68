import { decode } from 'iconv-lite';
import { BooksCheckService } from '../../src/features/months/books-check.service';
import { NationalEntriesService } from '../../src/features/payouts/national-entries.service';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { describeOnEachEngine } from '../support/engines';
import { refusals } from '../support/posts';
import { PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';
import { type PaidVillage, payVillage } from './household-slips.fixture';

const BY = { by: 'accountant' };

/** 李四 is paid 600.00, 王五 387.10, on 5 July. */
describeOnEachEngine('what was paid, and entered in the national system', (_open, engine) => {
  let village: VillageApp;
  let paid: PaidVillage;
  let listId: string;
  let keeper: Visitor;
  let officer: Visitor;
  let at: string;

  const textOf = async (visitor: Visitor, url: string): Promise<string> =>
    (await visitor.get(url)).body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  let sent = 0;
  const note = async (fields: Record<string, string>) => {
    const { body } = await keeper.get(at);
    const commandKey = `national-key-${String((sent += 1))}`;
    return keeper.post(at, { _csrf: csrfTokenIn(body), commandKey, listId, enteredWhy: '', ...fields });
  };
  const logIn = async (username: string): Promise<Visitor> => {
    const visitor = new Visitor(village.app);
    await visitor.logIn({ username, password: PASSWORD });
    return visitor;
  };

  beforeAll(async () => {
    village = await startVillageApp(engine);
    paid = await payVillage(village, '=1+1保洁');
    at = `/villages/${paid.id}/national-entries`;
    [keeper, officer] = [await logIn('wages'), await logIn('li')];
    listId = await paid.send(0, 1);
  }, 600_000);
  afterAll(() => village.close());

  it('is nothing to enter before it is paid, and work once it waited too long', async () => {
    expect(await textOf(keeper, at)).toContain('还没有付过的清单。');
    const form = { enteredOn: '2025-07-12', enteredTotal: '0', enteredCount: '0', enteredWhy: 'x' };
    const early = village.app.get(NationalEntriesService).note(paid.id, { listId, form }, BY);
    expect(await refusals(early)).toBe('national.nothingPaid');
    await paid.end(listId, '');
    expect(await textOf(keeper, at)).toMatch(/第1号发放清单 987\.10 元 2 笔 2025-07-12 .*还没录入/);
    expect(await textOf(keeper, '/my-work')).not.toContain('录入全国系统');
    village.clock.moveTo('2025-07-22');
    expect(await textOf(keeper, '/my-work')).not.toContain('录入全国系统');
    village.clock.moveTo('2025-07-23');
    expect(await textOf(keeper, '/my-work')).toContain('第1号发放清单付了，还没有录入全国系统');
    const office = `/township/${village.townshipId}/pay-lists`;
    expect(await textOf(officer, office)).toMatch(
      /没按付的录入全国系统 .*Wages 2025年第1号 987\.10 元 2 笔 2025-07-12 .*该录入了/,
    );
  });

  it('is exported as a plain table, of a list or of days, in which nothing is a formula', async () => {
    const file = async (query: string) => keeper.get(`${at}/file?${query}`);
    const utf8 = await file('form=csv');
    expect(utf8.headers['content-type']).toContain('text/csv; charset=utf-8');
    const lines = utf8.rawPayload.toString('utf8').slice(1).trim().split('\r\n');
    expect(lines).toEqual([
      '序号,村,户号,姓名,发放项目,金额（元）,发放日期,发放方式,清单号',
      "1,Wages,1,李四,'=1+1保洁　2025-05,600.00,2025-07-12,银行转账,2025年第1号",
      "2,Wages,2,王五,'=1+1保洁　2025-05,387.10,2025-07-12,银行转账,2025年第1号",
    ]);
    const gb = await file(`form=gb18030&list=${listId}`);
    expect(decode(gb.rawPayload, 'gb18030').trim().split('\r\n')).toEqual(lines);
    const none = await file('form=csv&from=2025-07-13&to=2025-07-31');
    expect(none.rawPayload.toString('utf8').trim().split('\r\n')).toHaveLength(1);
    const book = await file('form=xlsx&from=&to=&list=');
    expect([book.statusCode, book.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    expect((await file('form=pdf')).statusCode).toBe(422);
    // An empty table would read as if nothing had been paid.
    const reversed = await file('form=csv&from=2025-07-31&to=2025-07-01');
    expect([reversed.statusCode, reversed.body.includes('早于开始的日期')]).toEqual([422, true]);
    expect((await file('form=csv&from=2025-07-12&to=2025-07-12')).body).toContain('李四');
  });

  it('is noted with who, when and which figures, and held against what is paid now', async () => {
    const wrong = await note({ enteredOn: '2025-07-17', enteredTotal: '987.10', enteredCount: '3' });
    expect([wrong.statusCode, wrong.body.includes('现在付了 987.10 元 2 笔')]).toEqual([422, true]);
    const done = await note({ enteredOn: '2025-07-17', enteredTotal: '987.10', enteredCount: '2' });
    expect([done.statusCode, done.headers.location]).toEqual([303, at]);
    expect(await textOf(officer, at)).toMatch(/987\.10 元 2 笔 2025-07-17 wages 和录入的一样/);
    expect(await textOf(keeper, '/my-work')).not.toContain('录入全国系统');
    await paid.giveBack(listId, '2');
    expect(await textOf(officer, at)).toMatch(/和录入的不一样 现在付的比录入的少 387\.10 元、少 1 笔/);
    expect(await textOf(keeper, '/my-work')).toContain('现在付的和录入全国系统的不一样');
    const again = { enteredOn: '2025-07-23', enteredTotal: '600.00', enteredCount: '1' };
    expect((await note(again)).statusCode).toBe(303);
    expect(await textOf(keeper, at)).toMatch(/600\.00 元 1 笔 2025-07-23 wages 和录入的一样/);
  });

  it('is noted by the accountant alone, read by the township, and told of by the check', async () => {
    expect(await textOf(officer, at)).not.toContain('记一笔录入');
    expect((await officer.get(`${at}/file?form=csv`)).statusCode).toBe(200);
    const { breaks } = await village.app.get(BooksCheckService).checkBooks(paid.id);
    expect(breaks).toEqual([]);
  });
});
