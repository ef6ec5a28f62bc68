import { Injectable } from '@nestjs/common';
import { decisionProblems } from '../../domain/approvals/who-may-decide';
import type { WaitingPlan } from '../../domain/distribution/waiting-plan';
import { type LineStanding, standingOf } from '../../domain/payouts/line-results';
import { type PayListAct, type PayListState, mayAdvise, mayDo } from '../../domain/payouts/pay-list';
import { failedLines } from '../../domain/payouts/pay-list-mistakes';
import { payableFrom } from '../../domain/payouts/plan-waits';
import { RETURN_KINDS } from '../../domain/payouts/read-outcomes';
import { payListWords, peopleText } from '../../glossary/payout-words';
import { problemSentence } from '../../glossary/sentences';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { filledForm } from '../../platform/http/office-desk';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import type { Option } from '../../platform/views/field';
import type { WrongLayoutFile } from './pay-file-layouts.service';
import { PayFileReadsService } from './pay-file-reads.service';
import type { BankForm, PayListActsProps } from './pay-list-acts.pages';
import { PayChecksViewService } from './pay-checks-view.service';
import { PayListGroundService } from './pay-list-ground.service';
import type { PayListPageProps } from './pay-list.pages';
import type { KeptPayList } from './pay-lists.store';
import type { StandingPayList } from './standing-pay-list';

/** What somebody may do with a list now, and what keeps it from going on. */
@Injectable()
export class PayListActsViewService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ground: PayListGroundService,
    private readonly files: PayFileReadsService,
    private readonly checks: PayChecksViewService,
  ) {}

  async actsOf(
    visit: PageVisit,
    collectiveId: string,
    { kept, refused }: { readonly kept: StandingPayList; readonly refused: FormState | undefined },
  ): Promise<Pick<PayListPageProps, 'acts' | 'changed' | 'checks'>> {
    const { list } = kept;
    const path = (act: string): string => `${villagePaths(collectiveId).payList(list.id)}/${act}`;
    const may = (act: PayListAct, at: string): string | undefined =>
      mayDo(list.state, act) && (visit.tokens.mayPost?.(path(at)) ?? true) ? path(at) : undefined;
    const changed = await this.changedOf(collectiveId, kept);
    const goesOn = changed === '';
    const review = goesOn
      ? await this.reviewOf(visit, collectiveId, { kept, action: may('approve', 'review') })
      : {};
    const submitAction = goesOn ? may('submit', 'submission') : undefined;
    const waiting = await this.waitingOf(collectiveId, kept);
    const sendAction = goesOn && waiting.length === 0 ? may('send', 'sending') : undefined;
    const bank = this.bankOf(kept, {
      action: may('giveBack', 'outcomes'),
      path,
    });
    const again = againWords(kept);
    const layouts = this.files.listForms().map(({ id, name }) => ({ value: id, label: name }));
    const wrong = this.files.listWrongForms().map(wrongFormText);
    const file = list.channel === 'cash' ? undefined : may('file', 'files');
    const acts: PayListActsProps = {
      form: refused ?? filledForm({ bankDay: this.clock.today(), bankDid: onlyDid(bank) }),
      waits: '',
      ...{ submitAction, sendAction, bank, review: undefined, ...review },
      file: file === undefined ? undefined : { action: file, layouts, wrong },
      recallAction: may('recall', 'recall'),
      advicesHref: advicesOf(visit, list.state, path('advices')),
      again:
        again === ''
          ? undefined
          : {
              href: withQuery(villagePaths(collectiveId).newPayList, { channel: list.channel }),
              words: again,
            },
    };
    const isMine = [submitAction, sendAction, acts.review].some((each) => each !== undefined);
    const waits = isMine ? '' : waitsText(list.state, waiting, bank);
    const checks = await this.checks.propsOf(collectiveId, kept, waiting);
    return { changed, checks, acts: { ...acts, waits: acts.waits === '' ? waits : acts.waits } };
  }

  /** The plans that keep it from being sent, of a list that is in the office yet. */
  private async waitingOf(collectiveId: string, kept: KeptPayList): Promise<readonly WaitingPlan[]> {
    if (!mayDo(kept.list.state, 'recall')) return [];
    const asked = { kept, day: this.clock.today() };
    return this.ground.listWaiting(this.database.reader, collectiveId, asked);
  }

  /** Whose account was changed since, of a list that may still be called back. */
  private async changedOf(collectiveId: string, { list, lines }: KeptPayList): Promise<string> {
    if (list.channel === 'cash' || !mayDo(list.state, 'recall')) return '';
    const who = await this.ground.changedOf(this.database.reader, collectiveId, lines);
    return who.length === 0 ? '' : payListWords.changed(peopleText(who));
  }

  /** The review; nobody reviews what went through their hands. */
  private async reviewOf(
    { actor }: PageVisit,
    collectiveId: string,
    { kept, action }: { readonly kept: KeptPayList; readonly action: string | undefined },
  ): Promise<Partial<Pick<PayListActsProps, 'review' | 'waits'>>> {
    if (action === undefined) return {};
    const given = { kept, by: actor.userId };
    const [bar] = decisionProblems(await this.ground.handsOf(this.database.reader, collectiveId, given));
    if (bar !== undefined) return { waits: problemSentence(bar) };
    const { outcomes } = payListWords;
    return { review: { action, digest: kept.list.digest ?? '', outcomes } };
  }

  private bankOf(
    kept: StandingPayList,
    { action, path }: { readonly action: string | undefined; readonly path: (act: string) => string },
  ): BankForm | undefined {
    const { list, lines, results } = kept;
    const open = lines.filter(({ state }) => state === 'open').length;
    const isPaid = lines.some((line) => standingOf(line, results) === 'confirmed');
    const isFailed = failedLines(kept).length > 0;
    if (action === undefined || (open === 0 && !isPaid && !isFailed)) return undefined;
    const { confirmed, failed, givenBack, notFailed } = payListWords.dids;
    return {
      resultsHref: list.channel === 'cash' || open === 0 ? undefined : path('results'),
      action,
      dids: [
        ...(open > 0 ? [option('confirmed', confirmed), option('failed', failed)] : []),
        ...(isPaid ? [option('givenBack', givenBack)] : []),
        ...(isFailed ? [option('notFailed', notFailed)] : []),
      ],
      kinds: RETURN_KINDS.map((kind) => option(kind, labelOf(`returnKind.${kind}`))),
      open,
    };
  }
}

