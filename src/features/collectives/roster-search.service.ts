import { Injectable } from '@nestjs/common';
import { mayBeName, speakOf } from '../../domain/ledger/sought-words';
import { halfWidth } from '../../domain/shared/half-width';
import { householdText } from '../../glossary/people-words';
import { PersonalReadsService } from './personal-reads.service';
import { type RosterHousehold, type RosterPerson, RosterReadService } from './roster-read.service';

/** Somebody of the list, with the words for the household. */
export interface FoundPerson extends RosterPerson {
  readonly household: string;
}

/** A whole identity number. */
const IDENTITY = /^\d{17}[\dX]$/;

/** Who of a village's list is meant. No other number of a person finds anybody, and no part of one. */
@Injectable()
export class RosterSearchService {
  constructor(
    private readonly roster: RosterReadService,
    private readonly reads: PersonalReadsService,
  ) {}

  /**
   * By a whole identity number, through what only the key makes of it, or by a part of a name. That somebody
   * looks for a number is kept.
   * @param households the list, where it was read already
   */
  async find(
    collectiveId: string,
    { typed, by }: { readonly typed: string; readonly by: string },
    households?: readonly RosterHousehold[],
  ): Promise<FoundPerson[]> {
    const sought = halfWidth(typed).replace(/\s/g, '').toUpperCase();
    const isNumber = IDENTITY.test(sought);
    if (!isNumber && !mayBeName({ text: sought })) return [];
    const byNumber = isNumber ? await this.reads.findByIdentity(collectiveId, sought, by) : undefined;
    const all = households ?? (await this.roster.listRoster(collectiveId));
    return all.flatMap((household) =>
      this.roster
        .opened(
          collectiveId,
          household.people.filter(({ memberId }) => !isNumber || memberId === byNumber),
        )
        .filter(({ personal }) => isNumber || speakOf({ text: sought }, [personal.name]))
        .map((person) => ({
          ...person,
          household: householdText(household.householdNumber, this.roster.headOf(collectiveId, household)),
        })),
    );
  }
}
