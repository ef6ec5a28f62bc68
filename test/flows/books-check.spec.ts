import { LeasesService } from '../../src/features/assets/leases.service';
import { CollectivesService } from '../../src/features/collectives/collectives.service';
import { BooksCheckService } from '../../src/features/months/books-check.service';
import { ClosingWishesService } from '../../src/features/months/closing-wishes.service';
import { BookChecksService } from '../../src/features/oversight/book-checks.service';
import { Configuration } from '../../src/platform/config/configuration';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { typedLease } from '../support/leases';
import { Tampering } from '../support/tampering';
import { type DemoOffice, startDemoOffice } from '../pages/demo-office.fixture';

const commandKeyIn = (body: string): string => /name="commandKey" value="([^"]+)"/.exec(body)?.[1] ?? '';

describe('the pages of the check', () => {
  let office: DemoOffice;
  let accountant: Visitor;
  let officer: Visitor;
  let collectiveId = '';
  let township = '';

  beforeAll(async () => {
    office = await startDemoOffice();
    const all = await office.app.get(CollectivesService).listCollectives();
    collectiveId = all.find((each) => each.noticeLabel === '石桥')?.id ?? '';
    township = `/township/${all.find((each) => each.kind === 'township')?.id ?? ''}`;
    accountant = new Visitor(office.app);
    await accountant.logIn(office.personOf('zhou'));
    officer = new Visitor(office.app);
    await officer.logIn(office.personOf('sun'));
  }, 120_000);

  afterAll(() => office.close());

  it('holds every book of the demo', async () => {
    for (const { id } of await office.app.get(CollectivesService).listCollectives()) {
      expect((await office.app.get(BooksCheckService).checkBooks(id)).breaks).toEqual([]);
    }
  });

  it('checks at a press of the button, and shows what was gone through and the head', async () => {
    const path = `/villages/${collectiveId}/check`;
    const before = await accountant.get(path);
    expect(before.body).toContain('这本账还没有查过');
    expect((await officer.get(township)).body).toContain('还没查过');
    const posted = await accountant.post(path, {
      _csrf: csrfTokenIn(before.body),
      commandKey: commandKeyIn(before.body),
    });
    expect([posted.statusCode, posted.headers.location]).toEqual([303, path]);
    const after = await accountant.get(path);
    expect(after.body).toContain('没有发现问题');
    expect(after.body).toContain('凭证有没有被改过');
    const last = await office.app.get(BookChecksService).findLast(collectiveId);
    expect(last).toMatchObject({ number: 1, breaks: 0 });
    expect(after.body).toContain(last?.chainHead);
    expect((await officer.get(path)).statusCode).toBe(200);
  });

  it('keeps every result, and says whose turn it is', async () => {
    const checks = office.app.get(BookChecksService);
    await checks.checkNow(collectiveId, { by: 'schedule' });
    expect(await checks.findLast(collectiveId)).toMatchObject({ number: 2, checkedBy: 'schedule' });
    const due = await checks.listDue();
    expect(due).not.toContain(collectiveId);
    expect(due.length).toBeGreaterThan(0);
  });

  it('says that the result of the last check was spoilt, and checks again', async () => {
    const path = `/villages/${collectiveId}/check`;
    const hand = await Tampering.on({ settings: office.app.get(Configuration).database });
    await hand.run(
      `UPDATE book_checks SET found = '[x' WHERE collective_id = '${collectiveId}' AND number = 2`,
    );
    const { statusCode, body } = await accountant.get(path);
    expect(statusCode).toBe(200);
    expect(body).toContain('发现 1 处对不上');
    expect(body).toContain('上一次查账（第 2 次）留下的结果读不出来');
    const queue = await officer.get(township);
    expect([queue.statusCode, queue.body.includes('1处对不上')]).toEqual([200, true]);
    await hand.run(
      `UPDATE book_checks SET found = '[]' WHERE collective_id = '${collectiveId}' AND number = 2`,
    );
    await hand.close();
    expect((await accountant.get(path)).body).toContain('没有发现问题');
  });

  it('says on every page what is gone from the registers, and shows the rest', async () => {
    const leases = office.app.get(LeasesService);
    const settings = office.app.get(Configuration).database;
    const hand = await Tampering.on({ settings });
    const pick = async (table: string, where: string): Promise<string> =>
      String(
        (
          await hand.rows(`SELECT id FROM ${table} WHERE collective_id = '${collectiveId}' AND ${where}`)
        )[0]?.['id'],
      );
    const station = await pick('assets', "kind = 'pvStation'");
    const [hall, store] = [
      await pick('assets', "kind = 'workshop'"),
      await pick('assets', "kind = 'coldStore'"),
    ];
    for (const [assetId, leaseNumber] of [
      [hall, '车间-1'],
      [store, '冷库-1'],
    ] as const)
      await leases.addLease(collectiveId, typedLease({ assetId, leaseNumber }), { by: 'zhou' });
    const contract = await pick('deduction_contracts', `asset_id = '${station}'`);
    await hand.run(
      `DELETE FROM assets WHERE id IN ('${hall}', '${station}')`,
      `DELETE FROM leases WHERE asset_id = '${store}'`,
    );
    await hand.close();
    const home = await accountant.get(`/villages/${collectiveId}`);
    const month = String(home.headers.location).replace(`/villages/${collectiveId}`, '');
    const pages = ['/contracts', '/arrears', month, '/check', `/cost-contracts/${contract}`];
    const told: unknown[] = [];
    for (const page of pages) {
      const { statusCode, body } = await accountant.get(`/villages/${collectiveId}${page}`);
      told.push([page, statusCode, body.includes('账本有缺损：资产登记少了 2 行，租约少了 1 行')]);
    }
    expect(told).toEqual(pages.map((page) => [page, 200, true]));
    const problems = await office.app.get(ClosingWishesService).stepProblems(collectiveId, month.slice(-7));
    expect(problems.filter(({ code }) => code === 'months.rowsLost')).toMatchObject([{ facts: { rows: 3 } }]);
    const found = await office.app.get(BooksCheckService).checkBooks(collectiveId);
    expect(found.breaks.filter(({ code }) => code === 'check.rowGone').length).toBe(3);
  });

  it('is closed to the public', async () => {
    const stranger = await new Visitor(office.app).get(`/villages/${collectiveId}/check`);
    expect([303, 401]).toContain(stranger.statusCode);
  });

  it('says that the row of the books is gone, and offers no check of them', async () => {
    const path = `/villages/${collectiveId}/check`;
    const hand = await Tampering.on({ settings: office.app.get(Configuration).database });
    await hand.run(`DELETE FROM collective_books WHERE collective_id = '${collectiveId}'`);
    await hand.close();
    const { statusCode, body } = await accountant.get(path);
    expect(statusCode).toBe(200);
    expect(body).toContain('的一行不见了');
    expect(body).not.toContain('现在检查');
  });
});
