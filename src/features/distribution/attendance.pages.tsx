import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, FieldErrors, type FormState } from '../../platform/views/error-summary';
import { Control, Field, FormButtons, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { type Column, DataTable } from '../../platform/views/table';
import { PlaceField } from './place-field.pages';

/** Somebody who is on a post in the month. */
export interface AttendanceRow {
  readonly appointmentId: string;
  readonly name: string;
  readonly post: string;
  /** The days he may have been on it; blank where they are all of the month. */
  readonly days: string;
  /** The most days that can be typed. */
  readonly most: string;
  readonly standard: string;
  /** What was entered; undefined while nothing was. How it was reckoned, where it is not the standard. */
  readonly entered:
    { readonly days: string; readonly reckoning: string | undefined; readonly amount: Fen } | undefined;
}

/** A month's sheet. */
export interface AttendancePageProps {
  readonly frame: OfficeFrameProps;
  readonly postsHref: string;
  readonly month: string;
  readonly months: readonly { readonly label: string; readonly href: string; readonly current: boolean }[];
  readonly rows: readonly AttendanceRow[];
  readonly total: Fen;
  /** How the sheet stands, in words. */
  readonly state: string;
  /** The voucher that owes it, or owed it. */
  readonly voucher: { readonly label: string; readonly href: string } | undefined;
  /** Field names: `days[ID]`, attendanceReason, bothWhy, basedOn, sheetId, claimId, acceptedOn, placeOf. */
  readonly form: FormState;
  /** The same, for what is said on top: of whose days each problem is. */
  readonly summary: FormState;
  /** What reasons whoever entered the sheet wrote, as sentences. */
  readonly reasons: readonly string[];
  /** Where days are entered; absent where nobody here may, or the month is owed. */
  readonly enterAction: string | undefined;
  readonly accept:
    | {
        readonly action: string;
        readonly sheetId: string;
        readonly claims: readonly Option[];
        /** The plans of years among what may pay it. */
        readonly years?: readonly { readonly label: string; readonly href: string }[];
      }
    | undefined;
  /** The reversed vouchers of other months whose place it may take, where that was asked. */
  readonly places: readonly Option[];
  /** Why whoever looks may not accept. */
  readonly barred: string | undefined;
}

/** So many people stand below one another on one screen; more stand in two columns. */
const ONE_COLUMN = 12;

function Owed({ entered }: { entered: AttendanceRow['entered'] }) {
  return entered === undefined ? null : <Money fen={entered.amount} />;
}

/** Everybody of the month on one screen: a line each, from thirteen on in two columns. */
function Grid({ page }: { page: AttendancePageProps }) {
  const { rows } = page;
  const half = rows.length > ONE_COLUMN ? Math.ceil(rows.length / 2) : rows.length;
  const parts = [rows.slice(0, half), rows.slice(half)].filter(({ length }) => length > 0);
  return (
    <div class="days">
      {parts.map((part, index) => (
        <Days page={page} rows={part} isLast={index === parts.length - 1} />
      ))}
    </div>
  );
}

/** Somebody's days: a box where they are entered. */
function DaysBox({ page, row }: { page: AttendancePageProps; row: AttendanceRow }) {
  if (page.enterAction === undefined) return <>{row.entered?.days ?? ''}</>;
  const name = `days[${row.appointmentId}]`;
  return (
    <>
      <span id={`for-${row.appointmentId}`} class="read-aloud">{`${row.name}在岗天数`}</span>
      <Control
        form={page.form}
        name={name}
        kind="number"
        suggestion={row.most}
        labelledBy={`for-${row.appointmentId}`}
        enterTakes
        first={row === page.rows[0]}
      />
      <FieldErrors form={page.form} name={name} />
    </>
  );
}

function Days(props: { page: AttendancePageProps; rows: readonly AttendanceRow[]; isLast: boolean }) {
  const { page, rows, isLast } = props;
  const days: Column<AttendanceRow> = {
    head: '在岗天数',
    numeric: true,
    cell: (row) => <DaysBox page={page} row={row} />,
  };
  const owed: Column<AttendanceRow> = {
    head: '应发（元）',
    numeric: true,
    cell: ({ entered }) => <Owed entered={entered} />,
    ...(isLast ? { total: <Money fen={page.total} /> } : {}),
  };
  return (
    <DataTable
      caption="考勤表"
      class="stacked dense"
      rows={rows}
      columns={[
        {
          head: '姓名',
          names: true,
          cell: (row) => (
            <>
              {row.name}
              <small>{[row.post, row.days].filter((word) => word !== '').join('　')}</small>
            </>
          ),
        },
        days,
        {
          head: '标准、算法',
          numeric: true,
          cell: ({ standard, entered }) => <small>{entered?.reckoning ?? standard}</small>,
        },
        owed,
      ]}
    />
  );
}

function Accept({ page: { form, accept, places } }: { page: AttendancePageProps }) {
  if (accept === undefined) return null;
  return (
    <section>
      <h2>验收</h2>
      {accept.claims.length === 0 ? (
        <p>没有定了、还有余额的年度计划或者岗位补贴方案。先定计划，再验收。</p>
      ) : (
        <PostForm action={accept.action}>
          <input type="hidden" name="sheetId" value={accept.sheetId} />
          <Field form={form} name="claimId" label={fieldLabel('claimId')} options={accept.claims} />
          <Field form={form} name="acceptedOn" label={fieldLabel('acceptedOn')} kind="day" />
          <PlaceField form={form} places={places} />
          {(accept.years ?? []).map(({ label, href }) => (
            <p>
              <a href={href}>{label}</a>
            </p>
          ))}
          <FormButtons submit="验收，记应付" />
          <p class="small">看过考勤、人和活都对，再验收。验收以后村里才欠这笔钱。</p>
        </PostForm>
      )}
    </section>
  );
}

/** The days as they are typed, and why where something asked. */
function Entry({ page, action }: { page: AttendancePageProps; action: string }) {
  const asks = (name: string): boolean => page.form.problems.some(({ field }) => field === name);
  return (
    <PostForm action={action} entry>
      <input type="hidden" name="basedOn" value={page.form.values.basedOn ?? ''} />
      <Grid page={page} />
      {asks('attendanceReason') && (
        <Field form={page.form} name="attendanceReason" label={fieldLabel('attendanceReason')} kind="area" />
      )}
      {asks('bothWhy') && <Field form={page.form} name="bothWhy" label={fieldLabel('bothWhy')} kind="area" />}
      <FormButtons submit="存考勤" />
      <p class="small">
        半天写 0.5，没有来写 0；空着的格按回车或 F4 填全月，按 ↓ 跳过。按月领的，应发 = 标准 ÷ 当月天数 ×
        在岗天数，四舍五入到分。
      </p>
    </PostForm>
  );
}

/** A month's attendance on one screen: a box each, what it comes to, and that another accepts it. */
export function AttendancePage(page: AttendancePageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          {`${page.month} 考勤`}
          <span class="hint">{page.state}</span>
        </h1>
        <nav class="tabs" aria-label="月份">
          <a href={page.postsHref}>公益性岗位</a>
          {page.months.map(({ label, href, current }) => (
            <a href={href} aria-current={current ? 'page' : undefined}>
              {label}
            </a>
          ))}
        </nav>
        <ErrorSummary form={page.summary} />
        {page.voucher !== undefined && (
          <p>
            <a href={page.voucher.href}>{page.voucher.label}</a>　要撤回，到这张凭证冲销，再重新填考勤。
          </p>
        )}
        {page.rows.length === 0 && <EmptyState sentence="这个月没有人在岗。" />}
        {page.rows.length > 0 && page.enterAction === undefined && <Grid page={page} />}
        {page.rows.length > 0 && page.enterAction !== undefined && (
          <Entry page={page} action={page.enterAction} />
        )}
        {page.reasons.map((sentence) => (
          <p class="small">{sentence}</p>
        ))}
        {page.barred !== undefined && <p>{page.barred}</p>}
        <Accept page={page} />
      </div>
    </OfficeFrame>
  );
}
