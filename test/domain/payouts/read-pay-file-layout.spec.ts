import { readPayFileLayout, readPayResultWords } from '../../../src/domain/payouts/read-pay-file-layout';
import { FormProblems } from '../../../src/domain/shared/problem';

const LINES = [
  { title: '户名', of: 'payee' },
  { title: '账号', of: 'account' },
  { title: '金额', of: 'amount' },
];
const FILE = { form: 'csv', encoding: 'utf8', name: '代发-{list}.csv' };
const LAYOUT = { id: 'own', name: '本县银行', confirmed: false, takes: ['card'], file: FILE, lines: LINES };
/** Neither the account nor the amount stands anywhere. */
const NOWHERE = ['lines payLayout.noPlaceFor', 'lines payLayout.noPlaceFor'];
const FIXED = {
  ...LAYOUT,
  file: { ...FILE, form: 'fixed', name: 'DF{list}.txt' },
  lines: LINES.map((line) => ({ ...line, width: 20 })),
};

function problemsOf(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof FormProblems) return error.problems.map(({ field, code }) => `${field} ${code}`);
    throw error;
  }
  return [];
}

describe('a bank’s own layout, written by a county', () => {
  it('is read as it stands', () => {
    expect(readPayFileLayout(LAYOUT)).toEqual(LAYOUT);
    expect(readPayFileLayout(FIXED)).toEqual(FIXED);
  });

  it.each<{ why: string; raw: unknown; problems: string[] }>([
    {
      why: 'a field is misspelt: payments would go out without accounts and amounts',
      raw: {
        ...LAYOUT,
        lines: [LINES[0], { title: '账号', of: 'acount' }, { title: '金额', of: 'ammount' }],
      },
      // Read on, a placeholder stands for each; what is missing altogether is told with it.
      problems: ['lines.1.of payLayout.notInList', 'lines.2.of payLayout.notInList', ...NOWHERE],
    },
    {
      why: 'no line has an amount',
      raw: { ...LAYOUT, lines: LINES.slice(0, 2) },
      problems: ['lines payLayout.noPlaceFor'],
    },
    {
      why: 'it is empty',
      raw: null,
      problems: [' payLayout.wrongType', 'takes payLayout.notInList', ...NOWHERE],
    },
    {
      why: 'there are no lines',
      raw: { ...LAYOUT, lines: 'all' },
      problems: ['lines payLayout.wrongType', ...NOWHERE],
    },
    { why: 'it has no lines', raw: { ...LAYOUT, lines: [] }, problems: NOWHERE },
    {
      why: 'a place of a fixed file has no width',
      raw: { ...FIXED, lines: LINES.map((line, at) => (at === 1 ? line : { ...line, width: 20 })) },
      problems: ['lines.1.width payLayout.missingKey'],
    },
    {
      why: 'a width is none',
      raw: { ...FIXED, lines: LINES.map((line) => ({ ...line, width: 0 })) },
      problems: [0, 1, 2].map((at) => `lines.${String(at)}.width payLayout.wrongType`),
    },
    {
      why: 'a table has widths',
      raw: { ...LAYOUT, lines: LINES.map((line, at) => (at > 0 ? line : { ...line, width: 20 })) },
      problems: ['lines.0.width payLayout.unknownKey'],
    },
    {
      why: 'a column has no title',
      raw: { ...LAYOUT, lines: [...LINES, { of: 'bank' }] },
      problems: ['lines.3.title payLayout.missingKey'],
    },
    {
      why: 'a place says both, and one says nothing',
      raw: { ...LAYOUT, foot: [{ of: 'total', text: '合计' }, {}] },
      problems: ['foot.0.of payLayout.fieldOrText', 'foot.1.of payLayout.fieldOrText'],
    },
    {
      why: 'a line asks for what only a list has',
      raw: { ...LAYOUT, lines: [...LINES, { title: '总额', of: 'total' }] },
      problems: ['lines.3.of payLayout.notInList'],
    },
    {
      why: 'a day is said to be in fen',
      raw: { ...LAYOUT, head: [{ of: 'day', unit: 'fen' }] },
      problems: ['head.0.unit payLayout.unknownKey'],
    },
    {
      why: 'the kinds of accounts are unknown',
      raw: { ...LAYOUT, takes: ['card', 'alipay'] },
      problems: ['takes payLayout.notInList'],
    },
    {
      why: 'a key is misspelt',
      raw: { ...LAYOUT, file: { ...FILE, mostLines: 200 } },
      problems: ['file.mostLines payLayout.unknownKey'],
    },
    {
      why: 'the file would lie elsewhere',
      raw: { ...LAYOUT, file: { ...FILE, name: '../{list}.csv' } },
      problems: ['file.name payLayout.wrongType'],
    },
    {
      why: 'the bank takes none',
      raw: { ...LAYOUT, file: { ...FILE, most_lines: 0 } },
      problems: ['file.most_lines payLayout.wrongType'],
    },
  ])('is refused where $why', ({ raw, problems }) => {
    expect(problemsOf(() => readPayFileLayout(raw))).toEqual(problems);
  });
});

describe('the words by which a bank answers', () => {
  const COLUMNS = ['number', 'payee', 'account', 'amount', 'result', 'reason', 'memo'];
  const WORDS = {
    columns: Object.fromEntries(COLUMNS.map((key) => [key, [key]])),
    ...{ paid: ['成功'], returned: ['失败'], kinds: { closed: ['销户'] } },
    ...{ totals: ['合计'], footers: ['合计'] },
  };

  it('are read as they stand', () => {
    expect(readPayResultWords(WORDS)).toEqual(WORDS);
  });

  it.each<{ why: string; raw: unknown; problems: string[] }>([
    { why: 'nothing is a success', raw: { ...WORDS, paid: [] }, problems: ['paid payLayout.missingKey'] },
    {
      why: 'a word is blank: it would stand in every cell',
      raw: { ...WORDS, returned: ['失败', ' '] },
      problems: ['returned payLayout.missingKey'],
    },
    {
      why: 'a kind of return is unknown',
      raw: { ...WORDS, kinds: { dead: ['死亡'] } },
      problems: ['kinds.dead payLayout.unknownKey'],
    },
    {
      why: 'a column is misspelt',
      raw: { ...WORDS, columns: { ...WORDS.columns, acount: ['账号'] } },
      problems: ['columns.acount payLayout.unknownKey'],
    },
  ])('are refused where $why', ({ raw, problems }) => {
    expect(problemsOf(() => readPayResultWords(raw))).toEqual(problems);
  });
});
