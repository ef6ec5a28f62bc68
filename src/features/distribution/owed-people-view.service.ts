import { Injectable } from '@nestjs/common';
import { type Fen, sumFen } from '../../domain/money/fen';
import { halfWidth } from '../../domain/shared/half-width';
import type { OwedListKind } from '../../domain/uses/owed-people';
import { paidLate } from '../../domain/uses/paid-late';
import { problemSentence } from '../../glossary/sentences';
import { lateText, overpaidText } from '../../glossary/owed-words';
import { labelOf } from '../../glossary/terms';
import { shareReasonText } from '../../glossary/share-reasons';
import { dividendWords } from '../../glossary/terms-dividends';
import { workWords } from '../../glossary/terms-works';
import { voucherNamedIn } from '../../glossary/voucher-summaries';
import { Clock } from '../../platform/clock/clock';
import { pageOf } from '../../platform/http/api.forms';
import { OfficeDesk } from '../../platform/http/office-desk';
import { type VillagePaths, villagePaths, withQuery } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { PostsOutOfPlaceService } from '../uses/posts-out-of-place.service';
import type {
  OwedDividendRow,
  OwedItemRow,
  OwedPartRow,
  OwedPeoplePageProps,
  OwedRow,
} from './owed-people.pages';
import {
  openOfWhole,
  type OwedPerson,
  OwedPeopleService,
  type OwedState,
  type ToldOwedList,
} from './owed-people.service';
import type { NamedVoucher } from './paid-grants.service';
import { PlanStandingService } from './plan-standing.service';

const PER_PAGE = 50;

/** What is said of days that are owed after somebody left or died. */
const PAID_BEYOND = 'post.leftPaid';

/** The page that says who is owed what. */
@Injectable()
export class OwedPeopleViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly owed: OwedPeopleService,
    private readonly clock: Clock,
    private readonly outOfPlace: PostsOutOfPlaceService,
    private readonly plans: PlanStandingService,
  ) {}

  /** @param asked the household of which everything is told; else everybody to whom something is owed */
  async page(
    visit: PageVisit,
    collectiveId: string,
    asked: { readonly household?: string; readonly page?: string },
  ): Promise<Omit<OwedPeoplePageProps, 'onItsWay'>> {
    const state = await this.owed.read(collectiveId);
    const paths = villagePaths(collectiveId);
    const household = halfWidth(asked.household ?? '').trim();
    const within = (person: OwedPerson): boolean =>
      household === '' ? isOwed(person) : String(person.known.householdNumber) === household;
    const people = state.people.filter(within);
    const shown = pageOf(people, { page: asked.page ?? '1', size: String(PER_PAGE) });
    const count = Math.ceil(people.length / PER_PAGE);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'members' }),
      ...{ on: this.clock.today(), open: state.open, household, here: paths.owed, rosterHref: paths.members },
      parts: partsOf(state),
      rows: shown.items.map((person) => rowOf(person, paths.owed)),
      owed: sumFen(people.map(({ owed }) => owed)),
      pages: Array.from({ length: count }, (_, index) => ({
        number: index + 1,
        href: withQuery(paths.owed, { page: String(index + 1), household: asked.household }),
        current: index + 1 === shown.page,
      })),
      items: household === '' ? [] : people.flatMap((person) => this.itemsOf(collectiveId, person)),
      overtaken: await this.overtakenOf(collectiveId, people),
      above: await this.aboveOf(collectiveId),
      dividends: dividendRows(state, household, paths),
      over: household === '' ? [...state.over.map(overpaidText), ...this.lateOf(state)] : [],
      whole: state.whole.map(({ claim, standing, voucher, wholeWhy }) => ({
        what: widePunctuation(claim.forWhat),
        why: wholeWhy,
        open: openOfWhole({ standing }),
        unsure: standing.amount - openOfWhole({ standing }),
        voucher: this.linkOf(collectiveId, voucher),
      })),
    };
  }

  /** Who left or died before days that are owed to him: it is reversed before anything is paid. */
  private async overtakenOf(
    collectiveId: string,
    people: readonly OwedPerson[],
  ): Promise<OwedPeoplePageProps['overtaken']> {
    const names = new Map(people.map(({ memberId, known }) => [memberId, known.name]));
    const posts = await this.outOfPlace.listFound(collectiveId);
    return posts.flatMap(({ postId, name: post, found }) =>
      found
        .filter(({ problem }) => problem.code === PAID_BEYOND)
        .flatMap(({ memberId, problem }) => {
          const name = names.get(memberId);
          const href = villagePaths(collectiveId).post(postId);
          if (name === undefined) return [];
          return [{ name, post: widePunctuation(post), href, sentence: problemSentence(problem) }];
        }),
    );
  }

  /** What was paid after the last day that its document allows, or is not paid though that is over. */
  private lateOf({ lists }: OwedState): string[] {
    const today = this.clock.today();
    return paidLate(lists, today).map(({ lines, when, payBy = '', payments: [first] }) => {
      const what = workWords.owedFor(widePunctuation(lines[0]?.what ?? ''), when);
      return lateText({ what, payBy, paid: first && { on: first.postedOn, by: this.labelOf(first) } });
    });
  }

  /** What was granted above what the year's new income bears by now. */
  private async aboveOf(collectiveId: string): Promise<OwedPeoplePageProps['above']> {
    const above = await this.plans.listAbove(collectiveId);
    return above.map(({ problem, vouchers }) => ({
      sentence: problemSentence(problem),
      vouchers: vouchers.map((voucher) => this.linkOf(collectiveId, voucher)),
    }));
  }

  private itemsOf(collectiveId: string, { known, items }: OwedPerson): OwedItemRow[] {
    return items.map(({ list, line, state }) => ({
      name: known.name,
      what: workWords.owedFor(widePunctuation(line.what), list.when),
      href: listHref(collectiveId, list),
      reckoning: line.reckoning,
      amount: line.amount,
      voucher: this.linkOf(collectiveId, list.voucher),
      state: labelOf(`owedPaid.${state}`),
      payments: list.payments.map((voucher) => this.linkOf(collectiveId, voucher)),
    }));
  }

  private linkOf(collectiveId: string, voucher: NamedVoucher): { href: string; label: string } {
    return {
      href: villagePaths(collectiveId).voucher(voucher.entryId),
      label: this.labelOf(voucher),
    };
  }

  private labelOf({ voucherYear, voucherNumber }: NamedVoucher): string {
    const year = Number(this.clock.today().slice(0, 4));
    return voucherNamedIn(year, { voucherYear, voucherNumber });
  }
}

