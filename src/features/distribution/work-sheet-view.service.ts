import { Injectable } from '@nestjs/common';
import { yuanText } from '../../domain/money/fen';
import { daysText } from '../../domain/uses/labour-rows';
import { sheetAgainProblems } from '../../domain/uses/owed-again';
import { reasonText } from '../../glossary/post-words';
import { problemSentence } from '../../glossary/sentences';
import { workWords } from '../../glossary/terms-works';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import type { FormState } from '../../platform/views/error-summary';
import { UsersService } from '../users/users.service';
import { type ToldSheet, type ToldWork, WorksService } from '../uses/works.service';
import { GrantPlacesView } from './grant-places.view';
import type { WorkSheetPageProps } from './work-sheet.pages';
import { sheetPaper, sheetPapers } from './work-pay';
import type { SheetAt } from './work-sheets.service';
import { sheetState } from './works-view.service';

/** The page of a labour sheet. */
@Injectable()
export class WorkSheetViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly works: WorksService,
    private readonly grants: GrantPlacesView,
    private readonly users: UsersService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `works.unknown`, `works.sheetUnknown` */
  async pageOf(
    visit: PageVisit,
    at: SheetAt & { readonly collectiveId: string },
    refused?: FormState,
  ): Promise<WorkSheetPageProps> {
    const { collectiveId } = at;
    const paths = villagePaths(collectiveId);
    const { work, sheet } = await this.works.requireSheet(collectiveId, at);
    const here = paths.workSheet(at);
    const isWaiting = sheet.state === 'entered' || sheet.state === 'takenBack';
    const isOwn = sheet.enteredBy === visit.actor.userId;
    const mayAccept = isWaiting && work.finished === undefined;
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'plans' }),
      ...{ workName: widePunctuation(work.name), workHref: paths.work(work.id) },
      ...{ number: sheet.sheetNumber, from: sheet.from, to: sheet.to, amount: sheet.amount },
      paper: widePunctuation(sheet.paper),
      ...sheetState(sheet.state),
      rows: await this.rowsOf(collectiveId, sheet),
      history: [...(await this.historyOf(sheet)), ...(await this.againOf(collectiveId, { work, sheet }))],
      voucher:
        sheet.voucherEntryId === undefined
          ? undefined
          : await this.grants.voucherOf(collectiveId, sheet.voucherEntryId),
      places: mayAccept ? await this.grants.placesOf(collectiveId, placeAskedOf(work, sheet)) : [],
      form: refused ?? filledForm({ acceptedOn: this.clock.today() }),
      barred: mayAccept && isOwn ? problemSentence({ code: 'works.ownSheet', field: '' }) : undefined,
      acceptAction: mayAccept && !isOwn ? `${here}/accept` : undefined,
      withdrawAction: isWaiting && keepsBooksOf(visit.actor, collectiveId) ? `${here}/withdraw` : undefined,
    };
  }

  private async rowsOf(collectiveId: string, { lines, to }: ToldSheet): Promise<WorkSheetPageProps['rows']> {
    const memberIds = lines.map(({ memberId }) => memberId);
    const people = await this.works.namesOf(collectiveId, { memberIds, on: to });
    return lines.map(({ memberId, halfDays, rate, amount, status }) => ({
      number: people.get(memberId)?.memberNumber ?? 0,
      name: people.get(memberId)?.name ?? '',
      href: villagePaths(collectiveId).member(memberId),
      status: status ?? '',
      reckoning: workWords.reckoning(daysText(halfDays), yuanText(rate), yuanText(amount)),
      amount,
    }));
  }

  private async historyOf(sheet: ToldSheet): Promise<string[]> {
    const nameOf = await this.users.listDisplayNames();
    const named = (userId: string): string => nameOf.get(userId) ?? '';
    const { acceptedBy, acceptedOn, withdrawn } = sheet;
    return [
      workWords.enteredBy(named(sheet.enteredBy)),
      ...(sheet.labourWhy === null ? [] : [reasonText('labourWhy', widePunctuation(sheet.labourWhy))]),
      ...(sheet.bothWhy === null ? [] : [reasonText('bothWhy', widePunctuation(sheet.bothWhy))]),
      ...(acceptedBy === undefined ? [] : [workWords.acceptedBy(named(acceptedBy), acceptedOn ?? '')]),
      ...(sheet.againWhy === null ? [] : [reasonText('againWhy', widePunctuation(sheet.againWhy))]),
      ...(withdrawn === undefined ? [] : [workWords.withdrawn(widePunctuation(withdrawn))]),
    ];
  }

  /** When and by which voucher it was taken back, and what came between. */
  private async againOf(
    collectiveId: string,
    { work, sheet }: { readonly work: ToldWork; readonly sheet: ToldSheet },
  ): Promise<string[]> {
    const taken = await this.grants.takenBackOf(collectiveId, sheet);
    if (taken === undefined) return [];
    const papers = sheetPapers(await this.works.listWorks(collectiveId));
    const asked = sheetAgainProblems(sheetPaper(work, sheet), papers, taken);
    return [workWords.takenBack(taken.on, taken.voucher), ...asked.map((each) => problemSentence(each))];
  }
}

/** What is asked of whose place a sheet takes. */
function placeAskedOf({ claimId }: { readonly claimId: string }, { voucherEntryId: before }: ToldSheet) {
  return { claimId, before, by: 'works' as const };
}
