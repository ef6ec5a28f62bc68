import { Injectable } from '@nestjs/common';
import { addMonths, monthOf } from '../../domain/calendar/calendar-day';
import { ANOTHER } from '../../domain/ledger/reentered';
import { yuanText } from '../../domain/money/fen';
import { type AttendanceLine, daysText, type MonthRow } from '../../domain/uses/attendance';
import { placeWords } from '../../glossary/place-words';
import { attendanceOf, claimLeftText, monthDaysText, reasonText, wageText } from '../../glossary/post-words';
import { problemSentence } from '../../glossary/sentences';
import { labelOf } from '../../glossary/terms';
import { yearGrantWords } from '../../glossary/year-grant-words';
import { Clock } from '../../platform/clock/clock';
import { filledForm, OfficeDesk, reportsTo } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import type { FormState } from '../../platform/views/error-summary';
import type { Option } from '../../platform/views/field';
import { RosterReadService } from '../collectives/roster-read.service';
import { AttendanceService, type ToldSheet } from '../uses/attendance.service';
import type { AttendancePageProps, AttendanceRow } from './attendance.pages';
import { MonthGrantsService } from './month-grants.service';
import { openOf } from './plan-read.service';

/** How many months back the page offers. */
const MONTHS_BACK = 5;

/** The page of a month's attendance. */
@Injectable()
export class AttendanceViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly attendance: AttendanceService,
    private readonly paid: MonthGrantsService,
    private readonly roster: RosterReadService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `attendance.notAMonth` */
  async page(
    visit: PageVisit,
    at: { readonly collectiveId: string; readonly month: string },
    refused?: FormState,
  ): Promise<AttendancePageProps> {
    const { collectiveId, month } = at;
    const paths = villagePaths(collectiveId);
    const rows = await this.attendance.listRows(collectiveId, month);
    const sheets = await this.attendance.listSheets(collectiveId, month);
    const sheet = sheets.at(-1);
    const memberIds = rows.map(({ memberId }) => memberId);
    const names = await this.roster.namesOf(collectiveId, memberIds);
    const basedOn = String(sheets.length);
    const fresh = { acceptedOn: this.clock.today(), basedOn, ...typedDays(sheet) };
    const form = refused === undefined ? filledForm(fresh) : seenAnew(refused, basedOn);
    const mayEnter = reportsTo(visit.actor, collectiveId) && sheet?.state !== 'owed';
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'members' }),
      postsHref: paths.posts,
      month,
      months: this.monthLinks(month, (each) => paths.attendance(each)),
      rows: rows.map((row) => rowOf(row, names.get(row.memberId) ?? '', sheet)),
      total: sheet?.amount ?? 0n,
      state: labelOf(`attendanceState.${sheet?.state ?? 'none'}`),
      voucher: sheet?.acceptance && {
        label: labelOf('attendanceVoucher'),
        href: paths.voucher(sheet.acceptance.entryId),
      },
      form,
      summary: namedForm(form, (id) => {
        const row = rows.find(({ appointmentId }) => appointmentId === id);
        return row && attendanceOf(names.get(row.memberId) ?? '', row);
      }),
      reasons: reasonsOf(sheet),
      enterAction: mayEnter ? paths.attendance(month) : undefined,
      places: placesAskedOf(form),
      ...(await this.acceptanceOf(visit, collectiveId, sheet)),
    };
  }

  /** Who did not enter a sheet that waits may accept it; who did is told why not. */
  private async acceptanceOf(
    visit: PageVisit,
    collectiveId: string,
    sheet: ToldSheet | undefined,
  ): Promise<Pick<AttendancePageProps, 'accept' | 'barred'>> {
    if (sheet?.state !== 'entered') return { accept: undefined, barred: undefined };
    if (sheet.enteredBy === visit.actor.userId)
      return { accept: undefined, barred: problemSentence({ code: 'attendance.ownSheet', field: '' }) };
    const action = `${villagePaths(collectiveId).attendance(sheet.month)}/acceptance`;
    const offered = await this.payOptions(collectiveId, sheet.month);
    return { accept: { action, sheetId: sheet.id, ...offered }, barred: undefined };
  }

  /** What may pay a month: first the plan of its year, where it may, then claims of distributions. */
  private async payOptions(
    collectiveId: string,
    month: string,
  ): Promise<Pick<NonNullable<AttendancePageProps['accept']>, 'claims' | 'years'>> {
    const years = await this.paid.listYears(collectiveId, month);
    const claims = await this.paid.listClaims(collectiveId);
    const ofYears = years.map(({ plan, use }) => ({
      value: plan.id,
      label: claimLeftText(yearGrantWords.option(plan.year, widePunctuation(use.bucket.name)), use.open),
    }));
    const ofPeriods = claims.map(({ plan, claim }) => ({
      value: claim.id,
      label: claimLeftText(`${plan.periodFrom}—${plan.periodTo} ${claim.forWhat}`, openOf(claim)),
    }));
    return {
      claims: [...ofYears, ...ofPeriods],
      years: years.map(({ plan: { id, pool, year } }) => ({
        label: yearGrantWords.read(year, labelOf(`pool.${pool}`)),
        href: villagePaths(collectiveId).yearPlan(id),
      })),
    };
  }

  private monthLinks(month: string, pathOf: (month: string) => string): AttendancePageProps['months'] {
    const last = monthOf(this.clock.today());
    const back = Array.from({ length: MONTHS_BACK + 1 }, (_, index) => addMonths(last, index - MONTHS_BACK));
    return back.map((each) => ({ label: each, href: pathOf(each), current: each === month }));
  }
}

