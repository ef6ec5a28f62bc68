import { Injectable } from '@nestjs/common';
import { type EntityManager, LessThan } from 'typeorm';
import { DomainError } from '../../domain/shared/domain-error';
import { withoutPrivateNumbers } from '../../domain/shared/private-number';
import { FormProblems, type Problem } from '../../domain/shared/problem';
import { type Command, onceOf } from '../audit/command';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import { sha256 } from '../digests/sha256';
import { newId } from '../ids/new-id';
import { ImportPreviewEntity } from './import-preview.entity';
import { readTable, type TableSource } from './read-table';
import { MOST_PROBLEMS, type Table, TornTable } from './table';
import { recordsOf, type TableRecords, type WantedColumn } from './table-columns';
import { besideColumns, headed, type TornFindings } from './torn-tables';

/** What a table was uploaded for, which columns it must have, and what other columns are. */
export interface Wanted<Key extends string> {
  readonly kind: string;
  readonly columns: readonly WantedColumn<Key>[];
  readonly others?: 'refused' | 'ignored';
  /** Seals what is kept, where the table names persons. */
  readonly sealing?: TableSealing;
  /**
   * What else is wrong, where some cells cannot be read: of the rows without such a cell, and nothing that a
   * cell left out could have made so.
   */
  readonly alsoWrong?: (records: TableRecords<Key>, read: TornTable) => Promise<readonly Problem[]>;
  /** The same of a table whose columns the feature finds itself, which has no columns here. */
  readonly readTorn?: (read: TornTable) => Promise<TornFindings>;
}

/** What a table of persons is sealed with between preview and confirmation. */
export interface TableSealing {
  seal(place: string, text: string): string;
  open(place: string, sealed: string): string;
  /** What is kept of the file in place of a digest that guessing would undo. */
  fingerprint(scope: string, text: string): string;
}

/** A table as it was uploaded, kept between looking at it and taking it over. */
export interface KeptTable {
  readonly id: string;
  readonly fileName: string;
  readonly digest: string;
  readonly table: Table;
  readonly uploadedBy: string;
  readonly uploadedAt: string;
}

const KEPT_FOR_MS = 24 * 60 * 60 * 1000;

/**
 * Uploaded tables between preview and confirmation. What the preview showed is what is confirmed: the
 * confirmation names the kept table, nothing is uploaded twice, and a restart in between loses nothing.
 */
@Injectable()
export class ImportPreviewsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Reads what was uploaded and keeps it for a day, if it can be read and has the columns wanted, where any
   * are. What its cells mean is for the feature to say.
   * @throws FormProblems `file.*`
   */
  async keep<Key extends string>(
    collectiveId: string,
    given: { readonly source: TableSource; readonly fileName: string; readonly wanted: Wanted<Key> },
    command: Command,
  ): Promise<string> {
    const { source, wanted } = given;
    const table = await orAllWrong(readTable(source), wanted);
    if (wanted.columns.length > 0) recordsOf(table, wanted.columns, wanted.others);
    const plain = sha256('pasted' in source ? source.pasted : source.bytes);
    const digest = wanted.sealing?.fingerprint('file', plain) ?? plain;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        // A file is often named by the person it is about.
        const fileName = withoutPrivateNumbers(given.fileName).slice(0, 200);
        const row = { collectiveId, id: newId(), kind: wanted.kind, fileName };
        await this.forgetOld(tx, collectiveId);
        await tx.insert(ImportPreviewEntity, {
          ...row,
          digest,
          table: sealedTable(table, row, wanted.sealing),
          uploadedBy: command.by,
          uploadedAt: this.clock.now(),
        });
        return row.id;
      },
      onceOf(command, 'import.keep', [wanted.kind, digest]),
    );
  }

  /**
   * A kept table. @param db the reader, or the transaction that takes the table over
   * @throws DomainError `file.previewGone` where there is none of this kind, or no longer
   */
  async requireKept(
    collectiveId: string,
    asked: { readonly kind: string; readonly id: string; readonly sealing?: TableSealing },
    db: EntityManager = this.database.reader,
  ): Promise<KeptTable> {
    const kept = await db.findOneBy(ImportPreviewEntity, { collectiveId, id: asked.id, kind: asked.kind });
    if (kept === null) throw new DomainError('file.previewGone');
    const { id, fileName, digest, uploadedBy, uploadedAt } = kept;
    const table = openedTable(kept.table, kept, asked.sealing);
    return { id, fileName, digest, table, uploadedBy, uploadedAt };
  }

  private async forgetOld(tx: EntityManager, collectiveId: string): Promise<void> {
    const before = new Date(Date.parse(this.clock.now()) - KEPT_FOR_MS).toISOString();
    await tx.delete(ImportPreviewEntity, { collectiveId, uploadedAt: LessThan(before) });
  }
}

/** A cell that cannot be read hides nothing else: who mends the file learns all of it at once. */
async function orAllWrong<Key extends string>(reading: Promise<Table>, wanted: Wanted<Key>): Promise<Table> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof TornTable)) throw error;
    const found =
      wanted.columns.length > 0 ? await besideColumns(error, wanted) : await wanted.readTorn?.(error);
    const further = found?.problems ?? [];
    throw new FormProblems([...headed(error, found?.headingRow), ...further].slice(0, MOST_PROBLEMS));
  }
}

/** A sealed table is one row of one cell: the table as JSON, sealed for its place. */
function sealedTable(
  table: Table,
  { id }: { readonly id: string },
  sealing: TableSealing | undefined,
): Table {
  if (sealing === undefined) return table;
  const cells = [sealing.seal(`table ${id}`, JSON.stringify(table))];
  return { sheet: undefined, rows: [{ number: 1, cells }], merges: [] };
}

function openedTable(kept: Table, { id }: { readonly id: string }, sealing: TableSealing | undefined): Table {
  if (sealing === undefined) return kept;
  const read: unknown = JSON.parse(sealing.open(`table ${id}`, kept.rows[0]?.cells[0] ?? ''));
  if (!isTable(read)) throw new Error('what was sealed is no table');
  return read;
}

function isTable(read: unknown): read is Table {
  return typeof read === 'object' && read !== null && 'rows' in read && 'merges' in read;
}
