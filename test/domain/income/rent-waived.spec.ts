import type { LeaseTerms } from '../../../src/domain/assets/lease';
import type { RentDue } from '../../../src/domain/assets/lease-schedule';
import { unbookedOf } from '../../../src/domain/income/unbooked-rent';
import { rentClosingProblems } from '../../../src/domain/income/closing-problems';
import {
  bookableBy,
  duesAsBooked,
  requireBookable,
  standingOf,
  wantedBy,
  type WaivedDue,
} from '../../../src/domain/income/rent-states';
import { readWaiver, readWaiverWithdrawal } from '../../../src/domain/income/rent-waiver';
import { spreadPayment } from '../../../src/domain/income/spread-payment';

type RestsOn = Parameters<typeof readWaiverWithdrawal>[2];

const due = (year: string, amount = 100_000n): RentDue => {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`];
  return { from, to, dueOn: from, amount, steps: [], payment: { from, to } };
};
const DUES = [due('2025'), due('2026')];
const WAIVED: WaivedDue = { from: '2025-01-01', to: '2025-12-31', amount: 100_000n, reason: 'typed' };
const standing = (waived: Partial<WaivedDue> = {}, advance = 0n) =>
  standingOf(DUES, {
    ...{ openedOn: '2025-01-01', bookings: [], byHand: [], advance },
    waived: [{ ...WAIVED, ...waived }],
  });

describe('a due of which somebody said why it is not booked', () => {
  it.each<{ rule: string; wish: Partial<WaivedDue>; waived: string | undefined }>([
    { rule: 'is it by its days and its amount', wish: {}, waived: 'typed' },
    { rule: 'is another one from another day', wish: { from: '2025-01-02' }, waived: undefined },
    { rule: 'is another one to another day', wish: { to: '2025-12-30' }, waived: undefined },
    { rule: 'is another one of a fen more', wish: { amount: 100_001n }, waived: undefined },
  ])('$rule', ({ wish, waived }) => {
    expect(standing(wish).map((each) => each.waived)).toEqual([waived, undefined]);
  });

  it('may be booked, but nothing waits for it, nobody is asked for it and no advance pays it', () => {
    const dues = standing({}, 100_000n);
    const days = (own: readonly { from: string }[]) => own.map(({ from }) => from);
    expect(days(bookableBy(dues, '2026-12-31'))).toEqual(['2025-01-01', '2026-01-01']);
    expect(requireBookable(dues, '2025-01-01').waived).toBe('typed');
    expect(days(wantedBy(dues, '2026-12-31'))).toEqual(['2026-01-01']);
    expect(days(wantedBy(dues, '2025-12-31'))).toEqual([]);
    const money = { paid: ['2025-01-01', '2026-01-01'], receivedOn: '2026-01-01', amount: 200_000n };
    const { lines, left } = spreadPayment({ dues: standing(), outstanding: new Map() }, money);
    expect(days(lines.flatMap((line) => ('due' in line ? [line.due] : [])))).toEqual(['2026-01-01']);
    expect(left).toBe(100_000n);
    expect(dues.map(({ paidAhead }) => paidAhead)).toEqual([0n, 100_000n]);
  });

  it('is late by its contract before it is booked, but for what was paid ahead', () => {
    const unpaid = { covers: { from: '2026-01-01', to: '2026-12-31' }, dueOn: '2026-01-01' };
    expect(unbookedOf(standing({}, 99_999n))).toEqual([{ ...unpaid, amount: 1n }]);
    expect(unbookedOf(standing({}, 100_000n))).toEqual([]);
  });

  it.each<[what: string, typed: string, since: Partial<RestsOn>, codes: string[]]>([
    ['with its reason', ' wrong year ', {}, []],
    ['not without one', ' ', {}, ['form.missing']],
    ['not with the number of a person in it', '13800138000', {}, ['form.privateNumber']],
    [
      'not once rent kept ahead went back',
      'x',
      { wentBack: ['advance', 'advance'] },
      ['rent.advanceWentBack'],
    ],
    ['not once the deposit went back', 'x', { wentBack: ['deposit'] }, ['rent.depositWentBack']],
    ['of days up to the last of the asset', 'x', { leftOn: '2025-12-31' }, []],
    ['not of days after the asset left', 'x', { leftOn: '2025-12-30' }, ['rent.afterAsset']],
  ])('is withdrawn %s', (_what, typed, since, codes) => {
    const due = requireBookable(standing(), '2025-01-01');
    const { reason, problems } = readWaiverWithdrawal(typed, due, { wentBack: [], ...since });
    expect(problems.map(({ code }) => code)).toEqual(codes);
    if (codes.length === 0) expect(reason).toBe(typed.trim());
  });

  it('is not withdrawn where nobody said it', () => {
    const due = requireBookable(standing(), '2026-01-01');
    const { problems } = readWaiverWithdrawal('x', due, { wentBack: ['advance'] });
    expect(problems.map(({ code }) => code)).toEqual(['rent.notWaived']);
  });

  it.each([
    { rule: 'with its reason', typed: ' hand ', today: '2025-01-01', waived: undefined, codes: [] },
    {
      rule: 'not before it could be booked',
      typed: 'hand',
      today: '2024-12-31',
      waived: undefined,
      codes: ['rent.notYetDue'],
    },
    {
      rule: 'once',
      typed: 'hand',
      today: '2025-01-01',
      waived: 'typed',
      codes: ['rent.waivedBefore'],
    },
    {
      rule: 'not without one, nor with the number of a person in it',
      typed: ' ',
      today: '2025-01-01',
      waived: undefined,
      codes: ['form.missing'],
    },
    {
      rule: 'not with the number of a person in it',
      typed: '13800138000',
      today: '2025-01-01',
      waived: undefined,
      codes: ['form.privateNumber'],
    },
  ])('is said $rule', ({ typed, today, waived, codes }) => {
    const bookable = requireBookable(standing({ amount: 1n }), '2025-01-01');
    const { reason, problems } = readWaiver(typed, { ...bookable, waived }, today);
    expect([reason, problems.map(({ code }) => code)]).toEqual([typed.trim(), codes]);
  });

  it('is no due of the contract on a day on which none begins', () => {
    expect(() => requireBookable(standing(), '2025-01-02')).toThrow('rent.noSuchDue');
  });

  it('keeps a month open until then, each by its contract and its days', () => {
    const wanted = { leaseId: 'l', number: 'Z-1', from: '2025-01-01', to: '2025-12-31', amount: 1n };
    expect(rentClosingProblems([wanted])).toEqual([
      { code: 'months.rentDue', field: 'l:2025-01-01', facts: wanted },
    ]);
    expect(rentClosingProblems([])).toEqual([]);
  });
});

describe('a line that was typed by hand over a renewal', () => {
  const terms: LeaseTerms = {
    ...{ firstOn: '2025-01-01', lastOn: '2025-12-31', type: 'fixed', perMonths: 12, everyMonths: 12 },
    ...{ rates: [{ from: '2025-01-01', value: '1200.00' }], due: { rule: 'afterStart', days: 0 } },
    renewedFrom: ['2025-07-01'],
  };
  const line = { from: '2025-01-01', to: '2025-12-31', amount: 120_000n, entryId: 'h' };
  const CUT = ['2025-01-01', '2025-07-01'];
  const booked = (coversFrom: string, coversTo: string) => [{ coversFrom, coversTo }];

  it.each([
    { rule: 'stands for the whole of it', own: line, bookings: [], froms: ['2025-01-01'] },
    { rule: 'does not, a fen short', own: { ...line, amount: 119_999n }, bookings: [], froms: CUT },
    { rule: 'does not, a day short', own: { ...line, to: '2025-12-30' }, bookings: [], froms: CUT },
    {
      rule: 'does not where its first days are booked by the contract',
      own: line,
      bookings: booked('2025-01-01', '2025-06-30'),
      froms: CUT,
    },
    {
      rule: 'does not where its last day is',
      own: line,
      bookings: booked('2025-12-31', '2026-01-31'),
      froms: CUT,
    },
    {
      rule: 'does, where other days are booked',
      own: line,
      bookings: booked('2026-01-01', '2026-01-31'),
      froms: ['2025-01-01'],
    },
    {
      rule: 'cuts nothing where it ends with the former last day',
      own: { ...line, to: '2025-06-30', amount: 59_507n },
      bookings: [],
      froms: CUT,
    },
  ])('$rule', ({ own, bookings, froms }) => {
    const dues = duesAsBooked({ terms, turnovers: [] }, '2025-12-31', {
      ...{ bookings, byHand: [own], opened: { openedOn: '2025-01-01', claims: [], advance: 0n } },
    });
    expect(dues.map(({ from }) => from)).toEqual(froms);
  });
});
