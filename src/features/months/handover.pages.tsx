import type { Fen } from '../../domain/money/fen';
import type { Handover } from '../../domain/months/handover';
import { fieldLabel } from '../../glossary/terms';
import { CheckList, type CheckView } from '../../platform/views/check-result';
import { fullDayText } from '../../platform/views/day-text';
import { EmptyState } from '../../platform/views/empty-state';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** Every handover of a village. */
export interface HandoverListPageProps {
  readonly frame: OfficeFrameProps;
  readonly rows: readonly {
    readonly on: string;
    readonly href: string;
    readonly post: string;
    readonly handedBy: string;
    readonly takenBy: string;
    readonly watchedBy: string;
  }[];
  /** Absent for those who only look. */
  readonly newHref: string | undefined;
}

/** Who handed what to whom, the latest first. */
export function HandoverListPage({ frame, rows, newHref }: HandoverListPageProps) {
  return (
    <OfficeFrame frame={frame}>
      <div class="alone wide">
        <h1>
          移交<span class="hint">换会计、出纳、村干部时，把账和东西交清楚</span>
          {newHref !== undefined && (
            <a class="button aside" href={newHref}>
              办移交
            </a>
          )}
        </h1>
        {rows.length === 0 ? (
          <EmptyState sentence="还没有办过移交。" />
        ) : (
          <DataTable
            caption="移交"
            class="stacked"
            rows={rows}
            columns={[
              {
                head: '日期和岗位',
                names: true,
                cell: (row) => <a href={row.href}>{`${row.on} ${row.post}`}</a>,
              },
              { head: '交出人', cell: (row) => row.handedBy },
              { head: '接收人', cell: (row) => row.takenBy },
              { head: '监交人', cell: (row) => row.watchedBy },
            ]}
          />
        )}
      </div>
    </OfficeFrame>
  );
}

interface ToldLine {
  readonly name: string;
  readonly said: string;
  readonly amount: Fen | undefined;
}

/** A thing that reads otherwise than it was handed over. */
export interface ChangedRow {
  readonly part: string;
  readonly name: string;
  /** Undefined where it came later, or is there no more. */
  readonly before: ToldLine | undefined;
  readonly after: ToldLine | undefined;
}

/** A handover as it was kept, and what changed since. */
export interface HandoverPageProps {
  readonly frame: OfficeFrameProps;
  readonly handover: Handover & { readonly digest: string };
  readonly listHref: string;
  readonly sheetHref: string;
  readonly workbookHref: string;
  /** Where the signed sheet is kept; undefined for those who may not see it. */
  readonly filesHref: string | undefined;
  readonly parts: readonly {
    readonly name: string;
    readonly said: string;
    readonly lines: readonly ToldLine[];
  }[];
  readonly papers: readonly string[];
  /** What the document of the day says of it. */
  readonly checks: readonly CheckView[];
  /** What was booked or entered afterwards for that day or an earlier one. */
  readonly late: readonly ChangedRow[];
  /** What reads otherwise today. */
  readonly since: readonly ChangedRow[];
}

function Told({ line, otherwise }: { line: ToldLine | undefined; otherwise: string }) {
  if (line === undefined) return <>{otherwise}</>;
  if (line.amount === undefined) return <>{line.said}</>;
  return <Money fen={line.amount} />;
}

function Changes({ rows, caption }: { rows: readonly ChangedRow[]; caption: string }) {
  return (
    <DataTable
      caption={caption}
      rows={rows}
      columns={[
        {
          head: '哪一项',
          names: true,
          cell: (row) => (
            <>
              {row.name}
              <small>{row.part}</small>
            </>
          ),
        },
        { head: '移交时', numeric: true, cell: (row) => <Told line={row.before} otherwise="没有" /> },
        { head: '现在', numeric: true, cell: (row) => <Told line={row.after} otherwise="没有了" /> },
      ]}
    />
  );
}

function Since({ page }: { page: HandoverPageProps }) {
  return (
    <section>
      <h2>移交以后</h2>
      {page.late.length === 0 ? (
        <p>移交那天的数，账上到现在没有再改过。</p>
      ) : (
        <>
          <p class="verdict is-wrong">{`移交以后又补记、改过那天或以前的账，有 ${String(page.late.length)} 项和交的时候不一样：`}</p>
          <Changes rows={page.late} caption="移交那天的数，后来改了" />
        </>
      )}
      {page.since.length > 0 && (
        <details>
          <summary>{`和今天比，有 ${String(page.since.length)} 项变了`}</summary>
          <Changes rows={page.since} caption="和今天比" />
        </details>
      )}
    </section>
  );
}

function Part({ part }: { part: HandoverPageProps['parts'][number] }) {
  return (
    <section>
      <h2>
        {part.name}
        <span class="hint">{part.said}</span>
      </h2>
      {part.lines.length > 0 && (
        <DataTable
          caption={part.name}
          rows={part.lines}
          columns={[
            {
              head: '项目',
              names: true,
              cell: (row) => (
                <>
                  {row.name}
                  {row.amount !== undefined && row.said !== '' && <small>{row.said}</small>}
                </>
              ),
            },
            {
              head: '数',
              numeric: true,
              cell: (row) => (row.amount === undefined ? row.said : <Money fen={row.amount} />),
            },
          ]}
        />
      )}
    </section>
  );
}

function Links({ page }: { page: HandoverPageProps }) {
  return (
    <p>
      <a href={page.workbookHref}>下载（.xlsx）</a>　<a href={page.listHref}>历次移交</a>
      {'　'}
      {page.filesHref !== undefined && <a href={page.filesHref}>签了字的移交表</a>}
    </p>
  );
}

/** Who handed over, what changed since, and everything as it was. */
export function HandoverPage(page: HandoverPageProps) {
  const { handover } = page;
  const people = ['handedBy', 'takenBy', 'handoverWatchedBy'] as const;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          {`${handover.post}移交`}
          <span class="hint">{`截至${fullDayText(handover.handedOn)}`}</span>
          <a class="button aside" href={page.sheetHref}>
            打印移交表
          </a>
        </h1>
        <Links page={page} />
        <dl class="facts">
          {people.map((name) => (
            <>
              <dt>{fieldLabel(name)}</dt>
              <dd>{handover[name]}</dd>
            </>
          ))}
          {handover.handoverRemark !== '' && (
            <>
              <dt>{fieldLabel('handoverRemark')}</dt>
              <dd>{handover.handoverRemark}</dd>
            </>
          )}
          <dt>校验码</dt>
          <dd>{handover.digest.slice(0, 16)}</dd>
        </dl>
        {page.checks.length > 0 && <CheckList checks={page.checks} />}
        <Since page={page} />
        {page.parts.map((part) => (
          <Part part={part} />
        ))}
        <section>
          <h2>{fieldLabel('papers')}</h2>
          <ol>
            {page.papers.map((text) => (
              <li>{text}</li>
            ))}
          </ol>
        </section>
      </div>
    </OfficeFrame>
  );
}
