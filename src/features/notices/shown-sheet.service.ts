import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { noticePaths } from '../../platform/http/notice-paths';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import type { FormState } from '../../platform/views/error-summary';
import { clockWords } from './display-words.pages';
import { type Display, DisplaysService } from './displays.service';
import type { DisplayRow, DisplaysProps } from './notice-displays.pages';
import { objectionWords } from './public-objections.pages';
import type { Notice } from './notices.service';
import type { PublishedSheet } from './publish-notice.pages';

/** What the office sees of a published sheet of any kind: its proof, and where it hung. */
@Injectable()
export class ShownSheetService {
  constructor(
    private readonly displays: DisplaysService,
    private readonly clock: Clock,
  ) {}

  /** What is needed to print a sheet and to show it to anyone. */
  sheetOf(notice: Notice): PublishedSheet {
    const { collectiveId, id, number, year, publishedOn, publicityFrom, publicityTo, code, digest } = notice;
    return {
      ...{ number, year, publishedOn, publicityFrom, publicityTo, code, digest },
      pdfHref: villagePaths(collectiveId).noticeSheet(id),
      a3Href: withQuery(villagePaths(collectiveId).noticeSheet(id), { sheetPaper: 'a3' }),
      largeHref: withQuery(villagePaths(collectiveId).noticeSheet(id), { sheetPaper: 'large' }),
      publicHref: `/n/${code}`,
    };
  }

  /** Where a sheet's days stand today, in words. */
  async standingOf(notice: Notice): Promise<string> {
    const today = this.clock.today();
    const { clock } = await this.displays.publicityStanding(notice, today);
    return clockWords(clock, notice.data.publicity, today);
  }

  /** Each time a sheet was put up; for who keeps the books with the forms. */
  async displaysOf(
    notice: Notice,
    { form, isWithdrawn }: { readonly form: FormState | undefined; readonly isWithdrawn: boolean },
  ): Promise<DisplaysProps> {
    const { collectiveId, id, data } = notice;
    const today = this.clock.today();
    const { clock, displays, isOver, objections } = await this.displays.publicityStanding(notice, today);
    const paths = noticePaths(collectiveId);
    return {
      standing: clockWords(clock, data.publicity, today),
      isOver,
      rows: displays.map((each) => rowOf(collectiveId, each)),
      objections: { words: objectionWords(objections), href: paths.objections },
      filesHref: villagePaths(collectiveId).files('notice', id),
      // What is withdrawn is put up no more, what still hangs is taken down.
      ...(form === undefined
        ? {}
        : { acts: { form, ...(isWithdrawn ? {} : { putUp: paths.displays(id) }) } }),
      hanging: displays
        .filter(({ takenDownOn }) => takenDownOn === undefined)
        .map(({ number, place }) => ({ number, place, action: paths.takedown(id, number) })),
    };
  }
}

function rowOf(collectiveId: string, display: Display): DisplayRow {
  const { number, displayedOn, place, proven, fileId, takenDownOn = '', isEarly, reason } = display;
  const photoHref = proven ? villagePaths(collectiveId).keptFile(fileId) : undefined;
  return { number, displayedOn, place, photoHref, takenDownOn, isEarly, reason };
}
