import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { type CalendarDay, type Month, monthOf } from '../../domain/calendar/calendar-day';
import { PAPERS_AT_LEAST } from '../../domain/ledger/attachments';
import { namedPeopleProblems } from '../../domain/shared/named-people';
import { refuseProblems } from '../../domain/shared/problem';
import type { Claim } from '../../domain/uses/claim';
import { owedByDays } from '../../domain/uses/owed-by-days';
import { grantPostings, postingUseOf } from '../../domain/uses/postings';
import { voucherSummaries } from '../../glossary/voucher-summaries';
import { insertRecorded } from '../../platform/audit/records';
import { newId } from '../../platform/ids/new-id';
import { RosterReadService } from '../collectives/roster-read.service';
import { type BookedEntry, LedgerService } from '../ledger/ledger.service';
import { AidListEntity, AidWithdrawalEntity } from './aid.entity';
import { AttendanceAcceptanceEntity } from './attendance.entity';
import { ClaimEntity } from './claim.entity';
import { IndustryProjectEntity, IndustryWithdrawalEntity } from './industry.entity';
import { readAppointments } from './posts.store';
import { WorkEntity, WorkWithdrawalEntity } from './work.entity';

/** By which parts a claim is owed: sheets of works, stages of industry, lists of aid, months on posts. */
export type ClaimParts = 'works' | 'industry' | 'aid' | 'posts';

/** What a part is owed as, whatever use of the document pays it. */
export type OwedAs = 'labour' | 'industry' | 'posts';

/** Uses of the surplus: claims named, and the debt that arises when one is granted. It knows no plan. */
@Injectable()
export class UsesService {
  constructor(
    private readonly ledger: LedgerService,
    private readonly roster: RosterReadService,
  ) {}

  /**
   * Texts of a plan stand on its public page, and in its hashed bytes for good: they name nobody of the
   * village's list, whose illness or hardship might stand beside the name.
   * @param typed the texts by their fields
   * @throws FormProblems `uses.namesSomebody`
   */
  async requireNobodyNamed(
    tx: EntityManager,
    collectiveId: string,
    typed: Readonly<Record<string, string>>,
  ): Promise<void> {
    const names = await this.roster.namedIn(tx, collectiveId, Object.values(typed));
    refuseProblems(namedPeopleProblems(typed, { names, code: 'uses.namesSomebody' }));
  }

  /** Names claims, inside the transaction of whoever gathers them. */
  async nameClaims(
    tx: EntityManager,
    collectiveId: string,
    claims: readonly Omit<Claim, 'id'>[],
  ): Promise<Claim[]> {
    const named = claims.map((claim) => ({ ...claim, id: newId() }));
    await insertRecorded(
      tx,
      ClaimEntity,
      named.map((claim) => ({ collectiveId, ...claim })),
    );
    return named;
  }

  /** The claims of these ids, in the order in which they were named. */
  async listClaims(db: EntityManager, collectiveId: string, ids: readonly string[]): Promise<Claim[]> {
    const rows = await db.find(ClaimEntity, {
      where: { collectiveId, id: In([...ids]) },
      order: { id: 'ASC' },
    });
    return rows.map(({ id, pool, bucket, forWhat, beneficiaries, unit, targetGroup, amount }) => ({
      id,
      pool,
      bucket,
      forWhat,
      beneficiaries,
      unit,
      targetGroup,
      amount,
    }));
  }

  /** The ids of every claim of the same use and pool as one, itself among them. */
  async listSameUse(
    db: EntityManager,
    collectiveId: string,
    { pool, bucket }: Pick<Claim, 'pool' | 'bucket'>,
  ): Promise<string[]> {
    const rows = await db.find(ClaimEntity, {
      select: { id: true },
      where: { collectiveId, pool, bucket },
    });
    return rows.map(({ id }) => id);
  }

  /** The claims that are owed part by part and never whole, and by which parts. */
  async listClaimsByParts(db: EntityManager, collectiveId: string): Promise<ReadonlyMap<string, ClaimParts>> {
    const lists = await db.find(AidListEntity, {
      where: { collectiveId },
      select: { id: true, claimId: true },
    });
    const works = await this.listStandingWorks(db, collectiveId);
    const projects = await this.listStandingProjects(db, collectiveId);
    const taken = await db.findBy(AidWithdrawalEntity, { collectiveId });
    const withdrawn = new Set(taken.map(({ listId }) => listId));
    const listed = lists.filter(({ id }) => !withdrawn.has(id));
    return new Map([
      ...works.map(({ claimId }) => [claimId, 'works'] as const),
      ...projects.map(({ claimId }) => [claimId, 'industry'] as const),
      ...listed.map(({ claimId }) => [claimId, 'aid'] as const),
    ]);
  }

