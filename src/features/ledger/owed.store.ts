import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { type Chart, mainCodeOf } from '../../domain/ledger/chart';
import { CHART_CHANGE } from '../../domain/ledger/chart-mapping';
import type { CounterpartyNames } from '../../domain/ledger/counterparty';
import { type Crossing, meantBy } from '../../domain/ledger/crossing';
import { BY_PEOPLE, requireStillOwed } from '../../domain/ledger/given-up';
import { type Dealing, debtsTouched } from '../../domain/ledger/pool-lines';
import { leviesTouched, requireRaisedPaid } from '../../domain/ledger/raised-paid';
import { requireStillThere, thingsTaken } from '../../domain/ledger/still-there';
import type { Pool, Posting, Stream } from '../../domain/ledger/journal-entry';
import { LINES_OF_ENTRIES, LINES_OF_THEM } from './balances.store';
import { readCounterpartyNames } from './counterparties.store';
import { run } from './ledger.store';

/** The condition that a voucher neither is a reversal nor was reversed; its value is the collective. */
const STANDING = `e.reverses_id IS NULL
  AND NOT EXISTS (SELECT 1 FROM ledger_entries r WHERE r.collective_id = ? AND r.reverses_id = e.id)`;

/** The condition that a line is on one of these accounts or a detail of it; its values are `code%`. */
function isOneOf(lines: string, accounts: readonly string[]): string {
  return accounts.map(() => `${lines}.ledger_account LIKE ?`).join(' OR ');
}

/**
 * Refuses lines that take back a debt which was given up meanwhile, or a claim, a thing or a loss that was
 * turned into the pool's money without any coming in: the pool would keep that, and nobody has that money.
 * What takes back an entry of an older chart is held against both, by what the old accounts mean now.
 * @throws DomainError `reversal.debtGivenUp`, `reversal.turnedAway`, `reversal.raisedTurned`
 */
export async function requireNothingTurned(
  tx: EntityManager,
  collectiveId: string,
  mirrored: {
    readonly postings: readonly Posting[];
    readonly chart: Chart;
    /** Of the entry they mirror. */
    readonly entryId: string;
    /** Where that is of an older chart: every change of the chart, oldest first. */
    readonly crossings: readonly Crossing[];
  },
): Promise<void> {
  const { postings, chart, entryId, crossings } = mirrored;
  const accounts = [
    ...debtsTouched(postings, chart),
    ...thingsTaken(postings, chart),
    ...leviesTouched(postings, chart),
  ];
  const asked = { accounts, chart: chart.version };
  const dealings =
    crossings.length === 0
      ? await readDealings(tx, collectiveId, asked)
      : await readDealingsThrough(tx, collectiveId, { ...asked, crossings });
  requireStillOwed(postings, { entryId, dealings }, chart);
  requireStillThere(postings, { entryId, dealings }, chart);
  requireRaisedPaid(postings, { entryId, dealings }, chart);
}

/**
 * The same dealings through changes of the chart, under the names of now: what carried balances over is none
 * of them.
 */
async function readDealingsThrough(
  tx: EntityManager,
  collectiveId: string,
  asked: {
    readonly accounts: readonly string[];
    readonly chart: string;
    readonly crossings: readonly Crossing[];
  },
): Promise<Dealing[]> {
  const { accounts, chart, crossings } = asked;
  const through: Dealing[] = [];
  for (const [place, { old }] of crossings.entries()) {
    const later = crossings.slice(place);
    const mains = [...old.accounts.keys()].filter(
      (code) =>
        mainCodeOf(code) === code && meantBy(code, later).some((each) => accounts.includes(mainCodeOf(each))),
    );
    const earlier = await readDealings(tx, collectiveId, {
      ...{ accounts: mains, chart: old.version, carried: 'leftOut' },
    });
    through.push(
      ...earlier.map((dealing) => ({
        ...dealing,
        lines: dealing.lines.map((line) => {
          const [ledgerAccount = line.ledgerAccount] = meantBy(line.ledgerAccount, later);
          return { ...line, ledgerAccount };
        }),
      })),
    );
  }
  return [...through, ...(await readDealings(tx, collectiveId, { accounts, chart, carried: 'leftOut' }))];
}

interface PeoplesRow {
  readonly entry_id: string;
  readonly ledger_account: string;
  readonly pool: Pool;
  readonly counterparty: string | null;
  readonly side: Posting['side'];
  readonly amount: string;
  readonly stream: Stream | null;
}

/**
 * The lines of what people wrote on these accounts and did not take back, voucher by voucher; of those alone
 * that count after a day, where one is given.
 */
