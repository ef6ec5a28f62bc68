import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FileOwner, KeptFile } from '../../domain/assets/kept-file';
import type { FileUse } from '../assets/file-uses.service';
import { DividendReadService } from './dividend-read.service';

/** Which files of a round of members' dividends show a step that was taken of it. */
@Injectable()
export class DividendFilesService {
  constructor(private readonly reading: DividendReadService) {}

  /** Of a round that is not gone on with nothing rests on its files. */
  async useOf(
    { collectiveId, ownerId }: FileOwner,
    { sha256 }: Pick<KeptFile, 'sha256'>,
    db: EntityManager,
  ): Promise<FileUse | undefined> {
    const rounds = await this.reading.listRounds(collectiveId, db);
    const round = rounds.find(({ id }) => id === ownerId);
    if (round === undefined || round.state === 'dropped') return undefined;
    const shown = round.steps.find(({ papers }) => papers?.some((paper) => paper.sha256 === sha256));
    if (shown === undefined) return undefined;
    const step = this.reading.routeOf(round).steps.find(({ id }) => id === shown.stepId);
    return { code: 'keptFile.ofRound', facts: { step: step?.name ?? shown.stepId, day: shown.heldOn } };
  }
}
