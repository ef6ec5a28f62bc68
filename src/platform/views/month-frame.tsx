import type { ComponentChildren } from 'preact';
import type { Fen } from '../../domain/money/fen';
import type { Problem } from '../../domain/shared/problem';
import { CsrfField } from './csrf-field';
import { monthText } from './day-text';
import { Money } from './money';
import { KeyBar, OfficeFrame, type OfficeFrameProps } from './office-frame';
import { STATE_WORDS, StateGlyph, type GlyphState } from './state-glyph';
import { NarrowWaterfall, type WaterfallRow } from './waterfall';

/** What a task of the month is about; it gives the task its group and its name. */
export type MonthTaskKind =
  | 'settlement'
  | 'receipt'
  | 'rent'
  | 'income'
  | 'deduction'
  | 'plan'
  | 'grant'
  | 'depreciation'
  | 'recurring'
  | 'draft'
  | 'hold';

/** One thing to do in a month. */
export interface MonthTask {
  /** Its number, 1 to 9 (Alt and the number goes there) and above. */
  readonly key: number;
  readonly kind: MonthTaskKind;
  /** The asset, contract or plan it is about. */
  readonly subject?: string | undefined;
  readonly state: GlyphState;
  /** What was booked or is due. Without it the state's word stands there. */
  readonly amount?: Fen | undefined;
  /** What is missing, as a sentence of the glossary. */
  readonly note?: string | undefined;
  /** Numbers of the tasks it waits for. */
  readonly waitsFor?: readonly number[];
  readonly href?: string | undefined;
  readonly current?: boolean;
}

/** The running surplus of the pool, on receipts. */
export interface RunningSurplus {
  /** First month counted and the month shown. */
  readonly fromMonth: string;
  readonly throughMonth: string;
  readonly carried: Fen;
  /** Received before the month shown, and in it. */
  readonly receivedBefore: Fen;
  readonly receivedInMonth: Fen;
  readonly deducted: Fen;
  readonly distributable: Fen;
  readonly href?: string | undefined;
}

/** One thing that keeps the month open: which task, what is wrong, where to go. */
export interface MonthBlocker {
  readonly taskKey: number;
  readonly problem: Problem;
  readonly href?: string | undefined;
}

/** The work of one month, shown beside every form that belongs to it. */
export interface MonthWork {
  readonly month: string;
  readonly tasks: readonly MonthTask[];
  readonly surplus: RunningSurplus;
  readonly blockers: readonly MonthBlocker[];
  readonly sentence: (problem: Problem) => string;
  /** Where the month is held; absent when it is no longer open or the person may not. */
  readonly holdAction?: string | undefined;
}

const GROUPS: readonly { readonly name: string; readonly kinds: readonly MonthTaskKind[] }[] = [
  { name: '收钱', kinds: ['settlement', 'receipt', 'rent', 'income'] },
  { name: '付钱', kinds: ['deduction'] },
  { name: '分配', kinds: ['plan', 'grant'] },
  { name: '凭证', kinds: ['depreciation', 'recurring', 'draft'] },
  { name: '结账', kinds: ['hold'] },
];

function taskName(task: MonthTask, month: string): string {
  const subject = task.subject ?? '';
  const names: Readonly<Record<MonthTaskKind, string>> = {
    settlement: `${subject}结算单`,
    receipt: `${subject}到账`,
    rent: `${subject}租金`,
    income: subject,
    deduction: subject,
    plan: subject === '' ? '收益分配方案' : subject,
    grant: subject === '' ? '按方案列支' : subject,
    depreciation: '计提折旧',
    recurring: subject,
    draft: subject,
    hold: `${monthText(month)}结账`,
  };
  return names[task.kind];
}

function Task({ task, month }: { task: MonthTask; month: string }) {
  const name = taskName(task, month);
  const waits = task.waitsFor ?? [];
  return (
    <li class={`task task-${task.state}`}>
      <span class="task-mark">
        <StateGlyph state={task.state} named />
        {task.key}
      </span>
      {task.href === undefined ? (
        <span class="task-name">{name}</span>
      ) : (
        <a
          class="task-name"
          href={task.href}
          accessKey={task.key < 10 ? String(task.key) : undefined}
          aria-current={task.current ? 'page' : undefined}
        >
          {name}
        </a>
      )}
      <span class="task-aside">
        {task.amount === undefined ? (
          waits.length === 0 && STATE_WORDS[task.state]
        ) : (
          <Money fen={task.amount} />
        )}
      </span>
      {(task.note !== undefined || waits.length > 0) && (
        <small class="task-note">{task.note ?? `等第${waits.join('、')}项`}</small>
      )}
    </li>
  );
}

