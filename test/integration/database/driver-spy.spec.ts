import { expectScaleRules, scaleProblems } from '../../support/driver-spy';

const LOCK = 'SELECT collective_id FROM collective_books WHERE collective_id = $1 FOR UPDATE';
const SQLITE_LOCK = 'SELECT collective_id FROM collective_books WHERE collective_id = ?';
const INSERT =
  'INSERT INTO number_counters (collective_id, series, year, last_number) VALUES ($1, $2, $3, $4)';

describe('the driver spy', () => {
  it.each<{ good: string; statements: string[] }>([
    { good: 'a write after the lock', statements: ['START TRANSACTION', LOCK, INSERT, 'COMMIT'] },
    {
      good: 'a write after the lock, on SQLite',
      statements: ['BEGIN TRANSACTION', SQLITE_LOCK, INSERT, 'COMMIT'],
    },
    {
      good: 'a read by collective',
      statements: ['SELECT "p"."id" FROM "plans" "p" WHERE "p"."collective_id" = $1'],
    },
    {
      good: 'a write of a reference table',
      statements: ['BEGIN', 'INSERT INTO users (id) VALUES ($1)', 'COMMIT'],
    },
    {
      good: 'a report over joins on the collective',
      statements: ['SELECT 1 FROM ledger_lines l JOIN ledger_entries e ON e.collective_id = l.collective_id'],
    },
  ])('finds nothing wrong in $good', ({ statements }) => {
    expect(scaleProblems(statements)).toEqual([]);
    expect(() => {
      expectScaleRules(statements);
    }).not.toThrow();
  });

  it.each<{ bad: string; statements: string[]; cure: string }>([
    {
      bad: 'a write without the lock',
      statements: ['BEGIN', INSERT, 'COMMIT'],
      cure: 'lock collective_books first',
    },
    {
      bad: 'a lock taken late',
      statements: ['BEGIN', INSERT, LOCK, 'COMMIT'],
      cure: 'lock collective_books first',
    },
    { bad: 'a write outside a transaction', statements: [INSERT], cure: 'write through inTransaction()' },
    {
      bad: 'a read of every village',
      statements: ['SELECT collective_id, id FROM plans WHERE id = $1'],
      cure: 'name collective_id in the condition',
    },
    {
      bad: 'SERIALIZABLE',
      statements: ['SET TRANSACTION ISOLATION LEVEL SERIALIZABLE'],
      cure: 'stay with READ COMMITTED',
    },
    {
      bad: 'an advisory lock',
      statements: ['SELECT pg_advisory_xact_lock(1)'],
      cure: 'lock a row of the collective',
    },
    {
      bad: 'a lock on every village',
      statements: ['SELECT id FROM collectives WHERE kind = $1 FOR UPDATE'],
      cure: 'lock by collective_id',
    },
    {
      bad: 'a row that changes its village',
      statements: ['BEGIN', LOCK, 'UPDATE plans SET collective_id = $1 WHERE collective_id = $2', 'COMMIT'],
      cure: 'a row never changes its collective',
    },
  ])('names the cure for $bad', ({ statements, cure }) => {
    expect(scaleProblems(statements).join('\n')).toContain(cure);
    expect(() => {
      expectScaleRules(statements);
    }).toThrow(cure);
  });
});
