import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Answer, runPolicyCommand } from '../src/cli/policy-command';
import { packFile, PLACE, SEEDS, seedsWith, sha256, TEXT } from './support/policy-seeds';
import { tempFolder } from './support/temp-folder';

describe('npm run policy', () => {
  it.each([[[]], [['sing']], [['verify']], [['verify', '--loudly']], [['lint', '--sources']]])(
    'says how it is asked, and exits 2: %j',
    (args: string[]) => {
      const { text, code } = runPolicyCommand(args, SEEDS);
      expect([code, text.startsWith('用法：')]).toEqual([2, true]);
    },
  );
});

describe('npm run policy -- lint', () => {
  it('finds nothing wrong with the packs that come along', () => {
    const { text, code } = runPolicyCommand(['lint'], SEEDS);
    expect([code, text]).toEqual([0, expect.stringContaining('341200/2023-09-21：没有问题\n')]);
  });

  it('names every problem with its place, its code and a sentence, and exits 1', () => {
    const file = packFile((pack) => {
      pack.region = { ...pack.region, colour: 'red' } as typeof pack.region;
      pack.rules[0] = { ...pack.rules[0], cite: 'nowhere' };
    });
    const { text, code } = runPolicyCommand(['lint'], seedsWith({ [PLACE]: file }));
    expect(code).toBe(1);
    expect(text).toContain('990100/2024-01-01：2 处不对\n');
    expect(text).toContain('  region.colour  policy.unknownKey  ');
    expect(text).toContain('  rules.0.cite  policy.citationUnresolved  ');
    expect(text.endsWith('1 份政策文件里有 1 份不对。\n')).toBe(true);
  });

  it('reads files by their path, which says region and first day', () => {
    const right = join(seedsWith({ [PLACE]: packFile() }), 'policies', PLACE);
    const wrong = join(
      seedsWith({ '990200/2024-01-01.yaml': packFile() }),
      'policies',
      '990200/2024-01-01.yaml',
    );
    expect(runPolicyCommand(['lint', right], SEEDS).code).toBe(0);
    expect(runPolicyCommand(['lint', right, wrong], SEEDS)).toMatchObject({
      code: 1,
      text: expect.stringMatching(/policy\.misfiled[^]*2 份政策文件里有 1 份不对。\n$/) as string,
    });
  });

  it('tells the first of very many problems, and how many more there are', () => {
    const file = `format: 1\nx: ${'['.repeat(20_000)}`;
    const { text } = runPolicyCommand(['lint'], seedsWith({ [PLACE]: file }));
    expect(text.split('\n').length).toBeLessThan(60);
    expect(text).toMatch(/处不对\n[^]*还有 \d+ 处，先改前面的\n/);
  });

  it('says of a region with several packs which they are', () => {
    const seeds = seedsWith({ [PLACE]: packFile(), '990100/2025-01-01.yaml': packFile() });
    expect(runPolicyCommand(['explain', '990100'], seeds)).toEqual({
      code: 2,
      text: '“990100”有 2 份政策：990100/2024-01-01、990100/2025-01-01。请写全编号。\n',
    });
  });

  it('says of what is no YAML in which line, and of what is not there that it cannot be opened', () => {
    expect(runPolicyCommand(['lint'], seedsWith({ [PLACE]: 'format: [' }))).toMatchObject({
      code: 1,
      text: expect.stringContaining('整份文件  policy.notYaml  政策文件第 1 行') as string,
    });
    expect(runPolicyCommand(['lint', join(SEEDS, 'policies')], SEEDS).code).toBe(2);
    expect(runPolicyCommand(['lint', 'nowhere/2024-01-01.yaml'], SEEDS)).toEqual({
      code: 2,
      text: 'nowhere/2024-01-01.yaml：打不开，请核对名称。\n',
    });
  });
});

