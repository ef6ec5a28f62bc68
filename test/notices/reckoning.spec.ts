import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { noticeProblems } from '../../src/domain/notices/check-distribution-notice';
import { type NoticeNumber, noticeFigures, toldFigure } from '../../src/domain/notices/notice-reckoning';
import { type Explained, givenFigure, reckonedFigure } from '../../src/domain/policy/explanation';
import { renderDistributionNotice } from '../../src/features/notices/distribution-sheet';
import { tellFigure, tellNumber } from '../../src/glossary/reckoning-words';
import { hasPdfToText, pdfText } from './pdf-text';
import { YANGSHUWAN, YANGSHUWAN_OPTIONS } from './yangshuwan.fixture';
import { YANGSHUWAN_RECKONED } from './yangshuwan-reckoned.fixture';

const textTest = hasPdfToText() ? test : test.skip;
const squeezed = (text: string): string => text.replace(/\s+/g, '');
const { reckoning = [], numbers = [], decision } = YANGSHUWAN_RECKONED;
const NAMES = {
  itemOf: (key: string) => `条 ${key}`,
  numberOf: (id: string) => `数 ${id}`,
  ruleOf: (id: string) => `规定 ${id}`,
};

/** A figure of a sheet in words, from a tree as a plan has it. */
function told(figure: Explained, amount: bigint): string {
  const { subject: name } = figure;
  const tree = reckonedFigure('split', { formula: 'uses_and_left', inputs: [figure], result: 'split' });
  const uses = figure.label === 'use' ? [{ name, amount }] : [];
  const [first] = noticeFigures(tree, { uses, leftOver: 0n }, NAMES).filter(({ label }) => label !== 'left');
  if (first === undefined) throw new Error('the figure is on the sheet');
  return Object.values(tellFigure(toldFigure(first))).join(' ');
}

const use = (formula: string, inputs: Explained[], result: bigint): Explained =>
  reckonedFigure('use', { subject: '岗位', formula, inputs, result, clause: 'posts' });
const whole = givenFigure('whole', 10_001n, { subject: 'after_deductions' });
const share = givenFigure('share', '60%', { source: { kind: 'county', id: 'floor' } });
const floor = reckonedFigure('floor', {
  ...{ formula: 'share_of', inputs: [share, whole], clause: 'floor', result: 6_001n },
});
const rounding = reckonedFigure('rounding', { formula: 'up_to_floor', inputs: [], result: '3/5' });
const year = (result: string, inputs: Explained[]): Explained =>
  reckonedFigure('year', {
    ...{ subject: '2025', formula: 'at_least', result, clause: 'floor' },
    inputs: [
      reckonedFigure('covered', {
        ...{ formula: 'sum', result: 300n, inputs: [givenFigure('term', 300n, { subject: '岗位' })] },
      }),
      reckonedFigure('whole', {
        ...{ subject: 'after_deductions', formula: 'sum', result: 500n },
        inputs: [
          givenFigure('term', 700n, { subject: 'received' }),
          givenFigure('term', -200n, { subject: 'land_rent' }),
        ],
      }),
      ...inputs,
    ],
  });

const received = givenFigure('received', 12_001n);
const net = reckonedFigure('net', {
  ...{ formula: 'sum', result: 10_501n },
  inputs: [givenFigure('carried_over', 500n), received, givenFigure('cost', -2_000n, { subject: '租金' })],
});

