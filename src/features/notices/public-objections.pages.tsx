import type { VNode } from 'preact';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { NoticeObjectionRow } from '../../domain/notices/objection-row';
import { type Objection, type ObjectionCounts, objectionState } from '../../domain/notices/objection';
import { fieldLabel } from '../../glossary/terms';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { fullDayText } from '../../platform/views/day-text';
import { PublicFrame } from '../../platform/views/error.pages';
import type { FormState } from '../../platform/views/error-summary';
import { type Contact, ContactList, dayNear, noticeTitle, type TitledSheet } from './public-words.pages';

/** The page on which anybody says something of a sheet, and reads what was answered. */
export interface PublicObjectionsPageProps {
  readonly demo: boolean;
  readonly today: CalendarDay;
  readonly notice: TitledSheet;
  readonly noticeHref: string;
  readonly action: string;
  readonly answerDays: number;
  readonly objections: readonly Objection[];
  /** How many more there are than stand on the page. */
  readonly more: number;
  /** The one that was just taken. */
  readonly taken?: Objection | undefined;
  readonly form: FormState;
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

function ObjectionItem({ objection, today }: { objection: Objection; today: CalendarDay }): VNode {
  const { answer, receivedOn, dueOn } = objection;
  const state = objectionState(objection, today);
  const late = state === 'answeredLate' ? '，超过了期限' : '';
  return (
    <li>
      <span class="name">{numberWords(objection)}</span>
      <span class="about">{`${dayNear(receivedOn, today)}收到，应在${dayNear(dueOn, today)}前答复`}</span>
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

function ObjectionForm({ page }: { page: PublicObjectionsPageProps }): VNode {
  const { form } = page;
  return (
    <form class="stack" method="post" action={page.action}>
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
      <h2>提意见</h2>
      <p class="note">{`每条意见都编号，收到以后${String(page.answerDays)}日内答复，答复写在这一页，也印在下一张公示上。`}</p>
      <ObjectionForm page={page} />
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

/** What the sheet itself tells of the objections to those before it. */
export function ToldObjections({
  rows,
}: {
  readonly rows?: readonly NoticeObjectionRow[] | undefined;
}): VNode | null {
  if (rows === undefined) return null;
  return (
    <section>
      <h2>对以前公示的意见和答复</h2>
      <ul class="rows">
        {rows.map((row) => (
          <li key={numberWords(row)}>
            <span class="name">{numberWords(row)}</span>
            <span class="about">{`${fullDayText(row.receivedOn)}收到`}</span>
            {row.answer === undefined ? (
              <span class="about">{`发布这张公示时还没有答复，应在${fullDayText(row.dueOn)}前答复`}</span>
            ) : (
              <>
                <span class="about">{widePunctuation(`问：${row.answer.gist}`)}</span>
                <span class="about">
                  {widePunctuation(`答：${row.answer.words}（${fullDayText(row.answer.on)}答复）`)}
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
