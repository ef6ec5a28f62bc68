import type { ComponentChildren } from 'preact';
import { Booked } from './month-booked';
import { Side } from './month-side';
import { Tasks } from './month-tasks';
import type { MonthWork } from './month-work';
import { KeyBar, OfficeFrame, type OfficeFrameProps } from './office-frame';

/**
 * An entry form of a month, or its front page: tasks left, the work in the middle, the running surplus right.
 */
export interface MonthFrameProps {
  readonly frame: OfficeFrameProps;
  /** The month's work. Without it the page stands alone in one column. */
  readonly work?: MonthWork | undefined;
  readonly children: ComponentChildren;
  /** An entry form stands in the middle: its keys are listed at the foot. */
  readonly entry?: boolean;
  /** Some of its boxes show a value in grey that F4 takes. */
  readonly suggests?: boolean;
  /** Its boxes stand in a column that can be pasted from a spreadsheet. */
  readonly column?: boolean;
  /** What is typed is kept while it is typed. */
  readonly kept?: boolean;
}

const TASK_KEYS = [{ key: 'Alt 1…0', does: '跳到事项，0 是结账' }];
/** There are nine digits beside the closing's: by these any item is reached. */
const NEXT_TASK_KEYS = [
  { key: 'Alt ↓ ↑', does: '下一项、上一项（第 10 项往后也这样走），Enter 打开', script: true, aside: true },
];
const ENTRY_KEYS = [
  { key: 'Enter', does: '下一格', script: true },
  { key: 'Shift Enter', does: '上一格', script: true },
  { key: 'Esc', does: '撤销这一格', script: true },
  { key: 'Ctrl Enter', does: '入账', script: true },
];
const SUGGESTION_KEYS = [{ key: 'F4', does: '采用灰字，没有灰字就照上月', script: true }];
const KEPT_KEYS = [{ key: 'Ctrl S', does: '存草稿', script: true, aside: true }];
const COLUMN_KEYS = [
  { key: 'Ctrl V', does: '从表格粘贴一列', script: true },
  { key: 'Tab', does: '下一格，也走到按钮和链接', aside: true },
];

/** Draws the three columns; on a phone the work comes first, then the surplus, then the tasks. */
export function MonthFrame(props: MonthFrameProps) {
  const { frame, work, children, entry = false, suggests = false, column = false, kept = column } = props;
  const keys = [
    ...(work?.tasks.some(({ href }) => href !== undefined) ? [...TASK_KEYS, ...NEXT_TASK_KEYS] : []),
    ...(entry ? ENTRY_KEYS : []),
    ...(suggests ? SUGGESTION_KEYS : []),
    ...(kept ? KEPT_KEYS : []),
    ...(column ? COLUMN_KEYS : []),
  ];
  return (
    <OfficeFrame frame={frame}>
      <div class={work === undefined ? 'alone' : 'month-frame'}>
        {work !== undefined && <Tasks work={work} />}
        <div class="work">
          {children}
          <Booked work={work} isShown={column} />
        </div>
        {work !== undefined && <Side work={work} />}
      </div>
      {keys.length > 0 && <KeyBar keys={keys} />}
    </OfficeFrame>
  );
}
