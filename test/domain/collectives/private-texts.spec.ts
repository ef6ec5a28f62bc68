import { readIncome } from '../../../src/domain/collectives/household-income';
import { readStatus, readStatusEnd } from '../../../src/domain/collectives/household-status';
import { readIssued } from '../../../src/domain/collectives/issued-shares';
import { readPerson } from '../../../src/domain/collectives/person';
import { readGroupChange, readVillageGroup, readWhy } from '../../../src/domain/collectives/place-name';
import { readShareRoll } from '../../../src/domain/collectives/share-roll';
import { readReviews } from '../../../src/domain/collectives/status-reviews';
import type { Problem } from '../../../src/domain/shared/problem';
import { readPost } from '../../../src/domain/uses/post';
import { readAppointment, readPostLeaving } from '../../../src/domain/uses/post-appointment';
import { readSeats } from '../../../src/domain/uses/post-seats';
import { readStandard } from '../../../src/domain/uses/post-standard';
import type { PostTerms } from '../../../src/domain/uses/post-terms';
import { readWork } from '../../../src/domain/uses/work';
import { readWorkSheet } from '../../../src/domain/uses/work-sheet';
import * as memberForms from '../../../src/features/collectives/members.forms';
import * as shareForms from '../../../src/features/collectives/share-roll.forms';
import * as workForms from '../../../src/features/distribution/works.forms';
import * as postForms from '../../../src/features/uses/posts.forms';

const TODAY = '2025-07-11';
const PLANTED = [
  '341202197504052010',
  'group 13912345678',
  'wrong 341202 19700301 101X here',
  '6228480000000000018',
];
/** Numbers of accounts that look like nothing else; names of banks and of groups are without them, too. */
const ACCOUNTS = ['4367421234567890123', 'branch 8012 3456 7890'];

const TERMS: PostTerms = {
  ...{ region: '', shownDays: 5, barred: [], leastAge: 18, mostAge: 60, confirmed: false },
  ...{ monthOfDays: 30, asksAbove: '3000', dayAsksAbove: '500' },
};
const POST = {
  ...({ id: 'p', number: 1, kind: 'other', name: '', duties: '', place: '' } as const),
  ...{ seats: 1, openedOn: '2025-01-01' },
};
const STATUS = { householdId: '', statusNumber: 1, status: '', fromDay: TODAY, end: undefined };
const APPOINTMENT = {
  ...{ id: 'a', number: 1, postId: 'p', memberId: 'm', from: TODAY, to: TODAY, left: undefined },
};
const GROUND = { of: { post: POST, standards: [], seatChanges: [] }, others: [], terms: TERMS };
const APPOINTING = { post: POST, seatChanges: [], candidate: undefined, appointments: [], terms: TERMS };
const SHEET_FACTS = { workers: [], worked: [], onPosts: [], today: TODAY, terms: TERMS };
const SHARE_GROUND = { holders: [], holdings: [], uses: [], today: TODAY };
const noted = (read: (problems: Problem[]) => unknown): Problem[] => {
  const problems: Problem[] = [];
  read(problems);
  return problems;
};

/** A form with one text in it; every other box is blank. */
const typed = <Form extends object>(of: new () => Form, field: string, value: string): Form =>
  Object.assign(new of(), { [field]: value });

