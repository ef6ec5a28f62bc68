import type { EntityManager } from 'typeorm';
import type { SubjectFile } from '../../domain/approvals/step-papers';

/** What is decided on, by its kind and id. */
export interface SubjectPlace {
  readonly collectiveId: string;
  readonly kind: string;
  readonly id: string;
}

/**
 * Which files are kept with what is decided. The register of approvals knows no step; so the application
 * hands in who keeps files.
 */
export abstract class SubjectFiles {
  /** The files that stand with it, the latest day first. */
  abstract filesOf(subject: SubjectPlace, db?: EntityManager): Promise<readonly NamedFile[]>;

  /** The day of the same file where it is kept with something else, too, of whichever village. */
  abstract shownElsewhere(
    subject: SubjectPlace,
    sha256: string,
    db: EntityManager,
  ): Promise<string | undefined>;

  /** The hashes of the bytes that stand with it. */
  async hashesOf(subject: SubjectPlace, db?: EntityManager): Promise<ReadonlySet<string>> {
    return new Set((await this.filesOf(subject, db)).map(({ sha256 }) => sha256));
  }
}

/** A file with what a person tells it by. */
export interface NamedFile extends SubjectFile {
  /** What it is, as files are sorted. */
  readonly paperKind: string;
  readonly datedOn: string;
  readonly remark: string;
}
