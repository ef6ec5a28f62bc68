import { monthText } from './day-text';
import { Money } from './money';
import type { MonthTask, MonthTaskKind, MonthWork } from './month-work';
import { shortText } from './short-name';
import { STATE_WORDS, StateGlyph } from './state-glyph';

const GROUPS: readonly { readonly name: string; readonly kinds: readonly MonthTaskKind[] }[] = [
  { name: '收钱', kinds: ['settlement', 'receipt', 'rent', 'income'] },
  { name: '付钱', kinds: ['deduction'] },
  { name: '分配', kinds: ['plan', 'grant'] },
  { name: '凭证', kinds: ['depreciation', 'recurring', 'draft'] },
  { name: '资产', kinds: ['remedy'] },
  { name: '对账和结账', kinds: ['bank', 'hold'] },
];

/** In which group the page lists a kind of item, counted from the top. */
export function groupPlace(kind: MonthTaskKind): number {
  return GROUPS.findIndex(({ kinds }) => kinds.includes(kind));
}

/** A longer name of an asset or cost would fill the list by itself; its page shows it whole. */
const MOST_SIGNS = 18;

/** What the list calls an item, and its whole name where that is cut. */
export function TaskName({ task, month }: { readonly task: MonthTask; readonly month: string }) {
  const { subject = '' } = task;
  const short = shortText(subject, MOST_SIGNS);
  const name = taskName(task, short, month);
  return short === subject ? <>{name}</> : <span title={taskName(task, subject, month)}>{name}</span>;
}

function taskName(task: MonthTask, subject: string, month: string): string {
  const names: Readonly<Record<MonthTaskKind, string>> = {
    settlement: `${subject}结算单`,
    receipt: `${subject}到账`,
    rent: `${subject}租金`,
    income: subject,
    deduction: subject,
    plan: subject === '' ? '收益分配方案' : subject,
    grant: subject === '' ? '按方案列支' : subject,
    depreciation: `${subject}计提折旧`,
    remedy: `${subject}办法到期`,
    recurring: subject,
    draft: subject,
    bank: `${subject}对账`,
    hold: `${monthText(month)}结账`,
  };
  return names[task.kind];
}

/** Which items come first: a bank's line waits for its voucher, the closing for everything that is left. */
function waitText({ kind, waitsFor = [] }: MonthTask): string | undefined {
  if (waitsFor.length === 0) return undefined;
  return `等第${waitsFor.join('、')}项${kind === 'bank' ? '入账后再对' : ''}`;
}

/** A slip that whoever keeps the station enters: nothing the village has to do. */
function isAwaited({ kind, state }: MonthTask): boolean {
  return kind === 'settlement' && state === 'locked';
}

function Task({ task, month }: { task: MonthTask; month: string }) {
  const name = <TaskName task={task} month={month} />;
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
          waits.length === 0 && (isAwaited(task) ? '等镇里录' : STATE_WORDS[task.state])
        ) : (
          <>
            {task.kind === 'bank' && '差 '}
            <Money fen={task.amount} />
          </>
        )}
      </span>
      {(task.note !== undefined || waits.length > 0) && (
        <small class="task-note">{waitText(task) ?? task.note}</small>
      )}
    </li>
  );
}

/** The closing has no page of its own: it stands beside, with what is in its way. */
function leading(task: MonthTask, { holdAction, blockers }: MonthWork): MonthTask {
  const stands = holdAction !== undefined || blockers.length > 0;
  return task.kind === 'hold' && stands ? { ...task, href: '#closing' } : task;
}

/** The items of the month in their groups, on the left. */
export function Tasks({ work }: { work: MonthWork }) {
  const own = work.tasks.filter((task) => !isAwaited(task));
  const done = own.filter((task) => task.state === 'done').length;
  return (
    <nav class="tasks" aria-label="本月要做的事">
      <h2>
        {`${monthText(work.month)}要做的事`}
        <span class="hint">{`完成 ${done} 项，共 ${own.length} 项`}</span>
      </h2>
      {GROUPS.map((group) => {
        const tasks = work.tasks.filter((task) => group.kinds.includes(task.kind));
        return tasks.length === 0 ? null : (
          <section>
            <h3>{group.name}</h3>
            <ol>
              {tasks.map((task) => (
                <Task task={leading(task, work)} month={work.month} />
              ))}
            </ol>
          </section>
        );
      })}
    </nav>
  );
}
