import type { ComponentChildren, VNode } from 'preact';
import type { PublicityClock } from '../../domain/approvals/display-clock';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Fen } from '../../domain/money/fen';
import { PublicFrame } from '../../platform/views/error.pages';
import type { NoticePublicity, NoticeWitness } from '../../domain/notices/distribution-notice';
import type { PublishedFacts } from '../../domain/notices/published-facts';
import type { Problem } from '../../domain/shared/problem';
import { dayText } from '../../platform/views/day-text';
import { Figure, type HeldFigure, HeldFigures } from './held-figures.pages';
import { CorrectedBy, type CorrectionLink } from './notice-frame.pages';
import {
  type Contact,
  noticeNumber,
  noticeTitle,
  PhoneLink,
  type ReplacementLink,
} from './public-words.pages';
import { StateBand, standingSentence } from './state-band.pages';

/** What names a sheet on every outcome that found one. */
export interface FoundNotice {
  readonly kind: PublishedFacts['kind'];
  readonly heading: PublishedFacts['heading'];
  readonly publicity: NoticePublicity;
  readonly witness: NoticeWitness;
  /** The short code in three groups. */
  readonly code: string;
  /** The sheet's digest, 64 hexadecimal digits. */
  readonly digest: string;
  readonly villageHref: string;
}

/** A line that differs between a version and the one that replaced it; amounts in fen. */
export interface ChangedLine {
  readonly name: string;
  readonly before: Fen;
  readonly after: Fen;
  readonly unit?: HeldFigure[2];
}

/** What came of a check. */
export type VerifyOutcome =
  | {
      readonly kind: 'current';
      readonly notice: FoundNotice;
      readonly noticeHref: string;
      /** The figures a reader holds against the paper. */
      readonly held: readonly HeldFigure[];
      /** Whether the books were put right since it was decided. */
      readonly moved?: boolean;
      readonly correction?: CorrectionLink;
      readonly clock?: PublicityClock;
    }
  | {
      readonly kind: 'superseded';
      readonly notice: FoundNotice;
      readonly supersededOn: CalendarDay;
      readonly newVersion: number;
      readonly newVersionHref: string;
      readonly newCode: string;
      readonly changes: readonly ChangedLine[];
      /** Why it was corrected, one sentence each. */
      readonly reasons: readonly string[];
      readonly correction?: CorrectionLink;
    }
  | {
      readonly kind: 'withdrawn';
      readonly notice: FoundNotice;
      /** The day, where it is told. */
      readonly withdrawnOn: CalendarDay | undefined;
      readonly reason: string;
      readonly replacement?: ReplacementLink | undefined;
    }
  /**
   * The code cannot be read (`problem` of `readShortCode`), or reads well and stands for no sheet (no
   * problem).
   */
  | { readonly kind: 'unknown'; readonly problem?: Problem };

/** What the verify page shows. Looking a code up records nobody. */
export interface VerifyPageProps {
  readonly demo: boolean;
  readonly today: CalendarDay;
  /** When the check was made, to the minute, in Asia/Shanghai, for example `2025-07-14 09:26`. */
  readonly checkedAt: string;
  /** Where the form leads, with the field `code`, by GET. */
  readonly action: string;
  /** What was typed, kept as it was; empty when nothing was. */
  readonly typed: string;
  /** Absent before anything is typed. */
  readonly outcome?: VerifyOutcome;
  /** Whom to ask, the nearest first. */
  readonly contacts: readonly Contact[];
}

interface OutcomeProps<Kind extends VerifyOutcome['kind']> {
  readonly page: VerifyPageProps;
  readonly outcome: Extract<VerifyOutcome, { readonly kind: Kind }>;
}

interface OutcomeFrameProps {
  readonly page: VerifyPageProps;
  readonly band: VNode;
  readonly small: ComponentChildren;
  readonly children: ComponentChildren;
}

/**
 * Band first and over the full width; the time of the check and the place in the chain, small, at the
 * foot.
 */
export function OutcomeFrame({ page, band, small, children }: OutcomeFrameProps): VNode {
  return (
    <PublicFrame demo={page.demo} place="验公示" placeHref={page.action}>
      {band}
      <div class="outcome">{children}</div>
      <p class="small-print">
        {page.checkedAt} 查验
        {small}
      </p>
    </PublicFrame>
  );
}

function NoticeHead({
  notice,
  children,
}: {
  readonly notice: FoundNotice;
  readonly children?: ComponentChildren;
}): VNode {
  return (
    <div class="notice-head">
      <h2>
        {notice.heading.village}
        {noticeTitle(notice)}
        {notice.kind === 'report' ? '' : '公示'}
      </h2>
      <p class="note">
        {noticeNumber(notice.heading)}第{notice.heading.version}版，{children}
      </p>
    </div>
  );
}

