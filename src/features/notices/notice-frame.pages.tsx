import type { ComponentChildren, VNode } from 'preact';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { yuanText } from '../../domain/money/fen';
import type { ObjectionCounts } from '../../domain/notices/objection';
import type { RowSince } from '../../domain/notices/objections-since';
import type { PlanFacts, PublishedFacts } from '../../domain/notices/published-facts';
import { dayText, fullDayText } from '../../platform/views/day-text';
import { PublicFrame } from '../../platform/views/error.pages';
import { DisplayStory, type ToldDisplay } from './display-words.pages';
import { requireShape } from './report-template';
import { type NoticeProof, ProofSection, RecomputeScripts } from './notice-proof.pages';
import { objectionWords } from './public-objections.pages';
import { ContactList, noticeTitle, telephoneHref } from './public-words.pages';
import { type NoticeStanding, StateBand, standingSentence } from './state-band.pages';

/** A sheet that says what was put right of another, by its number. */
export interface CorrectionLink {
  readonly href: string;
  readonly number: string;
}

/** Where the same sheet can be had in other forms, and where the page leads. */
export interface NoticeLinks {
  readonly villageHref: string;
  readonly correction?: CorrectionLink | undefined;
  readonly pdfHref: string;
  readonly csvHref: string;
  /** Size of the CSV file in bytes, said beside its link. */
  readonly csvBytes: number;
  /** The facts the digest is reckoned from, as JSON: `{ notice, digest: { sheet, sections } }`. */
  readonly dataHref: string;
  /** The same with what checks them, as one file that needs no network. */
  readonly checkerHref: string;
}

/** How many objections to a sheet came in, and the page on which they stand. */
export interface SaidOfSheet {
  readonly counts: ObjectionCounts;
  readonly href: string;
}

/** What the public page of a sheet of any kind shows. Nothing here is about a person. */
export interface NoticeFrameProps<Notice extends PublishedFacts = PublishedFacts> {
  readonly demo: boolean;
  /** The day of the reader, in Asia/Shanghai. */
  readonly today: CalendarDay;
  readonly standing: Exclude<NoticeStanding, { readonly state: 'withdrawn' }>;
  readonly notice: Notice;
  /** What was said of it, and where more is said. */
  readonly objections?: SaidOfSheet | undefined;
  /** What it tells of the objections to sheets before it, with what came of them since. */
  readonly told?: readonly RowSince[] | undefined;
  /** Each time it was put up. */
  readonly displays?: readonly ToldDisplay[] | undefined;
  readonly proof: NoticeProof;
  readonly links: NoticeLinks;
}

/** Whether a sheet holds, what it says, where it hung, whom to ask, the proof, in this order. */
export function NoticeFrame({
  page,
  children,
}: {
  readonly page: NoticeFrameProps;
  readonly children: ComponentChildren;
}): VNode {
  const { demo, today, standing, notice, displays = [], objections, proof, links } = page;
  return (
    <PublicFrame
      demo={demo}
      place={notice.heading.village}
      placeHref={links.villageHref}
      reach={<AskBar notice={notice} />}
    >
      <StateBand state={standing.state} sentence={standingSentence(standing, today)} size="quiet" />
      {standing.state === 'superseded' && (
        <p class="buttons">
          <a class="button" href={standing.newVersionHref}>
            看第{standing.newVersion}版
          </a>
        </p>
      )}
      <CorrectedBy correction={links.correction} />
      <h1 class="notice-title">{noticeTitle(notice)}</h1>
      {children}
      <DisplayStory displays={displays} today={today} />
      <AskSection notice={notice} today={today} objections={objections} />
      <OtherForms notice={notice} links={links} />
      <ProofSection notice={notice} proof={proof} dataHref={links.dataHref} />
      <RecomputeScripts />
    </PublicFrame>
  );
}

