import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Database } from '../database/database';
import { isDuplicateKey } from '../database/faults';
import { StoredFileEntity } from './stored-file.entity';

/** The name of bytes: what is kept under it can be held against it at any time. */
export function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Keeps bytes under their hash, in a transaction of its own before the one that names them: where that one
 * never comes, bytes nobody names are left, which is harmless.
 * @returns their hash
 */
export async function storeBytes(database: Database, mediaType: string, bytes: Buffer): Promise<string> {
  const sha256 = sha256Of(bytes);
  try {
    await database.inReferenceTransaction(async (tx) => {
      const there = await tx.existsBy(StoredFileEntity, { sha256 });
      if (!there) await tx.insert(StoredFileEntity, { sha256, mediaType, bytes });
    });
  } catch (error) {
    // Somebody kept the same bytes at the same moment.
    if (!isDuplicateKey(error)) throw error;
  }
  return sha256;
}

/** The bytes kept under a hash. */
export async function findBytes(db: EntityManager, sha256: string): Promise<Buffer | undefined> {
  const file = await db.findOneBy(StoredFileEntity, { sha256 });
  return file === null ? undefined : Buffer.from(file.bytes);
}
