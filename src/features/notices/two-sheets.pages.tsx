import type { VNode } from 'preact';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { BetweenSheets } from '../../domain/notices/between-sheets';
import type { Problem } from '../../domain/shared/problem';
import { fullDayText } from '../../platform/views/day-text';
import { PublicFrame } from '../../platform/views/error.pages';
import { CodeBox, codeFault } from './code-form.pages';
import { type Contact, noticeNumber, noticeTitle } from './public-words.pages';
import { StateBand } from './state-band.pages';
import { type FoundNotice, Phones } from './verify-outcomes.pages';

/** Two sheets between which the chain was reckoned. */
type Reckoned = BetweenSheets & { readonly earlier: FoundNotice; readonly later: FoundNotice };

/** What came of two sheets. */
export type TogetherOutcome =
  | Reckoned
  | { readonly kind: 'otherBooks' }
  | { readonly kind: 'same' }
  | { readonly kind: 'tooMany'; readonly vouchers: number };

/** A code as it was typed, and whether it names a sheet. */
interface TypedCode {
  readonly typed: string;
  readonly isRead: boolean;
  readonly problem?: Problem | undefined;
}

export interface TwoSheetsPageProps {
  readonly demo: boolean;
  readonly today: CalendarDay;
  readonly code: TypedCode;
  readonly other: TypedCode;
  /** Absent before two sheets are named. */
  readonly outcome: TogetherOutcome | undefined;
  /** Whom to ask, the nearest first. */
  readonly contacts: readonly Contact[];
}

const ACTION = '/verify/two';

function faultOf({ isRead, problem }: TypedCode): string | undefined {
  return isRead ? undefined : codeFault(problem);
}

function TwoCodes({ page }: { readonly page: TwoSheetsPageProps }): VNode {
  return (
    <form class="stack" method="get" action={ACTION}>
      <CodeBox name="code" label="一张的验证码" typed={page.code.typed} fault={faultOf(page.code)} />
      <CodeBox name="other" label="另一张的验证码" typed={page.other.typed} fault={faultOf(page.other)} />
      <button class="button" type="submit">
        一起核
      </button>
    </form>
  );
}

/** What of each sheet is held against its paper. */
function Ends({ sheets }: { readonly sheets: readonly FoundNotice[] }): VNode {
  return (
    <>
      <h2>请和两张纸对一对</h2>
      {sheets.map((sheet) => (
        <dl class="facts" key={sheet.code}>
          <dt class="wide">
            <a href={`/n/${sheet.code}`}>
              {noticeTitle(sheet)}
              {sheet.kind === 'report' ? '' : '公示'}
            </a>
          </dt>
          <dt>编号</dt>
          <dd>
            {noticeNumber(sheet.heading)}，{fullDayText(sheet.publicity.from)}贴出
          </dd>
          <dt>账链</dt>
          <dd>
            第{sheet.witness.chainLength}笔，末值{' '}
            <span class="code">
              {sheet.witness.chainHead.slice(0, 16)}…{sheet.witness.chainHead.slice(-8)}
            </span>
          </dd>
        </dl>
      ))}
    </>
  );
}

function Answer({ page, outcome }: { readonly page: TwoSheetsPageProps; readonly outcome: TogetherOutcome }) {
  switch (outcome.kind) {
    case 'same':
      return <p class="fault">两次输的是同一张公示，请再拿一张别的。</p>;
    case 'otherBooks':
      return <p class="fault">两张不是同一个村的，核不到一起。</p>;
    case 'tooMany':
      return (
        <p class="fault">
          两张中间有{outcome.vouchers}笔，太多了，网页上不核。请打 <Phones contacts={page.contacts} />
          ，用审计文件核。
        </p>
      );
    case 'whole':
    case 'broken':
      return <Reckoning page={page} outcome={outcome} />;
  }
}

function Reckoning({ page, outcome }: { readonly page: TwoSheetsPageProps; readonly outcome: Reckoned }) {
  return (
    <>
      <Ends sheets={[outcome.earlier, outcome.later]} />
      <p class="note">
        末值是账上所有凭证一笔接一笔算出来的一串字，印在纸上就改不了了。中间少一笔、多一笔、改一个字，后面那张的末值就对不上。
      </p>
      {outcome.kind === 'broken' && (
        <p class="note">
          请把两张纸都拍下来，打 <Phones contacts={page.contacts} />。
        </p>
      )}
    </>
  );
}

function Band({ outcome }: { readonly outcome: TogetherOutcome | undefined }): VNode {
  if (outcome?.kind === 'whole')
    return <StateBand state="current" word="一笔不少" sentence={wholeText(outcome)} size="full" />;
  if (outcome?.kind === 'broken')
    return (
      <StateBand
        state="withdrawn"
        word="对不上"
        sentence={`账上第${String(outcome.position)}笔和纸上印的接不上。`}
        size="full"
      />
    );
  return <h1>两张公示一起核</h1>;
}

function wholeText({ vouchers, earlier, later }: Extract<Reckoned, { kind: 'whole' }>): string {
  if (vouchers === 0) return '两张贴出的时候，账是一样的，中间没有凭证。';
  const [from, to] = [earlier.witness.chainLength + 1, later.witness.chainLength];
  return `从第${String(from)}笔到第${String(to)}笔，一共${String(vouchers)}笔，刚才重算了一遍：一笔接一笔，没有少，也没有改。`;
}

/** Two printed sheets prove together that nothing between them was cut from the books. */
export function TwoSheetsPage(page: TwoSheetsPageProps): VNode {
  const { outcome } = page;
  const isAnswered = outcome?.kind === 'whole' || outcome?.kind === 'broken';
  return (
    <PublicFrame demo={page.demo} place="验公示" placeHref="/verify">
      <Band outcome={outcome} />
      <div class="outcome">
        {!isAnswered && <p class="note">拿同一个村不同时候贴的两张公示，看中间的账有没有少掉一笔。</p>}
        {outcome !== undefined && <Answer page={page} outcome={outcome} />}
        {isAnswered && <h2>再核两张</h2>}
        <TwoCodes page={page} />
      </div>
    </PublicFrame>
  );
}
