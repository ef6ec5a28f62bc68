import type { VNode } from 'preact';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { RowSince } from '../../domain/notices/objections-since';
import { type Objection, type ObjectionCounts, objectionState } from '../../domain/notices/objection';
import { fieldLabel } from '../../glossary/terms';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { fullDayText } from '../../platform/views/day-text';
import { PublicFrame } from '../../platform/views/error.pages';
import type { FormState } from '../../platform/views/error-summary';
import {
  type Contact,
  ContactList,
  dayNear,
  noticeTitle,
  type ReplacementLink,
  type TitledSheet,
} from './public-words.pages';

/** An objection on the page of a sheet, and whether it was to a sheet before it whose plan came back. */
export interface SaidOfPlan extends Objection {
  readonly isOfEarlier: boolean;
}

/** The page on which anybody says something of a sheet, and reads what was answered. */
export interface PublicObjectionsPageProps {
  readonly demo: boolean;
  readonly today: CalendarDay;
  readonly notice: TitledSheet;
  readonly noticeHref: string;
  readonly action: string;
  readonly answerDays: number;
  readonly objections: readonly SaidOfPlan[];
  /** How many more there are than stand on the page. */
  readonly more: number;
  /** The one that was just taken. */
  readonly taken?: Objection | undefined;
  /** Absent where the sheet holds no more: nothing more is said of it, what was said stays told. */
  readonly form: FormState | undefined;
  /** The sheet that counts in its place. */
  readonly replacement: ReplacementLink | undefined;
  readonly contacts: readonly Contact[];
}

/** How many came in, how many are answered, and how many wait past their deadline. */
export function objectionWords({ received, answered, open, overdue }: ObjectionCounts): string {
  if (received === 0) return '还没有人提意见。';
  const waiting = open === 0 ? '都答复了' : `答复了${String(answered)}条，${String(open)}条还没有答复`;
  return `收到意见${String(received)}条，${waiting}${overdue === 0 ? '' : `，其中${String(overdue)}条超过了答复期限`}。`;
}

function numberWords({ year, number }: Pick<Objection, 'year' | 'number'>): string {
  return `〔${String(year)}〕第${String(number)}号`;
}

function ObjectionItem({ objection, today }: { objection: SaidOfPlan; today: CalendarDay }): VNode {
  const { answer, receivedOn, dueOn, isOfEarlier } = objection;
  const state = objectionState(objection, today);
  const late = state === 'answeredLate' ? '，超过了期限' : '';
  return (
    <li>
      <span class="name">{numberWords(objection)}</span>
      <span class="about">
        {`${dayNear(receivedOn, today)}收到${isOfEarlier ? '，对以前那张公示提的' : ''}，应在${dayNear(dueOn, today)}前答复`}
      </span>
      {answer === undefined || answer.on > today ? (
        <span class={state === 'overdue' ? 'about refusal' : 'about'}>
          {state === 'overdue' ? '超过期限，还没有答复' : '还没有答复'}
        </span>
      ) : (
        <>
          <span class="about">{widePunctuation(`问：${answer.gist}`)}</span>
          <span class="about">
            {widePunctuation(`答：${answer.words}（${dayNear(answer.on, today)}答复${late}）`)}
          </span>
        </>
      )}
    </li>
  );
}

function Fault({ form, name }: { form: FormState; name: string }): VNode | null {
  const found = form.problems.filter(({ field }) => field === name);
  if (found.length === 0) return null;
  return (
    <p class="fault" id={`${name}-fault`}>
      {found.map((each) => form.sentence(each)).join('')}
    </p>
  );
}

function ObjectionForm({ form, action }: { form: FormState; action: string }): VNode {
  return (
    <form class="stack" method="post" action={action}>
      <Fault form={form} name="" />
      <label for="objectionWords">{fieldLabel('objectionWords')}</label>
      <p class="note">
        哪一笔、哪里不对，写清楚就行，最多500字。<b>不要写姓名、电话、身份证号、银行卡号。</b>
        您写的话只有村里和镇里办事的人看得到，公开的是他们的答复。
      </p>
      <textarea id="objectionWords" name="objectionWords" rows={6} maxlength={500}>
        {form.values['objectionWords'] ?? ''}
      </textarea>
      <Fault form={form} name="objectionWords" />
      <label for="objectionPhone">{fieldLabel('objectionPhone')}（可以不填）</label>
      <p class="note">
        想让人打电话告诉您结果才填。电话加密存放，只有答复的人能打开，谁打开过都有记录；不上墙、不上网、不打印。
      </p>
      <input
        id="objectionPhone"
        name="objectionPhone"
        type="tel"
        maxlength={30}
        autocomplete="off"
        value={form.values['objectionPhone'] ?? ''}
      />
      <Fault form={form} name="objectionPhone" />
      <button class="button" type="submit">
        提交意见
      </button>
    </form>
  );
}

