import { toCollective, within } from './links';
import type { TableDefinition } from './table-definition';

/** Bank accounts, the statements of the bank, and what a person brought together with the books. */
export const bankTables: readonly TableDefinition[] = [
  {
    // Which account of the books a bank account is, and which pool of it where several share one.
    name: 'bank_accounts',
    recorded: 'later',
    columns: `
      collective_id text, id text, label text, bank text, last_four text, ledger_account text, pool text?,
      opened_on text, added_by text, added_at text`,
    primaryKey: ['collective_id', 'id'],
    foreignKeys: [toCollective],
    appendOnly: true,
  },
  {
    name: 'bank_statements',
    recorded: 'later',
    columns: `
      collective_id text, id text, account_id text, from_on text, through_on text, opening_fen fen,
      closing_fen fen, layout text, file_digest text, imported_by text, imported_at text`,
    primaryKey: ['collective_id', 'id'],
    uniques: [['collective_id', 'account_id', 'file_digest']],
    foreignKeys: [within(['account_id'], 'bank_accounts')],
    checks: ['from_on <= through_on'],
    appendOnly: true,
  },
  {
    // A line that two statements tell is taken once: the mark is all it says, digested.
    name: 'bank_lines',
    recorded: 'later',
    columns: `
      collective_id text, id text, account_id text, statement_id text, line_number count, booked_on text,
      amount_fen fen, text text, counterparty text, reference text, balance_after_fen fen?, mark text`,
    primaryKey: ['collective_id', 'id'],
    uniques: [
      ['collective_id', 'account_id', 'mark'],
      ['collective_id', 'statement_id', 'line_number'],
    ],
    foreignKeys: [within(['account_id'], 'bank_accounts'), within(['statement_id'], 'bank_statements')],
    checks: ['amount_fen <> 0'],
    appendOnly: true,
  },
  {
    // A match, or the undoing of one with its reason.
    name: 'bank_matches',
    recorded: 'later',
    columns: `
      collective_id text, id text, account_id text, undoes_id text?, rule text, difference_fen fen,
      code text?, note text?, done_by text, done_at text`,
    primaryKey: ['collective_id', 'id'],
    indexes: [['collective_id', 'account_id']],
    sparseIndexes: [
      { columns: ['collective_id', 'undoes_id'], where: 'undoes_id IS NOT NULL', unique: true },
    ],
    foreignKeys: [within(['account_id'], 'bank_accounts'), within(['undoes_id'], 'bank_matches')],
    checks: ['(difference_fen = 0) = (code IS NULL)'],
    appendOnly: true,
  },
  {
    // The lines of a match. `turn` counts how often a line was matched: undone ones leave the next turn free.
    name: 'bank_match_lines',
    recorded: 'later',
    columns: `
      collective_id text, match_id text, number count, bank_line_id text?, entry_id text?,
      entry_line count?, amount_fen fen, turn count`,
    primaryKey: ['collective_id', 'match_id', 'number'],
    sparseIndexes: [
      { columns: ['collective_id', 'bank_line_id', 'turn'], where: 'bank_line_id IS NOT NULL', unique: true },
      {
        columns: ['collective_id', 'entry_id', 'entry_line', 'turn'],
        where: 'entry_id IS NOT NULL',
        unique: true,
      },
    ],
    foreignKeys: [
      within(['match_id'], 'bank_matches'),
      within(['bank_line_id'], 'bank_lines'),
      within(['entry_id', 'entry_line'], 'ledger_lines', ['entry_id', 'line_number']),
    ],
    checks: ['(bank_line_id IS NULL) <> (entry_id IS NULL)', '(entry_id IS NULL) = (entry_line IS NULL)'],
    appendOnly: true,
  },
  {
    // Why a line of either side stands alone; the last word on a line holds.
    name: 'bank_explanations',
    recorded: 'later',
    columns: `
      collective_id text, id text, account_id text, bank_line_id text?, entry_id text?, entry_line count?,
      code text, note text, said_by text, said_at text`,
    primaryKey: ['collective_id', 'id'],
    indexes: [['collective_id', 'account_id']],
    foreignKeys: [
      within(['account_id'], 'bank_accounts'),
      within(['bank_line_id'], 'bank_lines'),
      within(['entry_id', 'entry_line'], 'ledger_lines', ['entry_id', 'line_number']),
    ],
    checks: ['(bank_line_id IS NULL) <> (entry_id IS NULL)', '(entry_id IS NULL) = (entry_line IS NULL)'],
    appendOnly: true,
  },
];
