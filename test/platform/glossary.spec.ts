import { resolve } from 'node:path';
import { getMetadataStorage } from 'class-validator';
import { projectFiles } from '../tidy/project-files';
import { problemSentence, SENTENCES, sentenceFor } from '../../src/glossary/sentences';
import { PLAN_TRANSITIONS } from '../../src/domain/distribution/plan-states';
import { fieldLabel, findTerm, labelOf } from '../../src/glossary/terms';

/** Their places are told as they stand in a file of the program, by whoever writes such files. */
const READS_OUR_FILES =
  /\/(chart|chart-mapping|statement-layout|read-route|check-distribution-notice|example-files)\.ts$/;

describe('a sentence of the glossary', () => {
  const cases: [string, string, string][] = [
    [
      'prints fen as yuan',
      sentenceFor('plan.nothingToDistribute', { distributable: -126_000n }),
      '现在可分配 −1,260.00 元，没有可以分的钱。',
    ],
    [
      'lists what is allowed',
      sentenceFor('config.notAllowed', { name: 'DEMO', value: 'x', allowed: ['true', 'false'] }),
      'DEMO 是“x”，只能是 true、false 之一。',
    ],
    [
      'puts ids into words',
      sentenceFor('plan.notNow', { state: 'returned', act: 'approve' }),
      '方案现在是“已退回”，不能同意。',
    ],
    [
      'names the field and repeats what was typed',
      problemSentence({ code: 'calendar.notADay', field: 'postedOn', value: '7.1' }),
      '记账日期“7.1”不是日期，要写成 2025-07-11 这样。',
    ],
    [
      'says a month as people do, without a blank, and as a box wants it where it is to be typed',
      sentenceFor('period.held', { period: '2025-06' }),
      '2025年6月已经结账。请记在还没结账的月份，所属月份写 2025-06。',
    ],
    [
      'says a day as people do',
      sentenceFor('period.inFuture', { day: '2025-07-15', today: '2025-07-14' }),
      '2025年7月15日还没有到，今天是2025年7月14日。',
    ],
    [
      'leaves what was typed as it was',
      problemSentence({ code: 'calendar.notAMonth', field: 'aboutPeriod', value: '2025-07' }),
      '所属月份“2025-07”不是月份，要写成 2025-07 这样。',
    ],
    [
      'calls a sheet by the number it carries',
      sentenceFor('months.onPublishedSheet', { month: '2025-06', sheets: ['2025-1', '2025-12'] }),
      '2025年6月的数字已经印在公示〔2025〕1号、〔2025〕12号上，不能再打开。' +
        '更正请记在还没结账的月份，所属月份写 2025-06。',
    ],
    [
      'says several months as people do',
      sentenceFor('meter.contradictsSlips', { months: ['2025-06', '2025-12'] }),
      '2025年6月、2025年12月的结算单已经入账，和这一笔对不上。请先冲销这些单子，记下以后再从前往后填。',
    ],
    [
      'tells a share in per cent, what was typed and what it is held against alike',
      problemSentence({
        ...{ code: 'policy.notStricter', field: 'value', value: '0.04' },
        facts: { given: '0.045', unit: 'share', title: '办法', direction: 'higher' },
      }),
      '数值 4% 比文件松，或者和文件一样：《办法》写的是 4.5%，本地只能写得更高。',
    ],
    [
      'tells a sum of money in yuan, and whose paper stands in the way',
      problemSentence({
        ...{ code: 'policy.looserThanAbove', field: 'value', value: '13000.00' },
        facts: { given: '12000.50', unit: 'yuan', region: '341200', title: '通知', direction: 'lower' },
      }),
      '数值 13,000元 比上级的松：《通知》（341200）定的是 12,000.50元，下面只能写得更低，或者和它一样。',
    ],
    [
      'says that nothing is in a list of names, and no word of the program for it',
      problemSentence({ code: 'particulars.changedMeanwhile', field: '', facts: { fields: [] } }),
      '您填的时候别人已经改过：无。您填的还在这里，请打开资产页看过；再存一次，就以您填的为准。',
    ],
    ['gives the code where there is no sentence', sentenceFor('nothing.here'), 'nothing.here'],
  ];
  it.each(cases)('%s', (_rule, sentence, expected) => {
    expect(sentence).toBe(expected);
  });

  it('names row and heading of a cell, and the cell alone where its column is not told', () => {
    const cell = { code: 'opening.noAmount', field: 'D7', facts: { column: 'debit' } };
    expect(problemSentence(cell)).toContain('第 7 行“借方余额”（D7）：借方、贷方都没有填');
    expect(problemSentence({ ...cell, facts: {} })).toContain('D7：借方、贷方都没有填');
  });

  it('ends with a full stop, always', () => {
    expect(Object.values(SENTENCES).filter((sentence) => !sentence.endsWith('。'))).toEqual([]);
  });
});

