import type { PersonForm } from '../../src/domain/collectives/person';
import { DomainError } from '../../src/domain/shared/domain-error';
import { FormProblems } from '../../src/domain/shared/problem';
import type { PostForm } from '../../src/domain/uses/post';
import type { StandardForm } from '../../src/domain/uses/post-standard';
import { AppointmentsService, type AppointForm } from '../../src/features/uses/appointments.service';
import { CandidatesService } from '../../src/features/uses/candidates.service';
import { PostDocumentsService } from '../../src/features/uses/post-documents.service';
import { PostTermsService } from '../../src/features/uses/post-terms.service';
import { PostsService } from '../../src/features/uses/posts.service';
import { PackChoicesService } from '../../src/features/policy/pack-choices.service';
import { SetClock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';
import { attendanceOn } from './attendance';
import { keysOf, membersOn } from './members';
import { seedRegisters } from './seed-registers';
import { ACCOUNTANT, Village } from './village';
import { KIT_ROUTE } from './kit-routes';

/** What is wrong with an act, as codes with their fields; nothing where it went through. */
export const refusals = (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => [],
    (error: unknown) => {
      if (error instanceof FormProblems) return error.problems.map(({ code, field }) => `${code} ${field}`);
      return error instanceof DomainError ? error.code : error;
    },
  );

/** Households, posts and who is on them, of one village. */
export function postsOf(database: Database, village: Village) {
  const { clock, collectives, standards } = village.services;
  const choices = new PackChoicesService(database, clock, seedRegisters().packs, collectives);
  const people = membersOn(database, { clock, choices, collectives, standards, keys: keysOf() });
  const terms = new PostTermsService(collectives, 'seeds');
  const documents = new PostDocumentsService(people.households, standards, terms);
  const candidates = new CandidatesService(people.roster, people.households);
  const attendance = attendanceOn(database, clock, village.services);
  const posts = new PostsService(database, clock, terms, documents, attendance);
  const appointments = new AppointmentsService(database, clock, terms, candidates, attendance);
  return { ...people, terms, posts, appointments };
}

/** A village right under a region, on a day. */
export async function villageUnder(database: Database, region: string, today: string): Promise<Village> {
  const clock = new SetClock(today);
  const { collectives } = Village.at(database, '', clock).services;
  const { id } = await collectives.createCollective({
    ...{ parentId: null, kind: 'village', name: `Village in ${region}`, contacts: [] },
    ...{ organisationName: 'the cooperative', regionPath: [region], noticeLabel: 'V' },
    ...{ routeId: KIT_ROUTE, booksOpenOn: `${today.slice(0, 4)}-01-01` },
  });
  return Village.at(database, id, clock);
}

/** A household of one person, helped from its first day on where a status is named. */
export async function enterPerson(
  services: ReturnType<typeof postsOf>,
  collectiveId: string,
  of: Partial<PersonForm> & { readonly status?: string },
): Promise<{ householdId: string; memberId: string }> {
  const { status, ...wish } = of;
  const head = {
    ...{ personName: 'Li Si', identity: '', labour: 'able', officerRelation: 'none', belongs: 'yes' },
    ...{ fromDay: '2021-01-01', mobile: '', accountKind: '', accountNumber: '', bank: '' },
    ...wish,
  };
  const entered = await services.members.enterHousehold(collectiveId, { villageGroup: '', head }, ACCOUNTANT);
  if (status !== undefined) {
    const given = { status, statusFrom: '2024-01-01', statusPaper: 'list' };
    await services.households.giveStatus({ collectiveId, householdId: entered.id }, given, ACCOUNTANT);
  }
  return { householdId: entered.id, memberId: entered.memberId };
}

/** A post as it is usually typed. */
export const postForm = (of: Partial<PostForm> = {}): PostForm => ({
  ...{ postKind: 'cleaning', postName: 'east lanes', postDuties: 'sweep daily', postPlace: 'east' },
  ...{ seats: '2', postFrom: '2022-01-01' },
  ...of,
});

/** What a post pays, as it is usually typed. */
export const standardForm = (of: Partial<StandardForm> = {}): StandardForm => ({
  ...{ standardFrom: '2022-09', paidEvery: 'month', standardAmount: '600.00', standardPaper: 'resolution 5' },
  postReasons: {},
  ...of,
});

/** An appointment as it is usually typed. */
export const appointForm = (of: Partial<AppointForm> = {}): AppointForm => ({
  ...{ appointee: 'Li Si', shownFrom: '2025-01-02', shownTo: '2025-01-06', appointedFrom: '2025-02-01' },
  ...{ appointedTo: '2025-12-31', agreement: 'agreement 1', postReasons: {} },
  ...of,
});
