import { MeasureEntryForm } from '../features/collectives/household-help.forms';
import { IncomeEntryForm, StatusEntryForm } from '../features/collectives/members.forms';
import { ShareRollEntryForm } from '../features/collectives/share-roll.forms';
import { AidAcceptanceForm, AidListEntryForm } from '../features/distribution/aid.forms';
import { SheetAcceptanceForm, WorkEntryForm, WorkSheetEntryForm } from '../features/distribution/works.forms';
import { AppointmentEntryForm, PostEntryForm, PostStandardEntryForm } from '../features/uses/posts.forms';

/** The list of a village as a story writes it: a line a person, cells apart by blanks, `-` for an empty. */
export class RosterLinesForm {
  /** The day from which everybody is on the list. */
  rosterFrom: string = '';
  rosterLines: string = '';
}

/** One standing for several households, by their numbers. */
export class StandingsForm extends StatusEntryForm {
  households: string = '';
}

/** One measure for several households, by their numbers. */
export class MeasuresForm extends MeasureEntryForm {
  households: string = '';
}

/** What a household had, by its number. */
export class IncomeOfForm extends IncomeEntryForm {
  household: string = '';
}

/** The days of a month as `3=31 7=28.5`: the number on the list, the days. */
export class AttendedForm {
  month: string = '';
  attended: string = '';
}

/** Which month's days are accepted. */
export class AttendedMonthForm {
  month: string = '';
}

/** What a story tells of people, by verb, with the field in which its day stands. */
export const PEOPLE_FORMS = {
  people: { form: RosterLinesForm, day: undefined },
  standing: { form: StandingsForm, day: undefined },
  measure: { form: MeasuresForm, day: undefined },
  household_income: { form: IncomeOfForm, day: undefined },
  share_roll: { form: ShareRollEntryForm, day: undefined },
  post: { form: PostEntryForm, day: undefined },
  post_standard: { form: PostStandardEntryForm, day: undefined },
  appointment: { form: AppointmentEntryForm, day: undefined },
  attendance: { form: AttendedForm, day: undefined },
  accept_attendance: { form: AttendedMonthForm, day: undefined },
  work: { form: WorkEntryForm, day: undefined },
  work_sheet: { form: WorkSheetEntryForm, day: undefined },
  accept_work_sheet: { form: SheetAcceptanceForm, day: 'acceptedOn' },
  aid_list: { form: AidListEntryForm, day: undefined },
  accept_aid: { form: AidAcceptanceForm, day: 'aidOn' },
} as const;

/** A verb about people. */
export type PeopleVerb = keyof typeof PEOPLE_FORMS;
