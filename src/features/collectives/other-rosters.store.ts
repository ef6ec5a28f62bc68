import type { EntityManager } from 'typeorm';
import type { HeldElsewhere } from '../../domain/collectives/other-village';
import type { Leaving } from '../../domain/collectives/person';
import { engineOf } from '../../platform/database/engine';
import { run } from '../../platform/database/statements';

/** What another village of the county entered last of whoever bears a number; which village is not told. */
export type PrintElsewhere = HeldElsewhere & { readonly identityPrint: string };

/** A statement has no more values than both databases take with ease. */
const PRINTS_TOGETHER = 500;

/** SQLite keeps no statistics: without being told it would read everybody of the county for one number. */
const BY_PRINT = 'INDEXED BY member_versions_by_identity_print';

/** Only what was entered last counts: a number that was put right is nobody's any more. */
const ELSEWHERE = `
  WITH RECURSIVE above (id, parent_id) AS (
    SELECT id, parent_id FROM collectives WHERE id = ?
    UNION SELECT c.id, c.parent_id FROM collectives c JOIN above a ON c.id = a.parent_id
  ), within_county (id) AS (
    SELECT id FROM above WHERE parent_id IS NULL
    UNION SELECT c.id FROM collectives c JOIN within_county w ON c.parent_id = w.id
  )
  SELECT v.identity_print, v.from_day, v.left_why FROM member_versions v @
  WHERE v.collective_id IN (SELECT id FROM within_county) AND v.collective_id <> ?
    AND v.identity_print IN (%)
    AND NOT EXISTS (SELECT 1 FROM member_versions later WHERE later.collective_id = v.collective_id
      AND later.member_id = v.member_id AND later.version > v.version)`;

/** What the other villages of a village's county entered last of whoever these prints are of. */
export async function readElsewhere(
  db: EntityManager,
  collectiveId: string,
  prints: readonly string[],
): Promise<PrintElsewhere[]> {
  const found: PrintElsewhere[] = [];
  const sql = ELSEWHERE.replace('@', engineOf(db.dataSource) === 'sqlite' ? BY_PRINT : '');
  for (let from = 0; from < prints.length; from += PRINTS_TOGETHER) {
    const part = prints.slice(from, from + PRINTS_TOGETHER);
    const marks = part.map(() => '?').join(', ');
    const values = [collectiveId, collectiveId, ...part];
    const rows = await run<ElsewhereColumns>(db, sql.replace('%', marks), values);
    found.push(
      ...rows.map(({ identity_print: identityPrint, from_day: fromDay, left_why: leftWhy }) => ({
        ...{ identityPrint, fromDay, leftWhy: leftWhy ?? undefined },
      })),
    );
  }
  return found;
}

interface ElsewhereColumns {
  readonly identity_print: string;
  readonly from_day: string;
  readonly left_why: Leaving | null;
}