export async function readByPeople(
  tx: EntityManager,
  collectiveId: string,
  asked: {
    readonly accounts: readonly string[];
    readonly postedAfter?: CalendarDay;
  },
): Promise<Posting[][]> {
  const { accounts, postedAfter = '' } = asked;
  if (accounts.length === 0) return [];
  const names = await readCounterpartyNames(tx, collectiveId);
  const rows = await run<PeoplesRow>(
    tx,
    `SELECT l.entry_id, l.ledger_account, l.pool, l.counterparty, l.side, l.stream,
       CAST(l.amount_fen AS TEXT) AS amount
     FROM ${LINES_OF_ENTRIES} WHERE e.collective_id = ? AND ${LINES_OF_THEM}
       AND e.source_kind IN (${BY_PEOPLE.map((kind) => `'${kind}'`).join(', ')}) AND e.posted_on > ?
       AND ${STANDING} AND EXISTS (SELECT 1 FROM ledger_lines l2
         WHERE l2.collective_id = ? AND l2.entry_id = e.id AND (${isOneOf('l2', accounts)}))`,
    [...[collectiveId, postedAfter, collectiveId, collectiveId], ...accounts.map((account) => `${account}%`)],
  );
  return [...vouchersOf(rows, names).values()];
}

/**
 * What the opening says is short on these accounts, each as a voucher over money that was lost: of what it
 * was nothing says, and somebody may come to owe it.
 */
export async function readShortAtOpening(
  db: EntityManager,
  collectiveId: string,
  { accounts, cash }: { readonly accounts: readonly string[]; readonly cash: string },
): Promise<Posting[][]> {
  if (accounts.length === 0) return [];
  const rows = await run<Pick<PeoplesRow, 'ledger_account' | 'pool' | 'amount'>>(
    db,
    `SELECT l.ledger_account, l.pool, CAST(l.amount_fen AS TEXT) AS amount
     FROM ${LINES_OF_ENTRIES} WHERE e.collective_id = ? AND ${LINES_OF_THEM} AND e.source_kind = 'opening'
       AND l.side = 'debit' AND ${STANDING} AND (${isOneOf('l', accounts)})`,
    [collectiveId, collectiveId, ...accounts.map((account) => `${account}%`)],
  );
  return rows.map(({ ledger_account: ledgerAccount, pool, amount: text }) => {
    const amount = BigInt(text);
    return [
      { ledgerAccount, pool, amount, side: 'debit' },
      { ledgerAccount: cash, pool, amount, side: 'credit' },
    ];
  });
}

interface DealingRow extends PeoplesRow {
  readonly source_kind: string;
  readonly voucher_year: number;
  readonly voucher_number: number;
}

/**
 * Every line of the vouchers that stand on these accounts under a chart, in the order of the chain; of those
 * alone that count by a day, where one is given.
 */
export async function readDealings(
  tx: EntityManager,
  collectiveId: string,
  asked: {
    readonly accounts: readonly string[];
    readonly chart: string;
    readonly day?: CalendarDay;
    /** Where the vouchers that carry balances from one chart to the next are none of them. */
    readonly carried?: 'leftOut';
  },
): Promise<Dealing[]> {
  const { accounts, chart, day = '9999-12-31' } = asked;
  if (accounts.length === 0) return [];
  const own = asked.carried === undefined ? '' : `AND e.source_kind <> '${CHART_CHANGE}'`;
  const names = await readCounterpartyNames(tx, collectiveId);
  const rows = await run<DealingRow>(
    tx,
    `SELECT l.entry_id, l.ledger_account, l.pool, l.counterparty, l.side, l.stream,
       CAST(l.amount_fen AS TEXT) AS amount, e.source_kind, e.voucher_year, e.voucher_number
     FROM ${LINES_OF_ENTRIES} WHERE e.collective_id = ? AND ${LINES_OF_THEM} AND e.chart = ?
       AND e.posted_on <= ? ${own} AND ${STANDING} AND EXISTS (SELECT 1 FROM ledger_lines l2
         WHERE l2.collective_id = ? AND l2.entry_id = e.id AND (${isOneOf('l2', accounts)}))
     ORDER BY e.chain_position, l.line_number`,
    [...[collectiveId, chart, day, collectiveId, collectiveId], ...accounts.map((account) => `${account}%`)],
  );
  const entries = new Map(rows.map((row) => [row.entry_id, row]));
  return [...vouchersOf(rows, names)].map(([entryId, lines]) => {
    const { source_kind: kind = '', voucher_year: year, voucher_number: number } = entries.get(entryId) ?? {};
    const voucher = { year: Number(year), number: Number(number) };
    return { entryId, voucher, lines, byPeople: BY_PEOPLE.includes(kind) };
  });
}

function vouchersOf(rows: readonly PeoplesRow[], names: CounterpartyNames): Map<string, Posting[]> {
  const vouchers = new Map<string, Posting[]>();
  for (const { entry_id: id, ledger_account: ledgerAccount, counterparty, stream, ...row } of rows) {
    const line = {
      ...{ ledgerAccount, pool: row.pool, side: row.side, amount: BigInt(row.amount) },
      ...(stream === null ? {} : { stream }),
    };
    const named = counterparty === null ? line : names.byId({ ...line, counterparty });
    const known = vouchers.get(id);
    if (known === undefined) vouchers.set(id, [named]);
    else known.push(named);
  }
  return vouchers;
}
