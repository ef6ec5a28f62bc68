import { assertNoticeHolds } from '../../domain/notices/check-distribution-notice';
import type { DistributionNotice, SampleNotice, SheetNotice } from '../../domain/notices/distribution-notice';
import { notoFontFiles } from '../../platform/pdf/font-files';
import { Paper } from '../../platform/pdf/paper';
import type { DistributionSheetOptions, SheetPaperOptions, SheetProof } from './distribution-sheet-context';
import { drawProof } from './distribution-sheet-foot';
import { drawNumberLine } from './distribution-sheet-head';
import { planPages } from './distribution-sheet-pages';
import { shippedWording } from './distribution-sheet-wording';
import { titleParts } from './distribution-sheet-words';

const SPECIMEN_SIZE = 190;
/** A longer word, set smaller. */
const SAMPLE_SIZE = 110;

/**
 * Prints the distribution notice: A4 portrait, one page where the rows fit, else as many as they need, with
 * number, header, totals carried over and proof on each. The same facts, options, fonts and template give
 * the same bytes.
 * @throws BrokenInvariant when the sheet does not add up (see `noticeProblems`)
 * @throws DomainError `pdf.characterWithoutGlyph` when no font has a character
 */
export function renderDistributionNotice(
  notice: DistributionNotice,
  options: DistributionSheetOptions,
): Promise<Buffer> {
  const say = shippedWording();
  const { village } = notice.heading;
  return render(notice, {
    options,
    proof: options,
    subject: say('subject', { village, code: options.shortCode }),
    ...(options.specimen ? { mark: { text: say('specimen'), size: SPECIMEN_SIZE } } : {}),
  });
}

/**
 * Prints a draft as it would hang on the wall, marked as a sample on every page, with no code or digest.
 * @throws BrokenInvariant, DomainError as {@link renderDistributionNotice}
 */
export function renderSampleNotice(notice: SampleNotice, options: SheetPaperOptions): Promise<Buffer> {
  const say = shippedWording();
  return render(notice, {
    options,
    subject: say('sample.subject', { village: notice.heading.village }),
    mark: { text: say('sample.mark'), size: SAMPLE_SIZE },
  });
}

interface Rendering {
  readonly options: SheetPaperOptions;
  readonly proof?: SheetProof;
  readonly subject: string;
  /** A word across every page. */
  readonly mark?: { readonly text: string; readonly size: number };
}

async function render(notice: SheetNotice, { options, proof, subject, mark }: Rendering): Promise<Buffer> {
  assertNoticeHolds(notice);
  const say = shippedWording();
  const paper = new Paper(options.fonts ?? notoFontFiles(), {
    title: titleParts(notice, say).join(''),
    author: notice.heading.issuer,
    subject,
    createdAt: new Date(`${notice.heading.issuedOn}T00:00:00+08:00`),
  });
  const plan = planPages({ notice, options, proof, paper, say, tight: 0 });
  plan.pages.pages.forEach((placed, index) => {
    paper.addPage();
    if (mark !== undefined) paper.watermark(mark.text, mark.size);
    drawNumberLine(plan.context, { number: index + 1, of: plan.pages.pages.length });
    for (const { block, top } of placed) block.draw(top);
    drawProof(plan.context);
  });
  return paper.finish();
}