function Tasks({ work }: { work: MonthWork }) {
  const done = work.tasks.filter((task) => task.state === 'done').length;
  return (
    <nav class="tasks" aria-label="本月要做的事">
      <h2>
        {`${monthText(work.month)}要做的事`}
        <span class="hint">{`完成 ${done} 项，共 ${work.tasks.length} 项`}</span>
      </h2>
      {GROUPS.map((group) => {
        const tasks = work.tasks.filter((task) => group.kinds.includes(task.kind));
        return tasks.length === 0 ? null : (
          <section>
            <h3>{group.name}</h3>
            <ol>
              {tasks.map((task) => (
                <Task task={task} month={work.month} />
              ))}
            </ol>
          </section>
        );
      })}
    </nav>
  );
}

function surplusRows(surplus: RunningSurplus): WaterfallRow[] {
  const { fromMonth, throughMonth, carried, receivedBefore, receivedInMonth, deducted } = surplus;
  const before = Number(throughMonth.slice(5)) - 1;
  const first = Number(fromMonth.slice(5));
  const rows: WaterfallRow[] = [{ kind: 'carried', label: '上期结转', fen: carried }];
  if (fromMonth < throughMonth) {
    const label = first === before ? `${first}月到账` : `${first}至${before}月到账`;
    rows.push({ kind: 'in', label, fen: receivedBefore });
  }
  rows.push({ kind: 'in', label: `${monthText(throughMonth)}到账`, fen: receivedInMonth });
  rows.push({ kind: 'out', label: '必要费用', fen: deducted });
  rows.push({ kind: 'total', label: '现在可分配', fen: surplus.distributable });
  return rows;
}

function Blocker({ blocker, work }: { blocker: MonthBlocker; work: MonthWork }) {
  const task = work.tasks.find((candidate) => candidate.key === blocker.taskKey);
  return (
    <li>
      <StateGlyph state={task?.state ?? 'attention'} named />
      <div>
        <b>{`${blocker.taskKey}　${task === undefined ? '' : taskName(task, work.month)}`}</b>
        <p>
          {work.sentence(blocker.problem)}
          {blocker.href !== undefined && <a href={blocker.href}>去处理</a>}
        </p>
      </div>
    </li>
  );
}

function Hold({ work }: { work: MonthWork }) {
  if (work.holdAction === undefined) return null;
  const count = work.blockers.length;
  return (
    <form method="post" action={work.holdAction} class="hold">
      <CsrfField />
      <button type="submit" class={count === 0 ? 'primary' : 'waiting'} disabled={count > 0}>
        {`${monthText(work.month)}结账`}
      </button>
      <span class="hint">{count === 0 ? '结账后不再往这个月记账。' : `还有${count}件事没做完。`}</span>
    </form>
  );
}

function Side({ work }: { work: MonthWork }) {
  const { surplus, blockers } = work;
  return (
    <aside class="side" aria-label="收益和结账">
      <h2>
        收益<span class="hint">按到账算</span>
      </h2>
      <NarrowWaterfall rows={surplusRows(surplus)} />
      {surplus.href !== undefined && (
        <p class="small">
          <a href={surplus.href}>看每一笔</a>
        </p>
      )}
      {(work.holdAction !== undefined || blockers.length > 0) && (
        <section>
          <h2>{blockers.length === 0 ? '可以结账了' : `结账前还有${blockers.length}件事`}</h2>
          <ul class="blockers">
            {blockers.map((blocker) => (
              <Blocker blocker={blocker} work={work} />
            ))}
          </ul>
          <Hold work={work} />
        </section>
      )}
    </aside>
  );
}

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
}

const TASK_KEYS = [{ key: 'Alt 1…9', does: '跳到事项' }];
const ENTRY_KEYS = [
  { key: 'Enter', does: '下一格', script: true },
  { key: 'Shift Enter', does: '上一格', script: true },
  { key: 'Esc', does: '撤销这一格', script: true },
  { key: 'Ctrl Enter', does: '入账', script: true },
];
const SUGGESTION_KEYS = [{ key: 'F4', does: '采用灰字', script: true }];

/** Draws the three columns; on a phone the work comes first, then the surplus, then the tasks. */
export function MonthFrame({ frame, work, children, entry = false, suggests = false }: MonthFrameProps) {
  const keys = [
    ...(work?.tasks.some(({ href }) => href !== undefined) ? TASK_KEYS : []),
    ...(entry ? ENTRY_KEYS : []),
    ...(suggests ? SUGGESTION_KEYS : []),
  ];
  return (
    <OfficeFrame frame={frame}>
      <div class={work === undefined ? 'alone' : 'month-frame'}>
        {work !== undefined && <Tasks work={work} />}
        <div class="work">{children}</div>
        {work !== undefined && <Side work={work} />}
      </div>
      {keys.length > 0 && <KeyBar keys={keys} />}
    </OfficeFrame>
  );
}
