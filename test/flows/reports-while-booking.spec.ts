import { DeductionsService } from '../../src/features/deductions/deductions.service';
import { Visitor } from '../platform/http-app.fixture';
import { BookedBetween } from '../support/booked-between';
import { enginesHere } from '../support/engines';
import { openWith, PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';

interface Body {
  readonly carriedOver?: string;
  readonly received?: string;
  readonly deducted?: string;
  readonly distributable?: string;
  readonly statutory?: string;
  readonly pool?: string;
  readonly lines?: readonly { readonly amount: string }[];
}

/** Answers that add up in themselves: what must be equal in each. */
const SUMS: Readonly<Record<string, (body: Body) => readonly [unknown, unknown]>> = {
  'surplus?': ({ carriedOver, received, deducted, distributable }) => [
    fen(carriedOver) + fen(received) - fen(deducted),
    fen(distributable),
  ],
  'surplus/bridge?': ({ statutory, lines, pool }) => [
    (lines ?? []).reduce((sum, { amount }) => sum + fen(amount), fen(statutory)),
    fen(pool),
  ],
};

const DAYS = 'from=2025-01-01&to=2025-07-31';
const PV = `pool=pv&${DAYS}`;

describe.each(enginesHere())('while others book (%s)', (engine) => {
  let village: VillageApp;
  let visitor: Visitor;
  let others: BookedBetween;
  let bills = 0;

  beforeAll(async () => {
    village = await startVillageApp(engine);
    await openWith(village.app, village.villageId, 10_000_000n);
    visitor = new Visitor(village.app);
    await visitor.logIn({ username: 'wang', password: PASSWORD });
    const deductions = village.app.get(DeductionsService);
    const form = { kind: 'insurance', postedOn: '2025-07-04', amount: '1.00', reason: '' };
    others = new BookedBetween(village.app, () => {
      bills += 1;
      return deductions.recordDeduction(
        village.villageId,
        { ...form, name: `bill ${String(bills)}` },
        { by: 'he' },
      );
    });
  }, 60_000);

  afterAll(() => village.close());

  it.each([
    ...['account-balances', 'general-ledger', 'detail-ledger', 'voucher-summary'],
    ...['ageing', 'balance-sheet', 'income-statement'],
  ])('the report %s is answered', async (name) => {
    const url = `/api/villages/${village.villageId}/reports/${name}?${DAYS}`;
    const { answer, bookings } = await others.while(() => village.accountant.get(url));
    expect([name, answer.status, bookings > 0]).toEqual([name, 200, true]);
  });

  it.each([`surplus?${PV}`, `surplus/bridge?${PV}`])('%s adds up', async (path) => {
    const url = `/api/villages/${village.villageId}/${path}`;
    const { answer, bookings } = await others.while(() => village.accountant.get(url));
    expect([answer.status, bookings > 0]).toEqual([200, true]);
    const sums = Object.entries(SUMS).find(([start]) => path.startsWith(start))?.[1](answer.body);
    expect(sums?.[0]).toBe(sums?.[1]);
  });

  const sheets = (path: string, query: string): string[] =>
    ['', '/sheet.pdf', '/table.xlsx'].map((end) => `${path}${end}?${query}`);

  it.each([
    ...sheets('books/income-statement', DAYS),
    ...sheets('books/balance-sheet', DAYS),
    ...sheets('books/bank-journal', DAYS),
    ...sheets('bridge', PV),
    ...sheets('surplus', PV),
    'months/2025-07',
    'year-end',
  ])('page or sheet %s is there', async (path) => {
    const url = `/villages/${village.villageId}/${path}`;
    const { answer, bookings } = await others.while(() => visitor.get(url));
    expect([path, answer.statusCode, bookings > 0]).toEqual([path, 200, true]);
  });
});

function fen(amount: string | undefined): bigint {
  return BigInt((amount ?? '').replace('.', ''));
}
