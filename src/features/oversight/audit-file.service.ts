import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ZipFile } from 'yazl';
import { CHAIN_START } from '../../domain/ledger/hash-chain';
import { DomainError } from '../../domain/shared/domain-error';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { sha256 } from '../../platform/digests/sha256';
import { AssetFilesService } from '../assets/asset-files.service';
import { type BooksToCheck, LedgerCheckService } from '../ledger/ledger-check.service';
import { auditActs } from './audit-acts';
import { auditRecords } from './audit-records';
import {
  balancesCsv,
  carriedJson,
  chartJson,
  counterpartiesCsv,
  entryLine,
  jsonOf,
  monthsCsv,
  papersCsv,
  sealsCsv,
  statementsCsv,
} from './audit-tables';

/** A zip on its way: its name, and its bytes as they are made. */
export interface AuditFile {
  readonly name: string;
  readonly bytes: Readable;
}

const TEMPLATES = join(__dirname, '..', '..', '..', 'templates', 'audit-file');
const TEXTS = [
  ...['READ-ME.zh.txt', 'READ-ME.en.txt'],
  ...['check.mjs', 'check-acts.mjs', 'check-carried.mjs', 'check-files.mjs', 'check-rows.mjs'],
];

/** What was put into the zip, for its manifest. */
interface FileFacts {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

/**
 * The audit file of a collective and year: what an auditor needs to recompute the books without the server,
 * and a small checker that does. Read from one unchanging view, an entry at a time. What stands beside the
 * entries is added in {@link addTables}; the manifest takes it in by itself.
 */
@Injectable()
export class AuditFileService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ledger: LedgerCheckService,
    private readonly files: AssetFilesService,
  ) {}

  /**
   * Begins to make the file.
   * @throws DomainError `collective.unknown`, `audit.yearUnknown` where the books have no month of that year
   */
  async open(collectiveId: string, year: number): Promise<AuditFile> {
    const { months } = await this.ledger.keptBooks(this.database.reader, collectiveId);
    if (!months.some((row) => row.month.startsWith(`${String(year)}-`))) {
      throw new DomainError('audit.yearUnknown', { year });
    }
    const bytes = new PassThrough();
    const making = this.database.inSnapshot((db) => this.make(db, { collectiveId, year }, bytes));
    // Whoever reads the bytes is told by the stream; nobody waits for the promise.
    making.catch((error: unknown) => bytes.destroy(error instanceof Error ? error : undefined));
    return { name: `audit-${String(year)}-${collectiveId}.zip`, bytes };
  }

  private async make(
    db: EntityManager,
    of: { readonly collectiveId: string; readonly year: number },
    bytes: PassThrough,
  ): Promise<void> {
    const books = await this.ledger.wholeBooks(db, of.collectiveId);
    const zip = new ZipFile();
    const files: FileFacts[] = [];
    zip.outputStream.pipe(bytes);
    const add = (name: string, text: string | Buffer): void => {
      const content = Buffer.from(text);
      files.push({ name, size: content.length, sha256: sha256(content) });
      zip.addBuffer(content, name);
    };
    for (const name of TEXTS) add(name, readFileSync(join(TEMPLATES, name)));
    const through = await this.ledger.lastPositionOf(db, of.collectiveId, of.year);
    const told = new ToldEntries(through);
    const entries = Readable.from(told.linesOf(this.ledger.entriesOf(books)));
    // Whoever stops reading stops the view of the books, too.
    bytes.once('close', () => entries.destroy());
    zip.addReadStream(entries, 'entries.jsonl');
    await finished(entries);
    files.push({ name: 'entries.jsonl', size: told.size, sha256: told.hash.digest('hex') });
    const years = await this.ledger.poolYears(db, of.collectiveId, { year: of.year, through });
    add('statements.csv', statementsCsv(years));
    await this.addTables(books, { ...of, told }, add);
    zip.addBuffer(Buffer.from(this.manifestOf(of, files)), 'manifest.json');
    zip.end();
  }

  /** Everything beside the entries; what later issues keep of a year joins here. */
  private async addTables(
    { db }: BooksToCheck,
    of: { readonly collectiveId: string; readonly year: number; readonly told: ToldEntries },
    add: (name: string, text: string) => void,
  ): Promise<void> {
    const { collectiveId, year, told } = of;
    const kept = await this.ledger.keptBooks(db, collectiveId);
    const last = `${String(year)}-12`;
    add('balances.csv', balancesCsv(kept, last));
    add('months.csv', monthsCsv(kept, last));
    add('seals.csv', sealsCsv(kept, last));
    add('counterparties.csv', counterpartiesCsv(await this.ledger.counterpartyKinds(db, collectiveId)));
    add('papers.csv', papersCsv(await this.files.listDigests(collectiveId, db)));
    add('account-choices.json', jsonOf(await this.ledger.yearChoices(db, collectiveId)));
    const onRecord = await auditRecords(db, collectiveId);
    add('records.jsonl', onRecord.records);
    add('rows.jsonl', onRecord.rows);
    add('carried.json', carriedJson(await this.ledger.crossingsOf(db, collectiveId)));
    const acts = await auditActs(db, collectiveId);
    add('accepted.jsonl', acts.accepted);
    add('refused.jsonl', acts.refused);
    const charts = [...told.charts];
    for (const version of charts) {
      const chart = await this.ledger.findChartIn(db, collectiveId, { version, year });
      if (chart !== undefined) add(`chart-${version}.json`, chartJson(chart));
    }
    const start = { position: 0, hash: CHAIN_START };
    const books = { position: kept.length, hash: kept.head };
    const { end: records } = onRecord;
    add(
      'chain.json',
      jsonOf({ collectiveId, year, start, head: told.head, books, records, ...acts.ends, charts }),
    );
  }

  private manifestOf(
    of: { readonly collectiveId: string; readonly year: number },
    files: readonly FileFacts[],
  ): string {
    const format = 'village-ledger-audit/1';
    return jsonOf({
      format,
      ...of,
      madeAt: this.clock.now(),
      canonical: ['entry/1', 'entry/2', 'seal/1', 'record/1', 'row/1', 'row/2', 'accepted/1', 'refusal/1'],
      files,
    });
  }
}

/** The entries of an audit file as they go by: their head, their charts, size and digest of the file. */
class ToldEntries {
  readonly charts = new Set<string>();
  readonly hash = createHash('sha256');
  size = 0;
  head = { position: 0, hash: CHAIN_START };

  constructor(private readonly through: number) {}

  async *linesOf(batches: ReturnType<LedgerCheckService['entriesOf']>): AsyncGenerator<Buffer> {
    for await (const entries of batches) {
      const own = entries.filter((entry) => entry.position <= this.through);
      for (const entry of own) {
        this.charts.add(entry.chart);
        this.head = { position: entry.position, hash: entry.hash };
      }
      const lines = Buffer.from(own.map(entryLine).join(''));
      this.hash.update(lines);
      this.size += lines.length;
      if (lines.length > 0) yield lines;
      if (own.length < entries.length) return;
    }
  }
}
