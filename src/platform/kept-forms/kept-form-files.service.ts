import { Injectable } from '@nestjs/common';
import { FormProblems } from '../../domain/shared/problem';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import { sha256 } from '../digests/sha256';
import type { ReadFile } from '../files/read-kept-file';
import { KeptFormFileEntity } from './kept-form-file.entity';
import type { KeptFormPlace } from './kept-forms.service';

/** A paper of a form, without its bytes. */
export interface FormFile {
  readonly sha256: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
}

/** So many papers of one form: a slip has a page or two. */
export const MOST_FORM_FILES = 5;

/** The papers chosen for a form while it is typed: kept beside it, and thrown away with it. */
@Injectable()
export class KeptFormFilesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Keeps a paper that was looked at; the same one once. @throws FormProblems `keptFile.tooMany` */
  async keepFile(place: KeptFormPlace, { mediaType, bytes, cameAs, size }: ReadFile): Promise<void> {
    const key = keyOf(place);
    const row = {
      ...{ ...key, sha256: sha256(bytes), cameAs, mediaType, bytes, keptAt: this.clock.now() },
      ...{ width: size?.width ?? null, height: size?.height ?? null },
    };
    await this.database.inTransaction(place.collectiveId, async (tx) => {
      const standing = await tx.find(KeptFormFileEntity, { where: key, select: { sha256: true } });
      if (standing.some(({ sha256 }) => sha256 === row.sha256)) return;
      if (standing.length >= MOST_FORM_FILES) {
        const facts = { max: MOST_FORM_FILES };
        throw new FormProblems([{ code: 'keptFile.tooMany', field: 'file', facts }]);
      }
      await tx.insert(KeptFormFileEntity, row);
    });
  }

  /** The papers of a form, in the order in which they were chosen. */
  async listFiles(place: KeptFormPlace): Promise<FormFile[]> {
    return (await this.rowsOf(place)).map(({ sha256, mediaType, bytes }) => {
      return { sha256, mediaType, sizeBytes: bytes.length };
    });
  }

  /** The same with their bytes, as they are kept once the form is booked. */
  async readFiles(place: KeptFormPlace): Promise<(ReadFile & { readonly sha256: string })[]> {
    return (await this.rowsOf(place)).map(({ sha256, cameAs, mediaType, bytes, width, height }) => ({
      ...{ sha256, cameAs: cameAs ?? sha256, mediaType, bytes: Buffer.from(bytes) },
      ...(width === null || height === null ? {} : { size: { width, height } }),
    }));
  }

  async dropFile(place: KeptFormPlace, sha256: string): Promise<void> {
    await this.database.inTransaction(place.collectiveId, async (tx) => {
      await tx.delete(KeptFormFileEntity, { ...keyOf(place), sha256 });
    });
  }

  private rowsOf(place: KeptFormPlace): Promise<KeptFormFileEntity[]> {
    return this.database.reader.find(KeptFormFileEntity, {
      where: keyOf(place),
      order: { keptAt: 'ASC', sha256: 'ASC' },
    });
  }
}

function keyOf({ collectiveId, userId, form }: KeptFormPlace) {
  return { collectiveId, userId, form };
}
