import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { noticeDigest, type NoticeDigest } from '../../domain/notices/digest';
import { type RowSince, rowsSince } from '../../domain/notices/objections-since';
import type { SheetReader } from '../../domain/notices/sheet-audiences';
import { Database } from '../../platform/database/database';
import { sha256 } from '../../platform/digests/sha256';
import { type MovedSheet, MovedSheetsService } from '../distribution/moved-sheets.service';
import { type Collective, CollectivesService } from '../collectives/collectives.service';
import { NoticeSheetsService } from './notice-sheets.service';
import { readObjections } from './objections.store';
import { PublicCodeEntity } from './public-code.entity';
import { type FallenSheet, type Notice, NoticesService } from './notices.service';

/** A sheet found by its code, with the digest reckoned just now from the facts that are kept. */
export interface FoundSheet {
  readonly notice: Notice;
  readonly recomputed: NoticeDigest;
  /** Where its plan was returned or taken back: the sheet is withdrawn, what it said is not shown. */
  readonly fallen: FallenSheet | undefined;
  /** The sheet of the plan that was decided in the place of its own: what it said is shown as of before. */
  readonly successor: Notice | undefined;
  /** Of a withdrawn one the sheet that counts in its place: it was drafted anew, and what it said is gone. */
  readonly replacement: Notice | undefined;
  /** The sheet that says what of it was put right. */
  readonly correction: Notice | undefined;
}

/** A township with its villages and how many sheets each has published. */
export interface PublicTownship {
  readonly name: string;
  readonly villages: readonly { readonly id: string; readonly name: string; readonly noticeCount: number }[];
}

/** A village as everyone may see it: its office above, its sheets, whom to ask. */
export interface PublicVillage {
  readonly village: Collective;
  readonly townshipName: string;
  readonly notices: readonly Notice[];
  /** Of those that hold no more whether they are withdrawn or superseded, by their ids. */
  readonly states: ReadonlyMap<string, 'withdrawn' | 'superseded'>;
}

/** What everyone may read of what was published. Nothing here records who looked. */
@Injectable()
export class PublicNoticesService {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticesService,
    private readonly sheets: NoticeSheetsService,
    private readonly collectives: CollectivesService,
    private readonly moved: MovedSheetsService,
  ) {}

  /** The sheet of a code in its three groups, or undefined. */
  async findSheet(code: string): Promise<FoundSheet | undefined> {
    const notice = await this.notices.findByCode(code);
    if (notice === undefined) return undefined;
    const correction = await this.notices.correctionOf(notice);
    const recomputed = noticeDigest(notice.data, sha256);
    return { notice, recomputed, correction, ...(await this.standingOf(notice)) };
  }

  /** What of the books was put right since the sheet was decided; undefined where nothing was. */
  async movedOf({ notice }: FoundSheet): Promise<MovedSheet | undefined> {
    if (notice.data.kind !== 'distribution') return undefined;
    return this.moved.movedOf(notice.collectiveId, notice.planId);
  }

  /** The printed sheet, A4, as a reader may have it. */
  requirePdf({ notice }: FoundSheet, reader: SheetReader): Promise<Buffer> {
    return this.sheets.requireFor(notice, reader);
  }

  /** A village with its sheets, newest first; undefined where no village has this id. */
  async findVillage(id: string): Promise<PublicVillage | undefined> {
    const all = await this.collectives.listCollectives();
    const village = all.find((each) => each.id === id && each.kind === 'village');
    if (village === undefined) return undefined;
    const townshipName = all.find((each) => each.id === village.parentId)?.name ?? '';
    const notices = await this.notices.listNotices(id);
    const states = new Map<string, 'withdrawn' | 'superseded'>();
    for (const notice of notices) {
      const { fallen, successor } = await this.standingOf(notice);
      if (fallen !== undefined) states.set(notice.id, 'withdrawn');
      if (successor !== undefined) states.set(notice.id, 'superseded');
    }
    return { village, townshipName, notices, states };
  }

  /** What a sheet tells of the objections to those before it, with what came of them until a day. */
  async toldSince({ notice }: FoundSheet, day: CalendarDay): Promise<RowSince[] | undefined> {
    const { collectiveId, data } = notice;
    if (data.objections === undefined) return undefined;
    return rowsSince(data.objections, await readObjections(this.database.reader, { collectiveId }), day);
  }

  /** A sheet in whose place no other hangs yet is withdrawn, and so is one whose plan was drafted anew. */
  private async standingOf(
    notice: Notice,
  ): Promise<Pick<FoundSheet, 'fallen' | 'successor' | 'replacement'>> {
    const fallen = await this.notices.fallenOf(notice);
    if (fallen === undefined) return { fallen, successor: undefined, replacement: undefined };
    const later = await this.notices.successorOf(notice);
    return fallen.isReplaced && later !== undefined
      ? { fallen: undefined, successor: later, replacement: undefined }
      : { fallen, successor: undefined, replacement: later };
  }

  /** Every township with its villages. */
  async listTownships(): Promise<PublicTownship[]> {
    const all = await this.collectives.listCollectives();
    const codes = await this.database.reader.find(PublicCodeEntity, { select: { collectiveId: true } });
    const counted = new Map<string, number>();
    for (const { collectiveId } of codes) counted.set(collectiveId, (counted.get(collectiveId) ?? 0) + 1);
    const villagesOf = (township: Collective): PublicTownship['villages'] =>
      all
        .filter((each) => each.kind === 'village' && each.parentId === township.id)
        .map(({ id, name }) => ({ id, name, noticeCount: counted.get(id) ?? 0 }));
    return all
      .filter((each) => each.kind === 'township')
      .map((township) => ({ name: township.name, villages: villagesOf(township) }));
  }

  /**
   * Whom to ask about a sheet that nobody knows: the offices that every village names, else those above
   * the villages.
   */
  async listOfficeContacts(): Promise<Collective['contacts']> {
    const all = await this.collectives.listCollectives();
    const [first, ...others] = all.filter((each) => each.kind === 'village');
    const named = (first?.contacts ?? []).filter(({ phone }) =>
      others.every((village) => village.contacts.some((contact) => contact.phone === phone)),
    );
    const offices = all.filter((each) => each.kind !== 'village').flatMap((office) => office.contacts);
    return (named.length > 0 ? named : offices).slice(0, MOST_CONTACTS);
  }
}

/** More telephones than these nobody reads in one sentence. */
const MOST_CONTACTS = 3;
