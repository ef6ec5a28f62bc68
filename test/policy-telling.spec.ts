import { type Answer, runPolicyCommand } from '../src/cli/policy-command';
import { packFile, PLACE, SEEDS, seedsWith } from './support/policy-seeds';

describe('npm run policy -- coverage', () => {
  it('carries out every one of the 186 rules, and prints how', () => {
    const { text, code } = runPolicyCommand(['coverage'], SEEDS);
    process.stdout.write(text);
    expect([code, text]).toEqual([0, expect.stringMatching(/\n合计 {2}186 条：.*不做 1\n.*\n$/)]);
  });

  const LINE = 'XX-1, as: block, by: [XX-1], facts: plans, standing: judged';
  const EXAMPLES = [
    'pack: 990100/2024-01-01',
    'examples:',
    "  - { judge: plan, facts: { planned: '1', distributable: '1' }, expect: { XX-1: passed } }",
    "  - { judge: plan, facts: { planned: '1.01', distributable: '1' }, expect: { XX-1: blocked } }",
    '',
  ];

  function cover(line: string, examples: readonly string[] = EXAMPLES, rules = 'XX-1'): Answer {
    const coverage = [
      'documents:',
      '  - pack: 990100/2024-01-01',
      `    rules: [${rules}]`,
      `    covered: [{ rule: ${line} }]`,
      '',
    ];
    const files = {
      [PLACE]: packFile(),
      '990100/2024-01-01.examples.yaml': examples.join('\n'),
      'coverage.yaml': coverage.join('\n'),
    };
    return runPolicyCommand(['coverage'], seedsWith(files));
  }

  it('takes a rule that has a record that passes and one that does not', () => {
    expect(cover(LINE)).toMatchObject({ code: 0 });
  });

  const one = (index: number): string[] => EXAMPLES.filter((_, place) => place !== index);
  it.each<[what: string, said: string, line: string, examples?: string[], rules?: string]>([
    ['a rule left out', 'XX-2  policy.ruleNotCovered', LINE, EXAMPLES, 'XX-1, XX-2'],
    ['a rule of no document', 'XX-1  policy.duplicateId', LINE, EXAMPLES, 'XX-2'],
    ['a line that is not there', 'XX-1  policy.unknownReference', LINE.replace('[XX-1]', '[XX-9]')],
    ['nothing that passes', 'XX-1  policy.noPassingExample', LINE, one(2)],
    ['nothing that is refused', 'XX-1  policy.noRefusingExample', LINE, one(3)],
    ['nothing shown', 'XX-1  policy.noPassingExample', LINE.replace('judged', 'shown')],
    ['nothing that carries it', 'XX-1  policy.ruleNotCovered', LINE.replace(' by: [XX-1],', '')],
    ['no reason', 'XX-1  policy.notBuiltWithoutWhy', 'XX-1, as: not_built, standing: none'],
    ['a standing nobody knows', 'standing  policy.notInList', LINE.replace('judged', 'done')],
    ['an unknown key', 'colour  policy.unknownKey', `${LINE}, colour: red`],
  ])('names %s with its place, and exits 1', (_what, said, line, examples = EXAMPLES, rules = 'XX-1') => {
    const { text, code } = cover(line, examples, rules);
    expect([code, text]).toEqual([1, expect.stringContaining(said)]);
  });
});

describe('npm run policy -- explain', () => {
  it('tells a rule with its force, its clause, what is left open and what has to be known', () => {
    const { text, code } = runPolicyCommand(['explain', '341200', 'FY-07c'], SEEDS);
    expect(code).toBe(0);
    expect(text).toContain('规定 FY-07c：这次分配主要用于文件写明的四类用途（不合要写明理由');
    expect(text).toContain('条文：三(二)7“在扣除土地租金');
    expect(text).toContain('还要有人定的数：“主要用于”四类用途,最低占多少（main_use.floor，县里定');
    expect(text).toContain('要知道的事：哪一笔收入、打算分多少、其中文件写明的用途\n');
  });

  it('names the numbers the document gives, written in the rule or apart', () => {
    const said = (...args: string[]): string => runPolicyCommand(['explain', ...args], SEEDS).text;
    expect(said('341200', 'FY-14')).toContain('文件给的数：50元（training.day）');
    expect(said('530113', 'DC-18')).toContain('文件给的数：10000（写在规定里）');
    expect(said('530113', 'DC-11b')).toContain('县里定');
  });

  it('lists a whole pack, and puts no paraphrase in quotation marks', () => {
    const { text } = runPolicyCommand(['explain', '530113'], SEEDS);
    expect(text).toContain('\n  上下限 DC-11b：');
    const unseen = packFile((pack) => {
      pack.source['kind'] = 'second_hand';
      delete pack.source['text_sha256'];
    });
    const told = runPolicyCommand(['explain', '990100', 'XX-1'], seedsWith({ [PLACE]: unseen })).text;
    expect(told).toContain('条文：三：扣除土地租金后');
    expect(told).not.toContain('“扣除');
  });

  it('exits 2 and says what there is where a line is not known', () => {
    expect(runPolicyCommand(['explain', '341200', 'FY-99'], SEEDS)).toMatchObject({
      code: 2,
      text: expect.stringMatching(/没有“FY-99”。有的是：.*FY-07c/) as string,
    });
  });
});

describe('npm run policy -- compare', () => {
  const LATER = '990100/2025-01-01.yaml';
  const compared = (change: Parameters<typeof packFile>[0]): string => {
    const later = packFile((pack) => {
      pack.valid['from'] = '2025-01-01';
      change?.(pack);
    });
    const seeds = seedsWith({ [PLACE]: packFile(), [LATER]: later });
    return runPolicyCommand(['compare', '990100/2024-01-01', '990100/2025-01-01'], seeds).text;
  };

  it('finds two packs that order the same alike', () => {
    expect(compared(undefined)).toContain('两份政策定的一样。\n');
  });

  it('sets what differs side by side with its clause, and names what only one has', () => {
    const text = compared((pack) => {
      pack.rules[0] = { ...pack.rules[0], force: 'warn' };
      pack.goals = [];
      pack.open[0] = { id: 'later', decided_by: 'village', cite: 'uses', says: '以后再定' };
    });
    expect(text).toMatch(/甲 {2}规定 XX-1：.*不合就不能办.*\n.*“扣除[^]*乙 {2}规定 XX-1：.*不合要写明理由/);
    expect(text).toMatch(/只有甲有：[^]*目标 XX-G[^]*只有乙有：\n {2}文件没有定的事 later：以后再定/);
  });

  it('tells a changed clause from the same order', () => {
    const text = compared((pack) => {
      pack.clauses['year'] = { at: '六', text: '2024年村集体收入20—50万元的村3个以上,每年6月底前报告' };
    });
    expect(text).toMatch(/乙 {2}目标 XX-G：[^]*6月底前报告/);
    expect(text).not.toContain('XX-1');
  });
});
