import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { fullDayText } from '../../platform/views/day-text';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, FieldErrors, type FormState } from '../../platform/views/error-summary';
import { Control } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** A household in the list. */
export interface RosterRow {
  readonly number: number;
  readonly href: string;
  /** The head's name; undefined where nobody is entered as head. */
  readonly head: string | undefined;
  readonly villageGroup: string;
  readonly people: number;
  /** The words of its statuses, and what the document says of it. */
  readonly statuses: readonly string[];
  readonly tags: readonly string[];
  readonly income: { readonly year: string; readonly perHead: Fen } | undefined;
}

/** Somebody who was looked for. */
export interface FoundRow {
  readonly name: string;
  readonly href: string;
  readonly identity: string;
  readonly household: string;
  readonly relation: string;
}

/** The list of a village's households. */
export interface RosterPageProps {
  readonly frame: OfficeFrameProps;
  readonly on: string;
  readonly households: number;
  readonly people: number;
  /** Of them, members of the collective. */
  readonly members: number;
  readonly rows: readonly RosterRow[];
  /** Pages of the list, where there is more than one. */
  readonly pages: readonly { readonly number: number; readonly href: string; readonly current: boolean }[];
  /** Where a household is entered; absent for who may only look. */
  readonly newHref: string | undefined;
  readonly postsHref: string;
  readonly owedHref: string;
  readonly shareRollHref: string;
  readonly reviewsHref: string;
  /** How many standings are to be looked at again by now. */
  readonly reviewsDue: number;
  /** Where a whole table comes in; absent for who may only look. */
  readonly importHref: string | undefined;
  readonly findAction: string;
  readonly form: FormState;
  /** Who was found; undefined where nobody was looked for. */
  readonly found: readonly FoundRow[] | undefined;
}

function Find({ page }: { page: RosterPageProps }) {
  return (
    <PostForm action={page.findAction} class="bank-day">
      <label>
        {fieldLabel('sought')} <Control form={page.form} name="sought" />
      </label>
      <button type="submit">找人</button>
      <span class="hint">写姓名或姓名的一部分，或者写全身份证号</span>
      <FieldErrors form={page.form} name="sought" />
    </PostForm>
  );
}

function Found({ rows }: { rows: readonly FoundRow[] }) {
  if (rows.length === 0) return <p>名册上没有找到这个人。</p>;
  return (
    <DataTable
      caption="找到的人"
      captionHidden={false}
      rows={rows}
      columns={[
        { head: '姓名', names: true, cell: (row) => <a href={row.href}>{row.name}</a> },
        { head: '身份证号', narrow: true, cell: (row) => row.identity },
        { head: '哪一户', cell: (row) => row.household },
        { head: '与户主关系', cell: (row) => row.relation },
      ]}
    />
  );
}

const INCOME = {
  head: '人均纯收入',
  numeric: true,
  cell: ({ income }: RosterRow) =>
    income === undefined ? (
      ''
    ) : (
      <>
        <Money fen={income.perHead} />
        <small>{`${income.year}年`}</small>
      </>
    ),
};

const TAGS = { head: '文件说的', cell: (row: RosterRow) => row.tags.join('；') };

/** The households; what is known of none of them has no column. */
function Households({ page }: { page: RosterPageProps }) {
  return (
    <DataTable
      caption="农户"
      rows={page.rows}
      columns={[
        { head: '户号', narrow: true, cell: (row) => `${row.number}` },
        {
          head: '户主',
          names: true,
          cell: (row) => <a href={row.href}>{row.head ?? '没有户主'}</a>,
        },
        { head: '村民小组', cell: (row) => row.villageGroup },
        { head: '人数', numeric: true, cell: (row) => `${row.people}` },
        { head: '帮扶身份', cell: (row) => row.statuses.join('、') },
        ...(page.rows.some(({ income }) => income !== undefined) ? [INCOME] : []),
        ...(page.rows.some(({ tags }) => tags.length > 0) ? [TAGS] : []),
      ]}
    />
  );
}

/** Who belongs to the village: households, how many people, and where to find one. */
export function RosterPage(page: RosterPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          成员名册
          <span class="hint">
            {`${fullDayText(page.on)}　${page.households} 户 ${page.people} 人，其中成员 ${page.members} 人`}
          </span>
          {page.newHref !== undefined && (
            <a class="button aside" href={page.newHref}>
              登记一户
            </a>
          )}
        </h1>
        <nav class="tabs" aria-label="名册">
          {page.importHref !== undefined && <a href={page.importHref}>导入花名册</a>}
          <a href={page.postsHref}>公益性岗位</a>
          <a href={page.owedHref}>还欠谁的</a>
          <a href={page.shareRollHref}>成员份额</a>
          <a href={page.reviewsHref}>
            {page.reviewsDue === 0 ? '身份复核' : `身份复核（到期 ${page.reviewsDue} 户）`}
          </a>
        </nav>
        <ErrorSummary form={page.form} />
        {page.households > 0 && <Find page={page} />}
        {page.found !== undefined && <Found rows={page.found} />}
        {page.households === 0 ? (
          <EmptyState
            sentence="名册上还没有人。"
            action={
              page.newHref === undefined ? undefined : { href: page.newHref, label: '从第一户开始登记。' }
            }
          />
        ) : (
          page.found === undefined && <Households page={page} />
        )}
        {page.found === undefined && page.pages.length > 1 && (
          <nav class="tabs" aria-label="页">
            {page.pages.map(({ number, href, current }) => (
              <a href={href} aria-current={current ? 'page' : undefined}>{`第${number}页`}</a>
            ))}
          </nav>
        )}
      </div>
    </OfficeFrame>
  );
}
