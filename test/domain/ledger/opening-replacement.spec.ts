import {
  type StandingBooks,
  type StaysOpening,
  whyOpeningStays,
} from '../../../src/domain/ledger/opening-replacement';

const voucher = (voucherNumber: number) => ({
  ...{ entryId: `e${String(voucherNumber)}`, voucherYear: 2025, voucherNumber },
});

const NOTHING_RESTS: StandingBooks = {
  opening: voucher(1),
  heldMonth: undefined,
  other: undefined,
  settled: undefined,
  rests: undefined,
};

it.each<[what: string, books: Partial<StandingBooks>, stays: StaysOpening | undefined]>([
  ['nothing rests on it', {}, undefined],
  ['it was put right before', { opening: voucher(3) }, undefined],
  ['the books began without one', { opening: undefined, other: voucher(1) }, { code: 'opening.booksBegun' }],
  ['a month was held', { heldMonth: '2025-01' }, { code: 'opening.monthHeld', facts: { period: '2025-01' } }],
  [
    'a distribution settled its money',
    { settled: { pool: 'pv', to: '2025-06-30' } },
    { code: 'opening.settled', facts: { pool: 'pv', to: '2025-06-30' } },
  ],
  [
    'a voucher stands',
    { other: voucher(12) },
    { code: 'opening.voucherStands', facts: { year: 2025, number: '0012' } },
  ],
  [
    'subsidy that it took over has a note',
    { rests: { kind: 'note', month: '2024-05' } },
    { code: 'opening.noteRests', facts: { period: '2024-05' } },
  ],
  [
    'a slip left out what it carries',
    { rests: { kind: 'slip', month: '2024-12' } },
    { code: 'opening.slipRests', facts: { period: '2024-12' } },
  ],
  [
    'a month was held and a voucher stands: what cannot be undone is said first',
    { heldMonth: '2025-01', other: voucher(2) },
    { code: 'opening.monthHeld', facts: { period: '2025-01' } },
  ],
])('an opening where %s', (_what, books, stays) => {
  expect(whyOpeningStays({ ...NOTHING_RESTS, ...books })).toEqual(stays);
});
