import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { FormProblems } from '../../src/domain/shared/problem';
import { readTable } from '../../src/platform/spreadsheets/read-table';
import { randomFrom } from '../bench/entries';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { byTier } from '../support/tier';
import { Village } from '../support/village';
import { type Importer, importersOf } from './broken-files.fixture';

const SEED = 20_261_126;
const FILES = byTier(12, 2_000);
const JUNK = ['x', '1.2.3', '１O', '壹', '1e3', '--5', '99999999999999999999', '1.001', '?'];
const MEGABYTE = 1024 * 1024;

setFlagsFromString('--expose-gc');
const collectGarbage: unknown = runInNewContext('gc');

/** Where something is said to be wrong: `row.7.energy`, `line.7.lines`, `C7`. */
const placeOf = (field: string): number => Number(/^(?:row\.|line\.|[A-Z]+)(\d+)/.exec(field)?.[1] ?? 0);

describeOnEachEngine('files that are broken', (open, engine) => {
  let opened: OpenDatabase;
  let village: Village;
  let importers: Importer[];
  const random = randomFrom(SEED);
  const below = (count: number): number => Math.floor(random() * count);

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.addStation();
    importers = await importersOf(village);
  }, 60_000);
  afterAll(() => opened.close());

  /** A file with some amounts that are none, and their lines from 1. */
  const spoilt = ({ lines, from, spoil }: Importer): { text: string; wrong: number[] } => {
    const count = lines.length - from - 1;
    const wrong = new Set(Array.from({ length: 1 + below(8) }, () => from + below(count)));
    const typed = lines.map((line, place) =>
      wrong.has(place) ? spoil(line, JUNK[below(JUNK.length)] ?? '') : line,
    );
    return { text: typed.join('\n'), wrong: [...wrong].map((place) => place + 1) };
  };
  /** A file torn, cut, doubled or scribbled over anywhere. */
  const torn = ({ lines }: Importer): Buffer => {
    const bytes = Buffer.from(lines.join('\n'));
    const [at, length] = [below(bytes.length), 1 + below(60)];
    const ways = [
      () => bytes.subarray(0, at),
      () => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]),
      () => Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.max(0, at - length))]),
      () => Buffer.concat([bytes.subarray(0, at), Buffer.from(Array.from({ length }, () => below(256)))]),
      () => Buffer.concat([bytes.subarray(0, at), Buffer.from(',=1+1,'), bytes.subarray(at)]),
      () => Buffer.from([...lines].sort(() => random() - 0.5).join('\n')),
    ];
    return ways[below(ways.length)]?.() ?? bytes;
  };
  const stateOf = async (): Promise<number[]> => [
    (await village.vouchers()).length,
    (await village.services.assets.listAssets(village.id)).length,
    (await village.services.incomeRead.listSettlements(village.id)).length,
    (await opened.reader.query<object[]>('SELECT 1 AS one FROM bank_lines')).length,
  ];

  it(
    'are each answered with all their problems, and nothing of them is kept',
    async () => {
      const before = await stateOf();
      const counts = { said: 0, problems: 0, well: 0 };
      for (let file = 0; file < FILES; file += 1) {
        const importer = importers[file % importers.length] ?? invalid();
        if (Math.floor(file / importers.length) % 2 === 0) {
          const { text, wrong } = spoilt(importer);
          const problems = await importer.take(Buffer.from(text));
          const places = new Set(problems.map(({ field }) => placeOf(field)));
          expect([importer.kind, wrong.filter((line) => !places.has(line))]).toEqual([importer.kind, []]);
          counts.problems += problems.length;
          counts.said += 1;
        } else if (importer.kind !== 'vouchers') {
          const problems = await importer.take(torn(importer));
          counts.problems += problems.length;
          counts[problems.length === 0 ? 'well' : 'said'] += 1;
        } else {
          // A torn line is no JSON; whole lines in another order are a good file.
          const problems = await importer.take(Buffer.from(`${importer.lines.join('\n')}\n{"id":`));
          expect(problems).toEqual([expect.objectContaining({ code: 'import.notJson' })]);
          counts.said += 1;
        }
      }
      expect(await stateOf()).toEqual(before);
      console.info(`${engine}: ${JSON.stringify(counts)} of ${String(FILES)} files`);
    },
    byTier(60_000, 3_600_000),
  );
});

describe('a file of 200,000 rows', () => {
  it.each([
    ['short rows', '1,2', 'file.tooManyRows'],
    ['rows as the grid writes them', '0551001,一号电站,2025-05,100,200,2000,0.3844', 'file.tooLarge'],
  ])('with %s is refused, and leaves the memory as it was', async (_rule, row, code) => {
    const bytes = Buffer.from(Array<string>(200_000).fill(row).join('\n'));
    const heap = (): number => {
      if (typeof collectGarbage === 'function') Reflect.apply(collectGarbage, undefined, []);
      return process.memoryUsage().heapUsed / MEGABYTE;
    };
    const read = async (): Promise<void> => {
      const refused = await readTable({ bytes }).catch((error: unknown) => error);
      expect(refused instanceof FormProblems && refused.problems.map((each) => each.code)).toEqual([code]);
    };
    await read();
    const before = heap();
    for (let time = 0; time < byTier(1, 20); time += 1) await read();
    expect(heap() - before).toBeLessThan(10);
  });
});

function invalid(): never {
  throw new Error('there is an importer for every file');
}
