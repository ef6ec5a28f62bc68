import { assertNoticeHolds } from '../../domain/notices/check-distribution-notice';
import type { DistributionNotice } from '../../domain/notices/distribution-notice';
import { notoFontFiles } from '../../platform/pdf/font-files';
import { Paper } from '../../platform/pdf/paper';
import type { DistributionSheetOptions } from './distribution-sheet-context';
import { drawProof } from './distribution-sheet-foot';
import { drawNumberLine } from './distribution-sheet-head';
import { planPages } from './distribution-sheet-pages';
import { shippedWording } from './distribution-sheet-wording';
import { titleParts } from './distribution-sheet-words';

const SPECIMEN_SIZE = 190;

/**
 * Prints the distribution notice: A4 portrait, one page where the rows fit, else as many as they need, with
 * number, header, totals carried over and proof on each. The same facts, options, fonts and template give
 * the same bytes.
 * @throws BrokenInvariant when the sheet does not add up (see `noticeProblems`)
 * @throws DomainError `pdf.characterWithoutGlyph` when no font has a character
 */
export async function renderDistributionNotice(
  notice: DistributionNotice,
  options: DistributionSheetOptions,
): Promise<Buffer> {
  assertNoticeHolds(notice);
  const say = shippedWording();
  const paper = new Paper(options.fonts ?? notoFontFiles(), {
    title: titleParts(notice, say).join(''),
    author: notice.heading.issuer,
    subject: say('subject', { village: notice.heading.village, code: options.shortCode }),
    createdAt: new Date(`${notice.heading.issuedOn}T00:00:00+08:00`),
  });
  const plan = planPages({ notice, options, paper, say, tight: 0 });
  plan.pages.pages.forEach((placed, index) => {
    paper.addPage();
    if (options.specimen) paper.watermark(say('specimen'), SPECIMEN_SIZE);
    drawNumberLine(plan.context, { number: index + 1, of: plan.pages.pages.length });
    for (const { block, top } of placed) block.draw(top);
    drawProof(plan.context);
  });
  return paper.finish();
}
