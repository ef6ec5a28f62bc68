import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSlip, type SlipForm } from '../../src/domain/notices/household-slip';
import { toldFigure } from '../../src/domain/notices/notice-reckoning';
import { type Explained, givenFigure, reckonedFigure } from '../../src/domain/policy/explanation';
import { FormProblems } from '../../src/domain/shared/problem';
import {
  broadcastSentences,
  type BroadcastStory,
  LONGEST_SPOKEN,
  secondsOf,
} from '../../src/glossary/broadcast-words';
import { problemSentence } from '../../src/glossary/sentences';
import { slipLines } from '../../src/glossary/slip-words';
import { seeded } from '../domain/policy/seeded';
import { YANGSHUWAN } from './yangshuwan.fixture';
import { YANGSHUWAN_RECKONED } from './yangshuwan-reckoned.fixture';

const kept = (name: string): string => readFileSync(join(__dirname, name), 'utf8').trimEnd();
const figures = (YANGSHUWAN_RECKONED.reckoning ?? []).map(toldFigure);
const STORY: BroadcastStory = {
  ...{ figures, pool: '光伏收益', from: '2025-01-01', to: '2025-06-30', phone: '0558-555 0107' },
  publicity: { from: '2025-07-11', to: '2025-07-17' },
};

/** Words of bookkeeping that the sheet may print and nobody is asked to understand by ear. */
const NOT_BY_EAR = /结转|计提|冲减|口径|余额|可分配|科目|凭证|分录|列支|摊销|应付|应收|结余|[0-9.%]/;

function storyOf(uses: readonly (readonly [name: string, amount: bigint])[], carried = 0n): BroadcastStory {
  const sum = uses.reduce((total, [, amount]) => total + amount, 0n);
  const inputs = [givenFigure('carried_over', carried), givenFigure('received', sum - carried)];
  const figures: Explained[] = [
    reckonedFigure('net', { formula: 'sum', inputs, result: sum }),
    ...uses.map(([subject, result]) =>
      reckonedFigure('use', { subject, formula: 'as_decided', inputs: [], result }),
    ),
    reckonedFigure('left', { formula: 'net_less_uses', inputs: [], result: 0n }),
  ];
  return { ...STORY, figures, publicity: undefined, phone: undefined };
}

describe('the text for the loudspeaker', () => {
  test('is that of the kept copy, and takes about a minute', () => {
    const sentences = broadcastSentences(STORY);
    expect(sentences.join('\n')).toBe(kept('yangshuwan-broadcast.kept.txt'));
    expect(secondsOf(sentences)).toBeGreaterThanOrEqual(45);
    expect(secondsOf(sentences)).toBeLessThanOrEqual(75);
  });

  test('has short sentences without figures in digits or words that only accountants know', () => {
    const longest = [12, 40, 95].map((length) => ['长'.repeat(length), 123_456_789_012n] as const);
    for (const story of [STORY, storyOf(longest, -100n), storyOf([])]) {
      for (const sentence of broadcastSentences(story)) {
        expect([...sentence].length).toBeLessThanOrEqual(LONGEST_SPOKEN);
        expect(sentence).not.toMatch(NOT_BY_EAR);
        expect(sentence).toMatch(/[。，]$/);
      }
    }
  });

  test('reads the uses of every policy in one breath each', () => {
    const names = seeded.listPacks().flatMap(({ pack }) => pack.pools.flatMap(({ buckets }) => buckets));
    expect(names.length).toBeGreaterThan(20);
    for (const { name } of names) {
      expect(broadcastSentences(storyOf([[name, 4_821_227n]]))).toContain(
        `${name}，四万八千二百一十二元二角七分。`,
      );
    }
  });

  test('reads the smallest of many uses as one sum, so that it stays a minute', () => {
    const uses = Array.from(
      { length: 12 },
      (_, at) => [`用途${'甲'.repeat(6)}${at}`, 100_000n + BigInt(at)] as const,
    );
    const sentences = broadcastSentences(storyOf(uses));
    expect(sentences.join('')).toMatch(/其余[二三四五六七八九]项/);
    expect(sentences.join('')).toContain('用途甲甲甲甲甲甲11');
    expect(secondsOf(sentences)).toBeLessThanOrEqual(75);
  });

  test('says of a debt carried over that it was one', () => {
    expect(broadcastSentences(storyOf([], -1_205n))).toContain('上次欠下十二元零五分。');
  });
});