/** What the claim that was chosen has waiting, as the refusal told it. */
function placesAskedOf({ problems }: FormState): Option[] {
  const { placeIds, places } = problems.find(({ field }) => field === 'placeOf')?.facts ?? {};
  if (typeof placeIds !== 'object' || typeof places !== 'object') return [];
  const anew = placeIds.map((value, index) => ({ value, label: placeWords.anew(places[index] ?? '') }));
  return [...anew, { value: ANOTHER, label: placeWords.another }];
}

/** Whoever was told what somebody else entered meanwhile saves the next time knowing of it. */
function seenAnew(form: FormState, basedOn: string): FormState {
  const told = form.problems.some(({ code }) => code === 'attendance.changedMeanwhile');
  return told ? { ...form, values: { ...form.values, basedOn } } : form;
}

/** A form whose problems say of whom they are: the field of a person's days bears no name of its own. */
function namedForm(form: FormState, nameOf: (appointmentId: string) => string | undefined): FormState {
  return {
    ...form,
    sentence: (problem) => {
      const [, id = ''] = /^days(?:\.|\[)([^\]]+)\]?$/.exec(problem.field) ?? [];
      const who = nameOf(id);
      return who === undefined ? form.sentence(problem) : `${who}${form.sentence(problem)}`;
    },
  };
}

/** What was written of the sheet where something asked why. */
function reasonsOf(sheet: ToldSheet | undefined): string[] {
  const { reason = '', bothWhy = null } = sheet ?? {};
  return [
    ...(reason === '' ? [] : [reasonText('attendanceReason', widePunctuation(reason))]),
    ...(bothWhy === null ? [] : [reasonText('bothWhy', widePunctuation(bothWhy))]),
  ];
}

function typedDays(sheet: ToldSheet | undefined): Record<string, string> {
  const lines = sheet?.lines ?? [];
  return Object.fromEntries(
    lines.map(({ appointmentId, halfDays }) => [`days[${appointmentId}]`, daysText(halfDays)]),
  );
}

/** A whole month is exactly its standard: nothing is reckoned. */
function isWhole({ every, halfDays, monthDays }: AttendanceLine): boolean {
  return every === 'month' && halfDays === monthDays * 2;
}

function reckoningOf({ every, standard, halfDays, monthDays }: AttendanceLine): string {
  const months = every === 'month' ? monthDays : undefined;
  return wageText({ standard: yuanText(standard), days: daysText(halfDays), monthDays: months });
}

function rowOf(row: MonthRow, name: string, sheet: ToldSheet | undefined): AttendanceRow {
  const { appointmentId, post, from, to, possible, monthDays, standard } = row;
  const line = sheet?.lines.find((each) => each.appointmentId === appointmentId);
  return {
    ...{
      appointmentId,
      name,
      post: post.name,
      days: possible === monthDays ? '' : monthDaysText(from, to),
    },
    most: String(possible),
    standard:
      standard === undefined
        ? labelOf('attendanceState.noStandard')
        : `${yuanText(standard.amount)} ${labelOf(`paidEvery.${standard.every}`)}`,
    entered:
      line === undefined
        ? undefined
        : {
            days: daysText(line.halfDays),
            amount: line.amount,
            reckoning: isWhole(line) ? undefined : reckoningOf(line),
          },
  };
}
