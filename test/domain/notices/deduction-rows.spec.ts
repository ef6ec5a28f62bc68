import { type BookedCost, deductionRows } from '../../../src/domain/notices/deduction-rows';

const cost = (wish: Partial<BookedCost>): BookedCost => ({
  id: 'd1',
  kind: 'insurance',
  name: 'fire',
  contractId: undefined,
  asset: undefined,
  amount: 92_000n,
  term: undefined,
  base: undefined,
  clause: undefined,
  note: undefined,
  reason: undefined,
  voucher: 'V1',
  ...wish,
});

describe('a cost on the sheet', () => {
  it.each<{ by: string; given: Partial<BookedCost>; row: object }>([
    {
      by: 'a bill, with what the bill says',
      given: { note: 'all of 2025' },
      row: {
        kind: 'insurance',
        amount: '92000',
        vouchers: ['V1'],
        reckoning: { by: 'bill', bills: 1, covers: 'all of 2025' },
      },
    },
    {
      by: 'the days of the parts of its period, where it was not charged whole',
      given: {
        kind: 'land_rent',
        term: { type: 'landRent', mu: '4.20', yuanPerMuYear: '800', yearPart: 'half-year' },
        clause: 'art. 3',
        parts: '1,680.00×91÷181',
      },
      row: {
        kind: 'land-rent',
        amount: '92000',
        vouchers: ['V1'],
        reckoning: { by: 'fixed', covers: '1,680.00×91÷181', contract: 'art. 3' },
      },
    },
    {
      by: 'its area, with the own share of a joint station',
      given: {
        kind: 'land_rent',
        asset: 'Joint station',
        term: {
          type: 'landRent',
          mu: '52.80',
          yuanPerMuYear: '800',
          yearPart: 'half-year',
          ownShare: '6.25%',
        },
      },
      row: {
        kind: 'land-rent',
        asset: 'Joint station',
        reckoning: { by: 'area', mu: '52.80', yuanPerMu: '800', part: 'half-year', sharePercent: '6.25' },
      },
    },
    {
      by: 'per cent of the receipts, by the clause of its contract',
      given: {
        kind: 'o_and_m',
        term: { type: 'percentOfReceipt', rate: '2.9%' },
        base: 8_546_614n,
        clause: 'clause 5',
      },
      row: {
        kind: 'operation',
        reckoning: { by: 'percent-of-receipts', base: '8546614', ratePercent: '2.9', contract: 'clause 5' },
      },
    },
    {
      by: 'a fixed amount, without a clause that was left empty',
      given: { term: { type: 'fixed', amount: '920.00', yearPart: 'year' }, clause: '' },
      row: { reckoning: { by: 'fixed' } },
    },
    {
      by: 'a bill under a cap',
      given: { term: { type: 'perWattYear', yuanPerWattYear: '0.03', capacityKw: '200' } },
      row: { reckoning: { by: 'bill', bills: 1, cap: '600000' } },
    },
    {
      by: 'its name and reason where the policy names no kind',
      given: { kind: 'other', name: 'inverter', reason: 'it burnt' },
      row: { kind: 'other', name: 'inverter', reason: 'it burnt' },
    },
  ])('is told by $by', ({ given, row }) => {
    const usual = {
      kind: 'insurance',
      name: 'fire',
      amount: '92000',
      vouchers: ['V1'],
      reckoning: { by: 'bill', bills: 1 },
    };
    expect(deductionRows([cost(given)])).toEqual([{ ...usual, ...row }]);
  });

  it('stands on one row with the others of its contract, reckoned on the last running receipts', () => {
    const term = { type: 'percentOfReceipt', rate: '2.9%' } as const;
    const rows = deductionRows([
      cost({
        id: 'a',
        contractId: 'c1',
        kind: 'o_and_m',
        term,
        base: 100_000n,
        amount: 2_900n,
        voucher: 'V1',
      }),
      cost({ id: 'b', voucher: 'V2' }),
      cost({
        id: 'c',
        contractId: 'c1',
        kind: 'o_and_m',
        term,
        base: 200_000n,
        amount: 2_900n,
        voucher: 'V3',
      }),
      cost({ id: 'd', voucher: 'V4' }),
    ]);
    expect(rows.map((row) => [row.kind, row.amount, row.vouchers])).toEqual([
      ['operation', '5800', ['V1', 'V3']],
      ['insurance', '92000', ['V2']],
      ['insurance', '92000', ['V4']],
    ]);
    expect(rows[0]?.reckoning).toMatchObject({ base: '200000' });
  });

  it('counts the bills of its contract', () => {
    const rows = deductionRows([cost({ id: 'a', contractId: 'c' }), cost({ id: 'b', contractId: 'c' })]);
    expect(rows.map((row) => row.reckoning)).toEqual([{ by: 'bill', bills: 2 }]);
  });

  it('says what each of its vouchers says, each thing once', () => {
    const notes = ['January', 'February', undefined, 'January'];
    const rows = deductionRows(
      notes.map((note, index) => cost({ id: String(index), contractId: 'c', note, reason: 'storm' })),
    );
    expect(rows.map((row) => [row.reckoning, row.reason])).toEqual([
      [{ by: 'bill', bills: 4, covers: 'January\u3001February' }, 'storm'],
    ]);
  });

  it('is absent where nothing was paid', () => {
    expect(deductionRows([])).toEqual([]);
  });
});
