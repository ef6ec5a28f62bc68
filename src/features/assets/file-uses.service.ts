import type { EntityManager } from 'typeorm';
import type { FileOwner, KeptFile } from '../../domain/assets/kept-file';

/** What rests on a file, as its withdrawal is refused by it: a step of a plan, or that a sheet hung. */
export interface FileUse {
  readonly code: 'keptFile.ofStep' | 'keptFile.ofDisplay' | 'keptFile.ofRound';
  readonly facts: Readonly<Record<string, string | number>>;
}

/** What rests on files. They know no step that comes after them; so the application hands in who knows. */
export abstract class FileUses {
  /** Undefined where nothing rests on a file of an owner. */
  abstract useOf(
    owner: FileOwner,
    file: Pick<KeptFile, 'id' | 'sha256'>,
    db: EntityManager,
  ): Promise<FileUse | undefined>;
}
