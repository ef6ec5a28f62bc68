import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Indicator, type MarkForm, readMark } from '../../domain/assets/asset-mark';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { isQuarter, lastDayOfQuarter, type Quarter, quarterOf } from '../../domain/calendar/quarter';
import { booksIndicate } from '../../domain/oversight/indicators';
import {
  type ColourBounds,
  colourChanges,
  type ColouredAsset,
  colourOf,
  type Indicated,
  readSix,
  sixText,
  withMarks,
} from '../../domain/oversight/three-colours';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { AssetMarksService, type KeptMark, type KeptQuarterLines } from '../assets/asset-marks.service';
import { ColourBoundsService } from './colour-bounds.service';
import { ColourGroundService } from './colour-ground.service';

/** An asset in a quarter: its colour, and what was marked of it then. */
export interface QuarterAsset extends ColouredAsset {
  /** What books and registers alone say. */
  readonly booksSay: readonly Indicated[];
  readonly marks: readonly KeptMark[];
}

/** The assets of a village in a quarter, as they stand now. */
export interface VillageQuarter {
  readonly quarter: Quarter;
  /** The quarter's last day; today while it runs. */
  readonly asOf: CalendarDay;
  readonly isRunning: boolean;
  readonly bounds: ColourBounds;
  readonly assets: readonly QuarterAsset[];
}

/** How the assets of villages stand in a quarter by six indicators, and what of it is kept. */
@Injectable()
export class ColoursService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ground: ColourGroundService,
    private readonly bounds: ColourBoundsService,
    private readonly marks: AssetMarksService,
  ) {}

  /**
   * Every asset that should earn, with its six indicators and its colour.
   * @throws DomainError `calendar.notAQuarter`, `colours.toCome`
   */
  async tell(
    collectiveId: string,
    quarter: Quarter,
    db: EntityManager = this.database.reader,
  ): Promise<VillageQuarter> {
    const today = this.clock.today();
    if (!isQuarter(quarter)) throw new DomainError('calendar.notAQuarter', { value: quarter });
    if (quarter > quarterOf(today)) throw new DomainError('colours.toCome', { today });
    const last = lastDayOfQuarter(quarter);
    const asOf = last < today ? last : today;
    const bounds = await this.bounds.boundsOf(collectiveId);
    const marks = await this.marks.listMarks(collectiveId, db);
    const known = await this.ground.listQuarter(db, collectiveId, { quarter, asOf });
    const assets = known.map((at): QuarterAsset => {
      const { id, name } = at.known.asset;
      const own = (marks.get(id) ?? []).filter((mark) => mark.quarter === quarter);
      const booksSay = booksIndicate(at, bounds);
      const six = withMarks(booksSay, own, quarter);
      const standings = six.map(({ standing }) => standing);
      return { id, name, six, booksSay, marks: own, colour: colourOf(standings, bounds) };
    });
    return { quarter, asOf, isRunning: last >= today, bounds, assets };
  }

  /**
   * Keeps what the office saw of an asset; who keeps the village's books sees nothing for it.
   * @throws FormProblems `colours.*`, `form.*`, `calendar.*`; DomainError `assets.unknown`
   */
  mark(
    at: { readonly collectiveId: string; readonly id: string },
    form: MarkForm,
    command: Command,
  ): Promise<{ number: number }> {
    const { collectiveId, id: assetId } = at;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { assets } = await this.tell(collectiveId, form.quarter, tx);
        const asset = assets.find(({ id }) => id === assetId);
        if (asset === undefined) throw new DomainError('assets.unknown', { assetId });
        const isAbnormal = (of: Indicator): boolean =>
          asset.booksSay.some(({ indicator, standing }) => indicator === of && standing === 'abnormal');
        const keepsBooks = await this.marks.keepsBooks(tx, collectiveId, command.by);
        const facts = { today: this.clock.today(), isAbnormal, keepsBooks };
        const { mark, problems } = readMark(form, facts);
        refuseProblems(problems);
        const made = { mark, by: command.by, at: this.clock.now() };
        return { number: await this.marks.keepMark(tx, { collectiveId, assetId }, made) };
      },
      onceOf(command, 'colours.mark', { assetId, form }),
    );
  }

  /**
   * Keeps how a quarter that is over stands; once more where it stands otherwise than it was kept.
   * @throws DomainError `colours.*`, `calendar.notAQuarter`
   */
  record(collectiveId: string, quarter: Quarter, command: Command): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { asOf, isRunning, bounds, assets } = await this.tell(collectiveId, quarter, tx);
        if (isRunning) throw new DomainError('colours.running', { day: lastDayOfQuarter(quarter) });
        if (assets.length === 0) throw new DomainError('colours.nothing');
        const kept = await this.marks.findQuarter(collectiveId, quarter, tx);
        if (kept !== undefined && colourChanges(assetsOf(kept), assets).length === 0)
          throw new DomainError('colours.kept', { day: kept.recordedAt.slice(0, 10) });
        const head = {
          ...{ id: newId(), quarter, asOf, bounds: JSON.stringify(bounds) },
          ...{ recordedBy: command.by, recordedAt: this.clock.now() },
        };
        const lines = assets.map(({ id, name, colour, six }) => {
          return { assetId: id, name, colour, six: sixText(six) };
        });
        await this.marks.keepQuarter(tx, collectiveId, { head, lines });
        return { id: head.id };
      },
      onceOf(command, 'colours.record', { quarter }),
    );
  }

  /** What was last kept of a quarter, as assets; undefined while nobody kept it. */
  async findKept(
    collectiveId: string,
    quarter: Quarter,
  ): Promise<
    | (Pick<KeptQuarterLines, 'recordedAt' | 'recordedBy' | 'digest'> & { readonly assets: ColouredAsset[] })
    | undefined
  > {
    const kept = await this.marks.findQuarter(collectiveId, quarter);
    if (kept === undefined) return undefined;
    return {
      recordedAt: kept.recordedAt,
      recordedBy: kept.recordedBy,
      digest: kept.digest,
      assets: assetsOf(kept),
    };
  }
}

function assetsOf({ lines }: KeptQuarterLines): ColouredAsset[] {
  return lines.map(({ assetId: id, name, colour, six }) => ({ id, name, colour, six: readSix(six) }));
}
