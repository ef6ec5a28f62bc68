import { Injectable } from '@nestjs/common';
import { DRAFT_ACTS, type DraftAct } from '../../domain/ledger/voucher-hands';
import { remarks } from '../../glossary/voucher-remarks';
import { checksOthers } from '../../platform/http/actor';
import { localTime } from '../../platform/clock/clock';
import { keepsBooksOf, OfficeDesk, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { UsersService } from '../users/users.service';
import { typedTotal, VoucherChoicesService } from './voucher-choices.service';
import type { DraftListPageProps, DraftPageProps } from './voucher-draft.pages';
import { type VoucherDraft, VoucherDraftsService } from './voucher-drafts.service';

/** The drafts of vouchers on their way to the books, and each with what its next hand may do. */
@Injectable()
export class DraftViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly drafts: VoucherDraftsService,
    private readonly choices: VoucherChoicesService,
    private readonly users: UsersService,
  ) {}

  async listPage(visit: PageVisit, collectiveId: string): Promise<DraftListPageProps> {
    const names = await this.users.listDisplayNames();
    const paths = villagePaths(collectiveId);
    const drafts = await this.drafts.listDrafts(collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'vouchers' }),
      drafts: drafts.map(({ id, form, state, preparedBy, savedAt }) => ({
        href: paths.voucherDraft(id),
        postedOn: form.postedOn,
        summary: form.summary.trim() === '' ? remarks.noSummary : form.summary,
        state,
        preparedBy: names.get(preparedBy) ?? preparedBy,
        savedAt: localTime(savedAt),
        amount: typedTotal(form.lines),
      })),
      newHref: keepsBooksOf(visit.actor, collectiveId) ? paths.newVoucher : undefined,
      vouchersHref: paths.vouchers,
    };
  }

  /** @param refused what was refused of an act on it */
  async draftPage(
    visit: PageVisit,
    at: { readonly collectiveId: string; readonly id: string },
    refused?: FormState,
  ): Promise<DraftPageProps> {
    const { collectiveId, id } = at;
    const draft = await this.drafts.requireDraft(collectiveId, id);
    const names = await this.users.listDisplayNames();
    const isOnItsWay = draft.state === 'drafted' || draft.state === 'reviewed';
    const problems = isOnItsWay ? await this.drafts.problemsOf(draft) : [];
    const { form, digest, state, reviewedBy } = draft;
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'vouchers' }),
      summary: form.summary,
      postedOn: form.postedOn,
      aboutPeriod: form.aboutPeriod,
      attachments: form.attachments,
      state,
      preparedBy: names.get(draft.preparedBy) ?? draft.preparedBy,
      reviewedBy: reviewedBy === null ? undefined : (names.get(reviewedBy) ?? reviewedBy),
      lines: await this.choices.linesOf(collectiveId, form.lines),
      digest,
      form: refused ?? refusedForm({ values: {}, problems }),
      ...actsOf(visit, draft, {
        isRight: problems.length === 0,
        isReviewVoid: await this.drafts.isReviewVoid(draft),
      }),
      listHref: villagePaths(collectiveId).voucherDrafts,
    };
  }
}

type Acts = Pick<DraftPageProps, 'editHref' | 'reviewAction' | 'postAction' | 'voidAction' | 'waitsFor'>;

/** What the person may do to the draft now, or why nothing. */
function actsOf(
  visit: PageVisit,
  draft: VoucherDraft,
  { isRight, isReviewVoid }: { readonly isRight: boolean; readonly isReviewVoid: boolean },
): Acts {
  const { actor } = visit;
  const paths = villagePaths(draft.collectiveId);
  const here = paths.voucherDraft(draft.id);
  const allowed: readonly DraftAct[] = DRAFT_ACTS[draft.state];
  const keeps = keepsBooksOf(actor, draft.collectiveId);
  const isOwn = draft.preparedBy === actor.userId;
  const isUnreviewed = draft.state === 'drafted' || isReviewVoid;
  const may = {
    save: keeps && isOwn,
    review: isUnreviewed && !isOwn && isRight && checksOthers(actor.roles),
    post: keeps && !isUnreviewed && draft.reviewedBy !== actor.userId,
    void: keeps,
  };
  const open = (act: DraftAct): boolean => allowed.includes(act) && may[act];
  return {
    editHref: open('save') ? `${paths.newVoucher}?draft=${draft.id}` : undefined,
    reviewAction: open('review') ? `${here}/review` : undefined,
    postAction: open('post') ? `${here}/post` : undefined,
    voidAction: open('void') ? `${here}/void` : undefined,
    waitsFor: isReviewVoid ? remarks.reviewVoid : isOwn && isUnreviewed ? remarks.waitsForReview : undefined,
  };
}
