import { labelOf } from '../../glossary/terms';
import { drawQr } from '../../platform/pdf/draw-qr';
import type { FontFiles } from '../../platform/pdf/font-files';
import { Paper } from '../../platform/pdf/paper';
import { run, type TextStyle } from '../../platform/pdf/text-run';
import { type PaperShape, paperTemplate } from '../../platform/papers/paper-template';

const WORDINGS = {
  title: 'village!',
  'lines.plate-number': 'text!',
  'lines.kind': 'text!',
  'lines.capacity': 'text!',
  'lines.title-holder': 'text!',
  'lines.income-body': 'text!',
  'lines.project': 'text!',
  'lines.keeping-body': 'text!',
  'lines.fund': 'text!',
  'footnotes.scan': '',
} as const;

/** What the label of an asset says, in the order of its lines. */
export const ASSET_LABEL: PaperShape<keyof typeof WORDINGS> = { paper: 'asset-label', wordings: WORDINGS };

/** A card as it is printed and hung beside the asset. */
export interface PrintedCard {
  readonly village: string;
  readonly name: string;
  /** Facts below the name, a line each; those that are too long take more. */
  readonly lines: readonly string[];
  /** Where the QR leads: capitals and digits take least room. */
  readonly url: string;
}

/** What every card of a file is printed with. */
export interface CardSheetOptions {
  readonly village: string;
  readonly fonts: FontFiles;
  /** Prints the specimen word across the page. */
  readonly specimen: boolean;
  readonly drawnAt: Date;
}

// Eight cards to an A4 page, two beside each other, cut along the frames. In mm.
const LEFT = 12;
const TOP = 12;
const WIDTH = 93;
const HEIGHT = 68;
const PER_PAGE = 8;
const MARGIN = 5;
const QR_SIDE = 30;
const PITCH = 4.6;
const VILLAGE: TextStyle = { face: 'sans', size: 9, grey: 0.25 };
const NAME: TextStyle = { face: 'serifBold', size: 15 };
const FACT: TextStyle = { face: 'sans', size: 8.5 };
const SCAN: TextStyle = { face: 'sans', size: 7.5, grey: 0.25 };
const SPECIMEN_SIZE = 150;

/**
 * Prints the cards of assets.
 * A character that no font has is a box with its code.
 */
export async function renderAssetCards(
  cards: readonly PrintedCard[],
  options: CardSheetOptions,
): Promise<Buffer> {
  const { village: author, fonts, specimen, drawnAt } = options;
  const { say } = paperTemplate(ASSET_LABEL);
  const title = say('title', { village: author });
  const paper = new Paper(fonts, { title, author, subject: title, createdAt: drawnAt, rare: 'boxed' });
  cards.forEach((card, index) => {
    const place = index % PER_PAGE;
    if (place === 0) {
      paper.addPage();
      if (specimen) paper.watermark(labelOf('sheet.specimen'), SPECIMEN_SIZE);
    }
    const [x, y] = [LEFT + (place % 2) * WIDTH, TOP + Math.floor(place / 2) * HEIGHT];
    drawCard(paper, card, { x, y, scan: say('footnotes.scan') });
  });
  return paper.finish();
}

function drawCard(
  paper: Paper,
  card: PrintedCard,
  { x, y, scan }: { readonly x: number; readonly y: number; readonly scan: string },
): void {
  paper.frame(x, y, { width: WIDTH, height: HEIGHT, weight: 0.4 });
  const left = x + MARGIN;
  const room = WIDTH - 2 * MARGIN;
  paper.text([run(card.village, VILLAGE)], { x: left, y: y + 7.5 });
  let line = y + 14.5;
  for (const { runs } of paper.wrap([run(card.name, NAME)], room)) {
    paper.text(runs, { x: left, y: line });
    line += 6.4;
  }
  line = Math.max(line, y + 24);
  const bottom = y + HEIGHT - MARGIN;
  for (const fact of card.lines) {
    for (const { runs } of paper.wrap([run(fact, FACT)], room - QR_SIDE - MARGIN)) {
      // What does not fit is on the page that the QR leads to.
      if (line <= bottom) paper.text(runs, { x: left, y: line });
      line += PITCH;
    }
  }
  const corner = { x: x + WIDTH - MARGIN - QR_SIDE, y: bottom - QR_SIDE - 4 };
  drawQr(paper, card.url, { ...corner, side: QR_SIDE });
  const middle = corner.x + QR_SIDE / 2;
  paper.text([run(scan, SCAN)], { x: middle, y: bottom, align: 'centre' });
}
