import type { EntityManager } from 'typeorm';

/** What later steps seal of persons. The list of people knows none of them; the application hands them in. */
export abstract class OtherSeals {
  /** Under which keys anything is sealed. */
  abstract listKeyIds(): Promise<readonly string[]>;

  /** Seals anew whatever an earlier key sealed of a village. @returns how many */
  abstract sealAnew(tx: EntityManager, collectiveId: string): Promise<number>;
}

/** What several steps seal, as one. */
export class SealsTogether extends OtherSeals {
  constructor(private readonly seals: readonly OtherSeals[]) {
    super();
  }

  override async listKeyIds(): Promise<string[]> {
    return (await Promise.all(this.seals.map((each) => each.listKeyIds()))).flat();
  }

  override async sealAnew(tx: EntityManager, collectiveId: string): Promise<number> {
    let sealed = 0;
    for (const each of this.seals) sealed += await each.sealAnew(tx, collectiveId);
    return sealed;
  }
}
