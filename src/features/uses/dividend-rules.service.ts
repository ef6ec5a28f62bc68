import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { requireSeenText } from '../../domain/policy/choose-pack';
import { valuesById } from '../../domain/policy/local-standard';
import type { LocalNumbers } from '../../domain/policy/pack';
import type { Problem } from '../../domain/shared/problem';
import { unconfirmedText } from '../../glossary/policy-register-texts';
import { CollectivesService } from '../collectives/collectives.service';
import { LocalStandardsService } from '../policy/local-standards.service';
import { PackChoicesService } from '../policy/pack-choices.service';
import { PackConfirmationsService } from '../policy/pack-confirmations.service';
import type { LoadedPack } from '../policy/policy.service';

/** What members' being given a share stands under on a day. */
export interface DividendRules extends LoadedPack {
  readonly numbers: LocalNumbers;
  /** Where the document has run out and nobody has confirmed it. */
  readonly problems: readonly Problem[];
}

/** The document in force where members are to be given a share. */
@Injectable()
export class DividendRulesService {
  constructor(
    private readonly collectives: CollectivesService,
    private readonly choices: PackChoicesService,
    private readonly confirmations: PackConfirmationsService,
    private readonly standards: LocalStandardsService,
  ) {}

  /**
   * @param day of the village body's decision; today while there is none
   * @throws DomainError `policy.noPackInForce`, `policy.packEnded`, `policy.twoPacksInForce`,
   *   `policy.textNotSeen`
   */
  async requireRules(collectiveId: string, day: CalendarDay): Promise<DividendRules> {
    const { regionPath, madeUp } = await this.collectives.requireCollective(collectiveId);
    const loaded = await this.choices.requirePackFor(regionPath, day);
    requireSeenText(loaded.pack, { areReal: madeUp === 0 });
    const standing = await this.confirmations.decidedUnder(loaded, { regionPath, day });
    const says = standing.kind === 'missing' ? unconfirmedText(standing) : undefined;
    const facts = { rule: 'pack.confirmed', clause: '', says: says ?? '' };
    return {
      ...loaded,
      numbers: valuesById(await this.standards.numbersOn(regionPath, loaded.pack, day)),
      problems: says === undefined ? [] : [{ code: 'policy.ruleBroken', field: 'pool', facts }],
    };
  }
}
