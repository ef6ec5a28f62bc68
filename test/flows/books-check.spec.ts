import { CollectivesService } from '../../src/features/collectives/collectives.service';
import { BooksCheckService } from '../../src/features/months/books-check.service';
import { BookChecksService } from '../../src/features/oversight/book-checks.service';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
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

  it('is closed to the public', async () => {
    const stranger = await new Visitor(office.app).get(`/villages/${collectiveId}/check`);
    expect([303, 401]).toContain(stranger.statusCode);
  });
});