/** Rounds of which something is open; of one household every round, with its own part and why it is that. */
function dividendRows({ rounds }: OwedState, household: string, paths: VillagePaths): OwedDividendRow[] {
  return rounds.flatMap(({ id, number, pool, holders }) => {
    const own = holders.filter(
      (holder) => household === '' || (holder.kind === 'household' && String(holder.number) === household),
    );
    const open = sumFen(own.map((holder) => holder.open));
    if (own.length === 0 || (household === '' && open === 0n)) return [];
    const amount = sumFen(own.map((holder) => holder.amount));
    const [only] = household === '' ? [] : own;
    const what = dividendWords.round(number, labelOf(`pool.${pool}`));
    const why = (only?.reasons ?? []).map(shareReasonText).join('');
    return [{ what, href: paths.dividend(id), amount, open, why }];
  });
}

function isOwed({ owed, unsure }: OwedPerson): boolean {
  return owed > 0n || unsure > 0n;
}

/** What the whole is made of; what is not there is no line. */
function partsOf({ totals, whole, dividends }: OwedState): OwedPartRow[] {
  const parts: readonly [string, Fen][] = [
    ['people', totals.owed],
    ['partly', totals.openOfPartly],
    ['whole', sumFen(whole.map(openOfWhole))],
    ['holders', sumFen(dividends.map(({ owed, owedAsOne }) => owed - owedAsOne))],
    ['dividend', sumFen(dividends.map(({ owedAsOne }) => owedAsOne))],
  ];
  return parts
    .filter(([, amount]) => amount > 0n)
    .map(([part, amount]) => ({ label: labelOf(`owedPart.${part}`), amount }));
}

function rowOf(person: OwedPerson, owedHref: string): OwedRow {
  const { known, owed, unsure, items } = person;
  const of = (kind: OwedListKind): Fen =>
    sumFen(items.filter(({ list }) => list.kind === kind).map((item) => item.owed));
  const { account } = known;
  return {
    household: known.householdNumber,
    name: known.name,
    href: withQuery(owedHref, { household: String(known.householdNumber) }),
    ...{ posts: of('posts'), works: of('works'), aid: of('aid'), owed, unsure },
    paidTo:
      account === undefined
        ? workWords.notPaidTo
        : workWords.paidTo(labelOf(`accountKind.${account.kind}`), account.masked, account.bank),
  };
}

/** The page of a list. */
function listHref(collectiveId: string, { kind, id, workId, when }: ToldOwedList): string {
  const paths = villagePaths(collectiveId);
  if (kind === 'posts') return paths.attendance(when);
  return kind === 'works' ? paths.workSheet({ workId, sheetId: id }) : paths.aidList(id);
}