/** Texts that are kept as they are typed: in which box of which form, and what reads it. */
const TEXTS: Readonly<Record<string, (value: string, field: string) => readonly Problem[]>> = {
  'HeadEntryForm.bank': (value, field) =>
    readPerson(typed(memberForms.MemberEntryForm, field, value), TODAY).problems,
  'HeadEntryForm.personName': (value, field) =>
    readPerson(typed(memberForms.MemberEntryForm, field, value), TODAY).problems,
  'HouseholdEntryForm.villageGroup': (value, field) =>
    noted((problems) => readVillageGroup({ field, value }, problems)),
  'GroupChangeEntryForm.villageGroup': (value, field) =>
    readGroupChange(typed(memberForms.GroupChangeEntryForm, field, value), '').problems,
  'GroupChangeEntryForm.groupWhy': (value, field) =>
    readGroupChange(typed(memberForms.GroupChangeEntryForm, field, value), '').problems,
  'MemberChangeForm.personChange': (value, field) => noted((problems) => readWhy({ field, value }, problems)),
  'StatusEntryForm.statusPaper': (value, field) =>
    readStatus(typed(memberForms.StatusEntryForm, field, value), { words: [], standing: [], today: TODAY })
      .problems,
  'StatusEndEntryForm.endPaper': (value, field) =>
    readStatusEnd(typed(memberForms.StatusEndEntryForm, field, value), STATUS, TODAY).problems,
  'IncomeEntryForm.incomePaper': (value, field) =>
    readIncome(typed(memberForms.IncomeEntryForm, field, value), TODAY).problems,
  'IncomeEntryForm.belowPaidWhy': (value, field) =>
    readIncome(typed(memberForms.IncomeEntryForm, field, value), TODAY).problems,
  'ShareRollEntryForm.shareWhy': (value, field) =>
    readShareRoll(typed(shareForms.ShareRollEntryForm, field, value), SHARE_GROUND).problems,
  'ShareRollEntryForm.sharePaper': (value, field) =>
    readShareRoll(typed(shareForms.ShareRollEntryForm, field, value), SHARE_GROUND).problems,
  'IssuedSharesForm.issuedPaper': (value, field) =>
    readIssued(typed(shareForms.IssuedSharesForm, field, value), { told: [], uses: [], today: TODAY })
      .problems,
  'StatusReviewEntryForm.reviewPaper': (value, field) =>
    readReviews(typed(shareForms.StatusReviewEntryForm, field, value), [], TODAY).problems,
  'PostEntryForm.postName': (value, field) =>
    readPost(typed(postForms.PostEntryForm, field, value), []).problems,
  'PostEntryForm.postDuties': (value, field) =>
    readPost(typed(postForms.PostEntryForm, field, value), []).problems,
  'PostEntryForm.postPlace': (value, field) =>
    readPost(typed(postForms.PostEntryForm, field, value), []).problems,
  'PostStandardEntryForm.standardPaper': (value, field) =>
    readStandard(typed(postForms.PostStandardEntryForm, field, value), GROUND).problems,
  'AppointmentEntryForm.agreement': (value, field) =>
    readAppointment(typed(postForms.AppointmentEntryForm, field, value), APPOINTING).problems,
  'PostLeavingEntryForm.leavingPaper': (value, field) =>
    readPostLeaving(typed(postForms.PostLeavingEntryForm, field, value), APPOINTMENT).problems,
  'SeatsEntryForm.seatsWhy': (value, field) =>
    readSeats(typed(postForms.SeatsEntryForm, field, value), APPOINTING, []).problems,
  'SeatsEntryForm.seatsPaper': (value, field) =>
    readSeats(typed(postForms.SeatsEntryForm, field, value), APPOINTING, []).problems,
  'WorkEntryForm.workName': (value, field) =>
    readWork(typed(workForms.WorkEntryForm, field, value), { claims: [], namesTaken: [], projects: [] })
      .problems,
  'WorkSheetEntryForm.paper': (value, field) =>
    readWorkSheet(typed(workForms.WorkSheetEntryForm, field, value), SHEET_FACTS).problems,
  'WorkSheetEntryForm.labourWhy': (value, field) =>
    readWorkSheet(typed(workForms.WorkSheetEntryForm, field, value), SHEET_FACTS).problems,
  'WorkSheetEntryForm.bothWhy': (value, field) =>
    readWorkSheet(typed(workForms.WorkSheetEntryForm, field, value), SHEET_FACTS).problems,
};

/** Boxes of numbers, days and choices, which keep no text; and what lies sealed, or is not kept at all. */
const OTHERS = new Set([
  ...[
    'identity',
    'mobile',
    'accountNumber',
    'accountKind',
    'labour',
    'officerRelation',
    'belongs',
    'relation',
  ],
  ...['fromDay', 'householdId', 'leftWhy', 'status', 'statusFrom', 'statusNumber', 'statusEnd', 'endedOn'],
  ...[
    'incomeYear',
    'perHead',
    'readField',
    'sought',
    'holderKind',
    'issuedFrom',
    'issuedShares',
    'shareFrom',
    'shareLines',
    'reviewDay',
  ],
  ...[
    'postKind',
    'seats',
    'seatsFrom',
    'shareRow',
    'postFrom',
    'standardFrom',
    'paidEvery',
    'standardAmount',
    'appointee',
  ],
  ...['shownFrom', 'shownTo', 'appointedFrom', 'appointedTo', 'appointmentId', 'postLeaving', 'leftPostOn'],
  ...['claimId', 'workInvestment', 'workCentral', 'workRegion', 'projectId', 'item', 'from', 'to'],
  ...['labourRows', 'acceptedOn', 'placeOf', 'finishedOn', 'otherVillageWhy'],
]);
/** Read by the service that keeps them, with the same check: the test of its room plants a number. */
const BY_SERVICE = new Set(['readWhy', 'withdrawnWhy', 'finishReason', 'againWhy']);

const FORMS: readonly (new () => object)[] = [
  ...Object.values(memberForms),
  ...Object.values(shareForms),
  ...Object.values(postForms),
  ...Object.values(workForms),
];

describe('what is typed of people, posts and works', () => {
  it.each(Object.entries(TEXTS))('%s takes no number of a person', (box, read) => {
    const field = box.split('.')[1] ?? '';
    const code = field === 'personName' ? 'person.name' : 'form.privateNumber';
    const wanted = ['bank', 'villageGroup'].includes(field) ? [...PLANTED, ...ACCOUNTS] : PLANTED;
    for (const value of wanted) expect(read(value, field)).toContainEqual({ code, field });
    const sound = read('third group of the county', field);
    expect(sound.filter((problem) => problem.code === code)).toEqual([]);
  });

  it('is known, box by box: a new box of text joins one of the lists above', () => {
    const named = new Set(Object.keys(TEXTS).map((box) => box.split('.')[1]));
    const boxes = FORMS.flatMap((form) =>
      Object.entries(new form()).flatMap(([field, value]) => (value === '' ? [field] : [])),
    );
    const unknown = boxes.filter(
      (field) => !named.has(field) && !OTHERS.has(field) && !BY_SERVICE.has(field),
    );
    expect([...new Set(unknown)]).toEqual([]);
    expect(boxes.length).toBeGreaterThan(60);
  });
});
