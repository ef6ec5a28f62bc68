import { Injectable } from '@nestjs/common';
import { type EntityManager, In, Not } from 'typeorm';
import {
  type FileWithdrawal,
  type FileOwner,
  type KeptFile,
  type KeptFileForm,
  keptFileProblems,
  hashesOf,
  keptFileText,
} from '../../domain/assets/kept-file';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { lockName } from '../../platform/database/locks';
import { sha256 } from '../../platform/digests/sha256';
import type { ReadFile } from '../../platform/files/read-kept-file';
import { findBytes, storeBytes } from '../../platform/files/stored-files';
import { newId } from '../../platform/ids/new-id';
import { AssetFileEntity, FileWithdrawalEntity } from './asset-file.entity';
import { findFileOwner, type FoundOwner } from './file-owners';

/** The files of an owner: those that stand, and those that were taken away. */
export interface OwnedFiles {
  readonly standing: readonly KeptFile[];
  readonly withdrawn: readonly (FileWithdrawal & { readonly file: KeptFile })[];
}

/** A file that was looked at, and what a person said of it. */
export interface NewFile {
  readonly file: ReadFile;
  readonly form: KeptFileForm;
}

/** A kept file as an auditor holds it against its bytes; what is said of it stays in the office. */
export interface KeptDigest {
  readonly id: string;
  readonly ownerKind: string;
  readonly ownerId: string;
  readonly paperKind: string;
  readonly datedOn: string;
  /** Of its bytes, and of what is kept beside them. */
  readonly sha256: string;
  readonly digest: string;
  /** By what the same one is known again, wherever and whenever it was kept; the first is what came in. */
  readonly hashes: readonly string[];
  readonly sizeBytes: number;
  readonly withdrawn: boolean;
}

