import type { VNode } from 'preact';
import type { PublicityClock } from '../../domain/approvals/display-clock';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { NoticePublicity } from '../../domain/notices/distribution-notice';
import { spanText } from '../../platform/views/day-text';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { dayNear, publicityWords } from './public-words.pages';

/** Once a sheet was put up, as everyone may read of it. */
export interface ToldDisplay {
  readonly number: number;
  readonly displayedOn: CalendarDay;
  readonly place: string;
  readonly proven: boolean;
  readonly takenDownOn?: CalendarDay | undefined;
  readonly isEarly: boolean;
  readonly reason: string;
}

/** Where a sheet stands on the wall: its days run by what was put up and photographed, not by the paper. */
export function clockWords(clock: PublicityClock, publicity: NoticePublicity, today: CalendarDay): string {
  switch (clock.state) {
    case 'unproven':
      return `纸上写的公示期是${spanText(publicity.from, publicity.to)}，没有张贴凭据`;
    case 'hanging':
      return `贴在${clock.display.place}，${publicityWords(clock.period, today)}`;
    case 'takenDown': {
      const on = dayNear(clock.display.takenDownOn ?? clock.display.displayedOn, today);
      return `${on}提前揭下，只贴满${String(clock.hung)}天，再贴出后重新算${String(publicity.days)}天`;
    }
    case 'served':
      return `${publicityWords(clock.period, today)}，有张贴照片`;
  }
}

/** One line of the story: where, from when, and how it ended. */
export function displayWords(display: ToldDisplay, today: CalendarDay): string {
  const { displayedOn, place, takenDownOn, isEarly, reason, proven } = display;
  const up = `${dayNear(displayedOn, today)}贴在${place}`;
  const photo = proven ? '有照片' : '照片已撤，不算张贴凭据';
  if (takenDownOn === undefined) return `${up}，${photo}`;
  const down = `${dayNear(takenDownOn, today)}${isEarly ? '提前揭下，天数没有满' : '揭下'}`;
  return widePunctuation(`${up}，${photo}；${down}${reason === '' ? '' : `：${reason}`}`);
}

/** Each time the sheet was put up; what came before it began anew stays told. */
export function DisplayStory({
  displays,
  today,
}: {
  readonly displays: readonly ToldDisplay[];
  readonly today: CalendarDay;
}): VNode | null {
  if (displays.length === 0) return null;
  return (
    <section>
      <h2>张贴经过</h2>
      <ol>
        {displays.map((display) => (
          <li key={display.number}>{displayWords(display, today)}。</li>
        ))}
      </ol>
      <p class="note">提前揭下的，再贴出后从头算。照片只在办公系统里看，免得露出过路人的脸。</p>
    </section>
  );
}
