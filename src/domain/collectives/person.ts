import { type CalendarDay, isCalendarDay } from '../calendar/calendar-day';
import type { Problem } from '../shared/problem';
import { type IdentityNumber, readIdentityNumber } from '../shared/identity-number';
import { ACCOUNT_KINDS, type AccountKind, readMobile, readPayAccount } from './pay-account';
import { readPlaceName } from './place-name';

/** What a person is to the head of the household. */
export const RELATIONS = [
  ...(['head', 'spouse', 'child', 'childInLaw', 'grandchild', 'parent', 'grandparent', 'sibling'] as const),
  'other',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** Whether a person can work: posts and works labour ask it. */
export const LABOURS = ['able', 'weak', 'none'] as const;
export type Labour = (typeof LABOURS)[number];

/** What a person declares to be to an officer of the village. */
export const OFFICER_RELATIONS = [
  'none',
  'officer',
  'spouse',
  'parent',
  'child',
  'sibling',
  'other',
] as const;
export type OfficerRelation = (typeof OFFICER_RELATIONS)[number];

/** Why a person is on the village's list no more. */
export const LEAVINGS = ['died', 'moved', 'married', 'otherHousehold'] as const;
export type Leaving = (typeof LEAVINGS)[number];

/** Why a person comes onto this list who stands on the list of another village of the county. */
export const OTHER_VILLAGE_WHYS = ['married', 'moved', 'mistakenThere'] as const;
export type OtherVillageWhy = (typeof OTHER_VILLAGE_WHYS)[number];

/** What is known of a person and kept sealed. */
export interface PersonalData {
  readonly name: string;
  readonly identity: string;
  readonly mobile?: string;
  readonly account?: { readonly kind: AccountKind; readonly number: string; readonly bank: string };
}

/** A person as typed. */
export interface PersonForm {
  readonly personName: string;
  readonly identity: string;
  readonly relation: string;
  readonly labour: string;
  readonly officerRelation: string;
  /** `yes` or `no`: whether the person belongs to the collective. */
  readonly belongs: string;
  /** The day from which this holds. */
  readonly fromDay: string;
  readonly mobile: string;
  readonly accountKind: string;
  readonly accountNumber: string;
  readonly bank: string;
  /** Why here, of one who stands on the list of another village of the county; left out of everybody else. */
  readonly otherVillageWhy?: string;
}

/** A person as read: what is sealed, and what rules ask. */
export interface ReadPerson {
  readonly personal: PersonalData;
  readonly born: IdentityNumber;
  readonly relation: Relation;
  readonly labour: Labour;
  readonly officerRelation: OfficerRelation;
  readonly belongs: boolean;
  readonly fromDay: CalendarDay;
  readonly otherVillageWhy: OtherVillageWhy | undefined;
}

/**
 * A change as typed, with what was left blank as it was: nobody is shown a number to type it again. `none` as
 * the kind of account gives the old one up.
 */
export function completedForm(form: PersonForm, held: PersonalData): PersonForm {
  const { identity, mobile = '', account } = held;
  const isBlank = [form.accountKind, form.accountNumber, form.bank].every((each) => each.trim() === '');
  const kept = {
    accountKind: account?.kind ?? '',
    accountNumber: account?.number ?? '',
    bank: account?.bank ?? '',
  };
  const none = { accountKind: '', accountNumber: '', bank: '' };
  return {
    ...form,
    identity: form.identity.trim() === '' ? identity : form.identity,
    mobile: form.mobile.trim() === '' ? mobile : form.mobile,
    ...(form.accountKind === 'none' ? none : isBlank ? kept : {}),
  };
}

/** What is kept of a person as it was entered last. */
export interface HeldPerson extends Pick<ReadPerson, 'relation' | 'labour' | 'officerRelation' | 'belongs'> {
  readonly householdId: string;
  /** Why the person was on the list no more; undefined while on it. */
  readonly leftWhy?: Leaving | undefined;
  readonly personal: PersonalData;
}

/** A change says something else than what is kept, or brings somebody back. Code `person.nothingChanges`. */
export function changeProblems(
  person: ReadPerson & { readonly householdId: string },
  held: HeldPerson,
): Problem[] {
  const isSame = held.leftWhy === undefined && sayOf(person) === sayOf(held);
  return isSame ? [{ code: 'person.nothingChanges', field: '' }] : [];
}

/** All that is said of a person, in one order. */
function sayOf({ relation, labour, officerRelation, belongs, householdId, personal }: HeldPerson): string {
  const { name, identity, mobile = '', account } = personal;
  const paid = [account?.kind ?? '', account?.number ?? '', account?.bank ?? ''];
  const said = [relation, labour, officerRelation, belongs, householdId];
  return JSON.stringify([...said, name, identity, mobile, ...paid]);
}

const LONGEST_NAME = 50;
/** Letters of any script, marks, the dots between the parts of a name, blanks inside. */
const NAME = /^[\p{L}\p{M}\u00b7\u2022.\u30fb\- ]+$/u;

/**
 * Reads a person, or says everything that is wrong with the form; no problem repeats a number or a name.
 * Codes `form.missing`, `form.tooLong`, `form.notAllowed`, `form.privateNumber`, `calendar.*`, `person.*`.
 * @param today no birth and no beginning lies after it
 */
export function readPerson(
  form: PersonForm,
  today: CalendarDay,
): { readonly person: ReadPerson | undefined; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const name = readName(form.personName, problems);
  const born = readIdentityNumber({ field: 'identity', value: form.identity }, today, problems);
  const relation = choose(RELATIONS, { field: 'relation', value: form.relation }, problems);
  const labour = choose(LABOURS, { field: 'labour', value: form.labour }, problems);
  const officer = { field: 'officerRelation', value: form.officerRelation };
  const officerRelation = choose(OFFICER_RELATIONS, officer, problems);
  const belongs = choose(['yes', 'no'] as const, { field: 'belongs', value: form.belongs }, problems);
  const fromDay = readFrom(form.fromDay, { today, bornOn: born?.bornOn }, problems);
  const otherVillageWhy = readOtherVillageWhy(form, problems);
  const ways = readWays(form, problems);
  if (problems.length > 0) return { person: undefined, problems };
  if (born === undefined || relation === undefined || labour === undefined)
    return { person: undefined, problems };
  if (officerRelation === undefined || belongs === undefined || fromDay === undefined)
    return { person: undefined, problems };
  const personal = { name, identity: born.number, ...ways };
  const said = { relation, labour, officerRelation, belongs: belongs === 'yes', fromDay, otherVillageWhy };
  return { person: { personal, born, ...said }, problems };
}

function readOtherVillageWhy(
  { otherVillageWhy: value = '' }: PersonForm,
  problems: Problem[],
): OtherVillageWhy | undefined {
  const isBlank = value.trim() === '';
  return isBlank ? undefined : choose(OTHER_VILLAGE_WHYS, { field: 'otherVillageWhy', value }, problems);
}

function readName(value: string, problems: Problem[]): string {
  const name = value
    .normalize('NFC')
    .replace(/\u3000/g, ' ')
    .trim()
    .replace(/ +/g, ' ');
  if (name === '') problems.push({ code: 'form.missing', field: 'personName' });
  else if ([...name].length > LONGEST_NAME) {
    problems.push({ code: 'form.tooLong', field: 'personName', facts: { max: LONGEST_NAME } });
  } else if (!NAME.test(name)) problems.push({ code: 'person.name', field: 'personName' });
  return name;
}

function choose<Choice extends string>(
  choices: readonly Choice[],
  { field, value }: { readonly field: string; readonly value: string },
  problems: Problem[],
): Choice | undefined {
  const found = choices.find((each) => each === value.trim());
  if (found === undefined)
    problems.push({ code: value.trim() === '' ? 'form.missing' : 'form.notAllowed', field });
  return found;
}

function readFrom(
  value: string,
  { today, bornOn }: { readonly today: CalendarDay; readonly bornOn: string | undefined },
  problems: Problem[],
): CalendarDay | undefined {
  const day = value.trim();
  if (!isCalendarDay(day)) {
    problems.push({ code: day === '' ? 'form.missing' : 'calendar.notADay', field: 'fromDay', value });
    return undefined;
  }
  if (day > today) problems.push({ code: 'person.dayAhead', field: 'fromDay', value });
  if (bornOn !== undefined && day < bornOn)
    problems.push({ code: 'person.beforeBirth', field: 'fromDay', value });
  return day;
}

/** How a person is reached and paid: each may be left out, an account only whole. */
function readWays(form: PersonForm, problems: Problem[]): Pick<PersonalData, 'mobile' | 'account'> {
  const mobile =
    form.mobile.trim() === '' ? undefined : readMobile({ field: 'mobile', value: form.mobile }, problems);
  const account = readAccount(form, problems);
  return { ...(mobile === undefined ? {} : { mobile }), ...(account === undefined ? {} : { account }) };
}

function readAccount(form: PersonForm, problems: Problem[]): PersonalData['account'] {
  if ([form.accountNumber, form.bank, form.accountKind].every((each) => each.trim() === '')) return undefined;
  const kind = choose(ACCOUNT_KINDS, { field: 'accountKind', value: form.accountKind }, problems);
  const number = readPayAccount(
    { field: 'accountNumber', value: form.accountNumber },
    kind ?? 'passbook',
    problems,
  );
  const bank = readPlaceName({ field: 'bank', value: form.bank }, problems);
  if (bank === '') problems.push({ code: 'form.missing', field: 'bank' });
  return kind === undefined || number === undefined ? undefined : { kind, number, bank };
}

/** Whole years on a day: a person born on 29 February is a year older on 1 March of other years. */
export function ageOn(bornOn: string, day: CalendarDay): number {
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return day.slice(5) < bornOn.slice(5) ? years - 1 : years;
}
