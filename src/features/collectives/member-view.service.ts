import { Injectable } from '@nestjs/common';
import { maskedNumber } from '../../domain/shared/masked';
import { LEAVINGS, type PersonalData } from '../../domain/collectives/person';
import { FIRST_ENTRY, householdText, onOtherListText } from '../../glossary/people-words';
import { fieldLabel, labelOf } from '../../glossary/terms';
import { Database } from '../../platform/database/database';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { momentText } from '../../platform/views/moment-text';
import { UsersService } from '../users/users.service';
import type { MemberPageProps } from './member.pages';
import { requireHousehold } from './members.service';
import { readReads, type SealedVersion } from './members.store';
import { optionsOf } from './person-options';
import { PersonalReadsService, READ_FIELDS } from './personal-reads.service';

/** One person, as an address names one. */
export interface MemberAt {
  readonly collectiveId: string;
  readonly memberId: string;
}

/** What a page of a person shows beside what holds: a number just read, a form that was refused. */
export interface MemberShown {
  readonly form?: FormState | undefined;
  readonly shown?: MemberPageProps['shown'];
}

/** One person of the list. */
@Injectable()
export class MemberViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly reads: PersonalReadsService,
  ) {}

  /** @throws DomainError `person.unknown` */
  async page(visit: PageVisit, at: MemberAt, { form, shown }: MemberShown = {}): Promise<MemberPageProps> {
    const { collectiveId, memberId } = at;
    const db = this.database.reader;
    const versions = await this.reads.requireVersions(db, at);
    const last = versions.at(-1) ?? versions[0];
    const personal = this.reads.open(collectiveId, last);
    const names = await this.users.listDisplayNames();
    const paths = villagePaths(collectiveId);
    const { householdNumber } = await requireHousehold(db, collectiveId, last.householdId);
    const enters = keepsBooksOf(visit.actor, collectiveId) && last.leftWhy === undefined;
    const own = paths.member(memberId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'members' }),
      name: personal.name,
      number: last.memberNumber,
      householdHref: paths.household(last.householdId),
      household: householdText(householdNumber, undefined),
      facts: factsOf(last, personal),
      history: versions.map((each) => ({
        from: each.fromDay,
        why: whyOf(each),
        by: names.get(each.enteredBy) ?? each.enteredBy,
      })),
      reads: (await readReads(db, collectiveId, memberId)).map(({ readAt, readBy, field, why }) => ({
        at: momentText(readAt),
        by: names.get(readBy) ?? readBy,
        field: labelOf(`readField.${field}`),
        why,
      })),
      shown,
      form: form ?? filledForm({}),
      readFields: optionsOf(
        'readField',
        READ_FIELDS.filter((field) => field === 'identity' || personal[field] !== undefined),
      ),
      readAction: `${own}/reads`,
      changeHref: enters ? `${own}/change` : undefined,
      leaveAction: enters ? `${own}/leaving` : undefined,
      leavings: optionsOf('leftWhy', LEAVINGS),
    };
  }
}

function whyOf({ version, leftWhy, change, otherVillageWhy }: SealedVersion): string {
  if (leftWhy !== undefined) return labelOf(`leftWhy.${leftWhy}`);
  const why = version === 1 ? FIRST_ENTRY : change;
  return otherVillageWhy === undefined
    ? why
    : onOtherListText(why, labelOf(`otherVillageWhy.${otherVillageWhy}`));
}

function factsOf(held: SealedVersion, personal: PersonalData): MemberPageProps['facts'] {
  const { identity, mobile, account } = personal;
  const fact = (field: string, text: string): { word: string; text: string } => ({
    word: fieldLabel(field),
    text,
  });
  return [
    ...(held.leftWhy === undefined ? [] : [fact('leftWhy', labelOf(`leftWhy.${held.leftWhy}`))]),
    fact('identity', maskedNumber(identity, 'identity')),
    fact('relation', labelOf(`relation.${held.relation}`)),
    fact('belongs', labelOf(`belongs.${held.belongs ? 'yes' : 'no'}`)),
    fact('labour', labelOf(`labour.${held.labour}`)),
    fact('officerRelation', labelOf(`officerRelation.${held.officerRelation}`)),
    ...(mobile === undefined ? [] : [fact('mobile', maskedNumber(mobile, 'mobile'))]),
    ...(account === undefined
      ? []
      : [
          fact('accountKind', labelOf(`accountKind.${account.kind}`)),
          fact('accountNumber', maskedNumber(account.number, 'account')),
          fact('bank', account.bank),
        ]),
    fact('fromDay', held.fromDay),
  ];
}
