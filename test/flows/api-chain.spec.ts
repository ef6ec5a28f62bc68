import { enginesHere } from '../support/engines';
import {
  draftOf,
  juneSlip,
  openWith,
  startVillageApp,
  STATION,
  type VillageApp,
} from './api-village.fixture';

/** The whole chain, in the order of the money; each test goes on from the one before. */
describe.each(enginesHere())('the chain over the API, from the slip to the wall (%s)', (engine) => {
  let village: VillageApp;
  let books: string;
  let assetId: string;
  let planId: string;
  let digest: string;
  let claimId: string;
  let code: string;

  beforeAll(async () => {
    village = await startVillageApp(engine);
    books = `/api/villages/${village.villageId}`;
    await openWith(village.app, village.villageId, 50_000n);
  });
  afterAll(() => village.close());

  const itemsOf = async (path: string): Promise<Record<string, unknown>[]> => {
    const { body } = await village.accountant.get(`${books}/${path}`);
    return body['items'] as Record<string, unknown>[];
  };

  it('shows an accountant the own village, and an officer every village below the township', async () => {
    const own = await village.accountant.get('/api/villages');
    expect(own.body).toMatchObject({ page: 1, size: 50, total: 1, items: [{ id: village.villageId }] });
    // Both villages are made within a moment: which comes first does not matter, each is on one page.
    const first = await village.officer.get('/api/villages?page=1&size=1');
    const second = await village.officer.get('/api/villages?page=2&size=1');
    expect(second.body).toMatchObject({ page: 2, size: 1, total: 2 });
    const names = [first, second].flatMap(({ body }) => body['items'] as { name: string }[]);
    expect(names.map(({ name }) => name).sort()).toEqual(['Donghe', 'Xihe']);
  });

  it('refuses an asset whose funds are not its cost, with the difference in yuan', async () => {
    const refused = await village.accountant.post(`${books}/assets`, { ...STATION, cost: '300000.01' });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      code: 'form.problems',
      problems: [{ code: 'assets.fundsNotCost', field: 'funds' }],
    });
    expect(await itemsOf('assets')).toEqual([]);
  });

  it('enters an asset and lists it with amounts as yuan text', async () => {
    const entered = await village.accountant.post(`${books}/assets`, STATION);
    expect(entered.status).toBe(201);
    assetId = entered.body['id'] as string;
    const [listed] = await itemsOf('assets');
    expect(listed).toMatchObject({
      asset: { id: assetId, cost: '300000.00', pool: 'pv' },
      funds: [{ amount: '200000.00' }, { amount: '100000.00' }],
    });
  });

  it('names every problem of a slip at once, each with its field and value', async () => {
    const slip = { ...juneSlip(assetId), generationMonth: '2025-13', energyUnit: 'GWh', energy: '' };
    const refused = await village.accountant.post(`${books}/settlements`, slip);
    expect(refused.status).toBe(422);
    const problems = refused.body['problems'] as { field: string; code: string }[];
    expect(problems.map(({ field, code }) => `${field} ${code}`).sort()).toEqual([
      'energy form.missing',
      'energyUnit form.notAllowed',
      'generationMonth calendar.notAMonth',
    ]);
  });

  it('refuses a meter that runs backwards', async () => {
    const slip = { ...juneSlip(assetId), readingTo: '900' };
    const refused = await village.accountant.post(`${books}/settlements`, slip);
    expect(refused.body).toMatchObject({ problems: [{ code: 'settlement.meterBackwards', value: '900' }] });
    expect(await itemsOf('receivables')).toEqual([]);
  });

  it('books a slip as two receivables', async () => {
    const booked = await village.accountant.post(`${books}/settlements`, juneSlip(assetId));
    expect(booked).toMatchObject({ status: 201, body: { voucher: { voucherNumber: 2 } } });
    expect(await itemsOf('settlements')).toMatchObject([{ energyFee: '2000.00', subsidy: '1750.00' }]);
    expect(await itemsOf('receivables')).toMatchObject([
      { stream: 'energy', amount: '2000.00', outstanding: '2000.00' },
      { stream: 'subsidy', amount: '1750.00', outstanding: '1750.00' },
    ]);
  });

  it('refuses a receipt above what is owed and takes one that clears it', async () => {
    const [energy] = await itemsOf('receivables');
    const id = String(energy?.['id']);
    const receipt = { receivedOn: '2025-07-04', amount: '2000.01', amounts: { [id]: '2000.01' } };
    const refused = await village.accountant.post(`${books}/receipts`, receipt);
    expect(refused.body).toMatchObject({ problems: [{ code: 'receipt.aboveOutstanding' }] });
    const paperless = await village.accountant.post(`${books}/receipts`, { ...receipt, attachments: '0' });
    expect(paperless.body['problems']).toContainEqual(
      expect.objectContaining({ code: 'voucher.attachmentCount', field: 'attachments', value: '0' }),
    );
    const part = { receivedOn: '2025-07-04', amount: '2000.00', attachments: '2' };
    const whole = { ...part, amounts: { [id]: '2000.00' } };
    expect((await village.accountant.post(`${books}/receipts`, whole)).status).toBe(201);
    const [after] = await itemsOf('receivables');
    expect(after).toMatchObject({ outstanding: '0.00', receipts: [{ amount: '2000.00' }] });
  });

  it('asks for the reason of a cost the policy does not name', async () => {
    const cost = { kind: 'other', name: 'Inverter', postedOn: '2025-07-04', amount: '300.00', assetId };
    const refused = await village.accountant.post(`${books}/deductions`, cost);
    expect(refused.body).toMatchObject({ problems: [{ code: 'deductions.reasonMissing', field: 'reason' }] });
    const reasoned = { ...cost, reason: 'No station feeds in without one' };
    expect((await village.accountant.post(`${books}/deductions`, reasoned)).status).toBe(201);
    expect(await itemsOf('deductions')).toMatchObject([{ name: 'Inverter', amount: '300.00' }]);
    expect(await itemsOf('deduction-contracts?on=2025-07-04')).toEqual([]);
  });

  it('reckons the surplus: carried over + received − deducted', async () => {
    const path = `${books}/surplus?pool=pv&from=2025-01-01&to=2025-07-05`;
    expect((await village.accountant.get(path)).body).toMatchObject({
      carriedOver: '500.00',
      received: '2000.00',
      deducted: '300.00',
      distributable: '2200.00',
    });
    const wrong = await village.accountant.get(`${books}/surplus?pool=gold&from=2025-02-30&to=x`);
    expect(wrong.status).toBe(422);
  });

  it('refuses a plan above the money by one fen and drafts one within it', async () => {
    const above = await village.accountant.post(`${books}/plans`, draftOf('2200.01'));
    expect(above).toMatchObject({ status: 409, body: { code: 'plan.aboveDistributable' } });
    const drafted = await village.accountant.post(`${books}/plans`, draftOf('2000.00'));
    expect(drafted.status).toBe(201);
    planId = drafted.body['id'] as string;
    const shown = await village.accountant.get(`${books}/plans/${planId}`);
    expect(shown.body).toMatchObject({
      state: 'drafted',
      figures: { distributable: '2200.00', planned: '2000.00', leftOver: '200.00' },
      lines: [{ bucket: 'posts', amount: '2000.00', granted: '0.00' }],
    });
    expect(shown.body['checks']).toContainEqual(
      expect.objectContaining({ rule: 'FY-07b', outcome: 'passed' }),
    );
    const [line] = shown.body['lines'] as { claims: { id: string }[] }[];
    claimId = line?.claims[0]?.id ?? '';
  });

  it('submits the plan, records the meeting, and lets only the township review', async () => {
    const submitted = await village.accountant.post(`${books}/plans/${planId}/submit`, {});
    expect(submitted.status).toBe(200);
    digest = submitted.body['digest'] as string;
    const votes = {
      heldOn: '2025-07-05',
      stepPaper: 'minutes',
      due: '30',
      present: '10',
      inFavour: '10',
      against: '0',
      abstained: '0',
    };
    const few = await village.accountant.post(`${books}/plans/${planId}/meeting`, votes);
    expect(few.body).toMatchObject({ problems: [{ code: 'approvals.noQuorum' }] });
    const enough = { ...votes, present: '25', inFavour: '24', abstained: '1' };
    const met = await village.accountant.post(`${books}/plans/${planId}/meeting`, enough);
    expect(met).toMatchObject({ status: 200, body: { approved: false } });
    const review = { outcome: 'passed', digest };
    const own = await village.accountant.post(`${books}/plans/${planId}/review`, review);
    expect(own).toMatchObject({ status: 403, body: { code: 'access.otherRole' } });
    const stale = await village.officer.post(`${books}/plans/${planId}/review`, {
      ...review,
      digest: '0'.repeat(64),
    });
    expect(stale).toMatchObject({ status: 409, body: { code: 'approvals.bytesChanged' } });
    const passed = await village.officer.post(`${books}/plans/${planId}/review`, review);
    expect(passed).toMatchObject({ status: 200, body: { approved: true } });
    expect(await itemsOf('plans')).toMatchObject([{ id: planId, state: 'approved' }]);
  });

  it('grants a claim once', async () => {
    const grant = { claimId, grantedOn: '2025-07-05', wholeWhy: '考勤是纸质的' };
    const own = await village.accountant.post(`${books}/plans/${planId}/grants`, grant);
    expect(own).toMatchObject({ status: 409, body: { code: 'grant.ownPlan' } });
    expect((await village.officer.post(`${books}/plans/${planId}/grants`, grant)).status).toBe(201);
    const twice = await village.accountant.post(`${books}/plans/${planId}/grants`, grant);
    expect(twice).toMatchObject({ status: 409, body: { code: 'grant.twice' } });
  });

  it('publishes the sheet, which everyone may then read', async () => {
    const early = await village.accountant.post(`${books}/notices`, { planId, displayedOn: '2025-07-04' });
    expect(early.body).toMatchObject({ problems: [{ code: 'notices.beforeApproval' }] });
    const form = { planId, displayedOn: '2025-07-06' };
    const published = await village.accountant.post(`${books}/notices`, form);
    expect(published).toMatchObject({ status: 201, body: { number: 1 } });
    code = published.body['code'] as string;
    expect(await itemsOf('notices')).toMatchObject([{ code, planId, publicityFrom: '2025-07-06' }]);
    const page = await village.app.inject(`/n/${code}`);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('2,200.00');
  });

  it('keeps the books balanced, chained and held in order', async () => {
    const range = 'first=2025-01&last=2025-07';
    const vouchers = await itemsOf(`vouchers?${range}`);
    expect(vouchers.map((voucher) => voucher['voucherNumber'])).toEqual([1, 2, 3, 4, 5]);
    // The table, the slip, two papers of the bank, the list, the list.
    expect(vouchers.map((voucher) => voucher['attachments'])).toEqual([1, 1, 2, 1, 1]);
    const [, slip] = vouchers;
    const one = await village.accountant.get(`${books}/vouchers/${String(slip?.['entryId'])}`);
    expect(one.body).toMatchObject({ event: 'income.settled', hash: slip?.['hash'] });
    const { body } = await village.accountant.get(`${books}/trial-balance?${range}`);
    expect(body['debit']).toBe(body['credit']);
    const early = await village.accountant.post(`${books}/months/2025-07/hold`, {});
    expect(early.body).toMatchObject({ code: 'form.problems' });
    expect((await itemsOf('months'))[0]).toEqual({ month: '2025-01', state: 'open' });
  });

  it('takes a voucher back once, and not before its receipt', async () => {
    const [, slip, receipt] = await itemsOf('vouchers?first=2025-01&last=2025-07');
    const reversal = { reason: 'wrongAmount', postedOn: '2025-07-05' };
    const path = (voucher: Record<string, unknown> | undefined) =>
      `${books}/vouchers/${String(voucher?.['entryId'])}/reverse`;
    const early = await village.accountant.post(path(slip), reversal);
    expect(early.body).toMatchObject({ code: 'income.alreadyReceived' });
    const noDay = await village.accountant.post(path(receipt), { reason: 'wrongAmount' });
    expect(noDay).toMatchObject({
      status: 422,
      body: { problems: [{ code: 'form.missing', field: 'postedOn' }] },
    });
    const why = await village.accountant.post(path(receipt), { ...reversal, reason: 'because' });
    expect(why).toMatchObject({ status: 422, body: { code: 'reversal.reasonUnknown' } });
    expect((await village.accountant.post(path(receipt), reversal)).status).toBe(201);
    const again = await village.accountant.post(path(receipt), reversal);
    expect(again).toMatchObject({ status: 409, body: { code: 'reversal.alreadyReversed' } });
  });
});
