import { typedLine, typedVoucher } from '../support/vouchers';
import {
  addVillage,
  type Answer,
  juneSlip,
  startVillageApp,
  STATION,
  type VillageApp,
} from './api-village.fixture';

const itemsIn = ({ body }: Answer): Record<string, unknown>[] => body['items'] as Record<string, unknown>[];
const problemsIn = ({ body }: Answer): string[] =>
  (body['problems'] as { code: string; field: string }[]).map(({ code, field }) => `${code} ${field}`);

describe('vouchers and openings over the API', () => {
  let village: VillageApp;
  let books: string;

  beforeAll(async () => {
    village = await startVillageApp();
    books = `/api/villages/${village.villageId}`;
  }, 120_000);
  afterAll(() => village.close());

  const post = (path: string, form: object, key?: string) =>
    village.accountant.post(`${books}/${path}`, form, key);
  const get = (path: string) => village.accountant.get(`${books}/${path}`);

  it('takes an opening in: kept, looked at with every problem, booked when it is right', async () => {
    await post('assets', STATION);
    const head = '科目编码\t资金类别\t借方余额\t贷方余额\t资产';
    const asset = `151\t光伏收益\t300000.00\t\t${STATION.name}`;
    const keep = async (credit: string): Promise<string> => {
      const rows = [head, '102\t光伏收益\t900.00\t', asset, `322\t光伏收益\t\t${credit}`];
      const kept = await post('opening-previews', { pasted: rows.join('\n') });
      expect(kept.status).toBe(201);
      return `opening-previews/${String(kept.body['id'])}`;
    };
    const wrong = await keep('300900.01');
    expect((await get(wrong)).body).toMatchObject({ lines: 3, assets: 1, problems: 1 });
    expect(itemsIn(await get(`${wrong}/problems?page=1&size=1`))).toMatchObject([
      { code: 'opening.poolNotBalanced', sentence: expect.stringContaining('0.01') as string },
    ]);
    expect(await post(`${wrong}/confirm`, {})).toMatchObject({ status: 422 });
    const right = await keep('300900.00');
    expect((await get(`${right}/lines?size=2`)).body).toMatchObject({ total: 3, size: 2 });
    expect(itemsIn(await get(`${right}/assets`))).toMatchObject([{ register: '300000.00' }]);
    expect(await post(`${right}/confirm`, {})).toMatchObject({ status: 200, body: { voucherNumber: 1 } });
    expect((await post(`${right}/confirm`, {})).body).toMatchObject({ code: 'opening.booksBegun' });
    const replaced = await post(`${right}/replace`, { reason: 'wrongAmount' });
    expect(replaced).toMatchObject({ status: 200, body: { voucherNumber: 3 } });
    expect(problemsIn(await post('opening-previews', {}))).toEqual(['file.none file']);
  });

  it('takes what is owed out of an advance, and never more than it', async () => {
    const { books: own, accountant } = await addVillage(village, { name: 'Advance' });
    await accountant.post(`${own}/assets`, STATION);
    const [station] = itemsIn(await accountant.get(`${own}/assets`)) as { asset: { id: string } }[];
    const rows = [
      '科目编码\t资金类别\t借方余额\t贷方余额\t资产',
      '102\t光伏收益\t900.00\t\t',
      `151\t光伏收益\t300000.00\t\t${STATION.name}`,
      `211\t光伏收益\t\t500.00\t${STATION.name}`,
      '322\t光伏收益\t\t300400.00\t',
    ];
    const kept = await accountant.post(`${own}/opening-previews`, { pasted: rows.join('\n') });
    await accountant.post(`${own}/opening-previews/${String(kept.body['id'])}/confirm`, {});
    await accountant.post(`${own}/settlements`, juneSlip(station?.asset.id ?? ''));
    const [energy] = itemsIn(await accountant.get(`${own}/receivables`));
    const receipt = (amount: string) => ({
      ...{ receivedOn: '2025-07-04', amount, fromAdvance: 'on' },
      amounts: { [String(energy?.['id'])]: amount },
    });
    const above = await accountant.post(`${own}/receipts`, receipt('500.01'));
    expect(problemsIn(above)).toEqual(['receipt.aboveAdvance fromAdvance']);
    expect((await accountant.post(`${own}/receipts`, receipt('500.00'))).status).toBe(201);
    const again = await accountant.post(`${own}/receipts`, receipt('0.01'));
    expect(problemsIn(again)).toEqual(['receipt.aboveAdvance fromAdvance']);
  });

  it('keeps a recurring voucher, books it for a month, lets one go without it, ends it', async () => {
    const form = { name: 'hosting', every: 'month', fromMonth: '2025-05', summary: 'hosting' };
    const lines = [
      typedLine({ ledgerAccount: '513', debit: '1.00', pool: 'members' }),
      typedLine({ ledgerAccount: '221', credit: '1.00' }),
    ];
    expect(problemsIn(await post('recurring-vouchers', { ...form, every: 'day', lines }))).toEqual([
      'form.notAllowed every',
    ]);
    const kept = await post('recurring-vouchers', { ...form, lines });
    const id = String(kept.body['id']);
    const due = async (): Promise<unknown[]> =>
      itemsIn(await get('months/2025-07/recurring-vouchers')).map(({ month }) => month);
    expect(await due()).toEqual(['2025-05', '2025-06', '2025-07']);
    const may = `recurring-vouchers/${id}/months/2025-05`;
    expect(await post(`${may}/book`, { attachments: '1' }, 'of-may-5')).toMatchObject({ status: 201 });
    expect(await post(`${may}/book`, { attachments: '2' }, 'of-may-5')).toMatchObject({
      status: 409,
      body: { code: 'command.keyReused' },
    });
    const waived = await post(`recurring-vouchers/${id}/months/2025-06/waive`, { reason: 'free in June' });
    expect(waived).toMatchObject({ status: 200, body: { id, month: '2025-06' } });
    await post(`recurring-vouchers/${id}/end`, { month: '2025-06' });
    expect(await due()).toEqual([]);
    expect(itemsIn(await get('recurring-vouchers'))).toMatchObject([
      { name: 'hosting', toMonth: '2025-06', booked: [{ month: '2025-05' }], waived: [{ month: '2025-06' }] },
    ]);
  });

  it('books a batch of drafts, each once under its own key, all or none', async () => {
    const { id: collectiveId, books: own, accountant } = await addVillage(village, { name: 'Batch' });
    const draft = async (): Promise<string> => {
      const form = typedVoucher({
        lines: [
          typedLine({ ledgerAccount: '513', debit: '1.00', pool: 'members' }),
          typedLine({ ledgerAccount: '221', credit: '1.00' }),
        ],
        postedOn: '2025-07-01',
      });
      const { body } = await accountant.post(`${own}/voucher-drafts`, form);
      const id = String(body['id']);
      await village.officer.post(`${own}/voucher-drafts/${id}/review`, { digest: body['digest'] });
      return id;
    };
    const [one, two] = [await draft(), await draft()];
    const send = (postings: object[], key?: string) =>
      accountant.post(`/api/villages/${collectiveId}/posting-batches`, { postings }, key);
    const booked = async (): Promise<unknown> =>
      (await accountant.get(`${own}/vouchers?first=2025-07&last=2025-07`)).body['total'];
    const half = await send([
      { key: 'posting-1', draftId: one },
      { key: 'posting-2', draftId: 'none' },
    ]);
    expect(half.body).toMatchObject({ code: 'voucher.draftMissing' });
    expect(await booked()).toBe(0);
    const first = { key: 'posting-1', draftId: one };
    const whole = await send([first, { key: 'posting-2', draftId: two }, first]);
    const answers = whole.body['booked'] as object[];
    expect(answers[2]).toEqual(answers[0]);
    expect(await booked()).toBe(2);
    const again = await accountant.post(`${own}/voucher-drafts/${one}/post`, {}, 'posting-1');
    expect(again.body).toEqual(answers[0]);
    const reused = { status: 409, body: { code: 'command.keyReused' } };
    expect(await send([first, { ...first, draftId: two }])).toMatchObject(reused);
    expect(await send([first], 'posting-1')).toMatchObject(reused);
    expect(problemsIn(await send([{ key: 'short', draftId: one }]))).toEqual(['form.notAKey postings.0.key']);
  });

  it('lists the signatures of a voucher', async () => {
    const [opening] = itemsIn(await get('vouchers?first=2025-01&last=2025-01'));
    const path = `vouchers/${String(opening?.['entryId'])}/signatures`;
    expect((await get(path)).body).toMatchObject({ total: 0 });
    await village.officer.post(`${books}/${path}`, { part: 'review' });
    expect(itemsIn(await get(path))).toMatchObject([{ part: 'review' }]);
  });
});
