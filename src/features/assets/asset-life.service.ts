import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Asset } from '../../domain/assets/asset';
import type { LifeKind } from '../../domain/assets/asset-life';
import { ASSET_LIFE, toldByLines } from '../../domain/assets/check-asset-life';
import type { AssetUse } from '../../domain/assets/depreciation';
import type { PoolWorth } from '../../domain/assets/given-up';
import { holdingLeavingPostings } from '../../domain/assets/holding-postings';
import { type Leaving, type LeavingForm, readLeaving } from '../../domain/assets/leaving';
import { impairmentPostings, improvementPostings, leavingPostings } from '../../domain/assets/life-postings';
import { type ChangeForm, readChange, type ValueChange } from '../../domain/assets/value-change';
import { type CalendarDay, monthOf } from '../../domain/calendar/calendar-day';
import { PAPERS_AT_LEAST } from '../../domain/ledger/attachments';
import type { Posting } from '../../domain/ledger/journal-entry';
import { refuseProblems } from '../../domain/shared/problem';
import { changeReason } from '../../glossary/cost-words';
import { assetSummaries } from '../../glossary/voucher-summaries-assets';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { type BookedEntry, LedgerService } from '../ledger/ledger.service';
import { AssetEventEntity } from './asset-event.entity';
import { readStandingEvents, readToldEvents, type ToldEvent } from './asset-events.store';
import { AssetLifeFactsService } from './asset-life-facts.service';
import { findKeptStation, readToldTurns, type ToldTurn } from './asset-turns.store';
import { ContributedStakesService, type OtherAsset } from './contributed-stakes.service';

export type AssetEvent = AssetEventEntity;

/** The decisions about an asset that stays. */
export interface TurnsTold {
  readonly told: readonly ToldTurn[];
  readonly lastId: string | undefined;
  readonly use: AssetUse | undefined;
  /** It is a part of a station that somebody keeps, who decides about it. */
  readonly byKeeper: boolean;
}

/** A form about one asset. */
type About<Form> = { readonly assetId: string; readonly form: Form };

