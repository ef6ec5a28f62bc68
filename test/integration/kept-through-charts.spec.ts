import { LeaseDepositsService } from '../../src/features/income/lease-deposits.service';
import { SetClock } from '../../src/platform/clock/clock';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { typedLease } from '../support/leases';
import { ownPasses, Tampering } from '../support/tampering';
import { ACCOUNTANT, servicesOn } from '../support/village';
import { typedLine, typedVoucher } from '../support/vouchers';
import { codesOf, HALL } from './leases.fixture';

const OLD_HALL = {
  ...{ ...HALL, acquiredOn: '2020-01-01' },
  funds: [{ level: 'central', year: '2020', amount: '1000000' }],
};

/** A deposit of 500.00 and a cost of 880.00 that is owed, both booked under the chart of 2004. */
describeOnEachEngine('what a register keeps through a change of the chart', (open) => {
  let opened: OpenDatabase;
  let services: ReturnType<typeof servicesOn>;
  let id: string;
  let deposits: LeaseDepositsService;
  let leaseId: string;

  beforeEach(async () => {
    opened = await open();
    const clock = new SetClock('2023-12-20');
    services = servicesOn(opened.database, clock);
    const village = await services.collectives.createCollective({
      ...{ parentId: null, kind: 'village', name: 'Donghe', organisationName: 'Donghe cooperative' },
      ...{ regionPath: ['341200'], noticeLabel: 'DH', routeId: null, contacts: [] },
      ...{ booksOpenOn: '2023-12-01', chart: '2004' },
    });
    id = village.id;
    const bank = [{ pool: 'other' as const, amount: 2_000_00n }];
    await services.openings.recordShort(id, { on: '2023-12-01', bank, receivables: [] }, ACCOUNTANT);
    const hall = await services.assets.addAsset(id, OLD_HALL, ACCOUNTANT);
    const days = { firstOn: '2024-02-01', lastOn: '2025-01-31', signedOn: '2023-12-01' };
    const lease = typedLease({ assetId: hall.id, deposit: '500.00', tenant: 'Weavers', ...days });
    leaseId = (await services.leases.addLease(id, lease, ACCOUNTANT)).id;
    const { database, rents, receipts, ledger, books } = services;
    deposits = new LeaseDepositsService(database, rents, receipts, ledger, books);
    await depositOn('received', '2023-12-02', '500');
    const cost = {
      assetId: hall.id,
      kind: 'insurance',
      name: 'insurance',
      postedOn: '2023-12-03',
      amount: '880.00',
    };
    const owed = { reason: 'due', twiceReason: '', settling: 'owed', creditor: 'Insurers' };
    await services.deductions.recordDeduction(id, { ...cost, ...owed }, ACCOUNTANT);
    clock.moveTo('2024-01-05');
    for (const step of ['income', 'surplus'] as const)
      await services.yearEnd.closeStep(
        { collectiveId: id, year: 2023 },
        { step, explanation: '' },
        ACCOUNTANT,
      );
    await services.chartChange.changeChart(id, { year: 2024, chart: '2023', choices: {} }, ACCOUNTANT);
  });
  afterEach(() => opened.close());

  const depositOn = (depositAct: string, depositOn: string, amount: string) => {
    const form = { depositAct, depositOn, amount, depositReason: 'over', attachments: '' };
    return deposits.book(id, { leaseId, form }, ACCOUNTANT);
  };
  const write = (
    ...lines: (readonly [side: 'debit' | 'credit', account: string, sum: string, of?: string])[]
  ) =>
    services.manualVouchers.postVoucher(
      id,
      typedVoucher({
        postedOn: '2024-01-05',
        lines: lines.map(([side, ledgerAccount, amount, counterparty = '']) =>
          typedLine({ ledgerAccount, [side]: amount, pool: 'other', counterparty }),
        ),
      }),
      { preparedBy: 'ann', reviewedBy: 'ben' },
    );
  const taken = async () =>
    ownPasses(await services.check.checkBooks(id))
      .breaks.filter(({ code }) => code === 'check.keptTaken')
      .map(({ at, facts }) => [at.ledgerAccount, facts['foundFen'], facts['keptFen'], facts['page']]);

  it.each([
    ['a deposit', 'Weavers', 'deposits'],
    ['a cost that is owed', 'Insurers', 'costs'],
  ])('is not taken by a hand: %s', async (_what, name, page) => {
    expect(await taken()).toEqual([]);
    const pay = write(['debit', '211', '0.01', name], ['credit', '102', '0.01']);
    await expect(pay).rejects.toMatchObject({
      problems: [{ code: 'voucher.keptByStep', facts: { page, free: 0n, taken: 1n } }],
    });
  });

  it('leaves to a hand what was written beside it since, and no fen more', async () => {
    await write(['debit', '102', '40.00'], ['credit', '211', '40.00', 'Weavers']);
    const pay = (amount: string) => write(['debit', '211', amount, 'Weavers'], ['credit', '102', amount]);
    expect(await codesOf(pay('40.01'))).toEqual(['voucher.keptByStep']);
    expect(await codesOf(pay('40.00'))).toEqual([]);
    expect(await taken()).toEqual([]);
  });

  it('is less by what its page takes of it afterwards', async () => {
    await depositOn('returned', '2024-01-05', '500');
    const [cost] = await services.costPayments.listOwed(id);
    const form = { paidOn: '2024-01-05', amount: '380.00' };
    await services.costPayments.payCost(id, { deductionId: cost?.deductionId ?? '', form }, ACCOUNTANT);
    expect(await taken()).toEqual([]);
    await expect(
      write(['debit', '211', '500.01', 'Insurers'], ['credit', '102', '500.01']),
    ).rejects.toMatchObject({ problems: [{ code: 'voucher.debtShort' }] });
    const rest = write(['debit', '211', '500.00', 'Insurers'], ['credit', '102', '500.00']);
    await expect(rest).rejects.toMatchObject({ problems: [{ facts: { kept: 500_00n } }] });
  });

  it('is there whole, says the check, whoever wrote past the program', async () => {
    await write(['debit', '102', '40.00'], ['credit', '211', '40.00', 'Weavers']);
    const hand = await Tampering.on(opened);
    await hand.run(
      `UPDATE ledger_lines SET side = 'debit' WHERE ledger_account = '211' AND amount_fen = 4000`,
    );
    expect(await taken()).toEqual([['211', '46000', '50000', 'deposits']]);
    await hand.close();
  });
});