describe('a word of the glossary', () => {
  const fields: [string, string][] = [
    ['readingTo', '本期示数'],
    ['funds.1.amount', '资金来源第2行金额'],
    ['funds[0][level]', '资金来源第1行资金级次'],
    ['amounts.0192-ab', '各项到账金额'],
    ['strange', 'strange'],
    ['buckets.2.name', 'buckets.2.name'],
  ];
  it.each(fields)('names the field %s', (path, label) => {
    expect(fieldLabel(path)).toBe(label);
  });

  const sources = projectFiles().filter(({ path }) => path.startsWith('src/'));

  it('stands for every act that a plan can refuse', () => {
    const refused = sources.flatMap(({ text }) =>
      [...text.matchAll(/'plan\.notNow',\s*\{[^}]*act: '(\w+)'/g)].map((match) => match[1] ?? ''),
    );
    const acts = [...refused, ...Object.values(PLAN_TRANSITIONS).flatMap((next) => Object.keys(next))];
    expect(acts).toEqual(expect.arrayContaining(['grant', 'publish', 'submit', 'approve']));
    expect(acts.filter((act) => findTerm(`planAct.${act}`) === undefined)).toEqual([]);
  });

  it('stands for every field of a form, a body or an address, and every one a step finds wrong', async () => {
    const typed = sources.filter(({ text }) => /class-validator|form-fields/.test(text));
    const modules = await Promise.all(
      typed.map(({ path }): Promise<Record<string, unknown>> => import(resolve(path))),
    );
    const forms = modules.flatMap((each) =>
      Object.values(each).filter((value) => typeof value === 'function'),
    );
    const ofForms = forms.flatMap((form) =>
      getMetadataStorage()
        .getTargetValidationMetadatas(form, '', false, false)
        .map(({ propertyName }): [string, string] => [form.name, propertyName]),
    );
    const found = sources
      .filter(({ path }) => /^src\/(domain|features)\/.*\.ts$/.test(path) && !READS_OUR_FILES.test(path))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/\bfield: '(\w+)'/g)].map((match): [string, string] => [path, match[1] ?? '']),
      );
    const fields = [...ofForms, ...found];
    const names = fields.map(([, field]) => field);
    expect(names).toEqual(expect.arrayContaining(['pool', 'outcome', 'left', 'grantedOn', 'postedOn']));
    const nameless = fields.filter(([, field]) => findTerm(`field.${field}`) === undefined);
    expect([...new Set(nameless.map((each) => each.join('.')))]).toEqual([]);
  });

  it('is said once: of two words for one id the later would stand on every page', () => {
    const words = sources
      .filter(({ path }) => path.startsWith('src/glossary/terms'))
      .flatMap(({ text }) => [...text.matchAll(/^ {2}'?([\w.-]+)'?: \[/gm)].map((match) => match[1] ?? ''));
    expect(words.length).toBeGreaterThan(500);
    expect(words.filter((word, place) => words.indexOf(word) !== place)).toEqual([]);
  });

  it('is the id itself where there is none, and says its source where there is one', () => {
    expect(labelOf('pool.none')).toBe('pool.none');
    expect(findTerm('pool.none')).toBeUndefined();
    expect(findTerm('pool.pv')?.source).not.toBe('');
  });
});
