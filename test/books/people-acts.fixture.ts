import { addDays, type CalendarDay, lastDayOf, monthOf } from '../../src/domain/calendar/calendar-day';
import { type Fen, plainYuan } from '../../src/domain/money/fen';
import { DomainError } from '../../src/domain/shared/domain-error';
import { FormProblems } from '../../src/domain/shared/problem';
import { daysText } from '../../src/domain/uses/labour-rows';
import { ACCOUNTANT, DEPUTY } from '../support/village';
import type { PeopleHistory } from './people.fixture';

/** What people do in a history; the number says how often beside the others. */
export const PEOPLE_WEIGHTS = {
  ...{ status: 2, endStatus: 2, leavePost: 1 },
  ...{ days: 6, acceptDays: 6 },
  ...{ work: 6, sheet: 5, acceptSheet: 4, withdrawSheet: 5, withdrawWork: 8 },
  ...{ aid: 6, acceptAid: 8, withdrawAid: 2 },
  ...{ state: 3, withdrawState: 2 },
  reverse: 5,
} as const;
export type PeopleAct = keyof typeof PEOPLE_WEIGHTS;

/** One step: what, about which day, how much, and whatever else has to be chosen. */
export interface PeopleStep {
  readonly act: PeopleAct;
  readonly day: CalendarDay;
  readonly amount: Fen;
  readonly choice: number;
}

const TODAY = '2025-07-20';

type Take = (told: PeopleHistory, step: PeopleStep) => Promise<unknown>;

const give: Take = (told, { day, choice }) => {
  const status = choice % 2 === 0 ? 'lifted_out' : 'monitored';
  const form = { status, statusFrom: day, statusPaper: `list ${told.next()}` };
  return told.services.households.giveStatus(told.home(choice), form, ACCOUNTANT);
};

const endStatus: Take = (told, { day, choice }) => {
  const form = { statusNumber: String((choice % 3) + 1), statusEnd: 'ended', endedOn: day, endPaper: 'list' };
  return told.services.households.endStatus(told.home(choice), form, ACCOUNTANT);
};

const leavePost: Take = (told, { day, choice }) => {
  const { appointmentId, at } = told.seat(choice);
  const form = { appointmentId, leftPostOn: day, postLeaving: 'ownWish', leavingPaper: 'letter' };
  return told.services.appointments.leave(at, form, ACCOUNTANT);
};

const days: Take = async ({ services, village }, { day, amount, choice }) => {
  const month = monthOf(day);
  const rows = await services.attendance.listRows(village.id, month);
  // A half day above what is possible now and then: that is refused.
  const typed = rows.map(({ appointmentId, possible }, index): [string, string] => {
    const halves = Number((amount + BigInt(index * 13 + choice)) % BigInt(possible * 2 + 2));
    return [appointmentId, daysText(halves)];
  });
  const form = { month, days: Object.fromEntries<string>(typed), attendanceReason: '' };
  return services.attendance.enterSheet(village.id, form, ACCOUNTANT);
};

const acceptDays: Take = async (told, { choice }) => {
  const { services, village } = told;
  const all = await services.attendance.listSheets(village.id);
  const { id: sheetId } = told.pick(
    all.filter(({ state }) => state === 'entered'),
    choice,
  );
  const form = { sheetId, claimId: told.claim('posts'), acceptedOn: TODAY };
  return services.wages.acceptSheet(village.id, form, choice % 5 === 0 ? ACCOUNTANT : DEPUTY);
};

const work: Take = (told, { choice }) => {
  const names = ['ditch', 'road', 'wall'];
  const blank = { workInvestment: '', workCentral: '', workRegion: '', projectId: '' };
  const form = { ...blank, claimId: told.claim('labour'), workName: told.pick(names, choice) };
  return told.services.sheets.openWork(told.village.id, form, ACCOUNTANT);
};

const sheet: Take = async (told, { day, amount, choice }) => {
  const { services, village } = told;
  const { id: workId } = told.pick(await services.works.listWorks(village.id), choice);
  const end = addDays(day, choice % 4);
  const to = end > lastDayOf(monthOf(day)) ? day : end;
  const rate = plainYuan((amount % 9_000n) + 1n);
  const rows = [`${String((choice % 3) + 1)} ${daysText((choice % 5) + 1)} ${rate}`, `2 0.5 ${rate}`];
  const labourRows = rows.slice(0, (choice % 2) + 1).join('\n');
  const form = { item: 'labour_pay', from: day, to, labourRows, paper: 'list', labourWhy: 'all can' };
  return services.sheets.enterSheet(village.id, { workId, form }, ACCOUNTANT);
};

/** Mostly those that wait, now and then any: most acts on what is done are refused. */
function likely<Item extends { readonly state: string }>(items: readonly Item[], choice: number): Item[] {
  return items.filter(({ state }) => choice % 4 === 0 || state === 'entered' || state === 'takenBack');
}

