import type { Share } from '../../../src/domain/money/allocate';
import {
  givenIn,
  NOTHING_SPLIT,
  payOut,
  payoutReasons,
  type RunningSplit,
  takeBack,
} from '../../../src/domain/money/running-split';
import { DomainError } from '../../../src/domain/shared/domain-error';
import { BrokenInvariant } from '../../../src/domain/shared/invariant';
import { sentenceFor } from '../../../src/glossary/sentences';

const shares = (weights: Record<string, bigint>): Share[] =>
  Object.entries(weights).map(([key, weight]) => ({ key, weight }));
const THREE = shares({ a: 1n, b: 1n, c: 1n });

/** Pays amounts one after the other, as p1, p2, …, and gives back what each person got of each. */
function story(amounts: readonly bigint[], of: readonly Share[] = THREE) {
  let running = NOTHING_SPLIT;
  const steps = amounts.map((amount, index) => {
    const paid = payOut(running, { id: `p${String(index + 1)}`, amount }, of);
    running = paid.running;
    return { parts: paid.split?.parts.map((part) => part.amount), says: paid.says.map(({ code }) => code) };
  });
  return { running, steps };
}
const refusal = (act: () => unknown): DomainError | undefined => {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
};

describe('money split again and again', () => {
  it('gives the odd fen to another each time, so that three payouts of 1.00 leave three alike', () => {
    expect(story([100n, 100n, 100n]).steps.map(({ parts }) => parts)).toEqual([
      [34n, 33n, 33n],
      [33n, 34n, 33n],
      [33n, 33n, 34n],
    ]);
  });

  it('puts off a payout of which somebody’s exact share is below a fen, and adds it to the next', () => {
    const { running, steps } = story([2n, 1n, 2n]);
    expect(steps).toEqual([
      { parts: undefined, says: ['split.waits'] },
      { parts: [1n, 1n, 1n], says: ['split.carried'] },
      { parts: undefined, says: ['split.waits'] },
    ]);
    expect(running.waiting).toEqual([{ id: 'p3', amount: 2n }]);
  });

  it.each<{ rule: string; amount: bigint; weights: Record<string, bigint>; least: bigint | undefined }>([
    { rule: 'three alike want three fen', amount: 2n, weights: { a: 1n, b: 1n, c: 1n }, least: 3n },
    { rule: 'and are served with them', amount: 3n, weights: { a: 1n, b: 1n, c: 1n }, least: undefined },
    { rule: 'the smallest weight decides', amount: 6n, weights: { a: 3n, b: 17n }, least: 7n },
    { rule: 'rounded up to a whole fen', amount: 7n, weights: { a: 3n, b: 17n }, least: undefined },
    {
      rule: 'one without a weight asks for nothing',
      amount: 1n,
      weights: { a: 0n, b: 5n },
      least: undefined,
    },
  ])('says how much it waits for: $rule', ({ amount, weights, least }) => {
    const { says } = payOut(NOTHING_SPLIT, { id: 'p', amount }, shares(weights));
    expect(says[0]?.facts['least']).toBe(least);
  });

  it('starts anew when roster or weights change, not when the list is turned round', () => {
    const first = payOut(NOTHING_SPLIT, { id: 'p1', amount: 100n }, THREE).running;
    const turned = payOut(first, { id: 'p2', amount: 100n }, [...THREE].reverse());
    expect(turned.running.windows).toHaveLength(1);
    expect(turned.split?.parts.map((part) => part.amount)).toEqual([33n, 34n, 33n]);
    for (const changed of [
      { a: 1n, b: 1n },
      { a: 1n, b: 1n, d: 1n },
      { a: 1n, b: 1n, c: 2n },
    ]) {
      const next = payOut(first, { id: 'p2', amount: 100n }, shares(changed));
      expect(next.running.windows).toHaveLength(2);
      expect(next.says.map(({ code }) => code)).toEqual(['split.newWindow']);
      expect(next.split?.parts.every((part) => part.before === 0n)).toBe(true);
    }
  });

  it('lets waiting money go with the next payout even where that starts anew', () => {
    const waiting = payOut(NOTHING_SPLIT, { id: 'p1', amount: 2n }, THREE).running;
    const next = payOut(waiting, { id: 'p2', amount: 8n }, shares({ a: 1n, b: 1n }));
    expect(next.split).toMatchObject({ total: 10n, carried: [{ id: 'p1', amount: 2n }] });
    expect(next.says).toEqual([{ code: 'split.carried', facts: { waited: 2n } }]);
  });

  it('says of each part why it is what it is, and of a later one that the difference was paid', () => {
    const first = payOut(NOTHING_SPLIT, { id: 'p1', amount: 100n }, THREE);
    const second = payOut(first.running, { id: 'p2', amount: 100n }, THREE);
    if (first.split === undefined || second.split === undefined) throw new Error('both are split');
    expect(payoutReasons(first.split, THREE).get('a')).toHaveLength(1);
    const reasons = payoutReasons(second.split, THREE).get('b') ?? [];
    expect(reasons.map(({ code }) => code)).toEqual(['split.oddFenByKey', 'split.difference']);
    expect(sentenceFor('split.difference', reasons[1]?.facts)).toBe(
      '名单和份额没有变，从头累计分了 2.00 元，累计应得 0.67 元，以前已得 0.33 元，这次得 0.34 元。',
    );
  });

  it.each<[string, RunningSplit, bigint]>([
    ['nothing', NOTHING_SPLIT, 0n],
    ['less than nothing', NOTHING_SPLIT, -1n],
    ['the same payout twice', payOut(NOTHING_SPLIT, { id: 'p', amount: 100n }, THREE).running, 100n],
    ['a payout that waits already', payOut(NOTHING_SPLIT, { id: 'p', amount: 1n }, THREE).running, 100n],
  ])('stops the work at %s', (_, running, amount) => {
    expect(() => payOut(running, { id: 'p', amount }, THREE)).toThrow(BrokenInvariant);
  });
});

