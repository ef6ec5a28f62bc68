import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { hasPdfToText, layoutFaults, pdfText, squeezed, wordBoxes } from '../pdf-text';
import { hasPdfToPpm, MOST_MOVED, mostMoved, pictureOf, readPicture, writtenPicture } from '../pictures';
import { deliberationRecord } from '../../../src/features/distribution/deliberation-record';
import { decidedPlan, PAPERS, printed } from './papers.fixture';

const textTest = hasPdfToText() ? test : test.skip;
const pictureTest = hasPdfToPpm() ? test : test.skip;
const qpdfTest = spawnSync('qpdf', ['--version']).error === undefined ? test : test.skip;
const KEEP = process.env['KEEP'] === '1';
const ALL = Object.entries(PAPERS);
const LONG = ALL.flatMap(([name, { of }]) => (of === undefined ? [] : [[name, of] as const]));

describe('every paper of the office', () => {
  test('has a template, and every template its paper', () => {
    const files = readdirSync(join(__dirname, '../../../templates/papers'));
    expect(files.map((file) => file.replace('.yaml', '')).sort()).toEqual(Object.keys(PAPERS).sort());
  });

  textTest.each(ALL)('says what its kept copy says: %s', async (name, { model }) => {
    const text = pdfText(await model()).join('\n\f\n');
    const file = join(__dirname, `${name}.kept.txt`);
    if (KEEP) writeFileSync(file, `${text}\n`);
    expect(squeezed(text)).toBe(squeezed(readFileSync(file, 'utf8')));
  });

  pictureTest.each(ALL)('looks as its kept picture does: %s', async (name, { model }) => {
    const picture = pictureOf(await model());
    const file = join(__dirname, 'pictures', `${name}.pgm.gz`);
    if (KEEP) writeFileSync(file, gzipSync(writtenPicture(picture), { level: 9 }));
    expect(mostMoved(picture, readPicture(gunzipSync(readFileSync(file))))).toBeLessThan(MOST_MOVED);
  });

  textTest.each(LONG)('has no word over another and none at the edge: %s', async (_name, of) => {
    for (const count of [1, 40]) {
      const faults = layoutFaults(wordBoxes(await of(count)).filter(({ text }) => !/^[样张]+$/.test(text)));
      expect(faults).toEqual([]);
    }
  });

  textTest('has its head again on each page, and who signs on the last alone', async () => {
    const pages = pdfText(await printed(deliberationRecord(decidedPlan(60))));
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, at) => {
      expect(squeezed(page)).toContain('步哪一步哪天怎么定的、凭什么');
      expect(page.includes('村民代表（签字）')).toBe(at === pages.length - 1);
      expect(squeezed(page)).toContain(`第${String(at + 1)}页共${String(pages.length)}页`);
    });
    expect(squeezed(pages.join('')).match(/补充商议第\d+次/g)).toHaveLength(60);
  });

  qpdfTest.each([
    ...ALL.map(([name, { model }]) => [name, 'as kept', model] as const),
    ...LONG.flatMap(([name, of]) =>
      [1, 2, 40, 200].map((count) => [name, `of ${String(count)} rows`, () => of(count)] as const),
    ),
  ])('is sound: %s %s', async (_name, _count, print) => {
    const folder = mkdtempSync(join(tmpdir(), 'paper-'));
    try {
      const file = join(folder, 'paper.pdf');
      writeFileSync(file, await print());
      expect(execFileSync('qpdf', ['--check', file]).toString()).toContain('No syntax or stream encoding');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
