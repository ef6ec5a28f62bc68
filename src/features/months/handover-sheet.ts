import { type HandoverLine, shownParts } from '../../domain/months/handover';
import { handoverWords } from '../../glossary/handover-words';
import { fieldLabel, labelOf } from '../../glossary/terms';
import type { SheetColumn, SheetRow, SheetTable } from '../../platform/spreadsheets/sheet-table';
import { fullDayText } from '../../platform/views/day-text';
import type { KeptHandover } from './handovers.service';

const COLUMNS: readonly SheetColumn[] = [
  { head: labelOf('handover.thing'), kind: 'text', width: 72 },
  { head: labelOf('handover.said'), kind: 'text', width: 72 },
  { head: labelOf('handover.amount'), kind: 'money', width: 36 },
];

/** A handover on paper: what the books had, the keys and papers, and room for three signatures. */
export function handoverSheet(owner: string, handover: KeptHandover): SheetTable {
  const { handedOn, post, handedBy, takenBy, handoverWatchedBy, handoverRemark, digest } = handover;
  const people = { post, handedBy, takenBy, handoverWatchedBy };
  const said = Object.entries(people).map(([field, text]) => `${fieldLabel(field)}：${text}`);
  const remark = handoverRemark === '' ? [] : [`${fieldLabel('handoverRemark')}：${handoverRemark}`];
  return {
    title: labelOf('handover.sheet'),
    owner,
    span: handoverWords.asOf(fullDayText(handedOn)),
    remarks: [...said, ...remark, handoverWords.digest(digest)],
    columns: COLUMNS,
    rows: [
      ...shownParts(handover.lines).flatMap((part) => rowsOf(part, handover.lines)),
      { kind: 'heading', cells: [fieldLabel('papers'), undefined, undefined] },
      ...paperRows(handover.papers),
    ],
    signatures: ['handedBy', 'takenBy', 'handoverWatchedBy'].map((who) => labelOf(`handover.sign.${who}`)),
  };
}

function rowsOf(part: HandoverLine['part'], lines: readonly HandoverLine[]): SheetRow[] {
  const own = lines.filter((line) => line.part === part);
  return [
    {
      kind: 'heading',
      cells: [labelOf(`handoverPart.${part}`), handoverWords.count(part, own.length), undefined],
    },
    ...own.map((line): SheetRow => {
      const { name, said } = handoverWords.line(line);
      return { kind: 'line', cells: [name, said, line.amount ?? undefined] };
    }),
  ];
}

function paperRows(papers: string): SheetRow[] {
  const rows = papers.split('\n').filter((text) => text.trim() !== '');
  return rows.map((text) => ({ kind: 'line', cells: [text.trim(), undefined, undefined] }));
}
