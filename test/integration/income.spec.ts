import { FormProblems } from '../../src/domain/shared/problem';
import { SlipEntryService } from '../../src/features/income/slip-entry.service';
import { expectSoundBooks } from '../books/invariants';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ACCOUNTANT, STATION, Village } from '../support/village';

/** The codes a form was refused with. */
const codesOf = (refused: Promise<unknown>): Promise<string[]> =>
  refused.then(
    () => [],
    (error: unknown) =>
      error instanceof FormProblems ? error.problems.map(({ code }) => code) : [String(error)],
  );

describeOnEachEngine('income', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let station: string;

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    station = await village.addStation();
  });
  afterEach(() => opened.close());

  it('owes energy and subsidy of a slip apart; the pool receives only what has come', async () => {
    await village.settle(station, '2025-01', { kwh: 1_000 });
    const owed = await village.owed();
    expect(owed.map(({ stream, outstanding, kwh }) => ({ stream, outstanding, kwh }))).toEqual([
      { stream: 'energy', outstanding: 40_000n, kwh: '1000' },
      { stream: 'subsidy', outstanding: 35_000n, kwh: '1000' },
    ]);
    await village.receive(owed.slice(0, 1), '2025-02-20');
    const half = { pool: 'pv', from: '2025-01-01', to: '2025-06-30' } as const;
    expect(await village.services.surplus.statement(village.id, half)).toMatchObject({ received: 40_000n });
    await expectSoundBooks(village);
  });

  it('clears a receivable by parts, to the fen and never above', async () => {
    await village.settle(station, '2025-01', { kwh: 1_000 });
    const [energy] = await village.owed();
    const id = energy?.id ?? '';
    await village.receive([{ id, outstanding: 39_999n }], '2025-02-20');
    const above = village.receive([{ id, outstanding: 2n }], '2025-02-21');
    expect(await codesOf(above)).toEqual(['receipt.aboveOutstanding']);
    await village.receive([{ id, outstanding: 1n }], '2025-02-21');
    expect(await codesOf(village.receive([{ id, outstanding: 1n }], '2025-02-22'))).toEqual([
      'receipt.notOpen',
    ]);
    expect((await village.owed()).map(({ stream }) => stream)).toEqual(['subsidy']);
    await expectSoundBooks(village);
  });

  it('takes one of two receipts asked at once for the same money', async () => {
    await village.settle(station, '2025-01', { kwh: 1_000 });
    const owed = await village.owed();
    const both = await Promise.allSettled([
      village.receive(owed, '2025-02-20'),
      village.receive(owed, '2025-02-20'),
    ]);
    expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await village.owed()).toEqual([]);
    await expectSoundBooks(village);
  });

  it('refuses to take back a slip with money on it until the receipt is taken back first', async () => {
    const slip = await village.settle(station, '2025-01', { kwh: 1_000 });
    const receipt = await village.receive(await village.owed(), '2025-02-20');
    const reversing = village.reverse(slip.voucher.entryId);
    await expect(reversing).rejects.toMatchObject({ code: 'income.alreadyReceived' });
    await village.reverse(receipt.voucher.entryId);
    expect(await village.owed()).toHaveLength(2);
    await village.reverse(slip.voucher.entryId);
    expect(await village.owed()).toEqual([]);
    await expectSoundBooks(village);
  });

  it('takes the slip of a month again once the first one is taken back', async () => {
    const slip = await village.settle(station, '2025-01', { kwh: 1_000 });
    const again = village.settle(station, '2025-01', { kwh: 900 });
    expect(await codesOf(again)).toEqual(['settlement.monthTwice']);
    await village.reverse(slip.voucher.entryId);
    await village.settle(station, '2025-01', { kwh: 900 });
    expect((await village.owed()).map(({ outstanding }) => outstanding)).toEqual([36_000n, 31_500n]);
    await expectSoundBooks(village);
  });

  it('starts a slip where the meter of the slip before stopped', async () => {
    await village.settle(station, '2025-01', { kwh: 1_000 });
    const slips = await village.services.incomeRead.listSettlements(village.id);
    expect(slips.map(({ readingTo }) => readingTo)).toEqual(['100']);
    const form = { assetId: station, generationMonth: '2025-02', postedOn: '2025-03-05', readingFrom: '101' };
    const rest = {
      readingTo: '201',
      energy: '1000',
      energyUnit: 'kWh',
      energyPrice: '0.40',
      priceUnit: 'yuan/kWh',
    };
    const amounts = { subsidyPrice: '0.35', energyAmount: '', subsidyAmount: '' };
    const slip = { ...form, ...rest, ...amounts };
    const gap = village.services.income.recordSettlement(village.id, slip, ACCOUNTANT);
    expect(await codesOf(gap)).toEqual(['settlement.readingGap']);
    expect(await village.vouchers()).toHaveLength(1);
  });

  it('books the money of a slip with it, or neither, on the day the money came', async () => {
    const { database, slips, incomeRead, receipts, clock } = village.services;
    const entry = new SlipEntryService(database, slips, incomeRead, receipts, clock);
    const money = { postedOn: '', receivedOn: '2025-02-20', receivedAmount: '400.01' };
    const rest = { energyAmount: '', subsidyAmount: '', energy: '1000', readingFrom: '0', readingTo: '100' };
    const form = { ...SLIP, ...rest, ...money, assetId: station, generationMonth: '2025-01' };
    expect(await codesOf(entry.enterSlip(village.id, form, ACCOUNTANT))).toEqual(['receipt.notOfSlip']);
    expect(await village.vouchers()).toEqual([]);
    const right = { ...form, receivedAmount: '400.00' };
    const { postedOn, receipt } = await entry.enterSlip(village.id, right, ACCOUNTANT);
    expect([postedOn, receipt === undefined]).toEqual(['2025-02-20', false]);
    const owed = await incomeRead.listReceivables(village.id);
    expect(owed.map(({ stream, outstanding }) => [stream, outstanding])).toEqual([
      ['energy', 0n],
      ['subsidy', 35_000n],
    ]);
    expect(await village.vouchers()).toHaveLength(2);
    await expectSoundBooks(village);
  });

  it('books the same kWh once: a slip entered after a later one ends where that one starts', async () => {
    await village.settle(station, '2025-02', { kwh: 1_000 });
    expect(await codesOf(village.settle(station, '2025-01', { kwh: 1_000 }))).toEqual([
      'settlement.readingGap',
    ]);
    expect(await village.owed()).toHaveLength(2);
    await expectSoundBooks(village);
  });

  it('keeps the slip of a month without generation, books nothing, and lets the month be held', async () => {
    await village.settle(station, '2024-12', { kwh: 1_000 });
    const nil = { ...SLIP, assetId: station, generationMonth: '2025-01', postedOn: '2025-02-05' };
    const still = { ...nil, readingFrom: '100', readingTo: '100', energy: '0' };
    const recorded = await village.services.income.recordSettlement(village.id, still, ACCOUNTANT);
    expect(recorded.voucher).toBeUndefined();
    const slips = await village.services.incomeRead.listSettlements(village.id);
    expect(slips.map((slip) => [slip.generationMonth, slip.energyKwh, slip.entryId === null])).toEqual([
      ['2024-12', '1000', false],
      ['2025-01', '0', true],
    ]);
    expect(await village.vouchers()).toHaveLength(1);
    expect(await village.owed()).toHaveLength(2);
    await village.hold('2025-01');
    expect(await village.hold('2025-02')).toEqual({ month: '2025-02' });
    await village.settle(station, '2025-02', { kwh: 500 });
    await expectSoundBooks(village);
  });

  it('lets a slip take the place of one that booked nothing', async () => {
    const nil = { ...SLIP, assetId: station, generationMonth: '2025-01', postedOn: '2025-02-05' };
    const still = { ...nil, readingFrom: '0', readingTo: '0', energy: '0' };
    await village.services.income.recordSettlement(village.id, still, ACCOUNTANT);
    await village.settle(station, '2025-01', { kwh: 1_000 });
    const slips = await village.services.incomeRead.listSettlements(village.id);
    expect(slips.map(({ generationMonth, energyKwh }) => [generationMonth, energyKwh])).toEqual([
      ['2025-01', '1000'],
    ]);
    const again = village.settle(station, '2025-01', { kwh: 900 });
    expect(await codesOf(again)).toEqual(['settlement.monthTwice']);
  });

  it('books only the own line of a joint station, split by the running total', async () => {
    const joint = {
      ...STATION,
      kind: 'jointPvStation',
      name: 'Joint station',
      capacityKw: '1600',
      meterMultiplier: '8000',
      energyPrice: '0.3844',
      subsidyPrice: '0.4656',
      keeper: 'Liuhe',
      ownShareKey: '02',
      shareTable: { validFrom: '2024-12-01', rows: SHARES },
    };
    const { id: assetId } = await village.services.assets.addAsset(village.id, joint, ACCOUNTANT);
    const slips = [
      { month: '2024-12', on: '2025-01-18', from: '1765.0050', to: '1777.4050', kwh: '99200' },
      { month: '2025-01', on: '2025-02-18', from: '1777.4050', to: '1790.7805', kwh: '107004' },
    ];
    for (const slip of slips) {
      const form = { assetId, generationMonth: slip.month, postedOn: slip.on, readingFrom: slip.from };
      const energy = { readingTo: slip.to, energy: slip.kwh, energyUnit: 'kWh', energyPrice: '0.3844' };
      const rest = { priceUnit: 'yuan/kWh', subsidyPrice: '0.4656', energyAmount: '', subsidyAmount: '' };
      const whole = { ...form, ...energy, ...rest };
      await village.services.income.recordSettlement(village.id, whole, ACCOUNTANT);
    }
    const owed = await village.owed();
    expect(owed.map(({ stream, outstanding, kwh }) => [stream, outstanding, kwh])).toEqual([
      ['energy', 238_328n, '6200'],
      ['subsidy', 288_672n, '6200'],
      ['energy', 257_077n, '6688'],
      ['subsidy', 311_381n, '6688'],
    ]);
    await expectSoundBooks(village);
  });

  it('registers an asset under a name of its own, taken by two at once or one after the other', async () => {
    const both = await Promise.allSettled([
      village.addStation({ name: 'Station 2' }),
      village.addStation({ name: ' Station 2 ' }),
    ]);
    expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await codesOf(village.addStation({ name: 'Station 2' }))).toEqual(['assets.nameTaken']);
  });

  it('opens the books once: a second opening would count the same money twice', async () => {
    await village.openWith(1_000n);
    await expect(village.openWith(1_000n)).rejects.toMatchObject({ code: 'opening.booksBegun' });
    await expectSoundBooks(village);
  });

  it('books rent when it falls due and receives it like any other income, in its own pool', async () => {
    const workshop = { ...STATION, kind: 'workshop', name: 'Workshop' };
    const { id } = await village.services.assets.addAsset(village.id, workshop, ACCOUNTANT);
    const due = { stream: 'rent', payer: 'tenant', coversFrom: '2025-01-01', coversTo: '2025-06-30' };
    const form = { ...due, assetId: id, amount: '6,000.00', dueOn: '2025-03-31', postedOn: '2025-03-31' };
    const { voucher } = await village.services.income.recordIncomeDue(village.id, form, ACCOUNTANT);
    const again = () => village.services.income.recordIncomeDue(village.id, form, ACCOUNTANT);
    expect(await codesOf(again())).toEqual(['income.coversTwice']);
    // The same sum for the same days under the other name is the same money, unless it is a fee beside it.
    const renamed = (twiceReason: string) =>
      village.services.income.recordIncomeDue(
        village.id,
        { ...form, stream: 'other', twiceReason },
        ACCOUNTANT,
      );
    expect(await codesOf(renamed(''))).toEqual(['income.sameUnderOtherName']);
    const fee = await renamed('service fee');
    expect((await village.services.books.requireEntry(village.id, fee.voucher.entryId)).summary).toContain(
      'service fee',
    );
    await village.reverse(fee.voucher.entryId);
    await village.reverse(voucher.entryId);
    const twice = await again();
    // Who pays is hashed by id, registered once, and shown by name.
    const [tenant, ...others] = await village.services.counterparties.listCounterparties(village.id);
    expect([tenant?.name, others]).toEqual(['tenant', []]);
    for (const { entryId } of [voucher, twice.voucher]) {
      const { postings } = await village.services.books.requireEntry(village.id, entryId);
      expect(new Set(postings.map(({ counterparty }) => counterparty))).toEqual(new Set([tenant?.id]));
    }
    expect(await village.owed()).toMatchObject([{ counterparty: tenant?.id, payer: 'tenant' }]);
    await village.receive(await village.owed(), '2025-04-01');
    const asked = { day: '2025-04-01' } as const;
    const { surplus } = village.services;
    expect(await surplus.undistributed(village.id, { ...asked, pool: 'other' })).toBe(600_000n);
    expect(await surplus.undistributed(village.id, { ...asked, pool: 'pv' })).toBe(0n);
    await expectSoundBooks(village);
  });
});

const SLIP = {
  energyUnit: 'kWh',
  energyPrice: '0.40',
  priceUnit: 'yuan/kWh',
  subsidyPrice: '0.35',
  energyAmount: '',
  subsidyAmount: '',
};
const SHARES = [
  { key: '01', label: 'village two', share: '6.25%', owner: 'village two' },
  { key: '02', label: 'Donghe', share: '6.25%', owner: 'Donghe' },
  { key: '03', label: 'fourteen others', share: '87.5%', owner: 'elsewhere' },
];
