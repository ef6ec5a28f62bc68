import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson, loadPack } from '../../../src/features/policy/pack-files';
import { PolicyService } from '../../../src/features/policy/policy.service';
import { FormProblems } from '../../../src/domain/shared/problem';
import { SEEDS_FOLDER } from '../../../src/platform/files/seeds-folder';
import { Global, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';

const SEEDS = join(__dirname, '../../../seeds');
const FUYANG_ID = '341200/2023-09-21';
const FUYANG = readFileSync(join(SEEDS, 'policies', `${FUYANG_ID}.yaml`), 'utf8');

function refusal(work: () => unknown): Error {
  try {
    work();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('it was not refused');
}

function problemsOf(work: () => unknown): string[] {
  const error = refusal(work);
  if (!(error instanceof FormProblems)) throw error;
  return error.problems.map(
    (problem) => `${String(problem.facts?.['file'] ?? '')} ${problem.field}: ${problem.code}`,
  );
}

describe('the register of packs', () => {
  const service = new PolicyService(SEEDS);

  it('knows the packs along a path, the nearest region’s first, of each region the latest first', () => {
    const along = (path: readonly string[]): string[] => service.packsAlong(path).map(({ pack }) => pack.id);
    expect(along(['341204', '341200', '000000'])).toEqual([FUYANG_ID, '000000/2020-01-01']);
    expect(along(['620822'])).toEqual(['620822/2019-06-01', '620822/2018-01-01']);
    expect(along(['110101', '110000'])).toEqual([]);
  });

  it('hands out the edition a plan kept, and refuses one edited since or never known', () => {
    const { digest } = service.requirePack(FUYANG_ID);
    expect(service.requireEdition(FUYANG_ID, digest).digest).toBe(digest);
    const inFormatOne = '12c47b74e682873cdb388953aaf0a61a8afffc05b4c2d913600133c1e401b8e5';
    expect(service.requireEdition(FUYANG_ID, inFormatOne).digest).toBe(digest);
    expect(refusal(() => service.requireEdition(FUYANG_ID, 'f'.repeat(64)))).toMatchObject({
      code: 'policy.packChanged',
    });
    expect(refusal(() => service.requirePack('341200/2020-01-01'))).toMatchObject({
      code: 'policy.unknownPack',
    });
  });

  it('reads an edition no file holds any more from the text that was kept, and from no other', () => {
    const old = loadPack(FUYANG.replace('name: 奖励补助', 'name: 奖励与补助'), FUYANG_ID);
    const kept = service.requireEdition(FUYANG_ID, old.digest, old.canonical);
    // The kept text orders keys by their letters: the clauses are the same, not their order.
    expect({ ...kept.pack, clauses: [] }).toEqual({ ...old.pack, clauses: [] });
    expect(kept.pack.clauses).toEqual(expect.arrayContaining([...old.pack.clauses]));
    const gone = '341200/2020-01-01';
    expect(service.requireEdition(gone, old.digest, old.canonical).pack.pools).toEqual(old.pack.pools);
    const forged = old.canonical.replace('奖励与补助', '奖励');
    expect(refusal(() => service.requireEdition(FUYANG_ID, old.digest, forged))).toMatchObject({
      code: 'policy.packChanged',
    });
  });

  it('is built by Nest from the folder it is given', async () => {
    @Global()
    @Module({ providers: [{ provide: SEEDS_FOLDER, useValue: SEEDS }], exports: [SEEDS_FOLDER] })
    class SeedsModule {}
    const module = { imports: [SeedsModule], providers: [PolicyService] };
    const context = await Test.createTestingModule(module).compile();
    expect(context.get(PolicyService).packsAlong(['341200'])).toHaveLength(1);
    await context.close();
  });
});

describe('the digest of a pack', () => {
  it('is the same whatever comments, quotes and order of keys the file has', () => {
    const reordered = FUYANG.replace(
      "region: { code: '341200', name: 安徽省阜阳市 }",
      'region: {"name": "安徽省阜阳市", "code": "341200"} # x',
    );
    expect(reordered).not.toBe(FUYANG);
    expect(loadPack(reordered, FUYANG_ID).digest).toBe(loadPack(FUYANG, FUYANG_ID).digest);
  });

  it('changes with any word', () => {
    const edited = FUYANG.replace('name: 奖励补助', 'name: 奖励与补助');
    expect(loadPack(edited, FUYANG_ID).digest).not.toBe(loadPack(FUYANG, FUYANG_ID).digest);
  });

  it('is taken over JSON with sorted keys and no spaces', () => {
    expect(canonicalJson({ b: [1, true, null, '岗'], a: { d: 'x', c: [] } })).toBe(
      '{"a":{"c":[],"d":"x"},"b":[1,true,null,"岗"]}',
    );
  });
});

describe('a file of packs', () => {
  const texts: [string, string, string][] = [
    ['one key twice', 'format: "1"\nformat: "1"\n', ' : policy.notYaml'],
    ['an alias', 'a: &x [1]\nb: *x\n', ' : policy.notYaml'],
    ['a tag', 'a: !!binary aGk=\n', ' : policy.notYaml'],
    ['an unclosed bracket', 'a: [1\n', ' : policy.notYaml'],
    ['two documents', 'a: 1\n---\na: 2\n', ' : policy.notYaml'],
  ];
  it.each(texts)('is refused with %s', (_, text, expected) => {
    expect(problemsOf(() => loadPack(text, FUYANG_ID))).toContain(expected);
  });

  it('reads dates and codes as the text they are', () => {
    const unquoted = FUYANG.replace("from: '2023-09-21'", 'from: 2023-09-21');
    expect(loadPack(unquoted, FUYANG_ID).digest).toBe(loadPack(FUYANG, FUYANG_ID).digest);
    const number = FUYANG.replace("code: '341200'", 'code: 341200');
    expect(problemsOf(() => loadPack(number, FUYANG_ID))).toEqual([' region.code: policy.wrongType']);
  });

  it('keeps the service from starting, with the problems of every file named', () => {
    const folder = mkdtempSync(join(tmpdir(), 'packs-'));
    try {
      for (const region of ['341200', '341201']) {
        mkdirSync(join(folder, 'policies', region), { recursive: true });
        writeFileSync(join(folder, 'policies', region, '2023-09-21.yaml'), `${FUYANG}\nextra: 1\n`);
      }
      expect(problemsOf(() => new PolicyService(folder))).toEqual([
        '341200/2023-09-21 extra: policy.unknownKey',
        '341201/2023-09-21 : policy.misfiled',
        '341201/2023-09-21 extra: policy.unknownKey',
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
