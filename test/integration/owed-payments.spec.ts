import { LeaseDepositsService } from '../../src/features/income/lease-deposits.service';
import type { BankStepsService } from '../../src/features/months/bank-steps.service';
import { bankStepsOn } from '../support/bank-steps';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { typedLease } from '../support/leases';
import { ACCOUNTANT, claimOf, Village } from '../support/village';
import { HALL } from './leases.fixture';

/** A payment that the books do not know is offered what stands to be paid, whichever step keeps it. */
describeOnEachEngine('what a payment of the bank may be for', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let steps: BankStepsService;

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(9_000_00n, 'pv');
    const { services, id } = village;
    const hall = await services.assets.addAsset(id, HALL, ACCOUNTANT);
    const form = typedLease({ assetId: hall.id, deposit: '500.00', tenant: 'Weavers' });
    const lease = await services.leases.addLease(id, form, ACCOUNTANT);
    const { database, rents, receipts, ledger, books } = services;
    const deposits = new LeaseDepositsService(database, rents, receipts, ledger, books);
    const held = { depositAct: 'received', depositOn: '2025-02-02', amount: '500', depositReason: '' };
    await deposits.book(id, { leaseId: lease.id, form: { ...held, attachments: '' } }, ACCOUNTANT);
    const cost = { kind: 'insurance', name: 'insurance', postedOn: '2025-02-03', amount: '880.00' };
    const owed = { reason: 'due', twiceReason: '', settling: 'owed', creditor: 'Insurers' };
    await services.deductions.recordDeduction(id, { ...cost, ...owed }, ACCOUNTANT);
    // 200,000.00 of rent is charged 6,000.00 of tax, and owed for.
    const rent = { stream: 'rent', payer: 'Weavers', amount: '200,000.00', postedOn: '2025-02-28' };
    const covers = { coversFrom: '2025-02-01', coversTo: '2025-02-28', dueOn: '2025-02-28' };
    const tax = { taxBasis: 'net', taxPercent: '3', taxAmount: '6000.00' };
    await services.income.recordIncomeDue(id, { assetId: hall.id, ...rent, ...covers, ...tax }, ACCOUNTANT);
    const plan = await village.approvedPlan([claimOf(900_00n), claimOf(400_00n, { forWhat: 'sweeping' })]);
    for (const claimId of plan.claimIds) await village.grant(plan.id, claimId);
    steps = bankStepsOn(opened.database, village);
  });
  afterAll(() => opened.close());

  const offered = async (amount: bigint, counterparty = '') => {
    const line = { id: 'line', on: '2025-07-20', amount: -amount, counterparty };
    const found = (await steps.candidatesFor(village.id, [line])).get('line') ?? [];
    return found.map(({ kind, amount: sum, exact, href }) => ({ told: [kind, sum, exact].join(' '), href }));
  };

  it.each<[what: string, amount: bigint, counterparty: string, told: string[]]>([
    ['what was granted', 900_00n, '', ['grant 90000 true', 'costPayment 88000 false', 'deposit 50000 false']],
    [
      'an owed cost, its creditor before what is nearer',
      895_00n,
      'Insurers',
      ['costPayment 88000 false', 'grant 90000 false', 'deposit 50000 false'],
    ],
    [
      'a part of an owed cost',
      100_00n,
      'Insurers',
      ['costPayment 88000 false', 'grant 40000 false', 'grant 90000 false'],
    ],
    [
      'a deposit to return',
      500_00n,
      '',
      ['deposit 50000 true', 'grant 40000 false', 'costPayment 88000 false', 'grant 90000 false'],
    ],
    ['a part of what six are owed', 75_00n, '', ['grant 40000 false', 'grant 90000 false']],
    [
      'two grants in one sum',
      1_300_00n,
      '',
      ['grant 130000 true', 'grant 90000 false', 'costPayment 88000 false'],
    ],
    ['no sum a fen beside', 1_300_01n, '', ['grant 90000 false', 'costPayment 88000 false']],
    ['tax', 6_000_00n, '', ['tax 600000 true']],
    ['tax of another size', 3_000_00n, '', ['tax 600000 false']],
    ['no tax below half of it', 2_999_99n, '', []],
    ['nothing', 15_00n, 'Nobody', []],
  ])('is %s', async (_what, amount, counterparty, told) => {
    expect((await offered(amount, counterparty)).map((each) => each.told)).toEqual(told);
  });

  it('opens the form of each, with the bank’s day and amount and no name', async () => {
    const hrefs = (await offered(500_00n)).map(({ href }) => href);
    for (const href of hrefs) expect(href).toMatch(/[?&]on=2025-07-20&amount=500\.00$/);
    expect(hrefs.map((href) => href.replace(/^.*\/villages\/[^/]+\//, '').replace(/=[^&]*/g, ''))).toEqual([
      expect.stringMatching(/^leases\/[^/]+\/deposit\?on&amount$/),
      'vouchers/new?pays&on&amount',
      'owed-costs?cost&on&amount',
      'vouchers/new?pays&on&amount',
    ]);
  });

  it('opens one voucher over what was paid in one sum, and the page of the tax', async () => {
    const [both] = await offered(1_300_00n);
    expect(decodeURIComponent(both?.href ?? '')).toMatch(
      /vouchers\/new\?pays=[^&,]+,[^&,]+&on=2025-07-20&amount=900\.00,400\.00$/,
    );
    const [tax] = await offered(6_000_00n);
    expect(tax?.href).toMatch(/\/taxes\?pool=other&on=2025-07-20&amount=6000\.00$/);
  });
});
