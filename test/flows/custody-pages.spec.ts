import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { openWith, PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';

/** The page of a house that the village lets for the household that has left it. */
describe('the page of what a village keeps for an owner', () => {
  let village: VillageApp;
  let accountant: Visitor;
  let page = '';
  let custody = '';

  beforeAll(async () => {
    village = await startVillageApp();
    await openWith(village.app, village.villageId, 100_000n);
    accountant = new Visitor(village.app);
    await accountant.logIn({ username: 'wang', password: PASSWORD });
    const books = `/api/villages/${village.villageId}`;
    const api = async (path: string, form: object) => {
      const { status, body } = await village.accountant.post(`${books}/${path}`, form);
      expect([path, status, body]).toEqual([path, 201, body]);
      return String(body['id']);
    };
    const title = { assetClass: 'household', titleLevel: 'household', titleHolder: 'the Zhangs' };
    const house = await api('assets', {
      ...{ kind: 'other', name: 'House', acquiredOn: '2010-01-01', cost: '', funds: [], ...title },
    });
    custody = await api(`assets/${house}/custodies`, {
      ...{ custodyKind: 'keeping', custodyOwner: 'the Zhangs', ownersShare: '75%', paper: 'agreement 3' },
      ...{ signedOn: '2025-01-02', custodyFrom: '2025-02-01', custodyTo: '2025-12-31' },
    });
    await api('income-due', {
      ...{ assetId: house, stream: 'other', payer: 'Weavers', amount: '400.00', twiceReason: '' },
      ...{ coversFrom: '2025-02-01', coversTo: '2025-02-28', incomeKind: '', incomeReason: '' },
      ...{ dueOn: '2025-02-10', postedOn: '2025-02-10' },
    });
    const owed = await village.accountant.get(`${books}/receivables?size=100`);
    const rows = JSON.parse(JSON.stringify(owed.body['items'])) as { id: string; assetId: string }[];
    const due = rows.find(({ assetId }) => assetId === house)?.id ?? '';
    await api('receipts', { receivedOn: '2025-02-11', amount: '400.00', amounts: { [due]: '400.00' } });
    const bill = { kind: 'o_and_m', name: 'roof', assetId: house, reason: 'rain', amount: '80.00' };
    await api('deductions', { ...bill, postedOn: '2025-02-12' });
    page = `/villages/${village.villageId}/assets/${house}/custody`;
  }, 120_000);
  afterAll(() => village.close());

  async function post(act: string, fields: Record<string, string>) {
    const { body } = await accountant.get(page);
    const commandKey = /name="commandKey" value="([^"]+)"/.exec(body)?.[1] ?? '';
    return accountant.post(`${page}/${custody}/${act}`, { ...fields, _csrf: csrfTokenIn(body), commandKey });
  }

  it('takes who bears its costs, says what is wrong, and opens the form again', async () => {
    const said = { borne: 'costs', custodyBearer: 'share', bearersFrom: '2025-01-31', paper: '' };
    const refused = await post('bearers', said);
    expect(refused.statusCode).toBe(422);
    for (const sentence of ['有 2 处要改', '要从其中一天起', '<details class="fold" open']) {
      expect(refused.body).toContain(sentence);
    }
    expect((await accountant.get(page)).body).toContain('还没有登记由谁承担，归村集体');
    const taken = await post('bearers', { ...said, bearersFrom: '2025-02-01', paper: 'clause 5' });
    expect(taken.headers.location).toBe(page);
    expect((await accountant.get(page)).body).toContain('clause 5');
  });

  it('pays the owner what is left, once he bore his part of the bill in both ways', async () => {
    const { body } = await accountant.get(page);
    const borneCost = /<option value="([^"]+)"[^>]*>roof/.exec(body)?.[1] ?? '';
    expect(body).toContain('value="60.00"');
    const early = await post('payments', { paidOn: '2025-02-13', amount: '240.01', attachments: '' });
    expect([early.statusCode, early.body.includes('先扣费用，再付其余的')]).toEqual([422, true]);
    const keep = (keptBackAmount: string, borneBy = 'keptBack') =>
      post('costs', { borneCost, borneBy, keptBackOn: '2025-02-13', keptBackAmount });
    const above = await keep('60.01');
    expect([above.statusCode, above.body.includes('业主还要承担的只有 60.00 元')]).toEqual([422, true]);
    expect((await keep('50.00')).headers.location).toBe(page);
    expect((await keep('10.00', 'owner')).headers.location).toBe(page);
    const after = (await accountant.get(page)).body;
    for (const shown of [
      '<small>从应付给他的钱里扣',
      '<small>他自己交来',
      '业主交来的费用已经记账',
      '250.00',
    ])
      expect(after).toContain(shown);
    const paid = await post('payments', { paidOn: '2025-02-14', amount: '250.00', attachments: '' });
    expect(paid.headers.location).toBe(page);
  });
});
