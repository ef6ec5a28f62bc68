/** The entry at a place of the chain, or the lines of it, as a condition. */
type Where = (position: number) => string;

/** A change by hand past every guard, and what the check must find of it. */
interface Tampered {
  readonly what: string;
  readonly sql: (is: Where, lines: Where) => string[];
  readonly found: readonly string[];
}

/** Each thing that books hold, changed by hand. */
export const TAMPERED: readonly Tampered[] = [
  {
    what: 'the amount of a voucher',
    sql: (_, lines) => [`UPDATE ledger_lines SET amount_fen = amount_fen + 100 WHERE ${lines(4)}`],
    found: [
      'chain check.entryChanged 4',
      'balances check.turnoverWrong 2025-02',
      'deductions check.factDiffers 4',
    ],
  },
  {
    what: 'one side of a voucher',
    sql: (_, lines) => [`UPDATE ledger_lines SET amount_fen = 1 WHERE ${lines(4)} AND line_number = 1`],
    found: ['colours check.unbalanced 4', 'pools check.poolFlow 4', 'reversals check.notMirrored 6'],
  },
  {
    what: 'the account of a line',
    sql: (_, lines) => [
      `UPDATE ledger_lines SET ledger_account = '999' WHERE ${lines(7)} AND line_number = 1`,
    ],
    found: ['chain check.entryChanged 7', 'pools check.accountUnknown 7'],
  },
  {
    what: 'the summary',
    sql: (is) => [`UPDATE ledger_entries SET summary = 'other' WHERE ${is(5)}`],
    found: ['chain check.entryChanged 5'],
  },
  ...[0, 3].map((version) => ({
    what: `a version of the text that is none, ${String(version)}`,
    sql: (is: Where) => [`UPDATE ledger_entries SET canonical = ${String(version)} WHERE ${is(5)}`],
    found: ['chain check.canonicalUnknown 5'],
  })),
  {
    what: 'the numbers of the lines',
    sql: (_, lines) => [`UPDATE ledger_lines SET line_number = line_number * 7 WHERE ${lines(5)}`],
    found: ['chain check.lineNumber 5'],
  },
  {
    what: 'the day',
    sql: (is) => [`UPDATE ledger_entries SET posted_on = '2025-12-01' WHERE ${is(7)}`],
    found: ['chain check.entryChanged 7', 'months check.monthUnknown 7'],
  },
  {
    what: 'the day by which a line is counted',
    sql: (_, lines) => [`UPDATE ledger_lines SET statement_on = '2025-01-01' WHERE ${lines(3)}`],
    found: ['pools check.lineDay 3'],
  },
  {
    what: 'a deleted voucher in the middle',
    sql: (is, lines) => [
      `DELETE FROM ledger_lines WHERE ${lines(4)}`,
      `DELETE FROM ledger_entries WHERE ${is(4)}`,
    ],
    found: [
      'chain check.entryMissing 4',
      'numbers check.numberMissing 5',
      'reversals check.reversedMissing 6',
    ],
  },
  {
    what: 'a deleted voucher whose lines stay',
    sql: (is) => [`DELETE FROM ledger_entries WHERE ${is(4)}`],
    found: ['balances check.lineAlone', 'deductions check.factWithoutEntry'],
  },
  {
    what: 'the last voucher deleted',
    sql: (is, lines) => [
      `DELETE FROM ledger_lines WHERE ${lines(8)}`,
      `DELETE FROM ledger_entries WHERE ${is(8)}`,
    ],
    found: ['chain check.lengthWrong 7', 'numbers check.counterWrong', 'grants check.factWithoutEntry'],
  },
  {
    what: 'two vouchers that changed places',
    sql: (is) => [
      `UPDATE ledger_entries SET chain_position = 1000 WHERE ${is(4)}`,
      `UPDATE ledger_entries SET chain_position = 4 WHERE ${is(5)}`,
      `UPDATE ledger_entries SET chain_position = 5 WHERE ${is(1000)}`,
    ],
    found: ['chain check.linkBroken 4', 'chain check.entryChanged 4', 'numbers check.numberMissing 4'],
  },
  {
    what: 'a turnover kept',
    sql: () => [
      `UPDATE ledger_turnovers SET debit_fen = debit_fen + 1
       WHERE month = '2025-03' AND ledger_account = '102'`,
    ],
    found: ['balances check.turnoverWrong 2025-03'],
  },
  {
    what: 'a sealed balance',
    sql: () => ["UPDATE month_balances SET debit_fen = debit_fen + 1 WHERE ledger_account = '102'"],
    found: ['balances check.sealDigest 2025-01', 'balances check.sealedBalance 2025-01'],
  },
  {
    what: 'a seal',
    sql: () => [`UPDATE month_seals SET chain_head = '${'e'.repeat(64)}'`],
    found: ['balances check.sealDigest 2025-01', 'months check.sealHead 2025-01'],
  },
  {
    what: 'a seal taken away',
    sql: () => ['DELETE FROM month_balances', 'DELETE FROM month_seals'],
    found: ['months check.monthState 2025-01'],
  },
  {
    what: 'a voucher put into a sealed month',
    sql: (is) => [`UPDATE ledger_entries SET posted_on = '2025-01-31' WHERE ${is(2)}`],
    found: ['chain check.entryChanged 2', 'months check.afterSeal 2'],
  },
  {
    what: 'a receivable',
    sql: () => ["UPDATE receivables SET amount_fen = amount_fen + 1 WHERE about_period = '2025-02'"],
    found: ['receivables check.receivableDiffers 5', 'receivables check.slipDiffers 5'],
  },
  ...[
    ['an act on a month', "month_acts WHERE act = 'held'", 'months check.monthAct 2025-01'],
    ['a month', "ledger_months WHERE month = '2025-02'", 'months check.monthGap 2025-03'],
    ['every slip', 'settlements', 'receivables check.slipMissing 2'],
  ].map(([what = '', rows = '', found = '']) => ({
    what: `${what} taken away`,
    sql: () => [`DELETE FROM ${rows}`],
    found: [found],
  })),
  {
    what: 'a receipt',
    sql: () => ['UPDATE receipts SET amount_fen = amount_fen + 1'],
    found: ['receivables check.receiptSum 3'],
  },
  {
    what: 'a cost in the register',
    sql: () => ['UPDATE deductions SET amount_fen = 7001 WHERE amount_fen = 7000'],
    found: ['deductions check.factDiffers 7'],
  },
  {
    what: 'the head kept beside the books',
    sql: () => [`UPDATE collective_books SET chain_head = '${'f'.repeat(64)}'`],
    found: ['chain check.headWrong 8'],
  },
  {
    what: 'the time of the last booking',
    sql: () => ["UPDATE collective_books SET last_booked_at = '2035-01-01T00:00:00.000Z'"],
    found: ['chain check.lastBookedAt 8'],
  },
  {
    what: 'who held a month',
    sql: () => ["UPDATE ledger_months SET changed_by = 'other' WHERE month = '2025-01'"],
    found: ['months check.monthChanged 2025-01'],
  },
  {
    what: 'when a month was held',
    sql: () => ["UPDATE ledger_months SET changed_at = '2025-02-02T00:00:00.000Z' WHERE month = '2025-01'"],
    found: ['months check.monthChanged 2025-01'],
  },
  ...['2025-02', '2025-03'].flatMap((month) => [
    {
      what: `who opened ${month}`,
      sql: () => [`UPDATE ledger_months SET changed_by = 'other' WHERE month = '${month}'`],
      found: [`months check.monthOpened ${month}`],
    },
    {
      what: `when ${month} opened`,
      sql: () => [
        `UPDATE ledger_months SET changed_at = '2031-02-02T00:00:00.000Z' WHERE month = '${month}'`,
      ],
      found: [`months check.monthOpened ${month}`],
    },
  ]),
  {
    what: 'the settled period before of a pool that none was settled of',
    sql: () => [`UPDATE collective_books SET settled_before = '{"other":"2024-12-31"}'`],
    found: ['settled check.settledTo'],
  },
  {
    what: 'a counter of vouchers',
    sql: () => [`UPDATE collective_books SET voucher_numbers = '{"2025":9}'`],
    found: ['numbers check.counterWrong'],
  },
  {
    what: 'a held month opened by hand',
    sql: () => ["UPDATE ledger_months SET state = 'held' WHERE month = '2025-03'"],
    found: ['months check.monthOrder 2025-03'],
  },
  ...[
    ['the day of a cost', "deductions SET posted_on = '2025-03-12' WHERE amount_fen = 7000", 7],
    ['the asset of a cost', "deductions SET asset_id = 'other' WHERE amount_fen = 7000", 7],
    ['the kind of a cost', "deductions SET kind = 'land_rent' WHERE amount_fen = 7000", 7],
    ['the name of a cost', "deductions SET name = 'rent' WHERE amount_fen = 7000", 7],
    ['the day of a receipt', "receipts SET received_on = '2025-02-21'", 3, 'receivables'],
    [
      'the month of a slip',
      "settlements SET generation_month = '2024-01' WHERE entry_id IS NOT NULL",
      5,
      'receivables',
    ],
    [
      'the day of a slip',
      "settlements SET posted_on = '2025-03-06' WHERE entry_id IS NOT NULL",
      5,
      'receivables',
    ],
    [
      'by whom income is owed',
      "receivables SET counterparty = 'Li' WHERE about_period = '2025-02'",
      5,
      'receivables',
    ],
    ['the day of a grant', "grants SET granted_on = '2025-07-01'", 8, 'grants'],
  ].map(([what, change, position, pass = 'deductions']) => ({
    what: String(what),
    sql: () => [`UPDATE ${String(change)}`],
    found: [`${String(pass)} check.factOther ${String(position)}`],
  })),
  ...[
    [
      'the day up to which a pool is settled',
      `collective_books SET settled = '{"pv":"2025-05-31"}'`,
      'settledTo',
    ],
    ['a settled period', "settled_periods SET period_to = '2025-05-31'", 'settledDiffers'],
    ['what a settled period planned', 'settled_periods SET planned_fen = planned_fen + 1', 'settledDiffers'],
    ['the plan that was approved', "plans SET state = 'returned'", 'settledDiffers'],
    ['what a plan promised', 'promised_money SET amount_fen = amount_fen - 1', 'promisedDiffers'],
    ['since when a plan promised it', "promised_money SET promised_on = '2026-01-01'", 'promisedDiffers'],
    ['the pool of a promise', "promised_money SET pool = 'other'", 'promisedDiffers'],
  ].map(([what = '', change = '', code = '']) => ({
    what,
    sql: () => [`UPDATE ${change}`],
    found: [`settled check.${code}`],
  })),
  {
    what: 'the chart of the books',
    sql: () => ["UPDATE collective_books SET chart = '2004'"],
    found: ['charts check.chartOther 1'],
  },
  {
    what: 'the day from which the chart holds',
    sql: () => ["UPDATE collective_books SET chart_from = '2025-01-01'"],
    found: ['charts check.chartKept'],
  },
];
