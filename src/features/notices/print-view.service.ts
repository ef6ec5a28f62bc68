import { Injectable } from '@nestjs/common';
import { FormProblems } from '../../domain/shared/problem';
import { spanOfMonths } from '../../glossary/periods';
import { problemSentence } from '../../glossary/sentences';
import { labelOf } from '../../glossary/terms';
import { printPaths } from '../../platform/http/notice-paths';
import { isOfTownship } from '../../platform/http/actor';
import { filledForm, OfficeDesk } from '../../platform/http/office-desk';
import { townshipPath } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import type { Option } from '../../platform/views/field';
import { type Collective, CollectivesService } from '../collectives/collectives.service';
import { type PrintChoice, PrintChoiceService, PRINTED_KINDS, type PrintWish } from './print-choice.service';
import { PrintFilesService } from './print-files.service';
import type { ChosenPrint, PrintSheetsPageProps } from './print-sheets.pages';
import { SHEET_PAPERS } from './sheet-papers';

/** The page on which sheets of many villages are chosen and printed. */
@Injectable()
export class PrintViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly collectives: CollectivesService,
    private readonly choices: PrintChoiceService,
    private readonly files: PrintFilesService,
  ) {}

  /** @param draws whether what was never printed is drawn now */
  async pageOf(
    visit: PageVisit,
    {
      officeId,
      wish,
      draws,
    }: { readonly officeId: string; readonly wish: PrintWish; readonly draws: boolean },
  ): Promise<PrintSheetsPageProps> {
    const found = await this.found(visit, officeId, wish);
    const isTownship = visit.actor.roles.some(({ role }) => isOfTownship(role));
    if ('choice' in found) {
      if (draws) this.files.drawAhead(found.choice);
      else this.files.forgetFailed(found.choice);
    }
    return {
      frame: await this.desk.frameOf(visit, {
        collectiveId: officeId,
        section: isTownship ? 'township' : 'packs',
      }),
      homeHref: isTownship ? townshipPath(officeId) : undefined,
      action: printPaths(officeId).page(),
      kinds: optionsOf(
        'printFile.anySheet',
        PRINTED_KINDS.map((value) => ({ value, label: labelOf(`noticeKind.${value}`) })),
      ),
      villages: optionsOf(
        'printFile.anyVillage',
        found.villages.map(({ id, name }) => ({ value: id, label: name })),
      ),
      papers: SHEET_PAPERS.map((value) => ({ value, label: labelOf(`sheetPaper.${value}`) })),
      form: found.form,
      ...('choice' in found ? { chosen: await this.chosenOf(found.choice, { officeId, wish, draws }) } : {}),
    };
  }

  private async found(
    visit: PageVisit,
    officeId: string,
    wish: PrintWish,
  ): Promise<{
    readonly form: FormState;
    readonly villages: readonly Collective[];
    readonly choice?: PrintChoice;
  }> {
    const { sheet, villageId, sheetFrom, sheetTo } = wish;
    const sheetPaper = (wish.sheetPaper ?? '') === '' ? SHEET_PAPERS[0] : wish.sheetPaper;
    const form = filledForm({ sheet, villageId, sheetFrom, sheetTo, sheetPaper });
    try {
      const choice = await this.choices.choose(visit.actor, officeId, wish);
      return { form, villages: choice.villages, choice };
    } catch (error) {
      if (!(error instanceof FormProblems)) throw error;
      const villages = await this.collectives.listVillagesBelow(officeId);
      return { form: { ...form, problems: error.problems, sentence: problemSentence }, villages };
    }
  }

  private async chosenOf(
    choice: PrintChoice,
    at: { readonly officeId: string; readonly wish: PrintWish; readonly draws: boolean },
  ): Promise<ChosenPrint> {
    const paths = printPaths(at.officeId);
    const { drawn, failed } = await this.files.progressOf(choice);
    const count = choice.sheets.length;
    const isReady = drawn + failed.length >= count;
    return {
      ...{ drawn, count, isReady, isDrawing: at.draws && !isReady },
      failed: failed.map(({ village, title }) => `${village}${title}`),
      rows: choice.sheets.map(({ village, number, title, version, publishedOn, ...period }) => {
        return { village, number, title, version, publishedOn, period: spanOfMonths(period) };
      }),
      ...{ againHref: paths.page({ ...at.wish }), drawHref: paths.page({ ...at.wish, draw: 'yes' }) },
      pdfHref: paths.pdf({ ...at.wish }),
      zipHref: paths.zip({ ...at.wish }),
    };
  }
}

function optionsOf(all: string, options: readonly Option[]): readonly Option[] {
  return [{ value: '', label: labelOf(all) }, ...options];
}
