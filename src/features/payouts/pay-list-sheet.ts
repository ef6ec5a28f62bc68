import { capitalFigures } from '../../domain/money/capital-figures';
import type { Fen } from '../../domain/money/fen';
import type { PayListState } from '../../domain/payouts/pay-list';
import { householdText, paySheetWords } from '../../glossary/payout-words';
import { labelOf } from '../../glossary/terms';
import { type SheetColumn, type SheetTable } from '../../platform/spreadsheets/sheet-table';
import { fullDayText } from '../../platform/views/day-text';
import type { ToldPayee } from './pay-list-people.service';

/** What stands above the rows of a list on paper. */
export interface PaySheetHead {
  readonly owner: string;
  readonly on: string;
  /** `2025年第3号`, how it is paid, where it stands. */
  readonly name: string;
  readonly channel: string;
  readonly state: PayListState;
  readonly amount: Fen;
  /** Blank before it was submitted. */
  readonly digest: string;
  readonly cashWhy: string;
  /** With which it went on although something stood out, each with what it is about. */
  readonly answers: readonly { readonly about: string; readonly reason: string }[];
}

const { columns } = paySheetWords;
const COLUMNS: readonly SheetColumn[] = [
  { head: columns.place, kind: 'mark', width: 11 },
  { head: columns.household, kind: 'mark', width: 11 },
  { head: columns.name, kind: 'text', width: 22 },
  { head: columns.what, kind: 'text', width: 48 },
  { head: columns.account, kind: 'text', width: 40 },
  { head: columns.amount, kind: 'money', width: 24, carry: 'sum' },
  { head: columns.signed, kind: 'text', width: 24 },
];

/** A list on A4: whom it pays, the total also in capital figures, and where people sign. */
export function payListSheet(head: PaySheetHead, people: readonly ToldPayee[]): SheetTable {
  const { owner, on, name, channel, state, amount, digest, cashWhy, answers } = head;
  return {
    title: paySheetWords.title,
    owner,
    span: fullDayText(on),
    remarks: [
      paySheetWords.state(name, channel, labelOf(`payListState.${state}`)),
      paySheetWords.capital(capitalFigures(amount)),
      ...(cashWhy === '' ? [] : [paySheetWords.cash(cashWhy)]),
      ...answers.map(({ about, reason }) => paySheetWords.answer(about, reason)),
      standingWords(state, digest),
    ],
    columns: COLUMNS,
    rows: [
      ...people.map((person, place) => ({
        kind: 'line' as const,
        cells: [
          ...[String(place + 1), householdText(person.household), person.name],
          ...[person.lines.map(({ what }) => what).join('；'), person.paidTo],
          ...[person.amount, undefined],
        ],
      })),
      {
        kind: 'total',
        cells: [undefined, undefined, paySheetWords.total, undefined, undefined, amount, undefined],
      },
    ],
    signatures: paySheetWords.signatures,
  };
}

/** Whether money may go by the sheet, and by whose word. */
function standingWords(state: PayListState, digest: string): string {
  if (state === 'drafted') return paySheetWords.notFrozen;
  if (state === 'returned' || state === 'recalled') return paySheetWords.over;
  return paySheetWords.frozen(digest, paySheetWords[state === 'submitted' ? 'submitted' : 'approved']);
}
