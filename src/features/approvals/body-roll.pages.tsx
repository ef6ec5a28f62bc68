import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** Of how many people a body is today; without a size where nobody noted its roll. */
export interface HeldSize {
  readonly body: string;
  readonly size: number | undefined;
  readonly from: string;
  readonly paper: string;
}

/** A size that was noted. */
export interface NotedSize {
  readonly body: string;
  readonly size: number;
  readonly from: string;
  readonly paper: string;
  readonly noted: string;
}

/** The bodies as they are today, the form of another number, everything that was noted. */
export interface BodyRollPageProps {
  readonly frame: OfficeFrameProps;
  readonly held: readonly HeldSize[];
  readonly bodies: readonly Option[];
  /** Field names: rolledBody, rollSize, rollFrom, rollPaper. */
  readonly form: FormState;
  /** Absent for those who only look. */
  readonly action: string | undefined;
  /** The latest first. */
  readonly noted: readonly NotedSize[];
}

function Noting({ page, action }: { readonly page: BodyRollPageProps; readonly action: string }) {
  const { form } = page;
  return (
    <section>
      <h2>
        照名册登记<span class="hint">换届、补选、入社退社以后再登记一次</span>
      </h2>
      <ErrorSummary form={form} />
      <PostForm action={action} class="short-fields" entry>
        <Field form={form} name="rolledBody" label={fieldLabel('rolledBody')} options={page.bodies} />
        <Field form={form} name="rollSize" label={fieldLabel('rollSize')} kind="number" unit="人" />
        <Field form={form} name="rollFrom" label={fieldLabel('rollFrom')} kind="day" hint="今天或以前" />
        <Field
          form={form}
          name="rollPaper"
          label={fieldLabel('rollPaper')}
          hint="如 第十三届村民代表名册，镇里备案"
        />
        <FormButtons submit="登记" />
      </PostForm>
    </section>
  );
}

function Noted({ rows }: { readonly rows: readonly NotedSize[] }) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>登记过的</h2>
      <DataTable
        caption="登记过的"
        class="stacked"
        rows={rows}
        columns={[
          { head: '会议', names: true, cell: ({ body }) => body },
          { head: '人数', numeric: true, cell: ({ size }) => String(size) },
          { head: '从哪天起', narrow: true, cell: ({ from }) => from },
          { head: '名册', cell: ({ paper }) => paper },
          { head: '谁登记的', cell: ({ noted }) => noted },
        ]}
      />
    </section>
  );
}

/** What votes are counted against. */
export function BodyRollPage(page: BodyRollPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          会议名册<span class="hint">表决的应到人数照名册算，由镇里登记</span>
        </h1>
        <DataTable
          caption="现在各会议有多少人"
          class="stacked"
          rows={page.held}
          columns={[
            { head: '会议', names: true, cell: ({ body }) => body },
            {
              head: '名册上的人数',
              numeric: true,
              cell: ({ size }) => (size === undefined ? '没有登记' : `${String(size)}人`),
            },
            { head: '从哪天起', narrow: true, cell: ({ from }) => from },
            { head: '名册', cell: ({ paper }) => paper },
          ]}
        />
        {page.action !== undefined && <Noting page={page} action={page.action} />}
        <Noted rows={page.noted} />
        <p class="small">
          登记了的，会上填的应到人数必须和名册一样；没有登记的照会议记录填，镇里审核时会看到。
        </p>
      </div>
    </OfficeFrame>
  );
}
