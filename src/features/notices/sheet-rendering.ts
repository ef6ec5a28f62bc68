import { assertFactsHold, type DrawnNotice } from '../../domain/notices/published-facts';
import { notoFontFiles } from '../../platform/pdf/font-files';
import { Paper } from '../../platform/pdf/paper';
import type { Block, SheetContext, SheetPaperOptions, SheetProof } from './sheet-context';
import { drawProof } from './sheet-foot';
import { drawNumberLine } from './sheet-head';
import { planPages, type SheetParts } from './sheet-pages';
import type { Say } from './sheet-wording';

/** A sheet as it is to be printed. */
export interface Rendering<Notice extends DrawnNotice, Own extends string> {
  readonly say: Say<Own>;
  readonly parts: SheetParts<SheetContext<Notice, Own>>;
  readonly options: SheetPaperOptions;
  readonly proof?: SheetProof | undefined;
  readonly subject: string;
  /** A word across every page. */
  readonly mark?: { readonly text: string; readonly size: number } | undefined;
}

const SPECIMEN_SIZE = 190;

/** The word across the sheets of a demo collective; nothing across true ones. */
export function specimenMark(say: Say, isSpecimen: boolean): { text: string; size: number } | undefined {
  return isSpecimen ? { text: say('specimen'), size: SPECIMEN_SIZE } : undefined;
}

/**
 * Prints a sheet: A4 portrait, one page where the rows fit, else as many as they need, with number, header,
 * totals carried over and proof on each. The same facts, options, fonts and template give the same bytes.
 * @throws BrokenInvariant when the sheet does not add up
 * @throws DomainError `pdf.characterWithoutGlyph` when no font has a character
 */
export async function renderSheet<Notice extends DrawnNotice, Own extends string>(
  notice: Notice,
  { say, parts, options, proof, subject, mark }: Rendering<Notice, Own>,
): Promise<Buffer> {
  assertFactsHold(notice);
  const paper = new Paper(options.fonts ?? notoFontFiles(), {
    title: parts.head.titles.join(''),
    author: notice.heading.issuer,
    subject,
    createdAt: new Date(`${notice.heading.issuedOn}T00:00:00+08:00`),
  });
  const blank: SheetContext<Notice, Own> = { notice, options, proof, paper, say, tight: 0 };
  const { pages: planned, context } = planPages(blank, parts);
  planned.pages.forEach((placed, index) => {
    const [isFirst, isLast] = [index === 0, index === planned.pages.length - 1];
    paper.addPage();
    if (mark !== undefined) paper.watermark(mark.text, mark.size);
    const page = { number: index + 1, of: planned.pages.length };
    // What every page repeats is read once.
    drawAs(isFirst ? undefined : 'repeated', paper, () => drawNumberLine(context, page));
    for (const { block, top } of placed) drawAs(block.tag, paper, () => block.draw(top));
    drawAs(isLast ? undefined : 'repeated', paper, () => drawProof(context));
  });
  return paper.finish();
}

function drawAs(tag: Block['tag'], paper: Paper, draw: () => void): void {
  if (tag === undefined) draw();
  else if (tag === 'repeated') paper.furniture(draw);
  else paper.tagged(tag, draw);
}