describe('a payout taken back', () => {
  it('gives back person by person what it gave, and leaves the window as it was', () => {
    const { running } = story([100n, 100n]);
    const { back, running: after } = takeBack(running, 'p2');
    expect(back).toEqual([
      { key: 'a', amount: 33n },
      { key: 'b', amount: 34n },
      { key: 'c', amount: 33n },
    ]);
    expect(after).toEqual(story([100n]).running);
  });

  it('out of the middle leaves the rest as paid, which the next payout levels', () => {
    const { running } = takeBack(story([100n, 100n]).running, 'p1');
    expect(running.windows.map(givenIn)).toEqual([
      new Map([
        ['a', 33n],
        ['b', 34n],
        ['c', 33n],
      ]),
    ]);
    const next = payOut(running, { id: 'p3', amount: 50n }, THREE);
    expect(next.split?.parts.map((part) => part.amount)).toEqual([17n, 16n, 17n]);
  });

  it('lets a payout wait that is too small to level what is left, and the next one with it', () => {
    let { running } = story([5n, 4n, 5n, 4n]);
    for (const id of ['p1', 'p3']) ({ running } = takeBack(running, id));
    const small = payOut(running, { id: 'p5', amount: 3n }, THREE);
    expect(small).toMatchObject({ split: undefined, says: [{ code: 'split.waitsToLevel' }] });
    const next = payOut(small.running, { id: 'p6', amount: 1n }, THREE);
    expect(next.split?.parts.map((part) => [part.before, part.amount])).toEqual([
      [2n, 2n],
      [2n, 2n],
      [4n, 0n],
    ]);
  });

  it('puts back to wait what had waited for it', () => {
    const { running } = story([2n, 100n]);
    const after = takeBack(running, 'p2').running;
    expect(after.waiting).toEqual([{ id: 'p1', amount: 2n }]);
    expect(payOut(after, { id: 'p3', amount: 98n }, THREE).split?.total).toBe(100n);
  });

  it('gives back nothing while it waits', () => {
    expect(takeBack(story([2n]).running, 'p1')).toEqual({ running: NOTHING_SPLIT, back: [] });
  });

  it.each<{ rule: string; amounts: bigint[]; id: string; code: string; facts: object }>([
    {
      rule: 'on its own where it was given with a later one',
      amounts: [2n, 100n],
      id: 'p1',
      code: 'split.givenWithLater',
      facts: { id: 'p1', later: 'p2' },
    },
    { rule: 'that never was', amounts: [100n], id: 'p9', code: 'split.notStanding', facts: { id: 'p9' } },
  ])('is not one $rule', ({ amounts, id, code, facts }) => {
    expect(refusal(() => takeBack(story(amounts).running, id))).toMatchObject({ code, facts });
  });

  it('cannot be taken back twice', () => {
    const once = takeBack(story([100n, 100n]).running, 'p1').running;
    expect(refusal(() => takeBack(once, 'p1'))?.code).toBe('split.notStanding');
  });
});
