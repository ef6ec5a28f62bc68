import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Decided, officeAgreement, villageDecision } from '../../domain/approvals/plan-steps';
import { publicityPeriod } from '../../domain/approvals/publicity';
import type { Step } from '../../domain/approvals/route';
import { type CalendarDay, yearOf } from '../../domain/calendar/calendar-day';
import type {
  DistributionNotice,
  NoticeDecision,
  NoticeHeading,
  SampleNotice,
} from '../../domain/notices/distribution-notice';
import { ANSWER_DAYS } from '../../domain/notices/objection';
import type { DrawnNotice } from '../../domain/notices/published-facts';
import { DomainError } from '../../domain/shared/domain-error';
import { bodyName } from '../../glossary/bodies';
import type { StepDecision } from '../approvals/approvals.service';
import { publicityStep } from '../approvals/routes.service';
import { type Collective, CollectivesService } from '../collectives/collectives.service';
import { NoticeFontsService } from './notice-fonts.service';
import { toldObjections } from './objections.store';

/** What a publication adds to a plan: its number, its first day on the wall, where the chain stood. */
export interface Publication {
  readonly number: number;
  readonly displayedOn: CalendarDay;
  readonly witness: { readonly chainLength: number; readonly chainHead: string };
}

/** Who issues a sheet, and the office above. */
export interface Issuers {
  readonly collective: Collective;
  readonly township: Collective;
}

/** A decided plan; of plans of before its whole route, of which only meetings and reviews were noted. */
interface DecidedOnRoute extends Decided<StepDecision> {
  readonly route?: readonly Step[];
}

/** What a sheet says of its issue, whatever it is about. */
interface Issue extends Pick<DistributionNotice, 'decision' | 'publicity' | 'witness'> {
  readonly heading: Pick<NoticeHeading, 'number' | 'issuedOn'>;
}

const DEFAULT_PUBLICITY = { days: 7, firstDayCounts: true };

/** What every sheet says alike: who issues it, by whose decision, for how many days, whom to ask. */
@Injectable()
export class NoticeIssueService {
  constructor(
    private readonly collectives: CollectivesService,
    private readonly fonts: NoticeFontsService,
  ) {}

  /** @throws DomainError `collective.withoutOffice` */
  async issuersOf(collectiveId: string): Promise<Issuers> {
    const collective = await this.collectives.requireCollective(collectiveId);
    if (collective.parentId === null)
      throw new DomainError('collective.withoutOffice', { collective: collective.name });
    return { collective, township: await this.collectives.requireCollective(collective.parentId) };
  }

  /** Whom to ask, and what was objected to sheets before. */
  async askedOf(
    { collective }: Issuers,
    db: EntityManager,
  ): Promise<Pick<SampleNotice, 'contacts' | 'objections'>> {
    const offices = collective.contacts.map(({ id, body, phone, place }) => {
      return { id, body, phone, ...(place === undefined ? {} : { place }) };
    });
    const told = await toldObjections(db, collective.id);
    return { ...told, contacts: { offices, answerWithinDays: ANSWER_DAYS } };
  }

  /**
   * By whose decision and for how long a plan's sheet hangs, under which number.
   * @throws DomainError `notices.withoutMeeting`
   */
  issueOf(
    plan: DecidedOnRoute,
    { collective, township }: Issuers,
    { number, displayedOn, witness }: Publication,
  ): Issue {
    const publicity = publicityPeriod(
      publicityStep(plan.route ?? plan.steps) ?? DEFAULT_PUBLICITY,
      displayedOn,
    );
    const label = { label: collective.noticeLabel, year: yearOf(publicity.from), number };
    return {
      heading: { number: label, issuedOn: publicity.from },
      ...{ decision: decisionOf(plan, township), publicity, witness },
    };
  }

  /** The same of a sheet that nobody had to decide. */
  issueOfReport(
    { collective }: Issuers,
    { number, displayedOn, witness }: Publication,
  ): Omit<Issue, 'decision'> {
    const publicity = publicityPeriod(DEFAULT_PUBLICITY, displayedOn);
    const label = { label: collective.noticeLabel, year: yearOf(publicity.from), number };
    return { heading: { number: label, issuedOn: publicity.from }, publicity, witness };
  }

  /** The officers' names are printed beside the facts. @throws DomainError `notices.characterNotPrintable` */
  refuseUnprintable(facts: DrawnNotice, { collective }: Issuers): void {
    this.fonts.refuseUnprintable([facts, collective.contacts]);
  }
}

/** What the head of a sheet says of who issues it. */
export function issuedBy({
  collective,
  township,
}: Issuers): Pick<NoticeHeading, 'issuer' | 'village' | 'township'> {
  return { issuer: collective.organisationName, village: collective.name, township: township.name };
}

function decisionOf(plan: Decided<StepDecision>, township: Collective): NoticeDecision {
  const meeting = villageDecision(plan);
  const step = plan.steps.find((each) => each.id === meeting?.stepId);
  if (meeting === undefined || meeting.counts === null || step?.kind !== 'meeting') {
    throw new DomainError('notices.withoutMeeting');
  }
  const review = officeAgreement(plan);
  const { due, present, inFavour } = meeting.counts;
  return {
    body: bodyName(step.body),
    decidedOn: meeting.decidedOn,
    due,
    present,
    inFavour,
    ...(review === undefined
      ? {}
      : { townshipReview: { body: township.organisationName, on: review.decidedOn } }),
  };
}