const CLAIM = { amount: 4_821_227n, people: 3 };
const form = (weights: string, place = ''): SlipForm => ({ weights, place });

describe("a household's slip", () => {
  test('tells from the station to the fen, as in the kept copy', () => {
    const lines = slipLines({
      ...{ income: YANGSHUWAN.income, figures, plan: '2025年上半年光伏收益方案', decidedOn: '2025-07-06' },
      ...{ document: YANGSHUWAN.clauses.quotes[0]?.document ?? '', use: '公益性岗位工资' },
      ...{
        claim: '岗位三个',
        unit: '人',
        claimed: CLAIM.amount,
        released: 0n,
        part: readSlip(form('26，24，26', '2'), CLAIM),
      },
    });
    const told = lines.map(({ asks, answer }) => `${asks} ${answer}`);
    expect(told.join('\n')).toBe(kept('yangshuwan-slip.kept.txt'));
  });

  test('says what is not paid any more, and shares the rest', () => {
    const released = 1_821_227n;
    const part = readSlip(form('', '1'), { amount: CLAIM.amount - released, people: 3 });
    const [how, own] = slipLines({
      ...{ income: YANGSHUWAN.income, figures: [], plan: '2025年上半年光伏收益方案', decidedOn: undefined },
      ...{ document: '', use: '公益性岗位工资', claim: '岗位三个', unit: '人', claimed: CLAIM.amount },
      ...{ released, part },
    }).slice(-2);
    expect(how?.answer).toContain('一共 48,212.27 元，其中 18,212.27 元不再发，发 30,000.00 元，分给3人');
    expect(own?.answer).toContain('10,000.00 元');
  });

  test('shares alike where no parts are typed, and says who got the odd fen', () => {
    const parts = ['1', '2', '3'].map((place) => readSlip(form('', place), { amount: 200n, people: 3 }));
    expect(parts.map(({ amount }) => amount)).toEqual([67n, 67n, 66n]);
    expect(parts.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
      ['split.oddFenByKey'],
      ['split.oddFenByKey'],
      ['split.keyLater'],
    ]);
    expect(parts[2]?.tree).toMatchObject({ label: 'payout_part', result: 66n });
  });

  test('says that too little money waits', () => {
    const part = readSlip(form(''), { amount: 2n, people: 3 });
    expect(part).toMatchObject({ amount: 0n, tree: undefined, reasons: [{ code: 'split.waits' }] });
  });

  test.each<[rule: string, form: SlipForm, people: number, code: string]>([
    ['parts are whole numbers', form('26，半份，24'), 3, 'slip.weightUnreadable'],
    ['everyone on the list has parts', form('26 24'), 3, 'slip.weightsCount'],
    ['the place is on the list', form('26 24 26', '4'), 3, 'slip.placeOutside'],
    ['the place is a number', form('', '头一个'), 3, 'slip.placeOutside'],
    ['somebody has a part', form('0 0 0'), 3, 'slip.nobody'],
    ['a claim for no number of people needs their parts', form(''), 0, 'slip.nobody'],
    ['a list has an end', form(''), 2_001, 'slip.tooMany'],
  ])('is refused unless %s', (_, typed, people, code) => {
    const refused = (): unknown => readSlip(typed, { ...CLAIM, people });
    expect(refused).toThrow(FormProblems);
    try {
      refused();
    } catch (error) {
      const problems = error instanceof FormProblems ? error.problems : [];
      expect(problems.map((problem) => problem.code)).toEqual([code]);
      for (const problem of problems) expect(problemSentence(problem)).not.toMatch(/[{}]/);
    }
  });
});