/** Where it is told what was put right. */
export function CorrectedBy({
  correction,
}: {
  readonly correction: CorrectionLink | undefined;
}): VNode | null {
  if (correction === undefined) return null;
  return (
    <p class="note">
      改了什么、为什么改，看更正公示 <a href={correction.href}>{correction.number}</a>。
    </p>
  );
}

function AskBar({ notice }: { readonly notice: PublishedFacts }): VNode {
  const [nearest] = notice.contacts.offices;
  return (
    <>
      {nearest !== undefined && (
        <a class="button" href={telephoneHref(nearest.phone)}>
          打电话问
        </a>
      )}
      <a class="button button-second" href="#ask">
        有意见找谁
      </a>
    </>
  );
}

function AskSection({
  notice,
  today,
  objections,
}: {
  readonly notice: PublishedFacts;
  readonly today: CalendarDay;
  readonly objections: SaidOfSheet | undefined;
}): VNode {
  const { contacts, publicity } = notice;
  const when = today > publicity.to ? '公示期满以后也可以问，' : `${fullDayText(publicity.to)}前可以提意见，`;
  const answer = contacts.answerWithinDays;
  return (
    <section id="ask">
      <h2>有疑问，这样办</h2>
      <p>
        {when}打电话、到村里当面说都行。
        {answer === undefined ? '' : `${answer}日内书面答复。`}
        <b>提意见人的姓名和电话不公开。</b>
      </p>
      {objections !== undefined && (
        <>
          <p class={objections.counts.overdue > 0 ? 'refusal' : 'note'}>
            {objectionWords(objections.counts)}
          </p>
          <p>
            <a class="button" href={objections.href}>
              在网上提意见，看答复
            </a>
          </p>
        </>
      )}
      <ContactList contacts={contacts.offices} />
      {'decision' in notice && <DecisionWords notice={notice} />}
    </section>
  );
}

function DecisionWords({ notice: { decision } }: { readonly notice: PlanFacts }): VNode {
  const { body, decidedOn, due, present, inFavour, townshipReview } = decision;
  return (
    <p class="note">
      {fullDayText(decidedOn)}
      {body}通过（应到{due}人，实到{present}人，同意{inFavour}人）
      {townshipReview === undefined ? '' : `，${dayText(townshipReview.on)}经${townshipReview.body}审核`}。
    </p>
  );
}

function OtherForms(props: { readonly notice: PublishedFacts; readonly links: NoticeLinks }): VNode {
  const { pdfHref, csvHref, csvBytes, checkerHref } = props.links;
  const total = wholeOf(props.notice);
  return (
    <section>
      <h2>拿走自己看</h2>
      <ul class="links">
        <li>
          <a href={pdfHref}>
            <span class="link-title">看墙上那张（PDF）</span>
            <span class="about">和村里贴的一个样</span>
          </a>
        </li>
        <li>
          <a href={csvHref}>
            <span class="link-title">下载表格（CSV，{Math.max(1, Math.ceil(csvBytes / 1024))} KB）</span>
            <span class="about">合计 {total}，与本页相同</span>
          </a>
        </li>
        <li>
          <a href={checkerHref}>
            <span class="link-title">存一份能自己验的（HTML）</span>
            <span class="about">不连网也能打开，自己重算摘要</span>
          </a>
        </li>
      </ul>
      <p class="note">
        {props.notice.kind === 'report'
          ? '隐去的信息：个人的姓名、证件号、卡号、电话。'
          : '隐去的信息：领钱人的姓名、证件号、卡号、电话。本页只有合计、人数和户数。'}
      </p>
    </section>
  );
}

/** The sum that the table of a sheet comes to. */
function wholeOf(notice: PublishedFacts): string {
  if (notice.kind === 'report') {
    const { sums: names, counts } = requireShape(notice.heading);
    const last = notice.sums[names[3]] ?? '0';
    return counts === true ? last : yuanText(BigInt(last));
  }
  const { sums } = notice;
  return yuanText(BigInt('distributable' in sums ? sums.distributable : sums.expected));
}