/** What happens to an asset between its acquisition and the day it leaves the books. */
@Injectable()
export class AssetLifeService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly life: AssetLifeFactsService,
    private readonly ledger: LedgerService,
    private readonly stakes: ContributedStakesService,
  ) {}

  /**
   * Books an improvement or a write-down; the months of depreciation after it are planned anew.
   * @throws FormProblems `assetLife.*`, `depreciation.*`, `form.*`, `money.*`, `calendar.*`; DomainError
   *   `assets.unknown`, `period.*`
   */
  recordChange(collectiveId: string, given: About<ChangeForm>, command: Command): Promise<BookedEntry> {
    const { assetId } = given;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const on = given.form.happenedOn;
        const { facts, stands } = await this.life.factsOf(tx, collectiveId, { assetId, on });
        const { change, problems } = readChange(given.form, facts);
        refuseProblems(problems);
        const accounts = await this.ledger.requireChartOf(tx, collectiveId);
        const postings =
          change.kind === 'improvement'
            ? improvementPostings(change, { assetId, accounts })
            : impairmentPostings(change, { assetId, stands, accounts });
        const asset = { id: assetId, name: facts.asset.name };
        const reason = changeReason(change.reason, given.form.twiceReason);
        const event = { asset, ...change, ...reason, postings, by: command.by };
        const booked = await this.book(tx, collectiveId, event);
        if (change.terms !== undefined)
          await this.life.keepTerms(tx, collectiveId, {
            ...{ assetId, entryId: booked.entryId, terms: change.terms },
            ...{ use: facts.use, paper: change.paper, by: command.by },
          });
        return booked;
      },
      onceOf(command, 'assets.change', given),
    );
  }

  /**
   * Books that an asset leaves: it is sold, scrapped, handed over or put into a firm, for a stake that enters
   * the register with it.
   * @throws FormProblems `assetLife.*`, `depreciation.*`, `form.*`, `money.*`, `calendar.*`,
   *   `tax.*`; DomainError `assets.unknown`, `period.*`, `tax.noAccount`
   */
  recordLeaving(collectiveId: string, given: About<LeavingForm>, command: Command): Promise<BookedEntry> {
    const { assetId } = given;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const on = given.form.happenedOn;
        const ground = await this.life.factsOf(tx, collectiveId, { assetId, on });
        const { facts, stands, reserves, holding } = ground;
        const { leaving, problems } = readLeaving(given.form, facts);
        const stake = await this.stakes.read(tx, collectiveId, { assetId, form: given.form, leaving });
        refuseProblems([...problems, ...(stake?.problems ?? [])]);
        if (stake !== undefined) await this.stakes.enter(tx, collectiveId, { ...stake, by: command.by });
        const accounts = await this.ledger.requireChartOf(tx, collectiveId);
        const of = { assetId, stakeId: stake?.id, accounts, reserves };
        const postings =
          holding === undefined
            ? leavingPostings(leaving, { ...of, stands })
            : holdingLeavingPostings(leaving, { ...of, ...holding });
        const asset = { id: assetId, name: facts.asset.name };
        return this.book(tx, collectiveId, {
          asset,
          kind: leaving.way,
          ...leaving,
          stakeId: stake?.id,
          postings,
          by: command.by,
        });
      },
      onceOf(command, 'assets.leave', given),
    );
  }

  /** What an asset is worth now in each pool, and what of it the reserve may give up on a day. */
  listWorths(collectiveId: string, asset: Asset, day: CalendarDay): Promise<PoolWorth[]> {
    return this.life.listWorths(this.database.reader, collectiveId, { asset, day });
  }

  /** What happened to an asset, in the order of its days, also what was taken back, with the voucher. */
  listHistory(collectiveId: string, assetId: string): Promise<ToldEvent[]> {
    return readToldEvents(this.database.reader, collectiveId, assetId);
  }

  /**
   * What was decided about an asset that stays, by its keeper where it has one, withdrawn or not; the last
   * thing that happened to it and stands; and which expense bears what it loses.
   */
  async turnsOf(collectiveId: string, assetId: string): Promise<TurnsTold> {
    const db = this.database.reader;
    const kept = await findKeptStation(db, collectiveId, assetId);
    const keepers = kept === undefined ? [] : await readToldTurns(db, kept.keeperId, kept.stationId);
    const told = [...(await readToldTurns(db, collectiveId, assetId)), ...keepers];
    const { events, use } = await this.life.stayOf(db, collectiveId, assetId);
    return { told, lastId: events.at(-1)?.id, use, byKeeper: kept !== undefined };
  }

  /**
   * What happened to an asset by a voucher and stands, in the order of its days.
   * @throws DomainError `assets.unknown`
   */
  async listEvents(collectiveId: string, assetId: string): Promise<AssetEvent[]> {
    await this.life.requireAsset(this.database.reader, collectiveId, assetId);
    const all = await readStandingEvents(this.database.reader, collectiveId);
    return all.filter((event) => event.assetId === assetId);
  }

  /** The asset that was put into a firm for this stake. */
  findOrigin(collectiveId: string, stakeId: string): Promise<OtherAsset | undefined> {
    return this.stakes.findOrigin(this.database.reader, collectiveId, stakeId);
  }

  private async book(
    tx: EntityManager,
    collectiveId: string,
    event: Pick<ValueChange, 'happenedOn' | 'paper'> &
      Partial<
        Pick<ValueChange, 'fund' | 'reason'> & Pick<Leaving, 'ground' | 'approvedBy' | 'taxBasis' | 'tax'>
      > & {
        readonly kind: LifeKind;
        readonly stakeId?: string | undefined;
        readonly asset: { readonly id: string; readonly name: string };
        readonly postings: readonly Posting[];
        readonly by: string;
      },
  ): Promise<BookedEntry> {
    const { asset, kind, happenedOn, postings, by } = event;
    const id = newId();
    const booked = await this.ledger.post(tx, collectiveId, {
      event: `assets.${kind}`,
      postedOn: happenedOn,
      aboutPeriod: monthOf(happenedOn),
      statementOn: happenedOn,
      summary: assetSummaries[kind](asset.name),
      source: { kind: ASSET_LIFE, id },
      attachments: PAPERS_AT_LEAST,
      postings,
      preparedBy: by,
    });
    await this.ledger.requireMoney(tx, collectiveId, { postedOn: happenedOn, postings });
    const { roles } = await this.ledger.requireChartOf(tx, collectiveId);
    await insertRecorded(tx, AssetEventEntity, {
      ...{ collectiveId, id, assetId: asset.id, kind, happenedOn, paper: event.paper },
      ...toldByLines(kind, postings, roles),
      ...{ fundLevel: event.fund?.level ?? null, fundYear: event.fund?.year ?? null },
      ...{ taxBasis: event.taxBasis ?? null, tax: event.tax ?? null, reason: event.reason ?? null },
      ground: event.ground ?? null,
      ...{ approvedBy: event.approvedBy ?? null, stakeId: event.stakeId ?? null },
      ...{ entryId: booked.entryId, enteredBy: by, enteredAt: this.clock.now() },
    });
    return booked;
  }
}
