import { Injectable } from '@nestjs/common';
import { type Fen, sumFen } from '../../domain/money/fen';
import type { Problem } from '../../domain/shared/problem';
import { payListWords, payResultWords } from '../../glossary/payout-words';
import { problemSentence } from '../../glossary/sentences';
import { Clock } from '../../platform/clock/clock';
import { filledForm, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import type { PayListPlace } from './pay-list-view.service';
import { paidToText } from './pay-list-people.service';
import { PayListsReadService } from './pay-lists-read.service';
import type { PayResultPreviewPageProps, PayResultRow, PayResultUploadPageProps } from './pay-result.pages';
import { type PayResultPreview, PayResultsService } from './pay-results.service';

/** An answer of the bank that was kept. */
export interface PayResultPlace extends PayListPlace {
  readonly keptId: string;
}

const ROWS_SHOWN = 300;

/** The pages on which a bank's answer is looked at. */
@Injectable()
export class PayResultViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly reading: PayListsReadService,
    private readonly results: PayResultsService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `payouts.unknown` */
  async uploadPage(
    visit: PageVisit,
    { collectiveId, listId }: PayListPlace,
    refused?: FormState,
  ): Promise<PayResultUploadPageProps> {
    const { list } = await this.reading.require(collectiveId, listId);
    const paths = villagePaths(collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'payLists' }),
      name: payListWords.name(list),
      listHref: paths.payList(listId),
      action: paths.payResults(listId),
      form: refused ?? filledForm({}),
    };
  }

  /** @throws DomainError `payouts.unknown`, `file.previewGone` */
  async previewPage(
    visit: PageVisit,
    at: PayResultPlace,
    refused?: FormState,
  ): Promise<PayResultPreviewPageProps> {
    const { collectiveId, listId, keptId } = at;
    const head = await this.uploadPage(visit, at, refused);
    const preview = await this.results.preview(collectiveId, { id: listId, keptId });
    const rows = rowsOf(preview);
    const isBad = ({ state }: PayResultRow): boolean => state === 'blocked';
    const shown = rows.filter((row, place) => place < ROWS_SHOWN || isBad(row));
    return {
      ...head,
      action: `${head.action}/${keptId}`,
      againHref: head.action,
      fileName: preview.fileName,
      form: refused ?? filledForm({ bankDay: this.clock.today() }),
      isWrong: preview.problems.length > 0,
      wrong: preview.problems.map((problem) => ({ field: problem.field, sentence: placed(problem) })),
      sums: sumsOf(preview),
      rows: shown,
      hidden: rows.length - shown.length,
    };
  }
}

/** A sentence with the row of the file, or the line of the list, that it is about. */
function placed(problem: Problem): string {
  const [kind, number = ''] = problem.field.split('.');
  const sentence = problemSentence(problem);
  if (kind === 'row') return payResultWords.atRow(number, sentence);
  return kind === 'line' ? payResultWords.atLine(number, sentence) : sentence;
}

function rowsOf({ lines, results, toTake }: PayResultPreview): PayResultRow[] {
  const said = new Map(results.map((each) => [each.number, each]));
  const known = new Set(toTake.known);
  const wrong = new Set(toTake.problems.map(({ field }) => field));
  return lines.map(({ number, payee: name, account, bank, kind, amount }) => {
    const result = said.get(number);
    const paidTo = paidToText({ kind, number: account, bank });
    const row = { number, name, paidTo, amount };
    if (result === undefined) return { ...row, state: 'todo', said: payResultWords.silent };
    const { returned } = result;
    const words = returned === undefined ? payResultWords.paid : payResultWords.failed(returned.reason);
    if (wrong.has(`line.${String(number)}`)) return { ...row, state: 'blocked', said: words };
    if (known.has(number)) return { ...row, state: 'locked', said: payResultWords.known(words) };
    return { ...row, state: returned === undefined ? 'done' : 'attention', said: words };
  });
}

/** Paid, failed, known before and not mentioned; together all lines of the list. */
function sumsOf({ lines, results, toTake }: PayResultPreview): PayResultPreviewPageProps['sums'] {
  const failed = toTake.returned.flatMap(({ numbers }) => numbers);
  const mentioned = new Set(results.map(({ number }) => number));
  const silent = lines.filter(({ number }) => !mentioned.has(number)).map(({ number }) => number);
  const sum = (label: string, numbers: readonly number[]): { label: string; count: number; amount: Fen } => {
    const own = new Set(numbers);
    const of = lines.filter(({ number }) => own.has(number));
    return { label, count: of.length, amount: sumFen(of.map(({ amount }) => amount)) };
  };
  const { labels } = payResultWords;
  return [
    sum(labels.paid, toTake.paid),
    sum(labels.failed, failed),
    ...(toTake.known.length > 0 ? [sum(labels.known, toTake.known)] : []),
    sum(labels.silent, silent),
  ];
}
