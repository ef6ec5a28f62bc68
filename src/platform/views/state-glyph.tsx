import type { ComponentChildren } from 'preact';

/** How far a thing is: each state has a shape of its own, so that it is told without colour. */
export type GlyphState = 'done' | 'doing' | 'todo' | 'attention' | 'blocked' | 'undecided' | 'locked';

/** The word that belongs to each shape; it stands near the shape or is read aloud instead of it. */
export const STATE_WORDS: Readonly<Record<GlyphState, string>> = {
  done: '已完成',
  doing: '正在做',
  todo: '待做',
  attention: '要处理',
  blocked: '不能通过',
  undecided: '定不了',
  locked: '等前面一步',
};

const SHAPES: Readonly<Record<GlyphState, ComponentChildren>> = {
  done: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M4.6 8.2l2.3 2.3 4.4-4.6" fill="none" stroke="#fff" stroke-width="1.7" />
    </>
  ),
  doing: (
    <>
      <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6" />
      <circle cx="8" cy="8" r="3" fill="currentColor" />
    </>
  ),
  todo: <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.5" />,
  attention: (
    <>
      <path d="M8 1.2L15.4 14.4H.6z" fill="currentColor" />
      <path d="M8 5.8v4.4M8 11.4v1.6" stroke="#fff" stroke-width="1.6" />
    </>
  ),
  blocked: (
    <>
      <path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z" fill="currentColor" />
      <path d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2" stroke="#fff" stroke-width="1.6" />
    </>
  ),
  undecided: (
    <>
      <circle
        cx="8"
        cy="8"
        r="6.8"
        fill="none"
        stroke="currentColor"
        stroke-width="1.3"
        stroke-dasharray="2.4 1.9"
      />
      <path
        d="M6 6.3c0-2.6 4-2.5 4-.1 0 1.5-2 1.5-2 3.1M8 10.8v1.5"
        fill="none"
        stroke="currentColor"
        stroke-width="1.3"
      />
    </>
  ),
  locked: (
    <>
      <rect
        x="2.8"
        y="7"
        width="10.4"
        height="7.6"
        rx="1"
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
      />
      <path d="M5.2 7V4.6a2.8 2.8 0 0 1 5.6 0V7" fill="none" stroke="currentColor" stroke-width="1.5" />
    </>
  ),
};

/** The shape of a state, 16 px. `named` reads its word aloud where no word stands beside it. */
export function StateGlyph({
  state,
  named = false,
}: {
  readonly state: GlyphState;
  readonly named?: boolean;
}) {
  return (
    <svg
      class={`glyph glyph-${state}`}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      role={named ? 'img' : undefined}
      aria-label={named ? STATE_WORDS[state] : undefined}
      aria-hidden={named ? undefined : 'true'}
    >
      {SHAPES[state]}
    </svg>
  );
}

/** A shape with a word: the state's own, or a closer one. */
export function StateChip({
  state,
  children,
}: {
  readonly state: GlyphState;
  readonly children?: ComponentChildren;
}) {
  return (
    <span class={`chip chip-${state}`}>
      <StateGlyph state={state} />
      {children ?? STATE_WORDS[state]}
    </span>
  );
}

/** The state of a month's books. */
export type MonthState = 'open' | 'held' | 'sealed';

/** What each month state is called. */
export const MONTH_WORDS: Readonly<Record<MonthState, string>> = {
  open: '记账中',
  held: '已结账',
  sealed: '已封账',
};

/** A month's state as a square: full when sealed, half when held, empty while open. */
export function MonthGlyph({
  state,
  named = false,
}: {
  readonly state: MonthState;
  readonly named?: boolean;
}) {
  return (
    <svg
      class="month-glyph"
      viewBox="0 0 12 12"
      width="12"
      height="12"
      role={named ? 'img' : undefined}
      aria-label={named ? MONTH_WORDS[state] : undefined}
      aria-hidden={named ? undefined : 'true'}
    >
      <rect
        x="1"
        y="1"
        width="10"
        height="10"
        fill={state === 'sealed' ? 'currentColor' : 'none'}
        stroke="currentColor"
      />
      {state === 'held' && <path d="M1 1h10L1 11z" fill="currentColor" />}
    </svg>
  );
}
