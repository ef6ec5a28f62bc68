import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, type Option } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { type GlyphState, StateChip } from '../../platform/views/state-glyph';
import { DataTable } from '../../platform/views/table';
import { Figure, type HeldFigure } from './held-figures.pages';

/** A published sheet in the office's list. */
export interface NoticeListRow {
  readonly href: string;
  readonly title: string;
  readonly number: string;
  readonly version: number;
  readonly publishedOn: string;
  readonly state: GlyphState;
  readonly stateWord: string;
  /** Where its days stand; blank of what holds no more. */
  readonly standing: string;
}

/** A sheet that was asked for: its figures, its sample, and the form that publishes it. */
export interface AskedSheet {
  readonly title: string;
  readonly sums: readonly { readonly name: string; readonly fen: Fen; readonly unit?: HeldFigure[2] }[];
  readonly rows: number;
  readonly sampleHref: string;
  /** Whether exactly this hangs already. */
  readonly isPublished: boolean;
  readonly version: number;
  /** What the address asked, carried on by the form. */
  readonly hidden: Readonly<Record<string, string>>;
  /** Absent for who may only look. */
  readonly action?: string | undefined;
}

/** Every sheet of a village: what can be published now, what hangs, what holds no more. */
export interface NoticeListPageProps {
  readonly frame: OfficeFrameProps;
  readonly askAction: string;
  readonly sheets: readonly Option[];
  readonly pools: readonly Option[];
  readonly form: FormState;
  readonly asked?: AskedSheet | undefined;
  /** What a sheet about one matter can be published about: corrections, resolutions. */
  readonly matters: readonly { readonly name: string; readonly href: string }[];
  /** Plans whose sheet can be published now. */
  readonly plans: readonly { readonly name: string; readonly href: string }[];
  readonly rows: readonly NoticeListRow[];
  readonly objectionsHref: string;
}

function Ask({ page }: { page: NoticeListPageProps }) {
  const { form } = page;
  return (
    <section>
      <h2>公示账上的事</h2>
      <form method="get" action={page.askAction} class="report-choice">
        <Field form={form} name="sheet" label={fieldLabel('sheet')} options={page.sheets} />
        <Field form={form} name="pool" label={fieldLabel('pool')} options={page.pools} />
        <Field form={form} name="sheetFrom" label={fieldLabel('sheetFrom')} kind="day" />
        <Field form={form} name="sheetTo" label={fieldLabel('sheetTo')} kind="day" />
        <div class="buttons">
          <button type="submit">看一看</button>
        </div>
      </form>
    </section>
  );
}

function Asked({ asked, form }: { asked: AskedSheet; form: FormState }) {
  const { hidden, action } = asked;
  return (
    <section>
      <h2>{asked.title}</h2>
      <dl class="facts">
        {asked.sums.map(({ name, fen, unit }) => (
          <>
            <dt>{name}</dt>
            <dd>
              <Figure fen={fen} unit={unit} />
            </dd>
          </>
        ))}
        <dt>明细</dt>
        <dd>{`${String(asked.rows)}条`}</dd>
      </dl>
      <p class="buttons">
        <a class="button" href={asked.sampleHref}>
          看样张（PDF）
        </a>
      </p>
      {asked.isPublished && <p class="word">这些内容已经公示了，账没有变，不用再发。</p>}
      {!asked.isPublished && action !== undefined && (
        <PostForm action={action} entry>
          {Object.entries(hidden).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <p>
            {asked.version > 1
              ? `同样的日子公示过，账后来变了：这次发的是第${String(asked.version)}版，旧的一版扫码会说已被更正。`
              : '发布后编号、生成二维码和公开页，内容从此不能改。'}
          </p>
          <Field
            form={form}
            name="displayedOn"
            label={fieldLabel('displayedOn')}
            kind="day"
            hint="贴上墙的那天，公示期从这天算起"
          />
          <div class="buttons">
            <button type="submit" class="primary">
              发布公示
            </button>
          </div>
        </PostForm>
      )}
    </section>
  );
}

function Offered({ heading, links }: { heading: string; links: NoticeListPageProps['plans'] }) {
  if (links.length === 0) return null;
  return (
    <section>
      <h2>{heading}</h2>
      <ul class="links">
        {links.map(({ name, href }) => (
          <li key={href}>
            <a href={href}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The list, newest first; above it what can be published now. */
export function NoticeListPage(page: NoticeListPageProps) {
  const { asked, plans, rows, form } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          公示
          <a class="aside" href={page.objectionsHref}>
            对公示的意见
          </a>
        </h1>
        <ErrorSummary form={form} />
        <Ask page={page} />
        {asked !== undefined && <Asked asked={asked} form={form} />}
        <Offered heading="可以公示的更正和决议" links={page.matters} />
        <Offered heading="等着公示的方案" links={plans} />
        <section>
          <h2>发布过的公示</h2>
          {rows.length === 0 ? (
            <EmptyState sentence="还没有发布过公示。" />
          ) : (
            <DataTable
              caption="发布过的公示"
              rows={rows}
              columns={[
                { head: '公示', names: true, cell: (row) => <a href={row.href}>{row.title}</a> },
                { head: '编号', narrow: true, cell: (row) => row.number },
                { head: '版', narrow: true, cell: (row) => `第${String(row.version)}版` },
                { head: '发布', narrow: true, cell: (row) => row.publishedOn },
                { head: '状态', cell: (row) => <StateChip state={row.state}>{row.stateWord}</StateChip> },
                { head: '公示期', cell: (row) => row.standing },
              ]}
            />
          )}
        </section>
      </div>
    </OfficeFrame>
  );
}
