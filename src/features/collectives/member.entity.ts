import { Entity, PrimaryColumn } from 'typeorm';
import type { StatusEnd } from '../../domain/collectives/household-status';
import type {
  Labour,
  Leaving,
  OfficerRelation,
  OtherVillageWhy,
  Relation,
} from '../../domain/collectives/person';
import {
  CollectiveColumn,
  CountColumn,
  FenColumn,
  KeyColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** A household of the village. */
@Entity('households')
export class HouseholdEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @CountColumn('household_number') householdNumber: number;
  @TextColumn('village_group') villageGroup: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** That a household is of another group of the village than was entered before. */
@Entity('household_groups')
export class HouseholdGroupEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('household_id') householdId: string;
  @PrimaryColumn({ name: 'group_number', type: 'integer' }) groupNumber: number;
  @TextColumn('village_group') villageGroup: string;
  @TextColumn('why') why: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** A person of the village, who is an id everywhere else. */
@Entity('members')
export class MemberEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @CountColumn('member_number') memberNumber: number;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** What holds of a person from a day on. Name and numbers are in `sealed`. */
@Entity('member_versions')
export class MemberVersionEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('member_id') memberId: string;
  @PrimaryColumn({ name: 'version', type: 'integer' }) version: number;
  @TextColumn('from_day') fromDay: string;
  @TextColumn('household_id') householdId: string;
  @TextColumn('relation') relation: Relation;
  @TextColumn('labour') labour: Labour;
  @TextColumn('officer_relation') officerRelation: OfficerRelation;
  /** 1 while the person belongs to the collective. */
  @CountColumn('belongs') belongs: number;
  @OptionalTextColumn('left_why') leftWhy: Leaving | null;
  @TextColumn('change') change: string;
  /** Why here, where another village of the county had the person on its list. */
  @OptionalTextColumn('other_village_why') otherVillageWhy: OtherVillageWhy | null;
  @TextColumn('key_id') keyId: string;
  @TextColumn('identity_print') identityPrint: string;
  @TextColumn('sealed') sealed: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** That a household stands in a status of the document from a day on. */
@Entity('household_statuses')
export class HouseholdStatusEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('household_id') householdId: string;
  @PrimaryColumn({ name: 'status_number', type: 'integer' }) statusNumber: number;
  /** The document's id of the word, the word, and the document. */
  @TextColumn('status') status: string;
  @TextColumn('status_words') statusWords: string;
  @TextColumn('pack') pack: string;
  @TextColumn('from_day') fromDay: string;
  @TextColumn('paper') paper: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** That a status ended, or was entered wrongly. */
@Entity('household_status_ends')
export class HouseholdStatusEndEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('household_id') householdId: string;
  @PrimaryColumn({ name: 'status_number', type: 'integer' }) statusNumber: number;
  @TextColumn('ended_on') endedOn: string;
  @TextColumn('why') why: StatusEnd;
  @TextColumn('paper') paper: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** What a household had a head in a year, net. */
@Entity('household_incomes')
export class HouseholdIncomeEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('household_id') householdId: string;
  @PrimaryColumn({ name: 'income_number', type: 'integer' }) incomeNumber: number;
  @TextColumn('income_year') year: string;
  @FenColumn('per_head_fen') perHead: bigint;
  @TextColumn('paper') paper: string;
  /** Why it is less than what the books paid; empty where it is not, and of before anybody was asked. */
  @OptionalTextColumn('below_paid_why') belowPaidWhy: string | null;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** That somebody read a number of a person in full, and what for. */
@Entity('personal_reads')
export class PersonalReadEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('member_id') memberId: string;
  @PrimaryColumn({ name: 'read_number', type: 'integer' }) readNumber: number;
  @CountColumn('version') version: number;
  @TextColumn('field') field: string;
  @TextColumn('why') why: string;
  @TextColumn('read_by') readBy: string;
  @TextColumn('read_at') readAt: string;
}
