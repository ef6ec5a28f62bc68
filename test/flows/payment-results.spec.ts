import { BooksCheckService } from '../../src/features/months/books-check.service';
import { enginesHere } from '../support/engines';
import { startVillageApp, type VillageApp } from './api-village.fixture';
import { PAID_PEOPLE, type PaidVillage, payVillage } from './household-slips.fixture';

const textOf = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');
const WISH = { sheet: 'payment-results', pool: '', sheetFrom: '2025-07-01', sheetTo: '2025-07-12' };

/** Of two people who are owed 600.00 and 387.10 one is paid, the other's account is closed. */
describe.each(enginesHere())('the sheet of what was paid and what came back (%s)', (engine) => {
  let village: VillageApp;
  let paid: PaidVillage;

  const publish = async (): Promise<string> => {
    const form = { ...WISH, displayedOn: village.clock.today() };
    const at = `/api/villages/${paid.id}/notices`;
    // Whoever entered the books of this village publishes its sheet.
    const { status, body } = await paid.accountant.post(`${at}/reports`, form);
    if (status >= 300) throw new Error(JSON.stringify(body));
    return String(body['code']);
  };
  const open = async (path: string) => (await village.app.inject(path)).body;

  beforeAll(async () => {
    village = await startVillageApp(engine);
    paid = await payVillage(village);
  }, 240_000);
  afterAll(() => village.close());

  it('tells what waits for the bank, and of whom nothing', async () => {
    await paid.send(0, 1);
    const code = await publish();
    const page = textOf(await open(`/n/${code}`));
    for (const said of ['发放结果', '还在等银行', '987.10', '2025年第1号', '一致。'])
      expect(page).toContain(said);
    for (const { personName, accountNumber } of PAID_PEOPLE) {
      expect(page).not.toContain(personName);
      expect(page).not.toContain(accountNumber);
    }
  });

  it('gets its next version once the bank said, which the old code tells by how much', async () => {
    const list = (await paid.accountant.get(`/api/villages/${paid.id}/pay-lists`)).body;
    const listId = (list['items'] as { id: string }[])[0]?.id ?? '';
    const old = await publishedCode();
    await paid.end(listId, '1');
    await paid.end(listId, '2', 'closed');
    const code = await publish();
    const csv = await open(`/n/${code}/data.csv`);
    // 600.00 came, 387.10 came back: 987.10 in all, nothing waits.
    for (const said of ['到账合计,,,,600.00\r\n', '没付成合计,,,,387.10\r\n', '还在等银行,0.00\r\n'])
      expect(csv).toContain(said);
    expect(csv).toContain('不满三人不写');
    expect(csv).not.toContain('账户已销');
    expect(textOf(await open(`/verify?code=${old}`))).toContain('987.10 → 0.00');
    const pdf = await village.app.inject(`/n/${code}/sheet.pdf`);
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('leaves the check of the books sound', async () => {
    const { breaks } = await village.app.get(BooksCheckService).checkBooks(paid.id);
    expect(breaks).toEqual([]);
  });

  const publishedCode = async (): Promise<string> => {
    const { items } = (await paid.accountant.get(`/api/villages/${paid.id}/notices`)).body;
    return (items as { code: string }[])[0]?.code ?? '';
  };
});
