import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { loadPack } from '../../../src/features/policy/pack-files';
import { FormProblems } from '../../../src/domain/shared/problem';
import { SMALL_PACK_ID, smallPack } from './small-pack';

/** A file in which every part of the format stands once. */
const TEXT = stringify(smallPack());

/** The codes a text is refused with; none when it is a pack. Anything else than a refusal is a crash. */
function codesOf(text: string): string[] {
  try {
    loadPack(text, SMALL_PACK_ID);
    return [];
  } catch (error) {
    if (!(error instanceof FormProblems)) throw error;
    return error.problems.map(({ code }) => code);
  }
}

describe('a broken file', () => {
  it('was whole before', () => expect(codesOf(TEXT)).toEqual([]));

  const broken: [string, string][] = [
    ['brackets without end', '['.repeat(5_000)],
    ['mappings without end', '{a: '.repeat(5_000)],
    ['lists in lists without end', '- '.repeat(5_000)],
    ['a merge key', 'a: {b: 1}\n<<: *a\n'],
    ['nothing', ''],
    ['a single word', 'pack'],
    ['a byte that is no text', '\u0000'],
    ['an anchor on the root', '&a\nformat: "2"\n'],
    ['a directive', '%YAML 1.1\n---\nformat: "2"\n'],
    ['half a character', 'format: "\ud800"'],
    ['a number too large to be one', `format: ${'9'.repeat(5000)}`],
    ['a decimal of five thousand digits', TEXT.replace('value: "12000"', `value: "${'9'.repeat(5000)}"`)],
    ['a key that every object has', 'constructor: 1\n__proto__: {format: "2"}\ntoString: x\n'],
  ];
  it.each(broken)('is refused: %s', (_, text) => {
    expect(codesOf(text).length).toBeGreaterThan(0);
  });

  it('is answered with problems, never with a crash, wherever it is cut or written into', () => {
    const scraps = fc.constantFrom(
      '',
      ':',
      ' - ',
      '{',
      ']',
      "'",
      '"',
      '&a ',
      '*a',
      '!!x ',
      '\n',
      '\t',
      '0',
      '|\n',
      '年',
    );
    const place = fc.nat({ max: TEXT.length });
    fc.assert(
      fc.property(place, fc.nat({ max: 40 }), scraps, (at, length, scrap) => {
        expect(Array.isArray(codesOf(TEXT.slice(0, at) + scrap + TEXT.slice(at + length)))).toBe(true);
      }),
      { numRuns: 150, seed: 2025 },
    );
  });

  it('is answered with problems when lines change places', () => {
    const lines = TEXT.split('\n');
    const place = fc.nat({ max: lines.length - 1 });
    fc.assert(
      fc.property(place, place, (from, to) => {
        const moved = [...lines];
        moved.splice(to, 0, ...moved.splice(from, 1));
        expect(Array.isArray(codesOf(moved.join('\n')))).toBe(true);
      }),
      { numRuns: 80, seed: 2025 },
    );
  });
});
