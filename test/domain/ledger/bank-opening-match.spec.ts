import { sealedWhenDrawn } from '../../../src/domain/ledger/bank-as-sealed';
import { explanationProblems, openingReasonProblems } from '../../../src/domain/ledger/bank-match-by-hand';
import { openingMatchProblems } from '../../../src/domain/ledger/bank-opening-match';
import {
  type AccountOnDay,
  reconcile,
  unexplainedOpening,
} from '../../../src/domain/ledger/bank-reconciliation';

const line = (id: string, on: string, amount: bigint) => ({ id, on, amount });
const opening = { code: 'opening', note: '' } as const;

/** The books began with 5,100; the bank with 9,100: 4,000 were forgotten and are booked in July. */
const FORGOTTEN: AccountOnDay = {
  ...{ on: '2025-07-31', bankFrom: '2025-06-01', booksFrom: '2025-01-01', bankOpening: 9_100n },
  bank: [line('b1', '2025-06-30', -100n), line('b2', '2025-07-09', -4_000n)],
  booksOpening: 0n,
  books: [
    { ...line('open', '2025-01-01', 5_000n), isOpening: true },
    line('may', '2025-05-02', 100n),
    line('k1', '2025-07-02', 4_000n),
    line('k2', '2025-07-03', 1n),
    line('k3', '2025-07-04', 3_999n),
    line('k4', '2025-07-05', -100n),
  ],
  groups: [],
};
const met = (lineIds: string[]): AccountOnDay => ({
  ...FORGOTTEN,
  groups: [{ id: 'g', lineIds, explanation: opening }],
});

describe('what is set against the difference that bank and books began with', () => {
  it.each<{ what: string; lineIds: string[]; codes: string[]; at?: AccountOnDay }>([
    { what: 'nothing', lineIds: [], codes: ['bank.nothingTicked'] },
    { what: 'all of it', lineIds: ['k1'], codes: [] },
    { what: 'a fen of it', lineIds: ['k2'], codes: [] },
    { what: 'all of it in two', lineIds: ['k2', 'k3'], codes: [] },
    { what: 'what the bank put right itself', lineIds: ['b2'], codes: [] },
    { what: 'a fen more than it', lineIds: ['k1', 'k2'], codes: ['bank.beyondOpening'] },
    { what: 'what makes it greater', lineIds: ['k4'], codes: ['bank.beyondOpening'] },
    { what: 'both sides that agree', lineIds: ['b1', 'k4'], codes: ['bank.beyondOpening'] },
    { what: 'what stands in it already', lineIds: ['may'], codes: ['bank.beyondOpening'] },
    { what: 'what the books were opened with', lineIds: ['open'], codes: ['bank.beyondOpening'] },
    { what: 'more, once it is met', lineIds: ['k2'], at: met(['k1']), codes: ['bank.openingAgrees'] },
    { what: 'the rest', lineIds: ['k3'], at: met(['k2']), codes: [] },
    { what: 'a fen more than the rest', lineIds: ['k1'], at: met(['k2']), codes: ['bank.beyondOpening'] },
  ])('takes or refuses $what', ({ lineIds, codes, at = FORGOTTEN }) => {
    expect(openingMatchProblems(at, lineIds).map(({ code }) => code)).toEqual(codes);
  });

  it('takes a payment where the bank began with less, and no receipt', () => {
    const less = { ...FORGOTTEN, bankOpening: 5_000n };
    expect(openingMatchProblems(less, ['k4'])).toEqual([]);
    expect(openingMatchProblems(less, ['k2'])).toMatchObject([
      { code: 'bank.beyondOpening', facts: { takes: 1n, left: -100n } },
    ]);
  });

  it('shows true balances from the day of the line on, and before it what both began with', () => {
    const closed = { ...met(['k1']), books: FORGOTTEN.books.slice(0, 3), bank: [] };
    expect(reconcile(closed)).toMatchObject({
      ...{ openingBegan: 4_000n, openingDifference: 0n, unexplained: 0n, notYetAtBank: [] },
      openingMet: [{ difference: -4_000n }],
      ...{ adjustedBank: 9_100n, adjustedBooks: 9_100n, booksBalance: 9_100n },
    });
    expect(reconcile({ ...closed, on: '2025-07-01' })).toMatchObject({
      ...{ openingDifference: 4_000n, openingMet: [], adjustedBank: 9_100n, booksBalance: 5_100n },
    });
    expect([unexplainedOpening({ ...closed, on: '2025-06-30' }), unexplainedOpening(closed)]).toEqual([
      ...[4_000n, 0n],
    ]);
  });

  it('leaves the reason standing for the rest', () => {
    const said = { code: 'ourError', note: 'a deposit', difference: 4_000n } as const;
    const told = { ...met(['k3']), openingSaid: said };
    expect(reconcile(told)).toMatchObject({ openingDifference: 1n, openingReason: said, unexplained: 0n });
    expect(reconcile({ ...told, openingSaid: { ...said, difference: 1n } })).toMatchObject({
      ...{ openingReason: undefined, unexplained: 1n },
    });
  });

  it('is a matter of matches alone', () => {
    const form = { code: 'opening', note: 'x' };
    expect([explanationProblems(form), openingReasonProblems(form)].flat().map(({ code }) => code)).toEqual(
      Array<string>(2).fill('bank.codeUnknown'),
    );
  });
});

describe('the reconciliation of a sealed month', () => {
  const seals = [{ month: '2025-06', sealedAt: '2025-07-05T00:00:00Z' }];
  const statement = (importedAt: string) => [
    { id: 's', from: '2025-06-01', through: '2025-06-20', importedAt },
  ];

  it.each([
    { why: 'as it was sealed', on: '2025-06-20', at: '2025-07-05T00:00:00Z', as: '2025-07-05T00:00:00Z' },
    { why: 'as of today where its statement came later', on: '2025-06-20', at: '2025-07-05T00:00:01Z' },
    { why: 'as of today where no statement reached', on: '2025-06-21', at: '2025-07-01T00:00:00Z' },
    { why: 'as of today of another month', on: '2025-07-01', at: '2025-07-01T00:00:00Z' },
  ])('is drawn $why', ({ on, at, as }) => {
    expect(sealedWhenDrawn(on, seals, statement(at))).toBe(as);
  });
});
