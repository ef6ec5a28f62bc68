import { Injectable } from '@nestjs/common';
import type { MatterSubject } from '../../domain/assets/matter-facts';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { valuesById } from '../../domain/policy/local-standard';
import type { LocalNumbers, PolicyPack } from '../../domain/policy/pack';
import { LocalStandardsService } from '../policy/local-standards.service';
import { PackChoicesService } from '../policy/pack-choices.service';
import { PolicyService } from '../policy/policy.service';
import { RegionTree } from '../users/region-tree.service';

/** A document in force for a village, with the numbers its offices gave. */
export interface RuledBy {
  readonly pack: PolicyPack;
  readonly numbers: LocalNumbers;
}

/** Which documents speak of a village's assets on a day. */
@Injectable()
export class AssetRulesService {
  constructor(
    private readonly tree: RegionTree,
    private readonly policy: PolicyService,
    private readonly choices: PackChoicesService,
    private readonly standards: LocalStandardsService,
  ) {}

  /** Whether any document along the region path, of whatever day, keeps such a record from being entered. */
  async mayBlock(collectiveId: string, subjects: readonly MatterSubject[]): Promise<boolean> {
    const packs = this.policy.packsAlong(await this.tree.regionPathOf(collectiveId));
    return packs.some(({ pack }) =>
      pack.rules.some((rule) => rule.force === 'block' && subjects.some((each) => each === rule.subject)),
    );
  }

  /** The document to go by; several while nobody has chosen between them; none where none is in force. */
  async rulesOn(collectiveId: string, day: CalendarDay): Promise<RuledBy[]> {
    const regionPath = await this.tree.regionPathOf(collectiveId);
    const finding = await this.choices.packFor(regionPath, day);
    const packs = finding.kind === 'none' ? [] : finding.kind === 'several' ? finding.packs : [finding.found];
    const ruled: RuledBy[] = [];
    for (const { pack } of packs) {
      const numbers = valuesById(await this.standards.numbersOn(regionPath, pack, day));
      ruled.push({ pack, numbers });
    }
    return ruled;
  }
}
