import {
  type ProposedUseForm,
  ownersShare,
  readProposedUses,
  splitAmongOwners,
  usesOfOwner,
} from '../../../src/domain/distribution/owner-proposal';
import { sumFen } from '../../../src/domain/money/fen';

const row = (key: string, share: string, owner: string) => ({ key, label: key, share, owner });
const THREE = [row('1', '33.33%', 'A'), row('2', '33.33%', 'B'), row('3', '33.34%', 'C')];
const TWICE = [row('1', '30%', 'A'), row('2', '20%', 'B'), row('3', '10%', 'A'), row('4', '40%', 'C')];
const use = (wish: Partial<ProposedUseForm> = {}) => ({
  ...{ bucket: 'posts', forWhat: 'wages', amount: '100.00' },
  ...wish,
});

describe('what is proposed to the owners of a joint station', () => {
  it.each([
    // 10,000 fen: 3,333, 3,333 and 3,334 exactly.
    {
      rule: 'to the fen where it comes out even',
      amount: 10_000n,
      rows: THREE,
      parts: [3333n, 3333n, 3334n],
    },
    // 100 fen: 33.33, 33.33, 33.34 → 33, 33, 33 and one odd fen, to the row cut most.
    { rule: 'with the odd fen to who was cut most', amount: 100n, rows: THREE, parts: [33n, 33n, 34n] },
    // 1 fen: .3333, .3333, .3334.
    { rule: 'with nothing for who is cut less', amount: 1n, rows: THREE, parts: [0n, 0n, 1n] },
    // 1,003 fen: 300.9, 200.6, 100.3, 401.2, the odd fen to rows 1 and 2; A has 301 + 100.
    { rule: 'by rows, an owner of two has both', amount: 1003n, rows: TWICE, parts: [401n, 201n, 401n] },
  ])('is split $rule', ({ amount, rows, parts }) => {
    const split = splitAmongOwners(amount, rows);
    expect(split.map((part) => part.amount)).toEqual(parts);
    expect(split.map(({ owner }) => owner)).toEqual(['A', 'B', 'C']);
    expect(sumFen(split.map((part) => part.amount))).toBe(amount);
  });

  it('tells the whole share of an owner of two rows', () => {
    expect([ownersShare(TWICE, 'A'), ownersShare(TWICE, 'C'), ownersShare(TWICE, 'D')]).toEqual([
      ...['40%', '40%', ''],
    ]);
  });

  it.each<{ rule: string; typed: ProposedUseForm[]; codes: string[] }>([
    { rule: 'a use with its sum', typed: [use()], codes: [] },
    { rule: 'a row that is left blank', typed: [use(), use({ forWhat: ' ', amount: '' })], codes: [] },
    { rule: 'nothing at all', typed: [], codes: ['yearPlan.nothingProposed uses'] },
    {
      rule: 'only blank rows',
      typed: [use({ forWhat: '', amount: '' })],
      codes: ['yearPlan.nothingProposed uses'],
    },
    {
      rule: 'a use that no policy knows',
      typed: [use({ bucket: 'feast' })],
      codes: ['uses.bucketUnknown uses.0.bucket'],
    },
    { rule: 'a sum for nothing', typed: [use({ forWhat: '' })], codes: ['form.missing uses.0.forWhat'] },
    { rule: 'no sum', typed: [use({ amount: '' })], codes: ['form.missing uses.0.amount'] },
    { rule: 'a nought', typed: [use({ amount: '0' })], codes: ['money.notPositive uses.0.amount'] },
    {
      rule: 'a number of a person',
      typed: [use({ forWhat: 'card 6222021234567890123' })],
      codes: ['form.privateNumber uses.0.forWhat'],
    },
    {
      rule: 'the same use twice',
      typed: [use(), use({ amount: '5.00' })],
      codes: ['yearPlan.proposedTwice uses.1.forWhat'],
    },
    { rule: 'the same for another use', typed: [use(), use({ bucket: 'works' })], codes: [] },
  ])('is read or refused: $rule', ({ typed, codes }) => {
    const { problems } = readProposedUses(typed, ['posts', 'works']);
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(codes);
  });

  it('is to an owner what of each use is his, under either name, and no use of which he has nothing', () => {
    const uses = [
      { bucket: 'posts', forWhat: 'wages', amount: 10n },
      { bucket: 'works', forWhat: 'road', amount: 1n },
    ];
    const part = (lineNumber: number, ownerId: string | null, amount: bigint) => ({
      lineNumber,
      ownerId,
      amount,
    });
    const parts = [part(1, 'a', 3n), part(1, 'a', 2n), part(1, 'b', 5n), part(2, 'a', 0n), part(2, null, 1n)];
    expect(usesOfOwner(uses, parts, 'a')).toEqual([{ bucket: 'posts', forWhat: 'wages', amount: 5n }]);
  });
});
