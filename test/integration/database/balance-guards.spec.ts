import type { EntityManager } from 'typeorm';
import { errorCode } from '../../../src/platform/database/faults';
import { openBooks } from '../../support/books';
import { describeOnEachEngine, type OpenDatabase } from '../../support/engines';

type Line = readonly [side: 'debit' | 'credit', pool: string, fen: number];

const BALANCED: readonly Line[] = [
  ['debit', 'pv', 100],
  ['credit', 'pv', 100],
];

describeOnEachEngine('a voucher whose balance the database checks itself', (open, engine) => {
  let opened: OpenDatabase;

  beforeAll(async () => {
    opened = await open({ entities: [] });
  });

  const inBooks = async (id: string, work: (tx: EntityManager) => Promise<void>): Promise<void> => {
    await openBooks(opened.database, id);
    await opened.database.inTransaction(id, work);
  };

  it('joins the chain when debit equals credit in each of its pools', async () => {
    await inBooks('good', async (tx) => {
      await addEntry(tx, 'good', 1);
      await addLines(tx, ['good', 1], [...BALANCED, ['credit', 'other', -7], ['debit', 'other', -7]]);
      await growTo(tx, 'good', 1);
    });
    expect(await opened.reader.query('SELECT chain_length FROM collective_books')).toEqual([
      { chain_length: 1 },
    ]);
  });

  it.each<{ bad: string; lines: readonly Line[]; length: number }>([
    { bad: 'without lines', lines: [], length: 1 },
    { bad: 'with one side only', lines: [['debit', 'pv', 100]], length: 1 },
    {
      bad: 'balanced as a whole but not in its pools',
      lines: [
        ['debit', 'pv', 100],
        ['credit', 'other', 100],
      ],
      length: 1,
    },
    { bad: 'with a gap before it', lines: BALANCED, length: 2 },
  ])('is refused $bad', async ({ bad, lines, length }) => {
    const id = `refused ${bad}`;
    const refused = inBooks(id, async (tx) => {
      await addEntry(tx, id, length);
      await addLines(tx, [id, length], lines);
      await growTo(tx, id, length);
    });
    const error: unknown = await refused.catch((thrown: unknown) => thrown);
    expect(String(error)).toContain('unbalanced');
    if (engine === 'postgres') expect(errorCode(error)).toBe('VL002');
  });

  it('joins the chain together with others that balance, and is refused with one that does not', async () => {
    const grown = (id: string, second: readonly Line[]): Promise<void> =>
      inBooks(id, async (tx) => {
        await addEntry(tx, id, 1);
        await addLines(tx, [id, 1], BALANCED);
        await addEntry(tx, id, 2);
        await addLines(tx, [id, 2], second);
        await growTo(tx, id, 2);
      });
    await grown('both', BALANCED);
    await expect(grown('second unbalanced', [['debit', 'pv', 100]])).rejects.toThrow('unbalanced');
    await expect(grown('second without lines', [])).rejects.toThrow('unbalanced');
  });

  it('leaves the chain of books no shorter', async () => {
    const refused = inBooks('cut', async (tx) => {
      await addEntry(tx, 'cut', 1);
      await addLines(tx, ['cut', 1], BALANCED);
      await growTo(tx, 'cut', 1);
      await growTo(tx, 'cut', 0);
    });
    await expect(refused).rejects.toThrow('unbalanced');
  });

  it('gets no further lines, even balanced ones', async () => {
    await inBooks('full', async (tx) => {
      await addEntry(tx, 'full', 1);
      await addLines(tx, ['full', 1], BALANCED);
      await growTo(tx, 'full', 1);
    });
    const added = opened.database.inTransaction('full', (tx) => addLines(tx, ['full', 1, 3], BALANCED));
    const error: unknown = await added.catch((thrown: unknown) => thrown);
    expect(String(error)).toContain('append-only');
    if (engine === 'postgres') expect(errorCode(error)).toBe('VL001');
  });
});

async function addEntry(tx: EntityManager, id: string, position: number): Promise<void> {
  await tx.query(
    `INSERT INTO ledger_entries (collective_id, id, chain_position, voucher_year, voucher_number, event,
       posted_on, booked_at, about_period, statement_on, chart, summary, source_kind, source_id, prepared_by,
       previous_hash, hash)
     VALUES ('${id}', 'e${String(position)}', ${String(position)}, 2025, ${String(position)}, 'test',
       '2025-01-01', '', '2025-01', '2025-01-01', '2023', '', '', '', '', '', '')`,
  );
}

async function addLines(
  tx: EntityManager,
  [id, position, first = 1]: readonly [id: string, position: number, first?: number],
  lines: readonly Line[],
): Promise<void> {
  for (const [index, [side, pool, fen]] of lines.entries()) {
    await tx.query(
      `INSERT INTO ledger_lines (collective_id, entry_id, line_number, ledger_account, side, amount_fen,
         pool, statement_on)
       VALUES ('${id}', 'e${String(position)}', ${String(first + index)}, '101', '${side}', ${String(fen)},
         '${pool}', '2025-01-01')`,
    );
  }
}

async function growTo(tx: EntityManager, id: string, length: number): Promise<void> {
  await tx.query(
    `UPDATE collective_books SET chain_length = ${String(length)}
     WHERE collective_id = '${id}'`,
  );
}