describe('how the figures of a sheet came about', () => {
  test('is told of the model sheet as in the kept copy', () => {
    const lines = [
      ...reckoning.map((figure) => Object.values(tellFigure(toldFigure(figure))).join(' ')),
      ...numbers.map((number) => Object.values(tellNumber(number, decision)).join(' ')),
    ];
    const kept = readFileSync(join(__dirname, 'yangshuwan-reckoned.kept.txt'), 'utf8');
    expect(lines.join('\n')).toBe(kept.trimEnd());
  });

  test.each<[rule: string, figure: Explained, amount: bigint, words: string]>([
    [
      'a share stands beside what it is a share of, and who says it',
      use('share_of', [share, whole, rounding, floor], 6_001n),
      6_001n,
      '岗位 60.01 60%（县里定的数） × 扣除费用后 100.01。算到分还有 3/5 分的零头，要够最低数，往上进。' +
        '最低 60.01 = 60%（县里定的数） × 扣除费用后 100.01（条 floor）。依据条 posts。',
    ],
    [
      'the sheet stands where the tree rounds the other way, and the bound stays',
      use('share_of', [share, whole, floor], 6_001n),
      6_002n,
      '岗位 60.02 村里商量定的数。最低 60.01 = 60%（县里定的数） × 扣除费用后 100.01（条 floor）。',
    ],
    [
      'what takes the rest says what there was',
      use('rest', [givenFigure('available', 900n), givenFigure('beside', 100n)], 800n),
      800n,
      '岗位 8.00 轮到时还有 9.00，同时分的别项用 1.00，其余的都给这一项。依据条 posts。',
    ],
    [
      'nobody who is paid stands on it',
      use('dues', [givenFigure('available', 900n), givenFigure('claim', 800n, { subject: '1 王家' })], 800n),
      800n,
      '岗位 8.00 按协议应付的数。依据条 posts。',
    ],
    [
      'a missing number is named',
      use('undecided', [givenFigure('missing', 'a, b')], 0n),
      0n,
      '岗位 0.00 还缺：数 a、数 b。依据条 posts。',
    ],
    [
      'a year says what was asked of it and how it stands',
      year('outside', [givenFigure('share', '80%'), givenFigure('floor', 400n)]),
      0n,
      '全年　2025　岗位  全年到现在，岗位一共 3.00。扣除费用后 5.00 = 到账 7.00 − 土地租金 2.00。' +
        '规定全年不低于扣除费用后的 80%，照现在的数是 4.00；到现在还不够。依据条 floor。',
    ],
    [
      'a year whose share nobody gave says so',
      year('undecided', [givenFigure('missing', 'floor')]),
      0n,
      '全年　2025　岗位  全年到现在，岗位一共 3.00。扣除费用后 5.00 = 到账 7.00 − 土地租金 2.00。还缺：数 floor。依据条 floor。',
    ],
  ])('%s', (_, figure, amount, words) => {
    expect(told(figure, amount)).toBe(words);
  });

  test('prints what a share is taken of as the sum it is', () => {
    const inputs = [net, use('share_of', [share, whole], 6_001n)];
    const tree = reckonedFigure('split', { formula: 'uses_and_left', inputs, result: 'split' });
    const uses = [{ name: '岗位', amount: 6_001n }];
    const words = noticeFigures(tree, { uses, leftOver: 4_500n }, NAMES).map(
      (figure) => tellFigure(toldFigure(figure)).how,
    );
    expect(words).toEqual([
      '上期结转 5.00 + 到账 120.01 − 租金 20.00，都是账上的数。',
      '60%（县里定的数） × 扣除费用后 100.01。扣除费用后 100.01 = 到账 120.01 − 租金 20.00。依据条 posts。',
      '可分配收益 105.01 − 这次共分 60.01。',
    ]);
  });

  test.each<[rule: string, number: NoticeNumber, words: string]>([
    [
      'what the village decided stands in the decision on the plan',
      { says: '户数', decidedBy: 'village', item: '三(6)', unit: 'count', value: '300' },
      '户数：300 文件三（6）没有写死；2025年7月6日经村民代表会议定。',
    ],
    [
      'a stricter number of the county stands beside the one it replaces',
      {
        ...{ says: '最低占多少', decidedBy: 'county', item: '五', unit: 'share', value: '0.7', given: '0.6' },
        from: '2025-01-01',
        paper: { title: '办法', issuer: '县里', issuedOn: '2024-12-31' },
      },
      '最低占多少：70% 文件五写的是60%，县里更严；《办法》，县里2024年12月31日印发，2025年1月1日起用。',
    ],
    [
      'one that the county still owes is open',
      { says: '比例', decidedBy: 'county', item: '五', unit: 'share' },
      '比例：还没定 文件五没有写死，由县里定，县里还没给。',
    ],
  ])('%s', (_, number, words) => {
    expect(Object.values(tellNumber(number, decision)).join(' ')).toBe(words);
  });

  textTest('is printed behind the sheet, which stays on one page as it was', async () => {
    const [first = '', second = '', ...more] = pdfText(
      await renderDistributionNotice(YANGSHUWAN_RECKONED, YANGSHUWAN_OPTIONS),
    );
    expect(more).toEqual([]);
    const [alone = ''] = pdfText(await renderDistributionNotice(YANGSHUWAN, YANGSHUWAN_OPTIONS));
    const unnumbered = (page: string): string => squeezed(page).replace(/第1页共2页|共1页/, '');
    expect(unnumbered(first)).toBe(unnumbered(alone));
    const words = squeezed(second);
    for (const figure of reckoning) expect(words).toContain(squeezed(tellFigure(toldFigure(figure)).how));
    expect(words).toContain('《实施细则》县农〔2024〕31号，县农业农村局2024年12月20日印发');
    expect(words).toContain('第2页共2页');
    expect(words).toContain('7K3M-92QF-XB');
  });

  test('adds up like the sheet', () => {
    expect(noticeProblems(YANGSHUWAN_RECKONED)).toEqual([]);
    const fen = (label: string): bigint[] =>
      reckoning.filter((figure) => figure.label === label).map((figure) => BigInt(figure.fen ?? '0'));
    const spent = [...fen('use'), ...fen('left')].reduce((sum, each) => sum + each, 0n);
    expect(fen('net')).toEqual([spent]);
  });
});