function SaySection({ page, form }: { page: PublicObjectionsPageProps; form: FormState }): VNode {
  return (
    <>
      <h2>提意见</h2>
      <p class="note">{`每条意见都编号，收到以后${String(page.answerDays)}日内答复，答复写在这一页，也印在下一张公示上。`}</p>
      <ObjectionForm form={form} action={page.action} />
    </>
  );
}

/** That the sheet holds no more, and where what is said now is said. */
function FallenNote({ replacement }: { replacement: ReplacementLink | undefined }): VNode {
  return (
    <>
      <p class="divided">这张公示不作数了，不再收新的意见；以前提的，答复还写在这一页。</p>
      {replacement !== undefined && (
        <p class="buttons">
          <a class="button" href={`${replacement.href}/objections`}>
            对重新公示的（{replacement.label}）提意见
          </a>
        </p>
      )}
    </>
  );
}

/** What was said of a sheet and answered, and a form to say more. It works without JavaScript and cookies. */
export function PublicObjectionsPage(page: PublicObjectionsPageProps): VNode {
  const { taken, notice } = page;
  return (
    <PublicFrame demo={page.demo} place={notice.heading.village} placeHref={page.noticeHref}>
      <h1 class="notice-title">{`对${noticeTitle(notice)}公示的意见`}</h1>
      {taken !== undefined && (
        <p>
          <b>{`收到了，编号${numberWords(taken)}，${fullDayText(taken.dueOn)}前答复。`}</b>
          请记下编号，到时候在这一页看答复。
        </p>
      )}
      {page.objections.length === 0 ? (
        <p>还没有人提意见。</p>
      ) : (
        <ul class="rows">
          {page.objections.map((each) => (
            <ObjectionItem key={numberWords(each)} objection={each} today={page.today} />
          ))}
        </ul>
      )}
      {page.more > 0 && (
        <p class="note">{`这里先列超过期限的和最近的，另有${String(page.more)}条没有列出，问村里能看到。`}</p>
      )}
      {page.form === undefined ? (
        <FallenNote replacement={page.replacement} />
      ) : (
        <SaySection page={page} form={page.form} />
      )}
      <h2>也可以打电话、当面说</h2>
      <ContactList contacts={page.contacts} />
      <p class="divided">
        <a class="row-link" href={page.noticeHref}>
          回到公示
        </a>
      </p>
    </PublicFrame>
  );
}

/** The answer as the sheet prints it; of one without any what was answered since, or until when it waits. */
function ToldAnswer({ row }: { readonly row: RowSince }): VNode {
  const { answer = row.since, dueOn, isOverdue } = row;
  const due = `应在${fullDayText(dueOn)}前答复`;
  if (answer === undefined)
    return (
      <span class={isOverdue ? 'about refusal' : 'about'}>
        {isOverdue ? `${due}，超过期限，还没有答复` : `还没有答复，${due}`}
      </span>
    );
  const later = row.since === undefined ? '' : '，在这张公示发布以后';
  return (
    <>
      <span class="about">{widePunctuation(`问：${answer.gist}`)}</span>
      <span class="about">
        {widePunctuation(`答：${answer.words}（${fullDayText(answer.on)}答复${later}）`)}
      </span>
    </>
  );
}

/** What the sheet itself tells of the objections to those before it, with what came of them since. */
export function ToldObjections({ rows }: { readonly rows?: readonly RowSince[] | undefined }): VNode | null {
  if (rows === undefined) return null;
  return (
    <section>
      <h2>对以前公示的意见和答复</h2>
      <ul class="rows">
        {rows.map((row) => (
          <li key={numberWords(row)}>
            <span class="name">{numberWords(row)}</span>
            <span class="about">{`${fullDayText(row.receivedOn)}收到`}</span>
            <ToldAnswer row={row} />
          </li>
        ))}
      </ul>
    </section>
  );
}