/** A sheet of any work, whatever became of it, with its work. */
async function anySheet(told: PeopleHistory, choice: number): Promise<{ workId: string; sheetId: string }> {
  const works = await told.services.works.listWorks(told.village.id);
  const all = works.flatMap(({ sheets }) => sheets);
  const { workId, id: sheetId } = told.pick(likely(all, choice), choice);
  return { workId, sheetId };
}

const acceptSheet: Take = async (told, { choice }) => {
  const form = { ...(await anySheet(told, choice)), acceptedOn: TODAY };
  return told.services.sheets.acceptSheet(told.village.id, form, choice % 5 === 0 ? ACCOUNTANT : DEPUTY);
};

const withdrawSheet: Take = async (told, { choice }) => {
  const form = { ...(await anySheet(told, choice)), withdrawnWhy: 'wrong' };
  return told.services.works.withdrawSheet(told.village.id, form, ACCOUNTANT);
};

const withdrawWork: Take = async (told, { choice }) => {
  const all = await told.services.works.listWorks(told.village.id);
  const bare = all.filter(
    ({ withdrawn, sheets }) => withdrawn === undefined && sheets.every((each) => each.state === 'withdrawn'),
  );
  const some = choice % 4 === 0 ? all : bare;
  const form = { workId: told.pick(some, choice).id, withdrawnWhy: 'wrong' };
  return told.services.withdrawals.withdrawWork(told.village.id, form, ACCOUNTANT);
};

const aid: Take = (told, { amount, choice }) => {
  const rows = [`${String((choice % 3) + 1)} ${plainYuan(amount)} ${String((choice % 4) + 1)}`];
  const total = plainYuan(amount * BigInt((choice % 4) + 1));
  const said = { aidKind: 'own', aidGround: 'clean yards', aidBasis: 'rule 12', equalReason: '' };
  const sums = { aidRows: rows.join('\n'), aidTotal: total, potOf: '', potPercent: '' };
  const form = { claimId: told.claim('reward'), ...said, ...sums };
  return told.services.lists.enterList(told.village.id, form, ACCOUNTANT);
};

const acceptAid: Take = async (told, { choice }) => {
  const { id: listId } = told.pick(
    likely(await told.services.aid.listLists(told.village.id), choice),
    choice,
  );
  const form = { listId, aidOn: TODAY, aidReason: 'two rounds of a day' };
  return told.services.lists.acceptList(told.village.id, form, choice % 5 === 0 ? ACCOUNTANT : DEPUTY);
};

const withdrawAid: Take = async (told, { choice }) => {
  const { id: listId } = told.pick(
    likely(await told.services.aid.listLists(told.village.id), choice),
    choice,
  );
  return told.services.aid.withdrawList(told.village.id, { listId, withdrawnWhy: 'wrong' }, ACCOUNTANT);
};

const state: Take = (told, { day, amount, choice }) => {
  const sum = plainYuan(amount);
  const said = { stateLevel: 'county', stateFund: 'unnamed', statePaper: `list ${told.next()}` };
  const rows = { aidRows: `${String((choice % 3) + 1)} ${sum}`, aidTotal: sum, aidNotes: {} };
  const form = { ...said, aidKind: 'unnamed', aidGround: 'help', statePaidOn: day, ...rows };
  const why = { stateReason: '', twiceReason: '' };
  return told.services.stateAid.enterStateAid(told.village.id, { ...form, ...why }, ACCOUNTANT);
};

const withdrawState: Take = async (told, { choice }) => {
  const { id: listId } = told.pick(await told.services.aid.listStateAid(told.village.id), choice);
  const form = { listId, withdrawnWhy: 'wrong' };
  return told.services.stateAid.withdrawStateAid(told.village.id, form, ACCOUNTANT);
};

const reverse: Take = async (told, { choice }) => {
  const granted = (await told.village.vouchers()).filter(({ source }) => source.kind === 'grant');
  return told.village.reverse(told.pick(granted, choice).entryId);
};

const ACTS: Readonly<Record<PeopleAct, Take>> = {
  ...{ status: give, endStatus, leavePost, days, acceptDays, work, sheet, acceptSheet, withdrawSheet },
  ...{ withdrawWork, aid, acceptAid, withdrawAid, state, withdrawState, reverse },
};

/** Takes a step; what is refused in words changes nothing and is no failure. Says whether it went through. */
export async function takeStep(told: PeopleHistory, step: PeopleStep): Promise<boolean> {
  try {
    await ACTS[step.act](told, step);
    return true;
  } catch (error) {
    if (error instanceof DomainError || error instanceof FormProblems) return false;
    throw error;
  }
}
