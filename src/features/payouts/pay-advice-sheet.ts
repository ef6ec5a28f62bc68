import { capitalFigures } from '../../domain/money/capital-figures';
import { type Fen, yuanText } from '../../domain/money/fen';
import { labelOf } from '../../glossary/terms';
import { drawQr } from '../../platform/pdf/draw-qr';
import type { FontFiles } from '../../platform/pdf/font-files';
import { Paper } from '../../platform/pdf/paper';
import { run, type TextStyle } from '../../platform/pdf/text-run';
import { type PaperShape, paperTemplate, type SayPaper } from '../../platform/papers/paper-template';

const WORDINGS = {
  title: '',
  document: 'list!',
  payee: 'household! name!',
  list: 'list! on!',
  'totals.money': 'yuan! capitals!',
  'footnotes.scan': '',
  'footnotes.keep': '',
} as const;

/** What a pay advice says. */
export const PAY_ADVICE: PaperShape<keyof typeof WORDINGS> = { paper: 'pay-advice', wordings: WORDINGS };

/** A pay advice as it is printed, cut off and handed to whoever is paid. */
export interface PrintedAdvice {
  readonly household: number;
  /** As the wall shows it. */
  readonly name: string;
  readonly what: string;
  readonly amount: Fen;
  readonly code: string;
  /** Where the QR leads. */
  readonly url: string;
}

/** What all advices of a file share. */
export interface AdviceSheet {
  readonly village: string;
  /** `2025年第3号发放清单` */
  readonly list: string;
  readonly on: string;
  readonly fonts: FontFiles;
  /** Prints the specimen word across the page. */
  readonly specimen: boolean;
  readonly drawnAt: Date;
}

// Five advices to an A4 page, one below the other, cut along the lines between them. In mm.
const LEFT = 18;
const RIGHT = 192;
const TOP = 6;
const HEIGHT = 57;
const PER_PAGE = 5;
const QR_SIDE = 34;
const HEAD: TextStyle = { face: 'sans', size: 9, grey: 0.25 };
const NAME: TextStyle = { face: 'serifBold', size: 14 };
const FACT: TextStyle = { face: 'sans', size: 10 };
const CODE: TextStyle = { face: 'sansBold', size: 13 };
const HINT: TextStyle = { face: 'sans', size: 8, grey: 0.25 };
const SPECIMEN_SIZE = 150;

/** Prints the advices of a list. A character that no font has is a box with its code. */
export async function renderPayAdvices(
  advices: readonly PrintedAdvice[],
  sheet: AdviceSheet,
): Promise<Buffer> {
  const { fonts, village: author, list, specimen, drawnAt } = sheet;
  const { say } = paperTemplate(PAY_ADVICE);
  const title = say('document', { list });
  const paper = new Paper(fonts, { title, author, subject: title, createdAt: drawnAt, rare: 'boxed' });
  advices.forEach((advice, index) => {
    const place = index % PER_PAGE;
    if (place === 0) {
      paper.addPage();
      if (specimen) paper.watermark(labelOf('sheet.specimen'), SPECIMEN_SIZE);
    }
    drawAdvice(paper, { advice, sheet, say, y: TOP + place * HEIGHT });
  });
  return paper.finish();
}

/** An advice in its place on the page. */
interface DrawnAdvice {
  readonly advice: PrintedAdvice;
  readonly sheet: AdviceSheet;
  readonly say: SayPaper<keyof typeof WORDINGS>;
  readonly y: number;
}

function drawAdvice(paper: Paper, { advice, sheet, say, y }: DrawnAdvice): void {
  const { household, name, what, amount, code, url } = advice;
  paper.frame(LEFT - 4, y, { width: RIGHT - LEFT + 8, height: HEIGHT, weight: 0.2 });
  paper.text([run(`${sheet.village}　${say('title')}`, HEAD)], { x: LEFT, y: y + 7 });
  const qr = { x: RIGHT - QR_SIDE, y: y + 5, side: QR_SIDE };
  paper.text([run(say('payee', { household, name }), NAME)], { x: LEFT, y: y + 15 });
  const room = RIGHT - LEFT - QR_SIDE - 6;
  let line = y + 22;
  const money = say('totals.money', { yuan: yuanText(amount), capitals: capitalFigures(amount) });
  for (const text of [say('list', { list: sheet.list, on: sheet.on }), money, what]) {
    for (const { runs } of paper.wrap([run(text, FACT)], room)) {
      // What does not fit is on the page that the QR leads to.
      if (line <= y + 38) paper.text(runs, { x: LEFT, y: line });
      line += 5.4;
    }
  }
  drawQr(paper, url, qr);
  paper.text([run(code, CODE)], { x: LEFT, y: y + 46 });
  paper.text([run(say('footnotes.scan'), HINT)], { x: LEFT, y: y + 51.5 });
  const middle = qr.x + QR_SIDE / 2;
  paper.text([run(say('footnotes.keep'), HINT)], { x: middle, y: y + 46, align: 'centre' });
}
