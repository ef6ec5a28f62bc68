import { Injectable } from '@nestjs/common';
import { ROLLED_BODIES, sizeOn } from '../../domain/approvals/body-roll';
import { bodyName } from '../../glossary/bodies';
import { rollWords } from '../../glossary/roll-words';
import { Clock, localTime } from '../../platform/clock/clock';
import { filledForm, OfficeDesk } from '../../platform/http/office-desk';
import { decidesForTownship } from '../../platform/http/actor';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import type { FormState } from '../../platform/views/error-summary';
import { UsersService } from '../users/users.service';
import type { BodyRollPageProps } from './body-roll.pages';
import { BodyRollService } from './body-roll.service';

/** The page of how many people a village's bodies are. */
@Injectable()
export class BodyRollViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly rolls: BodyRollService,
    private readonly users: UsersService,
    private readonly clock: Clock,
  ) {}

  async pageOf(visit: PageVisit, collectiveId: string, refused?: FormState): Promise<BodyRollPageProps> {
    const sizes = await this.rolls.listSizes(collectiveId);
    const names = await this.users.listDisplayNames();
    const today = this.clock.today();
    const notes = visit.actor.roles.some(({ role }) => decidesForTownship(role));
    const path = villagePaths(collectiveId).bodyRoll;
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'plans' }),
      held: ROLLED_BODIES.map((body) => {
        const held = sizeOn(sizes, body, today);
        return { body: bodyName(body), size: held?.size, from: held?.fromOn ?? '', paper: held?.paper ?? '' };
      }),
      bodies: ROLLED_BODIES.map((body) => ({ value: body, label: bodyName(body) })),
      form: refused ?? filledForm({ rollFrom: today }),
      action: notes ? path : undefined,
      noted: sizes
        .map(({ body, size, fromOn, paper, notedBy, notedAt }) => ({
          ...{ body: bodyName(body), size, from: fromOn, paper: widePunctuation(paper) },
          noted: rollWords.noted(names.get(notedBy) ?? notedBy, localTime(notedAt).slice(0, 10)),
        }))
        .reverse(),
    };
  }
}