/** The sheet holds: figures to hold against the paper, and what to do when they differ. */
export function CurrentOutcome({ page, outcome }: OutcomeProps<'current'>): VNode {
  const { notice, moved, clock } = outcome;
  const { publicity, heading } = notice;
  const { version } = heading;
  const sentence = standingSentence({ state: 'current', version, publicity, moved, clock }, page.today);
  return (
    <OutcomeFrame
      page={page}
      band={<StateBand state="current" sentence={`这张公示是最新的，${sentence}`} size="full" />}
      small={<ChainPosition notice={notice} />}
    >
      <NoticeHead notice={notice}>
        {dayText(publicity.from)}至{dayText(publicity.to)}
      </NoticeHead>
      <CorrectedBy correction={outcome.correction} />
      <h2>请和纸上对一对</h2>
      <dl class="hold-against">
        <HeldFigures held={outcome.held} />
        <div>
          <dt>验证码</dt>
          <dd class="code">{notice.code}</dd>
        </div>
      </dl>
      <p class="note">
        有一个数对不上，就可能不是村里贴的那张。请拍照，打 <Phones contacts={page.contacts.slice(0, 1)} />。
      </p>
      <p class="buttons foot">
        <a class="button" href={outcome.noticeHref}>
          看整张公示
        </a>
        <a class="button button-second" href={`${outcome.noticeHref}#ask`}>
          对不上，或有意见
        </a>
      </p>
    </OutcomeFrame>
  );
}

/** A newer version holds: from which day, what changed, and the new version one tap away. */
export function SupersededOutcome({ page, outcome }: OutcomeProps<'superseded'>): VNode {
  const { notice, newVersion, supersededOn } = outcome;
  const sentence = standingSentence(
    { ...outcome, state: 'superseded', version: notice.heading.version },
    page.today,
  );
  return (
    <OutcomeFrame
      page={page}
      band={<StateBand state="superseded" sentence={sentence} size="full" />}
      small={
        <ChainPosition notice={notice}>
          ，第{newVersion}版验证码 {outcome.newCode}
        </ChainPosition>
      }
    >
      <NoticeHead notice={notice}>
        {dayText(notice.publicity.from)}贴出，{dayText(supersededOn)}起不算数
      </NoticeHead>
      <h2>改了什么</h2>
      <ul class="changes">
        {outcome.changes.map((line) => (
          <li key={line.name}>
            <span class="name">{line.name}</span>
            <Figure fen={line.before} unit={line.unit} /> <span aria-label="改为">→</span>{' '}
            <b>
              <Figure fen={line.after} unit={line.unit} />
            </b>
          </li>
        ))}
      </ul>
      {outcome.reasons.length > 0 && <p class="note">原因：{outcome.reasons.join('；')}。</p>}
      <CorrectedBy correction={outcome.correction} />
      <p class="buttons foot">
        <a class="button" href={outcome.newVersionHref}>
          看第{newVersion}版（现行有效）
        </a>
        <a class="button button-second" href={notice.villageHref}>
          看本村全部公示
        </a>
      </p>
    </OutcomeFrame>
  );
}

/** The sheet does not count: why, and where the new one is. What it said is not shown. */
export function WithdrawnOutcome({ page, outcome }: OutcomeProps<'withdrawn'>): VNode {
  const { notice, withdrawnOn, replacement } = outcome;
  return (
    <OutcomeFrame
      page={page}
      band={
        <StateBand
          state="withdrawn"
          sentence={standingSentence({ state: 'withdrawn', withdrawnOn }, page.today)}
          size="full"
        />
      }
      small={<ChainPosition notice={notice}>。撤回的内容不再显示，记录仍然保留</ChainPosition>}
    >
      <NoticeHead notice={notice}>{dayText(notice.publicity.from)}贴出</NoticeHead>
      <h2>为什么撤回</h2>
      <p>{outcome.reason}</p>
      <p class="note">
        墙上如果还贴着这一张，请告诉 <Phones contacts={page.contacts.slice(0, 1)} />。
      </p>
      <p class="buttons foot">
        {replacement !== undefined && (
          <a class="button" href={replacement.href}>
            看重新公示的（{replacement.label}）
          </a>
        )}
        <a class={replacement === undefined ? 'button' : 'button button-second'} href={notice.villageHref}>
          看本村全部公示
        </a>
      </p>
    </OutcomeFrame>
  );
}

function ChainPosition({
  notice,
  children,
}: {
  readonly notice: FoundNotice;
  readonly children?: ComponentChildren;
}): VNode {
  return (
    <>
      ，第{notice.heading.version}版在账链第{notice.witness.chainLength}笔{children}
      <br />
      <span class="code">
        {notice.digest.slice(0, 16)}…{notice.digest.slice(-16)}
      </span>
    </>
  );
}

/** Telephone numbers in a sentence, each with the office it reaches. */
export function Phones({ contacts }: { readonly contacts: readonly Contact[] }): VNode {
  return (
    <>
      {contacts.map((contact, index) => (
        <span key={contact.phone}>
          {index === 0 ? '' : '或 '}
          <PhoneLink phone={contact.phone} />（{contact.body}）
        </span>
      ))}
    </>
  );
}
