import type { OwedTo } from '../../src/domain/ledger/pool-lines';
import { readOwedBySource } from '../../src/features/ledger/kept-by-steps.store';
import { readOwed } from '../../src/features/ledger/owed-by-name.store';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { Tampering } from '../support/tampering';
import type { Village } from '../support/village';
import { dealingVillage, writtenIn } from './dealings.fixture';

/** What is owed is asked of the lines that name somebody; the rest is what the balance has beyond them. */
describeOnEachEngine('what is owed by name', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let hand: Tampering;
  let idOf: (name: string) => string;

  beforeAll(async () => {
    opened = await open();
    village = await dealingVillage(opened.database);
    await writtenIn(village, 'members 513 40, members 211 Qian -40');
    await writtenIn(village, 'members 513 7, members 211 Mill -7, pv 102 3, pv 211 Qian -3');
    await writtenIn(village, 'members 211 Qian 15, members 102 -15', '2025-03-05');
    await writtenIn(village, 'members 113 Other 9, members 102 -9', '2025-03-06');
    await writtenIn(village, 'members 102 8, members 211 Other -8', '2025-03-07');
    hand = await Tampering.on(opened);
    // As older books do: a line that names nobody, and one that holds the name.
    await hand.run(
      "UPDATE ledger_lines SET counterparty = NULL WHERE ledger_account = '211' AND amount_fen = 800",
    );
    await hand.run(
      "UPDATE ledger_lines SET counterparty = 'Mill' WHERE amount_fen = 700 AND ledger_account = '211'",
    );
    const names = await village.services.books.listCounterparties(village.id);
    idOf = (name) => names.idOf(name);
  });
  afterAll(async () => {
    await hand.close();
    await opened.close();
  });

  const sums = (owed: readonly OwedTo[]): Record<string, bigint> => {
    const found: Record<string, bigint> = {};
    for (const { ledgerAccount, pool, counterparty, amount } of owed) {
      const name =
        ['Qian', 'Mill', 'Other'].find((each) => idOf(each) === counterparty) ?? counterparty ?? '-';
      const key = `${ledgerAccount} ${pool} ${name}`;
      found[key] = (found[key] ?? 0n) + amount;
    }
    return Object.fromEntries(Object.entries(found).filter(([, amount]) => amount !== 0n));
  };
  const owed = async (accounts: string[], day?: string) =>
    sums(
      await readOwed(opened.database.reader, village.id, { accounts, ...(day === undefined ? {} : { day }) }),
    );

  it('is told name by name, under none, and of the accounts alone that are asked about', async () => {
    expect(await owed(['211'])).toEqual({
      ...{ '211 members Qian': -25_00n, '211 members Mill': -7_00n, '211 members -': -8_00n },
      '211 pv Qian': -3_00n,
    });
    expect(await owed(['113', '211', '113'])).toMatchObject({
      '113 members Other': 9_00n,
      '211 pv Qian': -3_00n,
    });
    expect(await owed(['112'])).toEqual({});
    expect(await owed([])).toEqual({});
  });

  it.each([
    ['2025-02-09', {}],
    ['2025-02-10', { '211 members Qian': -40_00n, '211 members Mill': -7_00n, '211 pv Qian': -3_00n }],
    ['2025-03-04', { '211 members Qian': -40_00n, '211 members Mill': -7_00n, '211 pv Qian': -3_00n }],
    ['2025-03-06', { '211 members Qian': -25_00n, '211 members Mill': -7_00n, '211 pv Qian': -3_00n }],
  ])('is told as it stood at the end of %s', async (day, found) => {
    expect(await owed(['211'], day)).toEqual(found);
  });

  it('is told by what booked it, of everybody or of some', async () => {
    const chart = '2023';
    const of = async (parties?: string[]) => {
      const asked = { accounts: ['211'], chart, ...(parties === undefined ? {} : { parties }) };
      return sums(await readOwedBySource(opened.database.reader, village.id, asked));
    };
    const all = await of();
    expect(all).toMatchObject({
      '211 members Qian': -25_00n,
      '211 members -': -8_00n,
      '211 pv Qian': -3_00n,
    });
    expect(await of([idOf('Mill')])).toEqual({ '211 members Mill': -7_00n });
    expect(await of([idOf('Qian'), idOf('Mill')])).toEqual({
      ...{ '211 members Qian': -25_00n, '211 members Mill': -7_00n, '211 pv Qian': -3_00n },
    });
    expect(await of([])).toEqual({});
  });
});
