import fc from 'fast-check';
import type { Posting } from '../../src/domain/ledger/journal-entry';
import type { DetailRow } from '../../src/domain/ledger/report-detail-ledger';
import { sumFen } from '../../src/domain/money/fen';
import { BalancesService } from '../../src/features/ledger/balances.service';
import { BookLinesService } from '../../src/features/ledger/book-lines.service';
import { ChartService } from '../../src/features/ledger/chart.service';
import { UNNAMED } from '../../src/features/ledger/report-names';
import { type ReportScope, ReportsService } from '../../src/features/ledger/reports.service';
import { StatementLayoutsService } from '../../src/features/ledger/statement-layouts.service';
import type { Database } from '../../src/platform/database/database';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { Tampering } from '../support/tampering';
import { byTier } from '../support/tier';
import type { Village } from '../support/village';
import { dealingVillage } from './dealings.fixture';

const SEED = 20_251_129;
const HISTORIES = byTier(3, 40);
const PARTIES = ['Qian', 'Mill', 'Other', undefined] as const;
const ASSETS = ['north', 'south', undefined] as const;
const ACCOUNTS = ['112', '113', '211'] as const;

/** A line on an account of dealings, the bank on its other side. */
interface Dealt {
  readonly account: (typeof ACCOUNTS)[number];
  readonly party: (typeof PARTIES)[number];
  readonly asset: (typeof ASSETS)[number];
  readonly pool: 'members' | 'pv';
  readonly on: string;
  /** Fen, a debit above zero. */
  readonly signed: bigint;
  /** Whether the line holds the name, as older books do. */
  readonly byName: boolean;
  readonly isOpening: boolean;
}

const dealt = fc.record({
  account: fc.constantFrom(...ACCOUNTS),
  party: fc.constantFrom(...PARTIES),
  asset: fc.constantFrom(...ASSETS),
  pool: fc.constantFrom('members' as const, 'pv' as const),
  on: fc.constantFrom('2025-01-01', '2025-01-31', '2025-02-13', '2025-02-14', '2025-03-31', '2025-04-01'),
  signed: fc.bigInt({ min: -500n, max: 500n }).filter((fen) => fen !== 0n),
  byName: fc.boolean(),
  isOpening: fc.constantFrom(false, false, false, true),
});
const spans = fc.record({
  from: fc.constantFrom('2025-01-01', '2025-02-01', '2025-02-14', '2025-04-01'),
  to: fc.constantFrom('2025-04-01', '2025-04-30'),
  pool: fc.constantFrom(undefined, 'pv' as const),
});

