import type { VNode } from 'preact';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { PublicFrame } from '../../platform/views/error.pages';
import type { NoticePublicity } from '../../domain/notices/distribution-notice';
import type { PublishedFacts } from '../../domain/notices/published-facts';
import { fullDayText } from '../../platform/views/day-text';
import { type Contact, ContactList, noticeNumber, noticeTitle, publicityWords } from './public-words.pages';
import { CodeForm } from './code-form.pages';

/** A sheet in the list of a village's notices. */
export interface ListedNotice {
  readonly href: string;
  readonly kind: PublishedFacts['kind'];
  readonly heading: PublishedFacts['heading'];
  readonly state: 'current' | 'superseded' | 'withdrawn';
  readonly publicity: NoticePublicity;
}

/** What the page of a village shows. */
export interface PublicVillagePageProps {
  readonly demo: boolean;
  readonly today: CalendarDay;
  readonly villageName: string;
  readonly townshipName: string;
  /** Newest first. */
  readonly notices: readonly ListedNotice[];
  readonly contacts: readonly Contact[];
}

const STATE_WORDS = { current: '现行有效', superseded: '已被更正', withdrawn: '已撤回' } as const;

/** All notices of a village, newest first; corrected and withdrawn ones stay in the list and say so. */
export function PublicVillagePage(props: PublicVillagePageProps): VNode {
  return (
    <PublicFrame demo={props.demo} place={props.villageName} placeHref="/">
      <h1 class="notice-title">{props.villageName}的公示</h1>
      <p class="note">{props.townshipName}</p>
      {props.notices.length === 0 ? (
        <p>
          还没有公示。有事请问村里，或者<a href="/">看别的村</a>。
        </p>
      ) : (
        <ul class="links">
          {props.notices.map((notice) => (
            <NoticeItem key={notice.href} notice={notice} today={props.today} />
          ))}
        </ul>
      )}
      <h2>有疑问找谁</h2>
      <ContactList contacts={props.contacts} />
    </PublicFrame>
  );
}

function NoticeItem({
  notice,
  today,
}: {
  readonly notice: ListedNotice;
  readonly today: CalendarDay;
}): VNode {
  return (
    <li>
      <a href={notice.href}>
        <span class="link-title">{noticeTitle(notice)}</span>
        <span class="about">
          <span class={`state-word is-${notice.state}`}>{STATE_WORDS[notice.state]}</span>
          {notice.state === 'current' ? `，${publicityWords(notice.publicity, today)}` : ''}
        </span>
        <span class="about">
          {noticeNumber(notice.heading)}第{notice.heading.version}版，{fullDayText(notice.publicity.from)}贴出
        </span>
      </a>
    </li>
  );
}

/** A village in the list of the public start page. */
export interface ListedVillage {
  readonly name: string;
  readonly href: string;
  readonly noticeCount: number;
}

/** What the public start page shows. */
export interface PublicHomePageProps {
  readonly demo: boolean;
  /** Where the code form leads. */
  readonly verifyAction: string;
  readonly logInHref: string;
  readonly townships: readonly { readonly name: string; readonly villages: readonly ListedVillage[] }[];
}

/** The public start page: find a village's notices, or type the code of a sheet. */
export function PublicHomePage(props: PublicHomePageProps): VNode {
  return (
    <PublicFrame demo={props.demo} place="村账" placeHref="/">
      <h1 class="notice-title">村里的钱，哪来的，去哪了</h1>
      <h2>找您的村</h2>
      {props.townships.length === 0 && <p>还没有村子。办公人员登录后可以建村。</p>}
      {props.townships.map((township) => (
        <section key={township.name}>
          <h3>{township.name}</h3>
          <ul class="links">
            {township.villages.map((village) => (
              <li key={village.href}>
                <a href={village.href}>
                  <span class="link-title">{village.name}</span>
                  <span class="about">
                    {village.noticeCount === 0 ? '还没有公示' : `${village.noticeCount}张公示`}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <h2>公示是不是真的</h2>
      <CodeForm action={props.verifyAction} typed="" />
      <h2>发给我的钱怎么来的</h2>
      <p>
        <a class="row-link" href="/slip">
          凭发放通知单上的码看
        </a>
      </p>
      <p class="divided">
        <a class="row-link" href={props.logInHref}>
          办公登录
        </a>
      </p>
    </PublicFrame>
  );
}
