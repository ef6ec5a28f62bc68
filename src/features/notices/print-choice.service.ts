import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { publicReader, type SheetReader } from '../../domain/notices/sheet-audiences';
import { REPORT_SHEETS } from '../../domain/notices/report-sheets';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { dayProblems } from '../../domain/shared/typed-fields';
import { sheetNumberText } from '../../glossary/periods';
import { Clock } from '../../platform/clock/clock';
import type { Actor } from '../../platform/http/actor';
import { OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { type Collective, CollectivesService } from '../collectives/collectives.service';
import { isDrawnAnew } from './notice-sheets.service';
import { type Notice, NoticesService } from './notices.service';
import { noticeTitle } from './public-words.pages';
import { SHEET_PAPERS, type SheetPaper } from './sheet-papers';

/** Which sheets are wanted; blank or absent takes all. */
export interface PrintWish {
  readonly sheet?: string | undefined;
  readonly villageId?: string | undefined;
  readonly sheetFrom?: CalendarDay | undefined;
  readonly sheetTo?: CalendarDay | undefined;
  readonly sheetPaper?: string | undefined;
}

/** A sheet to be printed, without its facts: of hundreds no more than one lies in memory. */
export interface ChosenSheet {
  readonly collectiveId: string;
  readonly village: string;
  readonly id: string;
  readonly code: string;
  readonly digest: string;
  /** As it is printed: 杨树湾公示〔2025〕7号. */
  readonly number: string;
  readonly title: string;
  readonly version: number;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly publishedOn: CalendarDay;
  /** As whom it is read. */
  readonly reader: SheetReader;
  /** Whether its PDF is kept or, until it was printed once, will be. */
  readonly isKept: boolean;
}

/** What can be chosen among, and what was. */
export interface PrintChoice {
  readonly office: Collective;
  readonly villages: readonly Collective[];
  readonly sheets: readonly ChosenSheet[];
  readonly paper: SheetPaper;
}

/** Every kind of sheet that can hang, in the order in which they are offered. */
export const PRINTED_KINDS: readonly string[] = ['distribution', 'yearly-use-plan', ...REPORT_SHEETS];

/** Which of a sheet: a plan's by what it is of, any other by its name. */
export function printedKind({ data }: Pick<Notice, 'data'>): string {
  return data.kind === 'report' ? data.heading.sheet : data.kind;
}

/** The sheets in force of the villages below an office, as far as whoever prints them may see. */
@Injectable()
export class PrintChoiceService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly collectives: CollectivesService,
    private readonly notices: NoticesService,
    private readonly clock: Clock,
  ) {}

  /**
   * Village by village, of each the latest first.
   * @throws FormProblems `calendar.notADay`, `form.notAllowed`; DomainError `collective.unknown`
   */
  async choose(actor: Actor, officeId: string, wish: PrintWish): Promise<PrintChoice> {
    const office = await this.collectives.requireCollective(officeId);
    const villages = await this.collectives.listVillagesBelow(officeId);
    refuseProblems(wishProblems(wish, villages));
    const sheets: ChosenSheet[] = [];
    for (const village of villages) {
      if (isAsked(wish.villageId) && village.id !== wish.villageId) continue;
      sheets.push(...(await this.sheetsOf(actor, village, wish)));
    }
    return { office, villages, sheets, paper: paperOf(wish) };
  }

  private async sheetsOf(actor: Actor, { id, name }: Collective, wish: PrintWish): Promise<ChosenSheet[]> {
    const mayOpen = await this.desk.openerFor(actor, id);
    const today = this.clock.today();
    return (await this.notices.listStanding(id))
      .filter((notice) => isWanted(notice, wish))
      .map((notice) => {
        // Who may not print it in the village's own room has what everybody may have.
        const isOwn = mayOpen(villagePaths(id).noticeSheet(notice.id));
        return chosenSheet(name, notice, isOwn ? 'wall' : publicReader(notice.data.publicity, today));
      });
  }
}

function chosenSheet(village: string, notice: Notice, reader: SheetReader): ChosenSheet {
  const { collectiveId, id, code, digest, version, publishedOn, data } = notice;
  const { number, periodFrom, periodTo } = data.heading;
  return {
    ...{ collectiveId, village, id, code, digest, version, publishedOn, reader },
    ...{ number: sheetNumberText(number), title: noticeTitle(data), from: periodFrom, to: periodTo },
    isKept: !isDrawnAnew(notice, reader),
  };
}

/** A4 where nothing is said. */
function paperOf({ sheetPaper }: PrintWish): SheetPaper {
  return SHEET_PAPERS.find((paper) => paper === sheetPaper) ?? 'a4';
}

function isAsked(wish: string | undefined): wish is string {
  return wish !== undefined && wish !== '';
}

function isWanted(notice: Notice, { sheet, sheetFrom, sheetTo }: PrintWish): boolean {
  const { periodFrom, periodTo } = notice.data.heading;
  if (isAsked(sheet) && printedKind(notice) !== sheet) return false;
  if (isAsked(sheetFrom) && periodTo < sheetFrom) return false;
  return !isAsked(sheetTo) || periodFrom <= sheetTo;
}

function wishProblems(wish: PrintWish, villages: readonly Collective[]): Problem[] {
  const ids = villages.map(({ id }) => id);
  return [
    ...(['sheetFrom', 'sheetTo'] as const).flatMap((field) => {
      const value = wish[field];
      return isAsked(value) ? dayProblems({ field, value }) : [];
    }),
    ...notAmong('sheet', wish.sheet, PRINTED_KINDS),
    ...notAmong('villageId', wish.villageId, ids),
    ...notAmong('sheetPaper', wish.sheetPaper, SHEET_PAPERS),
  ];
}

function notAmong(field: string, value: string | undefined, known: readonly string[]): Problem[] {
  return !isAsked(value) || known.includes(value) ? [] : [{ code: 'form.notAllowed', field, value }];
}