describeOnEachEngine('the detail ledger of one party or one asset', (open) => {
  let opened: OpenDatabase;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  it(`is what was booked with it, and all add up to the account (seed ${String(SEED)})`, async () => {
    const { reports } = reportsOn(opened.database);
    const history = fc.array(dealt, { minLength: 12, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(history, spans, async (bookings, span) => {
        const village = await bookedWith(opened, bookings);
        const names = await reports.counterpartiesOf(village.id);
        for (const account of ACCOUNTS) {
          const scope = { collectiveId: village.id, by: 'postedOn' as const, ...span, account };
          const of = bookings.filter((each) => each.account === account && isOfPool(each, span.pool));
          const drawn = (named: Pick<ReportScope, 'counterparty' | 'asset'>) =>
            ledgerOf(reports, { ...scope, ...named });
          const whole = await drawn({});
          expect(whole).toEqual(toldBy(of, span));
          const parties = [];
          for (const party of PARTIES) {
            const counterparty = party === undefined ? UNNAMED : names.idOf(party);
            parties.push(await drawn({ counterparty }));
            const own = of.filter((each) => each.party === party);
            expect([party, parties.at(-1)]).toEqual([party, toldBy(own, span)]);
          }
          expect(addedUp(parties)).toEqual(whole);
          const assets = [];
          for (const asset of ASSETS) assets.push(await drawn({ asset: asset ?? UNNAMED }));
          expect(addedUp(assets)).toEqual(whole);
          const both = of.filter((each) => each.party === 'Qian' && each.asset === 'north');
          const asked = { counterparty: names.idOf('Qian'), asset: 'north' };
          expect(await drawn(asked)).toEqual(toldBy(both, span));
        }
      }),
      { seed: SEED, numRuns: HISTORIES },
    );
  }, 240_000);

  it('counts months by the month a fact concerns, and as known before anything was booked', async () => {
    const { reports } = reportsOn(opened.database);
    const village = await bookedWith(opened, [line({ on: '2025-01-31' }), line({ on: '2025-02-14' })]);
    const counterparty = (await reports.counterpartiesOf(village.id)).idOf('Qian');
    const scope = { collectiveId: village.id, account: '113', counterparty, from: '2025-02-01' };
    const drawn = { ...scope, to: '2025-02-28', by: 'aboutPeriod' as const };
    expect(await ledgerOf(reports, drawn)).toMatchObject({ opening: 7n, debit: 7n, closing: 14n, lines: 1 });
    const unknown = { ...drawn, known: '2024-01-01' };
    expect(await ledgerOf(reports, unknown)).toMatchObject({ opening: 0n, debit: 0n, closing: 0n, lines: 0 });
  });

  it('names on an account whom and what its lines name, whichever way they do', async () => {
    const { reports } = reportsOn(opened.database);
    const lines = [line({ byName: true, signed: 8n }), line({}), line({ party: undefined, asset: 'north' })];
    const village = await bookedWith(opened, [...lines, line({ account: '211', party: 'Mill' })]);
    const names = await reports.counterpartiesOf(village.id);
    const on = (account: string) => reports.namedOn(village.id, account);
    expect(await on('113')).toEqual({ counterparties: [names.idOf('Qian')], assets: ['north'] });
    expect(await on('211')).toEqual({ counterparties: [names.idOf('Mill')], assets: [] });
    expect(await on('102')).toEqual({ counterparties: [], assets: [] });
  });
});

function line(wish: Partial<Dealt>): Dealt {
  const usual = {
    account: '113',
    party: 'Qian',
    asset: undefined,
    pool: 'members',
    on: '2025-02-14',
  } as const;
  return { ...usual, signed: 7n, byName: false, isOpening: false, ...wish };
}

function reportsOn(database: Database) {
  const [balances, lines] = [new BalancesService(database), new BookLinesService(database)];
  const layouts = new StatementLayoutsService('seeds');
  return { reports: new ReportsService(database, new ChartService('seeds'), balances, lines, layouts) };
}

/** A village whose books hold these lines, those by name put so by hand. */
async function bookedWith(opened: OpenDatabase, bookings: readonly Dealt[]): Promise<Village> {
  const { database } = opened;
  const village = await dealingVillage(database);
  const inOrder = [...bookings].sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
  for (const [place, each] of inOrder.entries()) {
    const entry = {
      ...{ event: 'test.dealt', postedOn: each.on, aboutPeriod: each.on.slice(0, 7), statementOn: each.on },
      ...{ summary: 'dealt', preparedBy: 'ann', postings: postingsOf(each) },
      source: { kind: each.isOpening ? 'opening' : 'test', id: `dealt ${String(place)}` },
    };
    await database.inTransaction(village.id, (tx) => village.services.ledger.post(tx, village.id, entry));
  }
  const byName = [...new Set(bookings.filter((each) => each.byName).flatMap(({ party }) => party ?? []))];
  const names = await village.services.books.listCounterparties(village.id);
  const hand = await Tampering.on(opened);
  for (const name of byName) {
    // Every second line of theirs, so that both ways of naming stand side by side.
    await hand.run(
      `UPDATE ledger_lines SET counterparty = '${name}' WHERE counterparty = '${names.idOf(name)}'
       AND amount_fen % 2 = 0`,
    );
  }
  await hand.close();
  return village;
}

function postingsOf({ account, party, asset, pool, signed }: Dealt): Posting[] {
  const amount = signed > 0n ? signed : -signed;
  const [side, other] = signed > 0n ? (['debit', 'credit'] as const) : (['credit', 'debit'] as const);
  const named = {
    ...(party === undefined ? {} : { counterparty: party }),
    ...(asset === undefined ? {} : { assetId: asset }),
  };
  return [
    { ledgerAccount: account, side, amount, pool, ...named },
    { ledgerAccount: '102', side: other, amount, pool },
  ];
}

interface Told {
  readonly opening: bigint;
  readonly debit: bigint;
  readonly credit: bigint;
  readonly closing: bigint;
  readonly lines: number;
}

async function ledgerOf(
  reports: ReportsService,
  scope: ReportScope & { readonly account: string },
): Promise<Told> {
  const { rows, lines } = await reports.detailLedger(scope, { dayTotals: false });
  const sumOf = (side: 'debit' | 'credit') =>
    sumFen(rows.filter(({ kind }: DetailRow) => kind === 'line').map((row) => row[side]));
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    ...{ opening: first?.balance ?? 0n, closing: last?.balance ?? 0n, lines },
    ...{ debit: sumOf('debit'), credit: sumOf('credit') },
  };
}

/** The same, from what was booked: what the books were opened with is what a time begins with. */
function toldBy(
  bookings: readonly Dealt[],
  { from, to }: { readonly from: string; readonly to: string },
): Told {
  const brought = bookings.filter((each) => each.on < from || (each.isOpening && each.on <= to));
  const moved = bookings.filter((each) => each.on >= from && each.on <= to && !each.isOpening);
  const opening = sumFen(brought.map(({ signed }) => signed));
  const debit = sumFen(moved.flatMap(({ signed }) => (signed > 0n ? [signed] : [])));
  const credit = sumFen(moved.flatMap(({ signed }) => (signed < 0n ? [-signed] : [])));
  return { opening, debit, credit, closing: opening + debit - credit, lines: moved.length };
}

function addedUp(parts: readonly Told[]): Told {
  const sumOf = (column: 'opening' | 'debit' | 'credit' | 'closing') =>
    sumFen(parts.map((part) => part[column]));
  return {
    ...{ opening: sumOf('opening'), debit: sumOf('debit'), credit: sumOf('credit') },
    ...{ closing: sumOf('closing'), lines: parts.reduce((count, { lines }) => count + lines, 0) },
  };
}

function isOfPool({ pool }: Dealt, wanted: 'pv' | undefined): boolean {
  return wanted === undefined || pool === wanted;
}
