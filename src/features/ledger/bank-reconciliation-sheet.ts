import type { Fen } from '../../domain/money/fen';
import { remarks } from '../../glossary/remarks';
import { labelOf } from '../../glossary/terms';
import type { SheetColumn, SheetRow, SheetTable } from '../../platform/spreadsheets/sheet-table';
import { fullDayText } from '../../platform/views/day-text';
import type { OpeningView, ReconciliationSide } from './bank-reconciliation.pages';

/** What stands above the table: whose account, of which day. */
export interface ReconciliationHead {
  readonly owner: string;
  readonly account: string;
  readonly on: string;
  /** What else is to be known of it, in words. */
  readonly told: readonly string[];
  /** What both began apart, and why; zero where both sides are equal by themselves. */
  readonly opening: OpeningView;
}

const COLUMNS: readonly SheetColumn[] = [
  { head: labelOf('reconciliation.item'), kind: 'text', width: 72 },
  { head: labelOf('reconciliation.day'), kind: 'mark', width: 24 },
  { head: labelOf('reconciliation.age'), kind: 'mark', width: 14 },
  { head: labelOf('reconciliation.reason'), kind: 'text', width: 38 },
  { head: labelOf('reconciliation.amount'), kind: 'money', width: 32 },
];

/**
 * The reconciliation as one table: the bank's side above, the books' side below, each ending on the same
 * amount, so that the two totals can be held against each other.
 */
export function reconciliationSheet(
  head: ReconciliationHead,
  sides: readonly ReconciliationSide[],
): SheetTable {
  return {
    title: labelOf('page.bankReconciliation'),
    owner: head.owner,
    span: fullDayText(head.on),
    remarks: [head.account, ...head.told, verdictOf(head)],
    columns: COLUMNS,
    rows: sides.flatMap(rowsOf),
    signatures: ['drawnBy', 'lookedOverBy'].map((who) => labelOf(`reconciliation.sign.${who}`)),
  };
}

function verdictOf({ opening: { difference, reason } }: ReconciliationHead): string {
  if (difference === 0n) return labelOf('reconciliation.equal');
  return reason === '' ? remarks.openingsDiffer(difference) : remarks.openingsExplained(difference, reason);
}

function rowsOf(side: ReconciliationSide): SheetRow[] {
  return [
    sumRow('subtotal', side.title, side.balance),
    ...side.groups.flatMap((group) => [
      sumRow('subtotal', group.title, group.sum),
      ...group.items.map(({ text, waiting, reason, amount }): SheetRow => {
        const days = waiting === undefined ? '' : String(waiting.days);
        return { kind: 'line', indent: 1, cells: [text, waiting?.on ?? '', days, reason, amount] };
      }),
    ]),
    sumRow('total', labelOf('reconciliation.adjusted'), side.adjusted),
  ];
}

function sumRow(kind: 'subtotal' | 'total', label: string, amount: Fen): SheetRow {
  return { kind, cells: [label, '', '', '', amount] };
}
