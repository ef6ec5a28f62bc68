import { addDays } from '../../src/domain/calendar/calendar-day';
import { FilingService } from '../../src/features/distribution/filing.service';
import type { RoleName } from '../../src/platform/http/actor';
import type { SetClock } from '../../src/platform/clock/clock';
import type { OpenDatabase } from '../support/engines';
import { filingsOn } from '../support/approvals';
import { confirmPolicy } from '../support/policy-register';
import { NAMED_PAPERS, photoOf } from '../support/step-papers';
import { hangByPhoto, yearForm, yearPlansOn, yearUse } from '../support/year-plans';
import { ACCOUNTANT, claimOf, servicesOn, Village } from '../support/village';

const VOTES = { due: '40', present: '40', inFavour: '40', against: '0', abstained: '0', ...NAMED_PAPERS };

/** The code of what was refused, of a form of each problem; `done` where it went through. */
export const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => {
      const { code, problems } = error as { code: string; problems?: { code: string }[] };
      return problems === undefined ? code : problems.map((each) => each.code).join(' ');
    },
  );

/** A county's office, and villages of it whose plans go by the order of 馆陶: the county files them last. */
export class FilingCounty {
  private constructor(
    readonly officeId: string,
    private readonly opened: OpenDatabase,
    private readonly clock: SetClock,
  ) {}

  static async found(opened: OpenDatabase, clock: SetClock, name = 'county'): Promise<FilingCounty> {
    const { collectives } = servicesOn(opened.database, clock);
    const { id } = await collectives.createCollective({
      ...{ parentId: null, kind: 'county', name, organisationName: 'office', contacts: [] },
      ...{ regionPath: ['341200'], noticeLabel: name, routeId: null, booksOpenOn: '2025-01-01' },
    });
    return new FilingCounty(id, opened, clock);
  }

  /** A township's office below it. */
  async township(name: string): Promise<string> {
    const { collectives } = servicesOn(this.opened.database, this.clock);
    const { id } = await collectives.createCollective({
      ...{ parentId: this.officeId, kind: 'township', name, organisationName: 'office', contacts: [] },
      ...{ regionPath: ['341200'], noticeLabel: name, routeId: null, booksOpenOn: '2025-01-01' },
    });
    return id;
  }

  /** A village with money, right below the county or below a township of it. */
  async village(name: string, parentId = this.officeId): Promise<Village> {
    const services = servicesOn(this.opened.database, this.clock);
    const { id } = await services.collectives.createCollective({
      ...{ parentId, kind: 'village', name, organisationName: 'a', contacts: [] },
      ...{ regionPath: ['341200'], noticeLabel: 'O', booksOpenOn: '2025-01-01', routeId: 'county-guantao' },
    });
    await confirmPolicy(services.confirmations, { officeId: id, today: this.clock.today() });
    const village = Village.at(this.opened.database, id, this.clock);
    await village.openWith(500_000n);
    return village;
  }

  /** Lets somebody in, called as what he is. */
  letIn(username: string, role: RoleName, at = this.officeId): Promise<string> {
    const { users } = servicesOn(this.opened.database, this.clock);
    const person = { username, displayName: username, password: 'password-1', officeId: at };
    return users.createUser({ ...person, roles: [{ role, collectiveId: at }] });
  }

  get filing(): FilingService {
    const { database } = this.opened;
    const services = servicesOn(database, this.clock);
    const { deciding } = yearPlansOn(services);
    const filings = filingsOn(database, this.clock);
    return new FilingService(services.collectives, filings, services.deciding, deciding);
  }

  filed() {
    return filingsOn(this.opened.database, this.clock).listFilings(this.officeId);
  }

  /** Files one with the county, today where no day is named. */
  file(
    village: Village,
    planId: string,
    wish: { by: string; kind?: string; heldOn?: string; receiptPaper?: string; key?: string },
  ): Promise<{ readonly number: string }> {
    const { by, kind = 'plan', heldOn = this.clock.today(), receiptPaper = '', key } = wish;
    return this.filing.filePlan(
      this.officeId,
      { villageId: village.id, kind, planId },
      { form: { heldOn, receiptPaper }, command: { by, ...(key === undefined ? {} : { key }) } },
    );
  }

  /** A period's plan that waits to be filed; the clock moves past the days of its sheet. */
  async waitingPlan(village: Village): Promise<string> {
    const { id } = await village.draft([claimOf(60_000n)]);
    await village.submit(id);
    await village.services.deciding.recordMeeting(village.id, id, {
      form: { ...this.typed(1, 'minutes'), ...VOTES },
      command: ACCOUNTANT,
    });
    const from = this.clock.today();
    const { publicity, plans } = village.services;
    const sheet = { from, to: addDays(from, 4), number: '1' };
    await this.opened.database.inTransaction(village.id, async (tx) =>
      publicity.noteHanging(
        tx,
        { kind: 'plan', plan: await plans.requirePlan(village.id, id) },
        { sheet, by: 'tests' },
      ),
    );
    this.clock.moveTo(addDays(from, 5));
    await village.review(id);
    return id;
  }

  /** A year's plan that waits to be filed. */
  async waitingYearPlan(village: Village): Promise<string> {
    const { drafting, deciding, reading } = yearPlansOn(village.services);
    const form = yearForm({ uses: [yearUse({ amount: '5000' })] });
    const { id } = await drafting.draftPlan(village.id, form, ACCOUNTANT);
    await deciding.submitPlan(village.id, id, ACCOUNTANT);
    const meeting = { ...this.typed(1, 'minutes'), ...VOTES };
    await deciding.recordMeeting(village.id, id, { form: meeting, command: ACCOUNTANT });
    const noted = { ...this.typed(2, 'photo'), ...(await photoOf(village, id, 'yearPlan')) };
    await hangByPhoto(village, id, noted);
    this.clock.moveTo(addDays(this.clock.today(), 5));
    const { digest = '' } = await reading.requirePlan(village.id, id);
    const review = { outcome: 'passed', reason: '', digest };
    await deciding.reviewPlan(village.id, id, { form: review, command: { by: 'officer' } });
    return id;
  }

  typed(number: number, stepPaper: string) {
    return { stepNumber: String(number), heldOn: this.clock.today(), stepPaper };
  }
}