/** What the bank did, where only one thing may be said: of several nobody is said to be paid by a default. */
function onlyDid(bank: BankForm | undefined): string | undefined {
  return bank?.dids.length === 1 ? bank.dids[0]?.value : undefined;
}

/** A file of the seeds that was meant as a bank's form, and the first thing that is wrong with it. */
function wrongFormText({ file, problems: [first] }: WrongLayoutFile): string {
  return payListWords.wrongForm(file, first === undefined ? '' : problemSentence(first));
}

/** What of a list is owed again, why, and what to do about it; blank where nothing is. */
function againWords({ lines, results }: StandingPayList): string {
  const count = (standing: LineStanding): number =>
    lines.filter((line) => standingOf(line, results) === standing).length;
  const [returned, takenBack] = [count('returned'), count('takenBack')];
  return [
    ...(returned === 0 ? [] : [payListWords.again(returned)]),
    ...(takenBack === 0 ? [] : [payListWords.takenBack(takenBack)]),
  ].join('');
}

/** Where advices are printed, by who may print them, once there is something to tell. */
function advicesOf({ tokens }: PageVisit, state: PayListState, href: string): string | undefined {
  return mayAdvise(state) && (tokens.mayPost?.(href) ?? true) ? href : undefined;
}

/** In whose hands a list is; of one that waits for its plans until when. */
function waitsText(state: PayListState, waiting: readonly WaitingPlan[], bank: BankForm | undefined): string {
  if (state === 'sent' && bank !== undefined) return '';
  const isHeld = state === 'approved' && waiting.length > 0;
  return isHeld ? payListWords.waitsForPlan(payableFrom(waiting)) : payListWords.waits[state];
}

function option(value: string, label: string): Option {
  return { value, label };
}
