import { LeaseDepositsService } from '../../src/features/income/lease-deposits.service';
import { SetClock } from '../../src/platform/clock/clock';
import { expectSoundBooks } from '../books/invariants';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { typedLease } from '../support/leases';
import { confirmPolicy } from '../support/policy-register';
import { ACCOUNTANT, Village } from '../support/village';
import { codesOf, HALL } from './leases.fixture';

describeOnEachEngine('income that the opening of books took over', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let hall: string;
  let station: string;

  beforeAll(async () => {
    opened = await open();
    village = await startLate(opened);
    hall = (await village.services.assets.addAsset(village.id, HALL, ACCOUNTANT)).id;
    station = await village.addStation();
    const owed = { month: '2025-05', amount: 35_000n, counterparty: 'Grid' };
    const rent = { month: '2024-12', amount: 15_055n, counterparty: 'Potters' };
    const kept = { pool: 'other', amount: 2_400_000n } as const;
    const held = { pool: 'other', amount: 300_000n } as const;
    const credit = { ledgerAccount: '211', side: 'credit', assetId: hall, counterparty: 'Weavers' } as const;
    const opening = {
      on: '2025-07-01',
      bank: [],
      receivables: [
        { ...owed, assetId: station, stream: 'subsidy' as const },
        { ...rent, assetId: hall, stream: 'rent' as const },
      ],
      further: [
        { ...kept, ledgerAccount: '102', side: 'debit' as const },
        { ...kept, ...credit },
        { ...held, ledgerAccount: '102', side: 'debit' as const },
        { ...held, ledgerAccount: '211', side: 'credit' as const, counterparty: 'Weavers' },
      ],
    };
    await village.services.openings.recordShort(village.id, opening, ACCOUNTANT);
  });
  afterAll(() => opened.close());

  const lease = async (wish: Parameters<typeof typedLease>[0]): Promise<string> => {
    const form = typedLease({ assetId: hall, signedOn: '2024-06-20', ...wish });
    return (await village.services.leases.addLease(village.id, form, ACCOUNTANT)).id;
  };
  const standing = (leaseId: string) => village.services.rents.requireStanding(village.id, { leaseId });
  const duesOf = async (leaseId: string) =>
    (await standing(leaseId)).dues.map(({ from, state, amount, paidAhead }) => [
      ...[from, state, amount, paidAhead],
    ]);
  const book = (leaseId: string, from: string, fromAdvance = '') =>
    village.services.rentDues.bookDue(
      village.id,
      { leaseId, from, form: { postedOn: '2025-07-20', attachments: '', fromAdvance } },
      ACCOUNTANT,
    );

  it('has no slip of the same stream and month, and one of the other', async () => {
    const slip = (subsidyPrice: string) =>
      village.services.income.recordSettlement(
        village.id,
        {
          ...{ assetId: station, generationMonth: '2025-05', postedOn: '2025-07-10', readingFrom: '0' },
          ...{ readingTo: '100', energy: '1000', energyUnit: 'kWh', energyPrice: '0.40' },
          ...{ priceUnit: 'yuan/kWh', subsidyPrice, energyAmount: '400.00', subsidyAmount: '350.00' },
        },
        ACCOUNTANT,
      );
    expect(await codesOf(slip('0.35'))).toEqual(['settlement.inOpening']);
    expect(await codesOf(slip('0'))).toEqual([]);
    const owed = (await village.owed()).filter(({ assetId }) => assetId === station);
    expect(owed.map(({ stream, amount }) => [stream, amount])).toEqual([
      ['energy', 40_000n],
      ['subsidy', 35_000n],
    ]);
    await expectSoundBooks(village);
  });

  it('pays rent of the days since from what was kept, and is asked of nobody again', async () => {
    const terms = { firstOn: '2024-07-01', lastOn: '2027-06-30', everyMonths: '36' };
    const id = await lease({ leaseNumber: 'L-1', leasedPart: 'east', ...terms });
    const ahead = [
      ['2025-07-01', 'bookable', 604_932n, 604_932n],
      ['2026-01-01', 'bookable', 1_200_000n, 1_200_000n],
      ['2027-01-01', 'bookable', 595_068n, 595_068n],
    ];
    expect((await duesOf(id)).slice(2)).toEqual(ahead);
    expect((await standing(id)).advance).toBe(2_400_000n);
    expect(await village.services.arrears.listArrears(village.id, '2025-12-31')).toEqual([]);
    // It is the tenant's, for his own dues: nobody else's debt is paid from it by hand.
    expect((await village.services.receipts.listAdvances(village.id)).get(hall)).toBe(0n);
    const { voucher } = await book(id, '2025-07-01', 'on');
    expect((await standing(id)).advance).toBe(1_795_068n);
    const received = async (): Promise<bigint> => {
      const period = { pool: 'other', from: '2025-07-01', to: '2025-12-31' } as const;
      return (await village.services.surplus.statement(village.id, period)).received;
    };
    expect(await received()).toBe(604_932n);
    expect(await codesOf(village.reverse(voucher.entryId, '2025-07-20'))).toEqual(['income.alreadyReceived']);
    const use = (await village.vouchers()).at(-1);
    await village.reverse(use?.entryId ?? '', '2025-07-20');
    await village.reverse(voucher.entryId, '2025-07-20');
    expect([(await standing(id)).advance, (await duesOf(id)).slice(2)]).toEqual([2_400_000n, ahead]);
    await book(id, '2025-07-01', 'on');
    expect(await received()).toBe(604_932n);
    await expectSoundBooks(village);
  });

  it('has the deposit that was here as one that came since, returned and reversed', async () => {
    const { services, id } = village;
    const { database, rents, receipts, ledger, books } = services;
    const deposits = new LeaseDepositsService(database, rents, receipts, ledger, books);
    const days = { firstOn: '2024-09-01', lastOn: '2025-07-10', everyMonths: '12' };
    const leaseId = await lease({ leaseNumber: 'D', leasedPart: 'roof', ...days, deposit: '2500' });
    const move = async (depositAct: string, amount: string, depositOn = '2025-07-12') => {
      const form = { depositAct, depositOn, amount, depositReason: '', attachments: '' };
      return (await deposits.book(id, { leaseId, form }, ACCOUNTANT)).voucher.entryId;
    };
    const held = async () => (await deposits.requireStanding(id, leaseId)).held;
    expect(await held()).toBe(250_000n);
    const { rows } = await deposits.requireStanding(id, leaseId);
    expect(rows.map(({ kind, on, amount }) => [kind, on, amount])).toEqual([
      ['opened', '2025-07-01', 250_000n],
    ]);
    expect((await deposits.listDueBack(id, '2025-07-31')).map((each) => each.held)).toEqual([250_000n]);
    const why = { departureReason: 'twice', paper: 'list', approvedBy: 'all' };
    const gone = { departureWay: 'wrongEntry', leftOn: '2025-07-15', ...why };
    const out = services.departures.record(id, { assetId: hall, form: gone }, ACCOUNTANT);
    expect(await codesOf(out)).toContain('departure.deposit');
    expect(await codesOf(move('received', '0.01'))).toEqual(['deposit.aboveAgreed']);
    expect(await codesOf(move('returned', '2500.01'))).toEqual(['deposit.aboveHeld']);
    const back = await move('returned', '2500');
    expect([await held(), await codesOf(move('returned', '0.01'))]).toEqual([0n, ['deposit.aboveHeld']]);
    await village.reverse(back, '2025-07-13');
    expect(await held()).toBe(250_000n);
    // 500.00 of the opening's sum is no deposit of his: what a hand pays beyond it is.
    const paid = { counterparty: 'Weavers', pool: 'other', amount: 80_000n } as const;
    const on = '2025-07-14';
    await database.inTransaction(id, async (tx) => {
      await ledger.post(tx, id, {
        ...{ event: 'hand', postedOn: on, statementOn: on, aboutPeriod: '2025-07' },
        ...{
          summary: 'paid by hand',
          source: { kind: 'test', id: 'hand' },
          preparedBy: 'x',
          attachments: 1,
        },
        postings: [
          { ...paid, ledgerAccount: '211', side: 'debit' },
          { ...paid, ledgerAccount: '102', side: 'credit' },
        ],
      });
    });
    expect(await held()).toBe(220_000n);
    await expectSoundBooks(village);
    expect((await services.check.checkBooks(id)).breaks).toEqual([]);
  });

  it('is less what the opening carries, where it falls due in the books for days before them', async () => {
    const terms = { firstOn: '2024-11-01', lastOn: '2025-10-31', dueRule: 'afterEnd', rent: '1200.00' };
    const days = { ...terms, dueDays: '0', tenant: 'Potters' };
    const id = await lease({ leaseNumber: 'L-2', leasedPart: 'west', ...days });
    expect(await duesOf(id)).toEqual([
      ['2024-11-01', 'bookable', 5_000n, 0n],
      ['2025-01-01', 'bookable', 99_945n, 0n],
    ]);
    await book(id, '2024-11-01');
    const owed = (await village.owed()).filter(({ payer }) => payer === 'Potters');
    expect(owed.map(({ amount }) => amount)).toEqual([5_000n, 15_055n]);
    await expectSoundBooks(village);
    expect((await village.services.check.checkBooks(village.id)).breaks).toEqual([]);
  });
});

/** A village in Fuyang whose books open in the middle of a year. */
async function startLate({ database }: OpenDatabase): Promise<Village> {
  const clock = new SetClock('2025-07-20');
  const { services } = await Village.start(database, { clock });
  const { id } = await services.collectives.createCollective({
    ...{ parentId: null, kind: 'village', name: 'Xihe', organisationName: 'Xihe cooperative' },
    ...{ regionPath: ['341200'], noticeLabel: 'XH', routeId: 'village-representatives-then-township' },
    ...{ contacts: [], booksOpenOn: '2025-07-01' },
  });
  await confirmPolicy(services.confirmations, { officeId: id, today: '2025-07-20' });
  return Village.at(database, id, clock);
}
