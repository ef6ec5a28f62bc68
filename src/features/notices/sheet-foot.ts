import { isSample } from '../../domain/notices/published-facts';
import { invariant } from '../../domain/shared/invariant';
import type { Paper } from '../../platform/pdf/paper';
import { type QrMatrix, qrMatrix } from '../../platform/pdf/qr-matrix';
import { inGroups, printedHead } from '../../platform/text/printed-head';
import type { TextLine, TextRun } from '../../platform/pdf/text-run';
import { AREA, type Block, runs, type SheetContext, STYLES } from './sheet-context';
import { dayText } from './sheet-words';

const BOTTOM = 290;
const QR_SIDE = 22;
const SMALLEST_MODULE = 0.7;
const CONTACT_WIDTH = 108;
const CONTACT_PITCH = 6.1;
const SEAL = { x: 161, y: 261, radius: 21 } as const;

/** The upper edge of the proof strip: nothing else may be drawn below it. */
export function proofTop({ proof }: SheetContext): number {
  return BOTTOM - (proof === undefined ? QR_SIDE : qrSide(qrMatrix(proof.url)));
}

/**
 * The last page's foot: whom to ask, the empty circle for the seal, the signature. Height from its heading
 * to the paper's foot.
 * @param asks the heading of whom to ask, where it bears another number than with a plan's
 */
export function footBlock(context: SheetContext, asks = context.say('contacts.heading')): Block {
  const { paper, say } = context;
  const lines = contactLines(context);
  const headingY = proofTop(context) - 5.6 - lines.length * CONTACT_PITCH;
  const top = Math.min(headingY - 4.4, SEAL.y - SEAL.radius - 0.5);
  return {
    height: BOTTOM - top,
    draw: () => {
      paper.tagged({ type: 'H2', bookmark: asks }, () =>
        paper.text(runs(asks, STYLES.heading), { x: AREA.left, y: headingY }),
      );
      paper.tagged({ type: 'P' }, () =>
        lines.forEach((line, index) =>
          paper.text(line, { x: AREA.left, y: headingY + (index + 1) * CONTACT_PITCH }),
        ),
      );
      drawSeal(context);
      const label = runs(say('signature'), STYLES.contact);
      const labelX = AREA.right - 18 - 1 - paper.width(label);
      paper.text(label, { x: labelX, y: BOTTOM - 0.6 });
      paper.rule(AREA.right - 18, BOTTOM, { width: 18, weight: 0.7 });
    },
  };
}

/**
 * What proves the sheet, at the foot of every page: QR, short code, digest, chain position, policy. A sample
 * has nothing that could be taken for one of them.
 */
export function drawProof(context: SheetContext): void {
  const { paper, say, notice, proof } = context;
  if (proof === undefined || isSample(notice)) {
    drawNoProof(context);
    return;
  }
  const matrix = qrMatrix(proof.url);
  const side = qrSide(matrix);
  const cell = side / matrix.size;
  const top = BOTTOM - side;
  const squares = matrix.stretches.map(({ row, column, length }) => ({
    x: AREA.left + column * cell,
    y: top + row * cell,
    width: length * cell,
  }));
  paper.tagged({ type: 'Figure', alt: proof.url }, () => paper.squares(squares, cell));
  const x = AREA.left + side + 4 * cell;
  const { chainLength, chainHead } = notice.witness;
  const head = printedHead(chainHead);
  const digest = inGroups(proof.digest).split(' ');
  const half = Math.ceil(digest.length / 2);
  const label = runs(`${say('proof.digest')} `, STYLES.proof);
  const chain = [
    say('proof.chain', { length: chainLength, head }),
    ...('clauses' in notice ? [say('proof.pack', { pack: notice.clauses.pack.id })] : []),
  ];
  paper.text(runs(say('proof.scan'), STYLES.voucher), { x, y: BOTTOM - 16.2 });
  const code = runs(proof.shortCode, STYLES.code);
  paper.text(code, { x, y: BOTTOM - 9.9, stretchTo: paper.width(code) * 1.09 });
  paper.tagged({ type: 'P' }, () => {
    paper.text([...label, ...runs(digest.slice(0, half).join(' '), STYLES.proof)], { x, y: BOTTOM - 6 });
    const indent = paper.width(label);
    paper.text(runs(digest.slice(half).join(' '), STYLES.proof), { x: x + indent, y: BOTTOM - 3.2 });
  });
  paper.text(runs(chain.join('\u3000'), STYLES.proof), { x, y: BOTTOM - 0.4 });
}