describe('npm run policy -- verify', () => {
  /** What is said of the small pack beside a folder with these papers. */
  function verify(papers: Readonly<Record<string, string>>, file = packFile()): Answer {
    const sources = tempFolder('papers');
    for (const [name, text] of Object.entries(papers)) writeFileSync(join(sources, name), text);
    return runPolicyCommand(['verify', '--sources', sources], seedsWith({ [PLACE]: file }));
  }

  it('holds every clause against the paper with its digest', () => {
    expect(verify({ 'other.txt': '别的文件', 'paper.txt': TEXT })).toEqual({
      code: 0,
      text: [
        '990100/2024-01-01 《样例办法》',
        '  原文 paper.txt，指纹相符',
        '  4 条引文一字不差',
        '1 份政策都和原文相符。\n',
      ].join('\n'),
    });
  });

  it('names pack, clause and the first place that differs, and exits 1', () => {
    const file = packFile((pack) => {
      pack.clauses['scale'] = { at: '四', text: '每年不少于1.2万元，奖励每次3,000元,对象为脱贫人口' };
    });
    const { text, code } = verify({ 'paper.txt': TEXT }, file);
    expect(code).toBe(1);
    expect(text).toContain(
      '不符  条款 scale（四）第 11 个字：“不少于1.2万元”后面引文写“，”，' +
        'paper.txt 第 3 行第 11 个字是“,”\n',
    );
    expect(text).toContain('4 条引文里有 1 条和原文不一样\n');
  });

  it('finds a paper that was changed, and says that its digest is another', () => {
    const { text, code } = verify({ 'paper.txt': TEXT.replace('农户申请', '农户 申请') });
    expect([code, text]).toEqual([1, expect.stringContaining(`指纹不符：政策文件写的是 ${sha256(TEXT)}`)]);
    expect(text).toContain('不符  条款 steps（五）第 5 个字');
    expect(verify({ 'paper.txt': `${TEXT}\n` })).toMatchObject({
      code: 1,
      text: expect.stringContaining('4 条引文一字不差') as string,
    });
  });

  it('exits 1 where no paper holds a clause of it, and passes over what was never seen', () => {
    expect(verify({ 'other.txt': '别的文件' })).toMatchObject({
      code: 1,
      text: expect.stringContaining('没有找到') as string,
    });
    const unseen = packFile((pack) => {
      pack.source['kind'] = 'second_hand';
      delete pack.source['text_sha256'];
    });
    const { code, text } = verify({}, unseen);
    expect([code, text.split('\n').slice(1)]).toEqual([
      0,
      ['  没有见到原文，条文是转述，不核', '1 份没有见到原文，没有核。', ''],
    ]);
  });

  it('holds only the packs that are named, and exits 2 where one or a folder is not there', () => {
    const seeds = seedsWith({ [PLACE]: packFile() });
    const sources = tempFolder('papers');
    writeFileSync(join(sources, 'paper.txt'), TEXT);
    const asked = (...names: string[]): Answer =>
      runPolicyCommand(['verify', '--sources', sources, ...names], seeds);
    expect(asked('990100').code).toBe(0);
    expect(asked('990100/2024-01-01').code).toBe(0);
    expect(asked('990')).toEqual({ code: 2, text: '没有政策“990”。有的是：990100/2024-01-01\n' });
    expect(runPolicyCommand(['verify', '--sources', join(sources, 'none')], seeds).code).toBe(2);
  });

  it('knows the packs that come along only by what their files say', () => {
    const pack = readFileSync(join(SEEDS, 'policies', '341200/2023-09-21.yaml'), 'utf8');
    expect(pack).toContain('text_sha256: 3e6eac56eba94b7bca1468ffb8d1004bf03a1e1f8a359ea510b3925988bb8574');
  });
});

describe('npm run policy -- test', () => {
  const examples = (expect: string, facts = "planned: '1.00', distributable: '1.00'"): string =>
    `pack: 990100/2024-01-01\nexamples:\n  - judge: plan\n    facts: { ${facts} }\n    expect: ${expect}\n`;

  function test(file: string): Answer {
    return runPolicyCommand(
      ['test'],
      seedsWith({ [PLACE]: packFile(), '990100/2024-01-01.examples.yaml': file }),
    );
  }

  it('runs the examples of every pack that comes along', () => {
    const { text, code } = runPolicyCommand(['test'], SEEDS);
    expect([code, text]).toEqual([0, expect.stringMatching(/份政策的例子都对。\n$/)]);
  });

  it('says of a pack without examples that it has none', () => {
    expect(runPolicyCommand(['test'], seedsWith({ [PLACE]: packFile() }))).toEqual({
      code: 0,
      text: '990100/2024-01-01：旁边没有例子\n1 份政策的例子都对。\n',
    });
  });

  it.each<[what: string, file: string, said: string]>([
    ['another outcome', examples('{ XX-1: blocked }'), 'examples.0.expect.XX-1：应是 blocked，实际 passed'],
    [
      'a changed figure',
      examples('{ XX-1: passed }', "planned: '1.01', distributable: '1.00'"),
      'examples.0.expect.XX-1：应是 passed，实际 blocked',
    ],
    [
      'an objection it does not name',
      examples('{ XX-L: silent }', "planned: '1.01', distributable: '1.00'"),
      'examples.0.expect：应是 （不拒绝），实际 XX-1: blocked',
    ],
    [
      'a rule that is not there',
      examples('{ XX-9: passed }'),
      'examples.0.expect.XX-9  policy.unknownReference',
    ],
    [
      'a fact that is none',
      examples('{ XX-1: passed }', "planed: '1.00'"),
      'examples.0.facts.planed  policy.unknownFact',
    ],
    [
      'an amount that is none',
      examples('{ XX-1: passed }', "planned: '1.001', distributable: '1.00'"),
      'examples.0.facts  money.notAnAmount',
    ],
    ['an unknown key', `${examples('{ XX-1: passed }')}    why: x\n`, 'examples.0.why  policy.unknownKey'],
    [
      'a number of the county that is none',
      `${examples('{ XX-1: passed }')}    local: { main.flor: '0.5' }\n`,
      'examples.0.local.main.flor  policy.unknownReference',
    ],
    [
      'the place of another pack',
      examples('{ XX-1: passed }').replace('0100', '0200'),
      'pack  policy.misfiled',
    ],
    [
      'an impossible day',
      `${examples('{ XX-1: passed }')}    on: '2024-02-30'\n`,
      'on  policy.impossibleDate',
    ],
    ['what is no YAML', 'examples: [', '整份文件  policy.notYaml'],
  ])('names the place of %s and exits 1', (_what, file, said) => {
    const { text, code } = test(file);
    expect([code, text]).toEqual([1, expect.stringContaining(said)]);
  });
});
