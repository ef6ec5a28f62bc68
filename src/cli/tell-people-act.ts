import { ROSTER_COLUMNS } from '../domain/collectives/read-roster';
import { DomainError } from '../domain/shared/domain-error';
import { StatusEntryForm } from '../features/collectives/members.forms';
import { ShareRollEntryForm } from '../features/collectives/share-roll.forms';
import { AidAcceptanceForm, AidListEntryForm } from '../features/distribution/aid.forms';
import { SheetAcceptanceForm, WorkEntryForm, WorkSheetEntryForm } from '../features/distribution/works.forms';
import { AppointmentEntryForm, PostEntryForm, PostStandardEntryForm } from '../features/uses/posts.forms';
import { standingUses } from '../domain/uses/use-withdrawal';
import { ROSTER_HEADINGS } from '../glossary/columns-roster';
import { filled } from './filled-form';
import type { FormAct } from './form-act';
import {
  AttendedForm,
  AttendedMonthForm,
  IncomeOfForm,
  MeasuresForm,
  type PeopleVerb,
  RosterLinesForm,
  StandingsForm,
} from './people-act';
import type { Scene } from './scene';

/** Sends what a story tells of people to the services of their pages. */
export const TELL_PEOPLE: Readonly<Record<PeopleVerb, (act: FormAct, scene: Scene) => Promise<unknown>>> = {
  people: tellPeople,
  standing: async (act, scene) => {
    const { services, collectiveId, command } = scene;
    const { households, ...status } = filled(new StandingsForm(), act, scene);
    const ids = await householdIds(scene);
    for (const number of households.split(' ')) {
      const at = { collectiveId, householdId: requireHouseholdOf(ids, number) };
      await services.people.households.giveStatus(at, Object.assign(new StatusEntryForm(), status), command);
    }
  },
  measure: async (act, scene) => {
    const { services, collectiveId, command } = scene;
    const { households, ...measure } = filled(new MeasuresForm(), act, scene);
    const ids = await householdIds(scene);
    for (const number of households.split(' ')) {
      const at = { collectiveId, householdId: requireHouseholdOf(ids, number) };
      await services.people.measures.note(at, measure, command);
    }
  },
  household_income: async (act, scene) => {
    const { services, collectiveId, command } = scene;
    const { household, ...income } = filled(new IncomeOfForm(), act, scene);
    const at = { collectiveId, householdId: requireHouseholdOf(await householdIds(scene), household) };
    return services.people.incomes.noteIncome(at, income, command);
  },
  share_roll: (act, scene) => {
    const { services, collectiveId, command } = scene;
    return services.people.shares.enterRoll(
      collectiveId,
      filled(new ShareRollEntryForm(), act, scene),
      command,
    );
  },
  post: (act, scene) => {
    const { services, collectiveId, command } = scene;
    return services.people.posts.openPost(collectiveId, filled(new PostEntryForm(), act, scene), command);
  },
  post_standard: async (act, scene) => {
    const at = await postOf(act, scene);
    const form = filled(new PostStandardEntryForm(), act, scene);
    return scene.services.people.posts.setStandard(at, form, scene.command);
  },
  appointment: async (act, scene) => {
    const at = await postOf(act, scene);
    const form = filled(new AppointmentEntryForm(), act, scene);
    return scene.services.people.appointments.appoint(at, form, scene.command);
  },
  attendance: tellAttendance,
  accept_attendance: async (act, scene) => {
    const { services, collectiveId, command, names, of, on: acceptedOn } = scene;
    const { month } = filled(new AttendedMonthForm(), act, scene);
    const sheet = (await services.people.attendance.listSheets(collectiveId, month)).at(-1);
    const yearPlanId = names.findYearPlan(of, act.ofPlan ?? '');
    const claimId = yearPlanId ?? (await claimIdOf({ ...act, ofUse: 'posts' }, scene));
    const form = { sheetId: sheet?.id ?? '', claimId, acceptedOn };
    return services.people.wages.acceptSheet(collectiveId, form, command);
  },
  work: async (act, scene) => {
    const { services, collectiveId, command } = scene;
    const claimId = await claimIdOf({ ...act, ofUse: 'labour' }, scene);
    const form = Object.assign(filled(new WorkEntryForm(), act, scene), { claimId });
    return services.people.workSheets.openWork(collectiveId, form, command);
  },
  work_sheet: async (act, scene) => {
    const { services, collectiveId, command } = scene;
    const { id: workId } = await workOf(act, scene);
    const form = filled(new WorkSheetEntryForm(), act, scene);
    return services.people.workSheets.enterSheet(collectiveId, { workId, form }, command);
  },
  accept_work_sheet: async (act, scene) => {
    const { services, collectiveId, command } = scene;
    const { id: workId, sheets } = await workOf(act, scene);
    const { acceptedOn, placeOf, againWhy } = filled(new SheetAcceptanceForm(), act, scene);
    const at = { workId, sheetId: sheets.at(-1)?.id ?? '', acceptedOn, placeOf, againWhy };
    return services.people.workSheets.acceptSheet(collectiveId, at, command);
  },
  aid_list: async (act, scene) => {
    const { services, collectiveId, command } = scene;
    const claimId = await claimIdOf(act, scene);
    const form = Object.assign(filled(new AidListEntryForm(), act, scene), { claimId });
    return services.people.aidLists.enterList(collectiveId, form, command);
  },
  accept_aid: async (act, scene) => {
    const { services, collectiveId, command } = scene;
    const claimId = await claimIdOf(act, scene);
    const lists = await services.people.aid.listLists(collectiveId);
    const listId = lists.find((list) => list.claimId === claimId)?.id ?? '';
    const form = Object.assign(filled(new AidAcceptanceForm(), act, scene), { listId });
    return services.people.aidLists.acceptList(collectiveId, form, command);
  },
};

