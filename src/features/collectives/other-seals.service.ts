import type { EntityManager } from 'typeorm';

/** What later steps seal of persons. The list of people knows none of them; the application hands it in. */
export abstract class OtherSeals {
  /** Under which keys anything is sealed. */
  abstract listKeyIds(): Promise<readonly string[]>;

  /** Seals anew whatever an earlier key sealed of a village. @returns how many */
  abstract sealAnew(tx: EntityManager, collectiveId: string): Promise<number>;
}
