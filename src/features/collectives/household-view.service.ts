import { Injectable } from '@nestjs/common';
import { maskedNumber } from '../../domain/shared/masked';
import { clauseOf, type PolicyPack } from '../../domain/policy/pack';
import { documentText, householdText, sexAndAgeText } from '../../glossary/people-words';
import { labelOf } from '../../glossary/terms';
import { Database } from '../../platform/database/database';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { momentText } from '../../platform/views/moment-text';
import type { FormState } from '../../platform/views/error-summary';
import { HouseholdHelpViewService } from './household-help-view.service';
import type { HouseholdPageProps, HouseholdPersonRow } from './household.pages';
import { HouseholdIncomesService } from './household-incomes.service';
import type { HouseholdAt } from './households.service';
import { requireHousehold } from './members.service';
import { readGroups } from './members.store';
import { type HouseholdTag, type RosterPerson, RosterReadService } from './roster-read.service';

/** One household of the list. */
@Injectable()
export class HouseholdViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly database: Database,
    private readonly roster: RosterReadService,
    private readonly incomes: HouseholdIncomesService,
    private readonly help: HouseholdHelpViewService,
  ) {}

  /** @throws DomainError `household.unknown` */
  async page(visit: PageVisit, at: HouseholdAt, form?: FormState): Promise<HouseholdPageProps> {
    const { collectiveId, householdId } = at;
    const db = this.database.reader;
    const household = await requireHousehold(db, collectiveId, householdId);
    const groups = await readGroups(db, collectiveId, householdId);
    const { villageGroup } = groups.at(-1) ?? household;
    const shown = (await this.roster.listRoster(collectiveId)).find(({ id }) => id === householdId);
    const { pack } = await this.roster.tagging(collectiveId);
    const incomes = await this.incomes.listHeld(at);
    const paths = villagePaths(collectiveId);
    const keeps = keepsBooksOf(visit.actor, collectiveId);
    const own = paths.household(householdId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'members' }),
      rosterHref: paths.members,
      title: householdText(household.householdNumber, shown && this.roster.headOf(collectiveId, shown)),
      villageGroup,
      groups: groups.map((each) => ({
        group: each.villageGroup,
        why: each.why,
        on: momentText(each.enteredAt),
      })),
      people: this.roster
        .opened(collectiveId, shown?.people ?? [])
        .map((each) => personRow(each, paths.member(each.held.memberId))),
      ...(await this.help.helpOf(at)),
      incomes: [...incomes].reverse(),
      tags: tagRows(pack, shown?.tags ?? []),
      form: form ?? filledForm({}),
      enters: keeps
        ? {
            newMemberHref: `${own}/members/new`,
            statusAction: `${own}/statuses`,
            endAction: `${own}/status-ends`,
            circumstanceAction: `${own}/circumstances`,
            circumstanceEndAction: `${own}/circumstance-ends`,
            measureAction: `${own}/measures`,
            measureWithdrawalAction: `${own}/measure-withdrawals`,
            incomeAction: `${own}/incomes`,
            groupAction: `${own}/groups`,
          }
        : undefined,
    };
  }
}

function tagRows(pack: PolicyPack | undefined, tags: readonly HouseholdTag[]): HouseholdPageProps['tags'] {
  if (pack === undefined) return [];
  return tags.map(({ says, cite }) => {
    return { says, clause: `${documentText(pack.source.title)}${clauseOf(pack, cite).at}` };
  });
}

function personRow({ held, personal, age }: RosterPerson, href: string): HouseholdPersonRow {
  const sex = Number(personal.identity[16]) % 2 === 1 ? 'man' : 'woman';
  return {
    number: held.memberNumber,
    name: personal.name,
    href,
    relation: labelOf(`relation.${held.relation}`),
    sexAndAge: sexAndAgeText(labelOf(`sex.${sex}`), age),
    identity: maskedNumber(personal.identity, 'identity'),
    labour: labelOf(`labour.${held.labour}`),
    belongs: labelOf(`belongs.${held.belongs ? 'yes' : 'no'}`),
  };
}