/** Photos and papers beside the books, kept by their hash; none is changed, none goes without a reason. */
@Injectable()
export class AssetFilesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps a file with what it belongs to.
   * @throws FormProblems `keptFile.*`, `form.*`, `calendar.*`; DomainError `keptFile.ownerUnknown`
   */
  async keep(owner: FileOwner, photo: NewFile, command: Command): Promise<{ readonly id: string }> {
    await this.store(owner, photo);
    return this.database.inTransaction(
      owner.collectiveId,
      (tx) => this.keepWithin(tx, owner, { photo, command }),
      onceOf(command, 'assets.file', [owner, photo.form, photo.file.cameAs]),
    );
  }

  /**
   * Stores the bytes of a file before the transaction that names them. Bytes nobody will name are not stored;
   * what stands there already is looked at under the lock.
   * @throws FormProblems `keptFile.*`, `form.*`, `calendar.*`; DomainError `keptFile.ownerUnknown`
   */
  async store(owner: FileOwner, photo: NewFile): Promise<void> {
    await this.requireOwner(owner);
    const { told, facts } = this.readNew(owner, photo);
    refuseProblems(keptFileProblems(told, { ...facts, standing: [] }));
    await storeBytes(this.database, photo.file.mediaType, photo.file.bytes);
  }

  /** Keeps a file whose bytes were stored, in the transaction of what it shows. @throws as {@link keep} */
  async keepWithin(
    tx: EntityManager,
    owner: FileOwner,
    { photo, command }: { readonly photo: NewFile; readonly command: Command },
  ): Promise<{ readonly id: string }> {
    const { size } = photo.file;
    const { told, sent, facts } = this.readNew(owner, photo);
    const { standing } = await this.listFiles(owner, tx);
    refuseProblems(keptFileProblems(told, { ...facts, standing }));
    const row = {
      ...{ ...owner, ...told, ...sent, id: newId() },
      ...{ width: size?.width ?? null, height: size?.height ?? null },
      ...{ keptBy: command.by, keptAt: this.clock.now() },
    };
    await insertRecorded(tx, AssetFileEntity, { ...row, digest: sha256(keptFileText(row)) });
    return { id: row.id };
  }

  private readNew({ ownerKind }: FileOwner, { file: { mediaType, bytes, cameAs }, form }: NewFile) {
    const told = { ...form, remark: form.remark.trim() };
    const sent = { sha256: sha256(bytes), cameAs, mediaType, sizeBytes: bytes.length };
    return { told, sent, facts: { ...sent, owner: ownerKind, today: this.clock.today() } };
  }

  /** Every file of a village by the hash of its bytes, also those taken away, as they were kept. */
  async listDigests(collectiveId: string, db: EntityManager = this.database.reader): Promise<KeptDigest[]> {
    const files = await db.find(AssetFileEntity, { where: { collectiveId }, order: { id: 'ASC' } });
    const withdrawals = await db.findBy(FileWithdrawalEntity, { collectiveId });
    const gone = new Set(withdrawals.map(({ fileId }) => fileId));
    return files.map((file) => {
      const { id, ownerKind, ownerId, paperKind, datedOn, sha256, sizeBytes, digest } = file;
      return {
        ...{ id, ownerKind, ownerId, paperKind, datedOn, sha256, sizeBytes, digest },
        ...{ hashes: hashesOf(file), withdrawn: gone.has(id) },
      };
    });
  }

  /**
   * What of every village is known by one of these hashes and belongs to something else, also where it was
   * taken away: such a photo shows nothing here. Who sends one photo for two villages takes turns.
   */
  async findElsewhere(
    tx: EntityManager,
    ownerId: string,
    hashes: readonly string[],
  ): Promise<KeptFile | undefined> {
    for (const each of [...new Set(hashes)].sort()) await lockName(tx, `kept file ${each}`);
    const known = In([...hashes]);
    const others = { ownerId: Not(ownerId) };
    const [first] = await tx.find(AssetFileEntity, {
      where: [
        { ...others, sha256: known },
        { ...others, cameAs: known },
      ],
      order: { datedOn: 'ASC', id: 'ASC' },
      take: 1,
    });
    return first;
  }

  /** The files of an owner, the latest day first. */
  async listFiles(owner: FileOwner, db: EntityManager = this.database.reader): Promise<OwnedFiles> {
    const { collectiveId, ownerKind, ownerId } = owner;
    const files = await db.find(AssetFileEntity, {
      where: { collectiveId, ownerKind, ownerId },
      order: { datedOn: 'DESC', id: 'DESC' },
    });
    const rows = await db.findBy(FileWithdrawalEntity, { collectiveId });
    const withdrawals = new Map(rows.map((row) => [row.fileId, row]));
    return {
      standing: files.filter(({ id }) => !withdrawals.has(id)),
      withdrawn: files.flatMap((file) => {
        const withdrawal = withdrawals.get(file.id);
        if (withdrawal === undefined) return [];
        const { fileId, reason, withdrawnBy, withdrawnAt } = withdrawal;
        return [{ fileId, reason, withdrawnBy, withdrawnAt, file }];
      }),
    };
  }

  /** A file that stands, with its bytes. @throws DomainError `keptFile.unknown` */
  async requireFile(
    collectiveId: string,
    fileId: string,
  ): Promise<{ readonly file: KeptFile; readonly bytes: Buffer }> {
    const { reader } = this.database;
    const file = await reader.findOneBy(AssetFileEntity, { collectiveId, id: fileId });
    const gone = await reader.existsBy(FileWithdrawalEntity, { collectiveId, fileId });
    const bytes = file === null || gone ? undefined : await findBytes(reader, file.sha256);
    if (file === null || bytes === undefined) throw new DomainError('keptFile.unknown', { fileId });
    return { file, bytes };
  }

  /** What files belong to. @throws DomainError `keptFile.ownerUnknown` */
  async requireOwner(owner: FileOwner, db: EntityManager = this.database.reader): Promise<FoundOwner> {
    const found = await findFileOwner(db, owner);
    if (found === undefined) throw new DomainError('keptFile.ownerUnknown', { ownerId: owner.ownerId });
    return found;
  }
}
