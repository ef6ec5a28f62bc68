import { type HandoverLine, shownParts } from '../../domain/months/handover';
import { handoverWords } from '../../glossary/handover-words';
import { labelOf } from '../../glossary/terms';
import { type PaperShape, paperTemplate } from '../../platform/papers/paper-template';
import {
  SHEET_WIDTH,
  type SheetCell,
  type SheetColumn,
  type SheetRow,
  type SheetTable,
} from '../../platform/spreadsheets/sheet-table';
import { fullDayText } from '../../platform/views/day-text';
import type { KeptHandover } from './handovers.service';

const WORDINGS = {
  title: '',
  'as-of': 'day!',
  'said.post': 'post!',
  'said.handed-by': 'name!',
  'said.taken-by': 'name!',
  'said.watched-by': 'name!',
  'said.remark': 'remark!',
  papers: '',
  'signatures.handed-by': '',
  'signatures.taken-by': '',
  'signatures.watched-by': '',
  'footnotes.digest': 'digest!',
} as const;

/** What a handover sheet says: what the books had, the keys and papers, and who signs. */
export const HANDOVER: PaperShape<keyof typeof WORDINGS> = {
  ...{ paper: 'handover', wordings: WORDINGS, takesNotes: true },
  ...{ columns: ['thing', 'said', 'amount'], room: SHEET_WIDTH },
};

/** The cells of a row by their fields. */
type Cells = Readonly<Record<string, SheetCell>>;

/** A handover on paper: what the books had, the keys and papers, and room for three signatures. */
export function handoverSheet(owner: string, handover: KeptHandover): SheetTable {
  const { handedOn, post, handedBy, takenBy, handoverWatchedBy, handoverRemark, digest } = handover;
  const { say, columns, signatures, notes } = paperTemplate(HANDOVER);
  const remark = handoverRemark === '' ? [] : [say('said.remark', { remark: handoverRemark })];
  const rowOf = (kind: SheetRow['kind'], cells: Cells): SheetRow => ({
    kind,
    cells: columns.map(({ field }) => cells[field]),
  });
  return {
    title: say('title'),
    owner,
    span: say('as-of', { day: fullDayText(handedOn) }),
    remarks: [
      say('said.post', { post }),
      say('said.handed-by', { name: handedBy }),
      say('said.taken-by', { name: takenBy }),
      say('said.watched-by', { name: handoverWatchedBy }),
      ...remark,
      say('footnotes.digest', { digest: digest.slice(0, 16) }),
      ...notes,
    ],
    columns: columns.map(({ field, heading: head, width }): SheetColumn => {
      return { head, kind: field === 'amount' ? 'money' : 'text', width };
    }),
    rows: [
      ...shownParts(handover.lines).flatMap((part) =>
        partRows(part, handover.lines).map(({ kind, cells }) => rowOf(kind, cells)),
      ),
      rowOf('heading', { thing: say('papers') }),
      ...paperLines(handover.papers).map((thing) => rowOf('line', { thing })),
    ],
    signatures,
  };
}

interface PartRow {
  readonly kind: SheetRow['kind'];
  readonly cells: Cells;
}

function partRows(part: HandoverLine['part'], lines: readonly HandoverLine[]): PartRow[] {
  const own = lines.filter((line) => line.part === part);
  const count = handoverWords.count(part, own.length);
  return [
    { kind: 'heading', cells: { thing: labelOf(`handoverPart.${part}`), said: count } },
    ...own.map((line): PartRow => {
      const { name, said } = handoverWords.line(line);
      return { kind: 'line', cells: { thing: name, said, amount: line.amount ?? undefined } };
    }),
  ];
}

function paperLines(papers: string): string[] {
  return papers.split('\n').flatMap((text) => (text.trim() === '' ? [] : [text.trim()]));
}