/** In the place of the proof, framed: that there is none, and why. */
function drawNoProof({ paper, say }: SheetContext): void {
  const width = 106;
  paper.frame(AREA.left, BOTTOM - QR_SIDE, { width, height: QR_SIDE, weight: 0.7 });
  const lines = paper.wrap(runs(say('sample.proof'), STYLES.contact), width - 8);
  paper.text(runs(say('sample.mark'), STYLES.code), { x: AREA.left + 4, y: BOTTOM - QR_SIDE + 7.4 });
  paper.tagged({ type: 'P' }, () =>
    lines.forEach((line, index) =>
      paper.text(line.runs, { x: AREA.left + 4, y: BOTTOM - QR_SIDE + 13.4 + index * 5.2 }),
    ),
  );
}

function qrSide(matrix: QrMatrix): number {
  return Math.max(QR_SIDE, matrix.size * SMALLEST_MODULE);
}

/** The offices to ask, as many to a line as fit, and the promise to answer. */
function contactLines({ paper, say, notice, options }: SheetContext): (readonly TextRun[])[] {
  const lines: TextRun[][] = [];
  for (const { id, body, phone, place } of notice.contacts.offices) {
    const officer = options.officers?.[id];
    const office = [
      ...runs(`${officer === undefined ? body : `${body} ${officer}`}\u3000`, STYLES.contact),
      ...runs(phone, STYLES.phone),
      ...runs(place === undefined ? '' : say('contacts.place', { place }), STYLES.contact),
    ];
    const joined = [...(lines.at(-1) ?? []), ...runs('\u3000', STYLES.contact), ...office];
    if (lines.length > 0 && paper.width(joined) <= CONTACT_WIDTH) lines[lines.length - 1] = joined;
    else lines.push(...paper.wrap(office, CONTACT_WIDTH).map((line) => [...line.runs]));
  }
  const answer = say('contacts.answer', { days: notice.contacts.answerWithinDays });
  return [...lines, ...paper.wrap(runs(answer, STYLES.answer), CONTACT_WIDTH).map((line) => line.runs)];
}

function drawSeal({ paper, say, notice }: SheetContext): void {
  paper.dashedCircle(SEAL.x, SEAL.y, SEAL.radius);
  paper.text(runs(say('seal'), STYLES.seal), { x: SEAL.x, y: SEAL.y - 15, align: 'centre' });
  const { lines: issuer, pitch } = issuerLines(paper, notice.heading.issuer);
  // Below the word for the seal, however many lines there are.
  const highest = SEAL.y - 11;
  const wished = SEAL.y - 2.8 + Math.max(0, issuer.length - 2) * 2.6;
  const lowest = Math.max(wished, highest + (issuer.length - 1) * pitch);
  paper.tagged({ type: 'P' }, () =>
    issuer.forEach((line, index) => {
      const y = lowest - (issuer.length - 1 - index) * pitch;
      paper.text(line.runs, { x: SEAL.x, y, align: 'centre' });
    }),
  );
  const words = isSample(notice) ? say('sample.day') : dayText(notice.heading.issuedOn, say);
  const day = runs(words, STYLES.contact);
  paper.text(day, { x: SEAL.x, y: lowest + 7.2, align: 'centre' });
}

/** Between the word for the seal and the signature, in mm: the issuer's lines may fill so much. */
const ISSUER_HEIGHT = 20.5;
const ISSUER_SETTINGS = [
  { size: STYLES.contact.size, pitch: 5 },
  { size: 9, pitch: 4.1 },
  { size: 7, pitch: 3.2 },
] as const;

/** The issuer's name in the largest setting that leaves the rest of the seal's place free. */
function issuerLines(paper: Paper, issuer: string): { lines: readonly TextLine[]; pitch: number } {
  const settings = ISSUER_SETTINGS.map(({ size, pitch }) => ({
    lines: paper.wrap(runs(issuer, { ...STYLES.contact, size }), 2 * SEAL.radius + 3.5),
    pitch,
  }));
  const fitting = settings.find(({ lines, pitch }) => (lines.length - 1) * pitch <= ISSUER_HEIGHT);
  const smallest = settings.at(-1);
  invariant(smallest !== undefined, 'there is a smallest setting');
  return fitting ?? smallest;
}
