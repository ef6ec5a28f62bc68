import {
  coverageProblems,
  type CoveredDocument,
  type CoveredRule,
  readCoverage,
} from '../../../src/domain/policy/coverage';
import type { Example } from '../../../src/domain/policy/example';
import { readPack } from '../../../src/domain/policy/read-pack';
import { FormProblems } from '../../../src/domain/shared/problem';
import { SMALL_PACK_ID, smallPack } from './small-pack';

const pack = readPack(smallPack(), SMALL_PACK_ID);

function examples(...expected: Record<string, string>[]): Example[] {
  return expected.map((expect, index) => ({
    ...{ at: `examples.${String(index)}`, kind: 'plan', facts: {}, on: undefined, local: {} },
    ...{ note: undefined, expect },
  }));
}

const judged: CoveredRule = {
  ...{ id: 'R1', as: 'block', by: ['XX-1'], facts: 'plans', standing: 'wired', why: undefined },
};
const both = examples({ 'XX-1': 'passed' }, { 'XX-1': 'blocked' });

describe('a document of which every rule is carried', () => {
  const found = (document: Partial<CoveredDocument>, given: readonly Example[] = both): string[] =>
    coverageProblems(
      { pack: SMALL_PACK_ID, rules: ['R1'], covered: [judged], ...document },
      { pack, examples: given },
    ).map(({ field, code, value }) => `${field} ${code} ${value ?? ''}`);
  const at = `${SMALL_PACK_ID}.`;

  it('has nothing wrong', () => {
    expect(found({})).toEqual([]);
  });

  it.each<[what: string, document: Partial<CoveredDocument>, problems: string[]]>([
    ['a rule is left out', { rules: ['R1', 'R2'] }, [`${at}R2 policy.ruleNotCovered R2`]],
    ['a rule stands twice', { covered: [judged, judged] }, [`${at}R1 policy.duplicateId R1`]],
    [
      'a rule is not of the document',
      { covered: [judged, { ...judged, id: 'R9' }] },
      [`${at}R9 policy.duplicateId R9`],
    ],
    [
      'a line of the pack is not there',
      { covered: [{ ...judged, by: ['XX-1', 'XX-9', 'use:pv.posts'] }] },
      [`${at}R1 policy.unknownReference XX-9`],
    ],
  ])('is told where %s', (_what, document, problems) => {
    expect(found(document)).toEqual(problems);
  });

  it.each<[what: string, rule: Partial<CoveredRule>, codes: string[]]>([
    ['not built, and says why', { as: 'not_built', standing: 'none', by: [], why: '不发钱' }, []],
    ['not built, for no reason', { as: 'not_built', standing: 'none', by: [] }, ['notBuiltWithoutWhy']],
    ['not built, yet kept', { as: 'not_built', standing: 'kept', why: '不发钱' }, ['notBuiltWithoutWhy']],
    ['built, yet nowhere', { as: 'record', standing: 'none', why: '不发钱' }, ['notBuiltWithoutWhy']],
    ['kept by no line', { as: 'record', standing: 'kept', by: [] }, ['ruleNotCovered']],
    ['kept: nothing to judge', { as: 'record', standing: 'kept', by: ['list:target'] }, []],
    ['judged by no line', { by: [] }, ['ruleNotCovered']],
    ['judged without a record', { by: ['XX-L'] }, ['noPassingExample', 'noRefusingExample']],
    ['shown, and a record shows it', { standing: 'shown', by: ['XX-G'] }, []],
    ['shown, and none does', { standing: 'shown', by: ['XX-1'] }, ['noPassingExample']],
  ])('a rule is %s', (_what, rule, codes) => {
    const given = [...both, ...examples({ 'XX-G': 'shown' })];
    const expected = codes.map((code) => `policy.${code}`);
    expect(found({ covered: [{ ...judged, ...rule }] }, given).map((line) => line.split(' ')[1])).toEqual(
      expected,
    );
  });

  it.each<[words: string, counts: 'passes' | 'refuses' | 'neither']>([
    ['passed', 'passes'],
    ['yes', 'passes'],
    ['met', 'passes'],
    ['in_time', 'passes'],
    ['complete', 'passes'],
    ['known', 'passes'],
    ['200000', 'passes'],
    ['blocked', 'refuses'],
    ['warned', 'refuses'],
    ['shown', 'refuses'],
    ['no', 'refuses'],
    ['missed', 'refuses'],
    ['late', 'refuses'],
    ['lacks phone', 'refuses'],
    ['unknown', 'refuses'],
    ['none', 'refuses'],
    ['undecided planned', 'neither'],
    ['not_due', 'neither'],
    ['open', 'neither'],
    ['silent', 'neither'],
  ])('a record of which a line says %s %s', (words, counts) => {
    const codes = found({}, examples({ 'XX-1': words })).map((line) => line.split(' ')[1]);
    expect(codes).toEqual([
      ...(counts === 'passes' ? [] : ['policy.noPassingExample']),
      ...(counts === 'refuses' ? [] : ['policy.noRefusingExample']),
    ]);
  });

  it('has its records of any of the lines that carry it together', () => {
    const covered = [{ ...judged, by: ['XX-1', 'XX-L'] }];
    expect(found({ covered }, examples({ 'XX-1': 'passed' }, { 'XX-L': 'warned' }))).toEqual([]);
  });
});

describe('the file that says how rules are carried', () => {
  const rule = { rule: 'R1', as: 'block', by: ['XX-1'], facts: 'plans', standing: 'wired' };
  const file = (changes: Record<string, unknown>): unknown => ({
    documents: [{ pack: SMALL_PACK_ID, rules: ['R1'], covered: [{ ...rule, ...changes }] }],
  });

  it('is read document by document', () => {
    expect(readCoverage(file({}))).toEqual([{ pack: SMALL_PACK_ID, rules: ['R1'], covered: [judged] }]);
  });

  it('names no supplier where nothing is handed in', () => {
    const left = { as: 'not_built', by: [], facts: undefined, standing: 'none', why: '不发钱' };
    expect(readCoverage(file(left))[0]?.covered).toEqual([{ id: 'R1', ...left }]);
  });

  it.each<[what: string, changes: Record<string, unknown>, problem: string]>([
    ['a way nobody carries rules', { as: 'by_hand' }, 'as policy.notInList'],
    ['a step that hands nothing in', { facts: 'surplus' }, 'facts policy.notInList'],
    ['a standing there is not', { standing: 'planned' }, 'standing policy.notInList'],
    ['no standing', { standing: undefined }, 'standing policy.missingKey'],
    ['a key nobody reads', { note: '无' }, 'note policy.unknownKey'],
    ['its lines in a section', { by: { XX: '1' } }, 'by policy.wrongType'],
  ])('is refused with %s', (_what, changes, problem) => {
    let problems: string[] = [];
    try {
      readCoverage(file(changes));
    } catch (error) {
      if (!(error instanceof FormProblems)) throw error;
      problems = error.problems.map(({ field, code }) => `${field} ${code}`);
    }
    expect(problems).toEqual([`documents.0.covered.0.${problem}`]);
  });
});
