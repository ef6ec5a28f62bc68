import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { loadPack } from '../../../src/features/policy/pack-files';
import { readPack } from '../../../src/domain/policy/read-pack';
import { FormProblems } from '../../../src/domain/shared/problem';
import { SMALL_PACK_ID, smallPack } from './small-pack';

/** A file in which every part of the format stands once. */
const TEXT = stringify(smallPack());

/** The codes a text is refused with; none when it is a pack. */
const codesOf = (text: string): string[] => refusals(() => loadPack(text, SMALL_PACK_ID));

/** What reading is refused with; none when it gives a pack. Anything else than a refusal is a crash. */
function refusals(read: () => unknown): string[] {
  try {
    read();
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
      { numRuns: 80, seed: 2025 },
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

describe('broken data', () => {
  const problemsOf = (raw: unknown) => refusals(() => readPack(raw, SMALL_PACK_ID));

  it('is answered with problems, never with a crash', () => {
    const keys = Object.keys(smallPack());
    const broken = fc.tuple(fc.constantFrom(...keys), fc.jsonValue());
    fc.assert(
      fc.property(fc.array(broken, { minLength: 1, maxLength: 4 }), (changes) => {
        const found = problemsOf({ ...smallPack(), ...Object.fromEntries(changes) });
        expect(Array.isArray(found)).toBe(true);
      }),
      { numRuns: 250, seed: 2025 },
    );
  });

  it('is answered with problems where one part deep inside is broken', () => {
    fc.assert(
      fc.property(fc.nat(), fc.jsonValue(), (place, value) => {
        const pack: unknown = structuredClone(smallPack());
        const places = leavesOf(pack);
        const { holder, key } = places[place % places.length] ?? { holder: {}, key: '' };
        holder[key] = value;
        expect(Array.isArray(problemsOf(pack))).toBe(true);
      }),
      { numRuns: 400, seed: 2025 },
    );
  });
});

interface Leaf {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

function leavesOf(value: unknown): Leaf[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...leavesOf(holder[key])]);
}
