import type { EntityManager } from 'typeorm';
import type { Database } from '../database/database';
import { isDuplicateKey } from '../database/faults';
import { sha256 } from '../digests/sha256';
import { StoredFileEntity } from './stored-file.entity';

/**
 * Keeps bytes under their hash, in a transaction of its own before the one that names them: where that one
 * never comes, bytes nobody names are left, which is harmless.
 * @returns their hash
 */
export async function storeBytes(database: Database, mediaType: string, bytes: Buffer): Promise<string> {
  const named = { sha256: sha256(bytes) };
  try {
    await database.inReferenceTransaction(async (tx) => {
      const there = await tx.existsBy(StoredFileEntity, named);
      if (!there) await tx.insert(StoredFileEntity, { ...named, mediaType, bytes });
    });
  } catch (error) {
    // Somebody kept the same bytes at the same moment.
    if (!isDuplicateKey(error)) throw error;
  }
  return named.sha256;
}

/** The bytes kept under a hash. */
export async function findBytes(db: EntityManager, hash: string): Promise<Buffer | undefined> {
  const file = await db.findOneBy(StoredFileEntity, { sha256: hash });
  return file === null ? undefined : Buffer.from(file.bytes);
}
