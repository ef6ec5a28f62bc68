import { Injectable } from '@nestjs/common';
import { judgedHandover } from '../../domain/months/handover-rules';
import type { Judgement } from '../../domain/policy/judge';
import type { PolicyPack } from '../../domain/policy/pack';
import { AssetFilesService } from '../assets/asset-files.service';
import { AssetRulesService } from '../assets/asset-rules.service';

/** What a document says of a handover, with the document. */
export interface RuledHandover {
  readonly pack: PolicyPack;
  readonly judgement: Judgement;
}

/** What the document of the day says of a handover: whether both have signed. It stops nothing. */
@Injectable()
export class HandoverRulesService {
  constructor(
    private readonly rules: AssetRulesService,
    private readonly files: AssetFilesService,
  ) {}

  /** Nothing where no document of the day speaks of handovers. */
  async judged(
    collectiveId: string,
    { id, handedOn }: { readonly id: string; readonly handedOn: string },
  ): Promise<RuledHandover[]> {
    const { standing } = await this.files.listFiles({ collectiveId, ownerKind: 'handover', ownerId: id });
    const isSigned = standing.some(({ paperKind }) => paperKind === 'signedSheet');
    const ruled = await this.rules.rulesOn(collectiveId, handedOn);
    return ruled.flatMap(({ pack }) =>
      judgedHandover(pack, isSigned).map((judgement) => ({ pack, judgement })),
    );
  }
}