/** A list of people as it comes out of a spreadsheet: looked at, then taken over. */
async function tellPeople(act: FormAct, scene: Scene): Promise<unknown> {
  const { services, collectiveId, command } = scene;
  const { rosterFrom, rosterLines } = filled(new RosterLinesForm(), act, scene);
  const columns = ROSTER_COLUMNS.filter((column) => column !== 'mobile' && column !== 'otherVillageWhy');
  const rows = rosterLines.split('\n').map((line) => {
    const cells = line.split(' ').map((cell) => (cell === '-' ? '' : cell));
    return [...cells, rosterFrom].join('\t');
  });
  const heading = columns.map((column) => ROSTER_HEADINGS[column][0]).join('\t');
  const table = { source: { pasted: [heading, ...rows].join('\n') }, fileName: '' };
  const previewId = await services.people.imports.upload(collectiveId, table, command);
  return services.people.imports.confirm(collectiveId, previewId, command);
}

/** The days by the people's numbers, put under their appointments. */
async function tellAttendance(act: FormAct, scene: Scene): Promise<unknown> {
  const { services, collectiveId, command } = scene;
  const { month, attended } = filled(new AttendedForm(), act, scene);
  const numbers = await numbersOf(scene);
  const typed = new Map(attended.split(' ').map((each) => [each.split('=')[0], each.split('=')[1] ?? '']));
  const rows = await services.people.attendance.listRows(collectiveId, month);
  const days = Object.fromEntries(
    rows.map(({ appointmentId, memberId }) => [
      appointmentId,
      typed.get(String(numbers.get(memberId))) ?? '',
    ]),
  );
  const form = { month, days, attendanceReason: '' };
  return services.people.attendance.enterSheet(collectiveId, form, command);
}

async function numbersOf({ services, collectiveId }: Scene): Promise<ReadonlyMap<string, number>> {
  const roster = await services.people.roster.listRoster(collectiveId);
  return new Map(roster.flatMap(({ people }) => people.map((each) => [each.memberId, each.memberNumber])));
}

/** The households of the list by number. */
async function householdIds({ services, collectiveId }: Scene): Promise<ReadonlyMap<string, string>> {
  const roster = await services.people.roster.listRoster(collectiveId);
  return new Map(roster.map(({ householdNumber, id }) => [String(householdNumber), id]));
}

/** @throws DomainError `household.unknown` */
function requireHouseholdOf(ids: ReadonlyMap<string, string>, number: string): string {
  const id = ids.get(number);
  if (id === undefined) throw new DomainError('household.unknown');
  return id;
}

/** @throws DomainError `post.unknown` */
async function postOf({ post: name }: FormAct, { services, collectiveId }: Scene) {
  const found = (await services.people.posts.listPosts(collectiveId)).find(({ post }) => post.name === name);
  if (found === undefined) throw new DomainError('post.unknown');
  return { collectiveId, postId: found.post.id };
}

/** @throws DomainError `works.unknown` */
async function workOf({ work }: FormAct, { services, collectiveId }: Scene) {
  const works = standingUses(await services.people.works.listWorks(collectiveId));
  const found = works.find(({ name }) => name === work);
  if (found === undefined) throw new DomainError('works.unknown', { workId: work ?? '' });
  return found;
}

/** The first claim of a use of a plan. @throws DomainError `grant.claimUnknown` */
async function claimIdOf({ ofPlan = '', ofUse = '' }: FormAct, scene: Scene): Promise<string> {
  const { services, names, of, collectiveId } = scene;
  const plan = await services.plans.requirePlan(collectiveId, names.requirePlan(of, ofPlan));
  const claim = plan.lines.find(({ bucket }) => bucket.id === ofUse)?.claims.at(0);
  if (claim === undefined) throw new DomainError('grant.claimUnknown', { claimId: ofUse });
  return claim.id;
}
