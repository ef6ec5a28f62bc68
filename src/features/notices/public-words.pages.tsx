import type { VNode } from 'preact';
import {
  type CalendarDay,
  daysInclusive,
  type Month,
  monthOf,
  yearOf,
} from '../../domain/calendar/calendar-day';
import type { PublishedFacts } from '../../domain/notices/published-facts';
import { sheetNumberText } from '../../glossary/periods';
import type { IncomeStream, NoticeHeading, NoticePublicity } from '../../domain/notices/distribution-notice';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { dayText, fullDayText, spanText, yearMonthText } from '../../platform/views/day-text';
import type { FallenSheet } from './notices.service';
import { reportTitle } from './report-words';

/**
 * A run of months with the year said once where it can be:
 * one month, months of one year, months across years.
 */
export function monthsWords(from: Month, to: Month): string {
  if (from === to) return yearMonthText(from);
  if (yearOf(from) !== yearOf(to)) return `${yearMonthText(from)}至${yearMonthText(to)}`;
  return `${yearOf(from)}年${Number(from.slice(5))}至${Number(to.slice(5))}月`;
}

/** The period of a sheet as its title names it. */
export function periodWords({ periodKind, periodFrom, periodTo }: NoticeHeading): string {
  const year = `${yearOf(periodFrom)}年`;
  if (periodKind === 'year') return `${year}度`;
  if (periodKind === 'first-half') return `${year}上半年`;
  if (periodKind === 'second-half') return `${year}下半年`;
  if (periodKind === 'quarter') return `${year}第${Math.ceil(Number(periodFrom.slice(5, 7)) / 3)}季度`;
  return monthsWords(monthOf(periodFrom), monthOf(periodTo));
}

/** The title of a sheet without the village's name. */
export function noticeTitle({ kind, heading }: TitledSheet): string {
  if ('sheet' in heading) return reportTitle(heading);
  const about = kind === 'yearly-use-plan' ? '使用计划' : '分配';
  return `${periodWords(heading)}${heading.pool === 'pv' ? '光伏收益' : '其他资产收益'}${about}`;
}

/** What names a sheet: of which kind it is, and of which period and pool. */
export type TitledSheet = Pick<PublishedFacts, 'kind' | 'heading'>;

/** The number of a sheet in the manner of official documents. */
export function noticeNumber({ number }: Pick<NoticeHeading, 'number'>): string {
  return sheetNumberText(number);
}

/** Where a day stands in the publicity days: before them, which day and how many are left, or over. */
export function publicityWords(
  { from, to, days, firstDayCounts }: NoticePublicity,
  today: CalendarDay,
): string {
  if (today < from) return `${dayNear(from, today)}开始公示，共${days}天`;
  if (today > to) return `公示期已满（${spanText(from, to)}）`;
  const left = daysInclusive(today, to) - 1;
  const dayNumber = daysInclusive(from, today) - (firstDayCounts ? 0 : 1);
  if (dayNumber === 0) return `今天贴出，明天起公示${days}天`;
  return left === 0 ? `公示第${dayNumber}天，今天是最后一天` : `公示第${dayNumber}天，还剩${left}天`;
}

/** A day, with its year unless the reader stands in it. */
export function dayNear(day: CalendarDay, today: CalendarDay): string {
  return yearOf(day) === yearOf(today) ? dayText(day) : fullDayText(day);
}

/** The word villagers use for a stream. */
export const STREAM_WORDS: Readonly<Record<IncomeStream, string>> = {
  energy: '电费',
  subsidy: '国家补贴',
  rent: '租金',
  dividend: '分红',
  other: '其他收入',
};

/** Words in a row, the last joined by "and". */
export function listWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join('、')}和${words.at(-1) ?? ''}`;
}

/** An office to ask: its public telephone and where to find it. Never a private person's number. */
export interface Contact {
  readonly body: string;
  /** As printed, for example with spaces between groups of digits. */
  readonly phone: string;
  readonly place?: string;
}

/** The sheet that counts in the place of one that does not, by its number. */
export interface ReplacementLink {
  readonly href: string;
  readonly label: string;
}

/** The address that makes a phone dial. */
export function telephoneHref(phone: string): string {
  return `tel:${phone.replace(/[^+\d]/g, '')}`;
}

/** A telephone number that a phone dials at a touch. */
export function PhoneLink({ phone }: { readonly phone: string }): VNode {
  return (
    <a class="phone" href={telephoneHref(phone)}>
      {phone}
    </a>
  );
}

/** Offices in a list, each with its number at the right. */
export function ContactList({ contacts }: { readonly contacts: readonly Contact[] }): VNode {
  return (
    <ul class="contacts">
      {contacts.map(({ body, phone, place }) => (
        <li key={phone}>
          <span>{widePunctuation(place === undefined ? body : `${body}，${place}`)}</span>
          <PhoneLink phone={phone} />
        </li>
      ))}
    </ul>
  );
}

/**
 * Why a sheet is withdrawn: its plan was returned on a day, replaced by a later one, or taken back; or what
 * the village said of a sheet that is no plan's.
 */
export function fallenReason({ on, isReplaced, isRefused, why }: FallenSheet): string {
  if (why !== undefined) return widePunctuation(`村里撤回了这张公示：${why}。`);
  if (isReplaced) return '这一年的计划后来改过，这张公示不作数。';
  if (isRefused) return '方案没有通过，要重拟，这张公示不作数。';
  return on === undefined ? '方案收回重拟，这张公示不作数。' : '方案被退回重拟，这张公示不作数。';
}
