import { BooksCheckService } from '../../src/features/months/books-check.service';
import { NationalEntriesService } from '../../src/features/payouts/national-entries.service';
import { PayAdvicesService } from '../../src/features/payouts/pay-advices.service';
import { PayListsReadService } from '../../src/features/payouts/pay-lists-read.service';
import { Visitor } from '../platform/http-app.fixture';
import { describeOnEachEngine } from '../support/engines';
import { refusals } from '../support/posts';
import { PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';
import { type PaidVillage, payVillage } from './household-slips.fixture';

const BY = { by: 'accountant' };

/** 李四 is paid 600.00, 王五 387.10; the voucher is reversed, and both are paid by a second list. */
describeOnEachEngine('payments of a list whose voucher was reversed', (_open, engine) => {
  let village: VillageApp;
  let paid: PaidVillage;
  let keeper: Visitor;
  let first: string;
  let code: string;

  const plain = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  const textOf = async (url: string): Promise<string> => plain((await keeper.get(url)).body);
  const national = () => textOf(`/villages/${paid.id}/national-entries`);
  const exported = async (): Promise<string[]> => {
    const file = await keeper.get(`/villages/${paid.id}/national-entries/file?form=csv`);
    return file.rawPayload.toString('utf8').trim().split('\r\n').slice(1);
  };
  let place = 0;
  const slip = async () => {
    const remoteAddress = `10.9.1.${String((place += 1))}`;
    return plain((await village.app.inject({ url: `/slip?code=${code}`, remoteAddress })).body);
  };
  const sheet = async (): Promise<string> => {
    const form = {
      ...{ sheet: 'payment-results', pool: '', sheetFrom: '2025-07-01', sheetTo: '2025-07-12' },
      displayedOn: village.clock.today(),
    };
    const { body } = await paid.accountant.post(`/api/villages/${paid.id}/notices/reports`, form);
    return (await village.app.inject(`/n/${String(body['code'])}/data.csv`)).body;
  };

  beforeAll(async () => {
    village = await startVillageApp(engine);
    paid = await payVillage(village);
    keeper = new Visitor(village.app);
    await keeper.logIn({ username: 'wages', password: PASSWORD });
    first = await paid.send(0, 1);
    const whose = { memberId: paid.members[0]?.memberId ?? '' };
    const [advice] = await village.app.get(PayAdvicesService).issue(paid.id, { listId: first, whose }, BY);
    code = advice?.code ?? '';
    await paid.end(first, '');
    const form = { enteredOn: '2025-07-12', enteredTotal: '987.10', enteredCount: '2', enteredWhy: '' };
    await village.app.get(NationalEntriesService).note(paid.id, { listId: first, form }, BY);
    const { acts } = await village.app.get(PayListsReadService).require(paid.id, first);
    const voucher = `/api/villages/${paid.id}/vouchers/${acts.at(-1)?.entryId ?? ''}/reverse`;
    const reversal = { postedOn: village.clock.today(), reason: 'bookedTwice' };
    expect((await paid.accountant.post(voucher, reversal)).status).toBe(201);
  }, 600_000);
  afterAll(() => village.close());

  it('are none: in no table, on no slip, on no advice, and the list says what to do', async () => {
    expect(await exported()).toEqual([]);
    expect(await national()).toContain('现在付的比录入的少 987.10 元、少 2 笔');
    expect(await slip()).toContain('2025年7月12日冲销了，这一笔不算付过。请联系会计。');
    const anew = village.app.get(PayAdvicesService).issue(paid.id, { listId: first, whose: 'all' }, BY);
    expect(await refusals(anew)).toBe('payAdvice.nobody');
    const page = await textOf(`/villages/${paid.id}/pay-lists/${first}`);
    for (const said of ['付款冲销了 987.10', '2 行不算付过，又是欠着的', '（已冲销）', '重新列清单'])
      expect(page).toContain(said);
    expect(page).not.toMatch(/已付|付成以后又退回来了/);
    const { lines } = (await paid.accountant.get(`/api/villages/${paid.id}/pay-lists/${first}`)).body;
    expect(lines).toMatchObject([{ state: 'takenBack' }, { state: 'takenBack' }]);
    expect(await textOf('/my-work')).toContain('付款冲销了的有 2 笔，还没有重新列清单');
    const csv = await sheet();
    for (const said of ['到账合计,,,,0.00\r\n', '没付成合计,,,,987.10\r\n', '还在等银行,0.00\r\n'])
      expect(csv).toContain(said);
  });

  it('are told once when a second list pays them, about which nothing stands out', async () => {
    const second = await paid.send(0, 1);
    await paid.end(second, '');
    expect((await exported()).map((line) => line.split(',').slice(-4))).toEqual([
      ['600.00', '2025-07-12', '银行转账', '2025年第2号'],
      ['387.10', '2025-07-12', '银行转账', '2025年第2号'],
    ]);
    expect(await slip()).toContain('这一笔不算付过。已经列在2025年第2号发放清单里再发。');
    const csv = await sheet();
    expect(csv).toContain('到账合计,,,,987.10\r\n');
    expect(await textOf('/my-work')).not.toContain('还没有重新列清单');
    const { breaks } = await village.app.get(BooksCheckService).checkBooks(paid.id);
    expect(breaks).toEqual([]);
  });
});
