import type { QueryRunner } from 'typeorm';
import { engineOf } from '../engine';

/** A row trigger that refuses with a word and, on PostgreSQL, an SQLSTATE of this program's own class. */
interface Guard {
  readonly name: string;
  /** Before what, on which table. */
  readonly event: string;
  /** Looked at first, where given; the rows below are not read where it does not hold. */
  readonly when?: string;
  readonly refuses: string;
  readonly word: string;
  readonly state: string;
}

// How many new entries of the chain have lines, if all of them balance in every pool; otherwise none.
const BALANCED_ENTRIES = `SELECT CASE WHEN MAX(ABS(p.effect)) = 0 THEN COUNT(DISTINCT p.id) ELSE 0 END
  FROM (SELECT e.id, SUM(CASE l.side WHEN 'debit' THEN l.amount_fen ELSE -l.amount_fen END) AS effect
    FROM ledger_entries e
    JOIN ledger_lines l ON l.collective_id = e.collective_id AND l.entry_id = e.id
    WHERE e.collective_id = NEW.collective_id
      AND e.chain_position > OLD.chain_length AND e.chain_position <= NEW.chain_length
    GROUP BY e.id, l.pool) p`;

const GUARDS: readonly Guard[] = [
  {
    // The chain grows by entries without gaps, which have lines and in every pool as much debit as credit.
    name: 'collective_books_balanced',
    event: 'UPDATE OF chain_length ON collective_books',
    when: 'NEW.chain_length <> OLD.chain_length',
    refuses: `NEW.chain_length - OLD.chain_length <> (${BALANCED_ENTRIES})`,
    word: 'unbalanced',
    state: 'VL002',
  },
  {
    // An entry of the chain gets no further line.
    name: 'ledger_lines_complete',
    event: 'INSERT ON ledger_lines',
    refuses: `EXISTS (SELECT 1 FROM ledger_entries e
      JOIN collective_books b ON b.collective_id = e.collective_id
      WHERE e.collective_id = NEW.collective_id AND e.id = NEW.entry_id
        AND e.chain_position <= b.chain_length)`,
    word: 'append-only',
    state: 'VL001',
  },
];

/**
 * Third step: the balance of a voucher is checked at once, by the database itself, when the chain takes the
 * voucher in. Guards of an earlier version are replaced.
 */
export async function guardBalances(runner: QueryRunner): Promise<void> {
  const postgres = engineOf(runner.dataSource) === 'postgres';
  for (const guard of GUARDS) {
    const table = guard.event.split(' ').at(-1) ?? '';
    await runner.query(`DROP TRIGGER IF EXISTS ${guard.name}${postgres ? ` ON ${table}` : ''}`);
    if (postgres) await runner.query(functionSql(guard));
    await runner.query(postgres ? postgresTriggerSql(guard) : sqliteTriggerSql(guard));
  }
}

function functionSql({ name, refuses, word, state }: Guard): string {
  return `CREATE OR REPLACE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql
    SET search_path = public, pg_temp AS
    $$ BEGIN
      IF ${refuses} THEN RAISE EXCEPTION '${word}' USING ERRCODE = '${state}'; END IF;
      RETURN NEW;
    END $$`;
}

function postgresTriggerSql({ name, event, when }: Guard): string {
  const condition = when === undefined ? '' : `WHEN (${when})`;
  return `CREATE TRIGGER ${name} BEFORE ${event} FOR EACH ROW ${condition} EXECUTE FUNCTION ${name}()`;
}

function sqliteTriggerSql({ name, event, when, refuses, word }: Guard): string {
  const condition = when === undefined ? '' : `WHEN ${when}`;
  return `CREATE TRIGGER ${name} BEFORE ${event} FOR EACH ROW ${condition}
    BEGIN SELECT RAISE(ABORT, '${word}') WHERE ${refuses}; END`;
}
