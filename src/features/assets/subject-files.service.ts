import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type FileOwnerKind, hashesOf } from '../../domain/assets/kept-file';
import { type NamedFile, SubjectFiles, type SubjectPlace } from '../approvals/subject-files.service';
import { AssetFilesService } from './asset-files.service';

/** What files belong to, by the kind of what is decided; files are kept with no other. */
const OWNERS: Readonly<Partial<Record<string, FileOwnerKind>>> = {
  plan: 'plan',
  year_plan: 'yearPlan',
  dividend: 'dividend',
};

/** The files that are kept with a plan, as the steps of its route may point at them. */
@Injectable()
export class KeptSubjectFilesService extends SubjectFiles {
  constructor(private readonly files: AssetFilesService) {
    super();
  }

  override async filesOf({ collectiveId, kind, id }: SubjectPlace, db?: EntityManager): Promise<NamedFile[]> {
    const ownerKind = OWNERS[kind];
    if (ownerKind === undefined) return [];
    const { standing } = await this.files.listFiles({ collectiveId, ownerKind, ownerId: id }, db);
    return standing.map(({ id: fileId, sha256, mediaType, paperKind, datedOn, remark, width, height }) => ({
      ...{ id: fileId, sha256, isPicture: mediaType.startsWith('image/') },
      ...{ paperKind, datedOn, remark, size: { width, height } },
    }));
  }

  override async shownElsewhere(
    { collectiveId, kind, id }: SubjectPlace,
    sha256: string,
    db: EntityManager,
  ): Promise<string | undefined> {
    const ownerKind = OWNERS[kind];
    if (ownerKind === undefined) return undefined;
    const { standing } = await this.files.listFiles({ collectiveId, ownerKind, ownerId: id }, db);
    const own = standing.find((file) => file.sha256 === sha256);
    if (own === undefined) return undefined;
    return (await this.files.findElsewhere(db, id, hashesOf(own)))?.datedOn;
  }
}
