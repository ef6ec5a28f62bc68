import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outlineOf } from '../../../src/cli/draw-explained';
import { explainPayoutPart } from '../../../src/domain/distribution/explain-payout';
import { explainSplit, type NetTerm } from '../../../src/domain/distribution/explain-split';
import { explainYear } from '../../../src/domain/distribution/explain-year';
import { splitSurplus } from '../../../src/domain/distribution/split-surplus';
import type { SplitUse } from '../../../src/domain/distribution/split-use';
import type { Stated } from '../../../src/domain/distribution/stated-amount';
import { standingOf } from '../../../src/domain/distribution/year-standing';
import { NOTHING_SPLIT, payOut } from '../../../src/domain/money/running-split';
import { readRatio } from '../../../src/domain/money/ratio';
import type { Explained } from '../../../src/domain/policy/explanation';
import { BrokenInvariant } from '../../../src/domain/shared/invariant';
import { findTerm } from '../../../src/glossary/terms';
import { SENTENCES } from '../../../src/glossary/sentences';
import { period, rule, year } from './years';

const BOOKS = { kind: 'books', id: 'statement 2025-H1' } as const;
const TERMS: NetTerm[] = [
  { label: 'carried_over', subject: '', amount: 1_000n, source: BOOKS },
  { label: 'received', subject: '', amount: 12_001n, source: BOOKS },
  { label: 'cost', subject: '土地租金', amount: -3_000n, source: BOOKS, clause: 'uses' },
];
const share = (text: string, amount: bigint | undefined, of: string): Stated => ({
  kind: 'share',
  share: readRatio(text),
  whole: { of, amount, source: BOOKS },
  source: { kind: 'document', id: 'posts.floor' },
});
const NET = 10_001n;
const ofNet = (text: string): Stated => share(text, NET, 'after_deductions');
const USES: SplitUse[] = [
  {
    id: 'agreed',
    name: '协议分红',
    order: 1,
    take: { kind: 'dues', dues: [{ key: '甲', amount: 100n, first: false }] },
  },
  {
    id: 'posts',
    name: '岗位',
    order: 2,
    take: ofNet('60%'),
    floor: ofNet('60%'),
    cites: { use: 'uses', floor: 'floor' },
  },
  {
    id: 'bonus',
    name: '奖励',
    order: 2,
    take: { kind: 'fixed', amount: 7n, source: { kind: 'village', id: 'resolution 3' } },
    cap: share('10%', 79n, 'new_income'),
    cites: { cap: 'bonus' },
  },
  {
    id: 'member',
    name: '成员分红',
    order: 3,
    take: { kind: 'fixed', amount: 0n },
    gate: { ruleId: 'GX-3-6b', outcome: 'failed', missing: [] },
    cites: { gate: 'gate' },
  },
  {
    id: 'rest',
    name: '产业',
    order: 3,
    take: { kind: 'rest' },
    claims: [
      { key: '乙', amount: 3_000n, first: true },
      { key: '丙', amount: 1_787n, first: false },
    ],
  },
];

const REFUSED: SplitUse[] = [
  { id: 'a', name: '甲', order: 1, take: { kind: 'missing', missing: ['labour'] } },
  { id: 'b', name: '乙', order: 1, take: share('10%', undefined, 'new_income') },
  {
    id: 'c',
    name: '丙',
    order: 1,
    take: { kind: 'fixed', amount: 5n },
    floor: { kind: 'fixed', amount: 6n },
    cap: { kind: 'missing', missing: ['bonus.ratio'] },
  },
  { id: 'd', name: '丁', order: 2, take: ofNet('0.1%'), cap: ofNet('0.1%') },
  { id: 'e', name: '戊', order: 2, take: ofNet('99.7%') },
];

function payoutPart(): Explained {
  const shares = ['a', 'b', 'c'].map((key) => ({ key, weight: 1n }));
  const first = payOut(NOTHING_SPLIT, { id: '1', amount: 100n }, shares);
  const second = payOut(first.running, { id: '2', amount: 100n }, shares);
  if (second.split === undefined) throw new Error('both are split');
  return explainPayoutPart(second.split, shares, 'b');
}

const FLOOR = { ...rule('at_least', '60%', { of: 'after_deductions' }), cite: 'floor' };
const OF_2020 = year([period(10_000n, 4_000n, { land_rent: 500n }), period(1n, 1n)], false);
const EXPLAINED: Readonly<Record<string, Explained>> = {
  'a split': explainSplit(splitSurplus(NET, USES), TERMS),
  'a split that is refused': explainSplit(splitSurplus(NET, REFUSED), TERMS),
  'a year': explainYear(standingOf(FLOOR, OF_2020)),
  'a year that is undecided': explainYear(
    standingOf(rule('at_most', undefined, { of: 'collective_income' }), year([], true)),
  ),
  'a payout': payoutPart(),
};

function nodesOf(explained: Explained): Explained[] {
  return [explained, ...explained.inputs.flatMap(nodesOf)];
}

function fenOf({ result }: Explained): bigint {
  return typeof result === 'bigint' ? result : 0n;
}

describe('an explanation', () => {
  it('stays line by line as it was kept', () => {
    const lines = Object.entries(EXPLAINED).flatMap(([name, tree]) => [`# ${name}`, ...outlineOf(tree)]);
    const kept = readFileSync(join(__dirname, 'explained.kept.txt'), 'utf8');
    expect(lines.join('\n')).toBe(kept.trimEnd());
  });

  it('can be reckoned again: sums, and the uses with what is left', () => {
    for (const node of Object.values(EXPLAINED).flatMap(nodesOf)) {
      const given = node.inputs.map(fenOf).reduce((sum, each) => sum + each, 0n);
      if (node.formula === 'sum') expect(given).toBe(node.result);
      if (node.formula === 'lifetime_less_before') {
        const [lifetime, before] = node.inputs.map(fenOf);
        expect((lifetime ?? 0n) - (before ?? 0n)).toBe(node.result);
      }
      if (node.formula === 'uses_and_left') expect(given - 2n * NET).toBe(0n);
      if (node.formula === 'rest') {
        const [available, beside] = node.inputs.map(fenOf);
        expect((available ?? 0n) - (beside ?? 0n)).toBe(node.result);
      }
    }
  });

  it('has a word for every figure and every way to reckon one', () => {
    const nodes = Object.values(EXPLAINED).flatMap(nodesOf);
    const words = nodes.flatMap(({ label, formula }) =>
      formula in SENTENCES ? [`figure.${label}`] : [`figure.${label}`, `formula.${formula}`],
    );
    expect(words.filter((word) => findTerm(word) === undefined)).toEqual([]);
  });

  it('stops the work where the surplus is not what it is said to be made of', () => {
    expect(() => explainSplit(splitSurplus(NET + 1n, USES), TERMS)).toThrow(BrokenInvariant);
  });
});
