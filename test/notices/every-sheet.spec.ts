import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { ReportNotice } from '../../src/domain/notices/report-notice';
import { REPORT_SHEETS } from '../../src/domain/notices/report-sheets';
import type { ReportNames } from '../../src/features/notices/report-cells';
import { renderReport } from '../../src/features/notices/report-sheet';
import { longRegisterSheet, registerSheet } from './asset-register.fixture';
import { correctionSheet, longCorrectionSheet } from './correction.fixture';
import { LEASE_NAMES, leasesSheet, objectionsSheet, paymentSheet } from './office-sheets.fixture';
import { hasPdfToText, pdfText, squeezed } from './pdf-text';
import {
  appointmentsSheet,
  labourSheet,
  PEOPLE_NAMES,
  rewardsSheet,
  wagesSheet,
} from './people-sheets.fixture';
import { incomeSheet, longIncomeSheet, REPORT_NAMES } from './report-sheet.fixture';
import { longResolutionSheet, resolutionSheet, SIGNER_NAMES } from './resolution.fixture';
import { YANGSHUWAN_OPTIONS } from './yangshuwan.fixture';

const textTest = hasPdfToText() ? test : test.skip;
const pictureTest = spawnSync('pdftoppm', ['-v']).error === undefined ? test : test.skip;
const qpdfTest = spawnSync('qpdf', ['--version']).error === undefined ? test : test.skip;
const KEEP = process.env['KEEP'] === '1';

const NAMES: ReportNames = { ...REPORT_NAMES, ...LEASE_NAMES, ...PEOPLE_NAMES, ...SIGNER_NAMES };

/** Each sheet as it stands in the kept copies, and of how many rows one wishes. */
const SHEETS: Readonly<
  Record<string, { readonly model: () => ReportNotice; readonly of: (count: number) => ReportNotice }>
> = {
  'income-expenditure': { model: () => incomeSheet(), of: longIncomeSheet },
  'post-appointments': { model: () => appointmentsSheet(12), of: appointmentsSheet },
  'post-wages': { model: () => wagesSheet(), of: wagesSheet },
  'works-labour': { model: () => labourSheet(12), of: labourSheet },
  'rewards-subsidies': { model: () => rewardsSheet(12), of: rewardsSheet },
  'payment-results': { model: () => paymentSheet(2), of: paymentSheet },
  'asset-register': { model: () => registerSheet(), of: longRegisterSheet },
  'leases-arrears': { model: () => leasesSheet(4), of: leasesSheet },
  'objections-answers': { model: () => objectionsSheet(3), of: objectionsSheet },
  correction: { model: correctionSheet, of: longCorrectionSheet },
  resolution: { model: () => resolutionSheet(), of: longResolutionSheet },
};
const ALL = Object.entries(SHEETS);

const print = (notice: ReportNotice): Promise<Buffer> =>
  renderReport(notice, YANGSHUWAN_OPTIONS, { names: NAMES, reader: 'wall' });

/** A page as a grey picture of so few points that only where ink stands is seen. */
function pictureOf(pdf: Buffer): Buffer {
  const args = ['-r', '36', '-gray', '-f', '1', '-l', '1', '-'];
  return execFileSync('pdftoppm', args, { input: pdf, maxBuffer: 1 << 26 });
}

/** How far two pictures differ on the whole, and the share of points that differ much. */
function differenceOf(one: Buffer, other: Buffer): { readonly mean: number; readonly far: number } {
  if (one.length !== other.length) return { mean: 255, far: 1 };
  const differences = [...one].map((point, index) => Math.abs(point - (other[index] ?? 0)));
  const sum = differences.reduce((so, each) => so + each, 0);
  const far = differences.filter((each) => each > 96).length;
  return { mean: sum / one.length, far: far / one.length };
}

describe('every sheet that is no plan’s', () => {
  test('is here', () => {
    expect(Object.keys(SHEETS).sort()).toEqual([...REPORT_SHEETS].sort());
  });

  textTest.each(ALL)('says what its kept copy says: %s', async (sheet, { model }) => {
    const text = pdfText(await print(model())).join('\n\f\n');
    const file = join(__dirname, `${sheet}.kept.txt`);
    if (KEEP) writeFileSync(file, `${text}\n`);
    expect(squeezed(text)).toBe(squeezed(readFileSync(file, 'utf8')));
  });

  pictureTest.each(ALL)('looks as its kept picture does: %s', async (sheet, { model }) => {
    const picture = pictureOf(await print(model()));
    const file = join(__dirname, 'pictures', `${sheet}.pgm.gz`);
    if (KEEP) writeFileSync(file, gzipSync(picture, { level: 9 }));
    expect(existsSync(file)).toBe(true);
    const { mean, far } = differenceOf(picture, gunzipSync(readFileSync(file)));
    // Another poppler smooths edges otherwise; a column that moved by 2 mm is far beyond this.
    expect(mean).toBeLessThan(1);
    expect(far).toBeLessThan(0.002);
  });

  qpdfTest.each(
    ALL.flatMap(([sheet, { of }]) => [0, 1, 2, 40, 600].map((count) => [sheet, count, of] as const)),
  )('is sound: %s of %i rows', async (_sheet, count, of) => {
    const folder = mkdtempSync(join(tmpdir(), 'sheet-'));
    try {
      const file = join(folder, 'sheet.pdf');
      writeFileSync(file, await print(of(count)));
      expect(execFileSync('qpdf', ['--check', file]).toString()).toContain('No syntax or stream encoding');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
