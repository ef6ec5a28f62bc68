import type { VNode } from 'preact';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { PublicityClock } from '../../domain/approvals/display-clock';
import type { NoticePublicity } from '../../domain/notices/distribution-notice';
import { clockWords } from './display-words.pages';
import { dayNear, publicityWords } from './public-words.pages';

/**
 * Whether a sheet holds. A withdrawn sheet's content is not shown; a superseded one's is, under its
 * warning.
 */
export type NoticeStanding =
  | {
      readonly state: 'current';
      readonly version: number;
      readonly publicity: NoticePublicity;
      /** Where its days stand by what was put up; absent where only the paper is at hand. */
      readonly clock?: PublicityClock | undefined;
      /** Whether the books were put right since it was decided. */
      readonly moved?: boolean | undefined;
    }
  | {
      readonly state: 'superseded';
      readonly version: number;
      readonly supersededOn: CalendarDay;
      readonly newVersion: number;
      readonly newVersionHref: string;
    }
  | { readonly state: 'withdrawn'; readonly withdrawnOn: CalendarDay | undefined };

/** The four outcomes of a check, each with its own shape, colour and word. */
export type BandState = NoticeStanding['state'] | 'unknown';

const WORDS: Readonly<Record<BandState, string>> = {
  current: '现行有效',
  superseded: '已被更正',
  withdrawn: '已撤回',
  unknown: '查不到',
};

/** One sentence for where a sheet stands today. */
export function standingSentence(standing: NoticeStanding, today: CalendarDay): string {
  if (standing.state === 'withdrawn') {
    const { withdrawnOn } = standing;
    return `这张公示${withdrawnOn === undefined ? '已经' : dayNear(withdrawnOn, today)}撤回，内容不算数。`;
  }
  if (standing.state === 'superseded') {
    const { version, newVersion, supersededOn } = standing;
    const since = dayNear(supersededOn, today);
    return `这是第${version}版。${since}出了第${newVersion}版，以第${newVersion}版为准。`;
  }
  const version = standing.version === 1 ? '没有更正过' : `这是更正后的第${standing.version}版`;
  const said = standing.moved === true ? '公示没有改，账上后来有更正' : version;
  const { clock, publicity } = standing;
  const days = clock === undefined ? publicityWords(publicity, today) : clockWords(clock, publicity, today);
  return `${said}。${days}。`;
}

/** What a band says. `size` tells a quiet band above a whole sheet from the full-width answer of a check. */
export interface StateBandProps {
  readonly state: BandState;
  readonly sentence: string;
  /** Another word than that of the state: of what is no sheet. */
  readonly word?: string;
  readonly size: 'quiet' | 'full';
}

/** Shape, word and sentence, in this order; the colour comes last and carries nothing alone. */
export function StateBand({ state, sentence, word = WORDS[state], size }: StateBandProps): VNode {
  const Word = size === 'full' ? 'h1' : 'strong';
  return (
    <div class={`band band-${size} is-${state}`}>
      <BandShape state={state} />
      <Word class="band-word">{word}</Word>
      <p class="band-sentence">{sentence}</p>
    </div>
  );
}

/** Circle with a tick, triangle, octagon, dashed square: told apart in grey and from across a room. */
function BandShape({ state }: { readonly state: BandState }): VNode {
  return (
    <svg class="band-shape" viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      {SHAPES[state]()}
    </svg>
  );
}

const SHAPES: Readonly<Record<BandState, () => VNode>> = {
  current: () => (
    <g>
      <circle class="plate" cx="32" cy="32" r="30" />
      <path class="mark" d="M18 33l10 10 19-22" />
    </g>
  ),
  superseded: () => (
    <g>
      <path class="plate" d="M32 4L63 60H1z" />
      <path class="mark" d="M32 26v12M32 51v1" />
    </g>
  ),
  withdrawn: () => (
    <g>
      <path class="plate" d="M20 2h24l18 18v24L44 62H20L2 44V20z" />
      <path class="mark" d="M22 22l20 20M42 22L22 42" />
    </g>
  ),
  unknown: () => (
    <g>
      <rect class="dashed" x="3" y="3" width="58" height="58" />
      <path class="stroke" d="M23 25q0-10 9-10t9 9q0 6-5 9t-4 8M32 46v6" />
    </g>
  ),
};
