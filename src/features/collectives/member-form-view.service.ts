import { Injectable } from '@nestjs/common';
import { householdText } from '../../glossary/people-words';
import { labelOf } from '../../glossary/terms';
import { Database } from '../../platform/database/database';
import { filledForm, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import type { MemberFormPageProps } from './member-form.pages';
import type { MemberAt } from './member-view.service';
import { requireHousehold } from './members.service';
import { readHouseholds } from './members.store';
import { personOptions } from './person-options';
import { PersonalReadsService } from './personal-reads.service';
import type { HouseholdAt } from './households.service';

/** The forms in which a person is entered or changed. */
@Injectable()
export class MemberFormViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly database: Database,
    private readonly reads: PersonalReadsService,
  ) {}

  async newHousehold(visit: PageVisit, collectiveId: string, form?: FormState): Promise<MemberFormPageProps> {
    const { members } = villagePaths(collectiveId);
    return {
      ...(await this.shared(
        visit,
        collectiveId,
        form ?? filledForm({ belongs: 'yes', officerRelation: 'none' }),
      )),
      ...{ title: labelOf('page.householdForm'), kind: 'household', of: labelOf('relation.head') },
      ...{ action: `${members}/new`, cancelHref: members },
    };
  }

  /** @throws DomainError `household.unknown` */
  async newMember(visit: PageVisit, at: HouseholdAt, form?: FormState): Promise<MemberFormPageProps> {
    const { collectiveId, householdId } = at;
    const { householdNumber } = await requireHousehold(this.database.reader, collectiveId, householdId);
    const own = villagePaths(collectiveId).household(householdId);
    return {
      ...(await this.shared(
        visit,
        collectiveId,
        form ?? filledForm({ belongs: 'yes', officerRelation: 'none' }),
      )),
      ...{ title: labelOf('page.memberForm'), kind: 'member', of: householdText(householdNumber, undefined) },
      ...{ action: `${own}/members/new`, cancelHref: own },
    };
  }

  /** @throws DomainError `person.unknown` */
  async change(visit: PageVisit, at: MemberAt, form?: FormState): Promise<MemberFormPageProps> {
    const { collectiveId, memberId } = at;
    const db = this.database.reader;
    const versions = await this.reads.requireVersions(db, at);
    const last = versions.at(-1) ?? versions[0];
    const { name } = this.reads.open(collectiveId, last);
    // Numbers stay unseen: left blank, they stay what they are.
    const held = filledForm({
      ...{ personName: name, householdId: last.householdId, relation: last.relation, labour: last.labour },
      ...{ officerRelation: last.officerRelation, belongs: last.belongs ? 'yes' : 'no' },
    });
    const own = villagePaths(collectiveId).member(memberId);
    const households = await readHouseholds(db, collectiveId);
    return {
      ...(await this.shared(visit, collectiveId, form ?? held)),
      ...{ title: labelOf('page.memberForm'), kind: 'change', of: name, action: `${own}/change` },
      cancelHref: own,
      households: households.map(({ id, householdNumber }) => ({
        value: id,
        label: householdText(householdNumber, undefined),
      })),
    };
  }

  private async shared(visit: PageVisit, collectiveId: string, form: FormState) {
    const frame = await this.desk.frameOf(visit, { collectiveId, section: 'members' });
    return { frame, form, options: personOptions(), households: [] };
  }
}