  /** The works that were not withdrawn, with their claims. */
  private async listStandingWorks(
    db: EntityManager,
    collectiveId: string,
  ): Promise<{ readonly claimId: string }[]> {
    const works = await db.find(WorkEntity, { where: { collectiveId }, select: { id: true, claimId: true } });
    if (works.length === 0) return [];
    const taken = await db.findBy(WorkWithdrawalEntity, { collectiveId });
    const withdrawn = new Set(taken.map(({ workId }) => workId));
    return works.filter(({ id }) => !withdrawn.has(id));
  }

  /** The industry projects that were not withdrawn, with their claims. */
  private async listStandingProjects(
    db: EntityManager,
    collectiveId: string,
  ): Promise<{ readonly claimId: string }[]> {
    const select = { id: true, claimId: true } as const;
    const projects = await db.find(IndustryProjectEntity, { where: { collectiveId }, select });
    if (projects.length === 0) return [];
    const taken = await db.findBy(IndustryWithdrawalEntity, { collectiveId });
    const withdrawn = new Set(taken.map(({ projectId }) => projectId));
    return projects.filter(({ id }) => !withdrawn.has(id));
  }

  /** Ids of the grants by which accepted months on posts are owed. */
  async listMonthGrants(db: EntityManager, collectiveId: string): Promise<ReadonlySet<string>> {
    const rows = await db.find(AttendanceAcceptanceEntity, {
      where: { collectiveId },
      select: { grantId: true },
    });
    return new Set(rows.map(({ grantId }) => grantId));
  }

  /** Whether claims for posts of a plan are owed by accepted days alone, never whole. */
  async owesByDays(db: EntityManager, collectiveId: string, from: CalendarDay): Promise<boolean> {
    return owedByDays(await readAppointments(db, collectiveId), from);
  }

  /**
   * Books a claim that is granted: from now on the collective owes it. `source` names the grant that stands
   * for it.
   */
  async bookGrant(
    tx: EntityManager,
    collectiveId: string,
    grant: {
      claim: Claim;
      useName: string;
      planLineId: string;
      grantId: string;
      grantedOn: CalendarDay;
      /** The month of work; that of the day where none is named. */
      about?: Month;
      /** Labour of a small public work, industry or posts, whatever use of the document pays it. */
      owedAs?: OwedAs;
      /** Whether that work builds an asset. */
      buildsAsset?: boolean;
      /** The vouchers that granted of this claim and others of its use before, and which are of others. */
      former: readonly string[];
      others: readonly string[];
      /** Whose place it takes of them, where some wait to be entered anew; `another` where none. */
      placeOf?: string | undefined;
      /** The voucher that booked the same paper before it was taken back. */
      before?: string | undefined;
      by: string;
    },
  ): Promise<BookedEntry> {
    const { claim, owedAs = claim.bucket, buildsAsset = false } = grant;
    const owed = { ...claim, bucket: owedAs };
    // Labour that builds an asset stands with its work, whatever the county chose.
    const use = buildsAsset ? undefined : postingUseOf(owedAs);
    const chart = await this.ledger.requireChartFor(tx, collectiveId, { on: grant.grantedOn, use });
    return this.ledger.post(tx, collectiveId, {
      event: 'uses.granted',
      postedOn: grant.grantedOn,
      aboutPeriod: grant.about ?? monthOf(grant.grantedOn),
      statementOn: grant.grantedOn,
      summary: voucherSummaries.grant(grant.useName),
      source: { kind: 'grant', id: grant.grantId },
      attachments: PAPERS_AT_LEAST,
      postings: grantPostings(owed, grant.planLineId, { ...chart, buildsAsset }),
      preparedBy: grant.by,
      replaces: {
        ...{ entryIds: grant.former, others: grant.others, placeOf: grant.placeOf, before: grant.before },
        // A month on posts is owed once: it takes its own place.
        month: owedAs === 'posts' ? grant.about : undefined,
      },
    });
  }
}
