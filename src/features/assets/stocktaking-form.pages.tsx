import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { ErrorSummary, FieldErrors, type FormState } from '../../platform/views/error-summary';
import { Control, Field, FormButtons, type Option } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** An asset that is asked for. */
export interface AskedAsset {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** What was found the last time, in words; empty where nobody looked. */
  readonly last: string;
}

/** All assets of a day in one form. */
export interface StocktakingFormPageProps {
  readonly frame: OfficeFrameProps;
  /** Field names: those of the domain's StocktakingForm. */
  readonly form: FormState;
  readonly action: string;
  readonly cancelHref: string;
  readonly assets: readonly AskedAsset[];
  readonly findings: readonly Option[];
  /** The day of the last one; absent where there was none. */
  readonly lastOn?: string | undefined;
  /** Rows for what is in no register. */
  readonly unlisted: readonly string[];
}

/** A box of a table, named by what stands at the head of its row or column. */
function Cell(props: { form: FormState; name: string; labelledBy: string; options?: readonly Option[] }) {
  const { form, name, labelledBy, options } = props;
  return (
    <>
      <Control
        form={form}
        name={name}
        labelledBy={labelledBy}
        {...(options === undefined ? {} : { options })}
      />
      <FieldErrors form={form} name={name} />
    </>
  );
}

function Asked({ page }: { page: StocktakingFormPageProps }) {
  const { form, lastOn } = page;
  return (
    <DataTable
      caption="要盘的资产"
      class="stacked"
      rows={page.assets}
      columns={[
        { head: '资产', names: true, cell: (row) => <span id={`asset-${row.id}`}>{row.name}</span> },
        { head: '种类', cell: (row) => row.kind },
        ...(lastOn === undefined ? [] : [{ head: `上次（${lastOn}）`, cell: (row: AskedAsset) => row.last }]),
        {
          head: fieldLabel('findings'),
          cell: (row) => (
            <Cell
              form={form}
              name={`findings[${row.id}]`}
              labelledBy={`asset-${row.id}`}
              options={page.findings}
            />
          ),
        },
        {
          head: <span id="remarks">情况</span>,
          word: '情况',
          cell: (row) => (
            <Cell form={form} name={`remarks[${row.id}]`} labelledBy={`asset-${row.id} remarks`} />
          ),
        },
      ]}
    />
  );
}

function Unlisted({ page }: { page: StocktakingFormPageProps }) {
  const { form } = page;
  return (
    <section>
      <h2>
        台账上没有的<span class="hint">看到了、没有登记的，一行写一处</span>
      </h2>
      <DataTable
        caption="台账上没有的"
        class="stacked"
        rows={page.unlisted}
        columns={[
          {
            head: <span id="unlisted">是什么</span>,
            word: '是什么',
            names: true,
            cell: (row) => <Cell form={form} name={`unlisted[${row}]`} labelledBy="unlisted" />,
          },
          {
            head: <span id="unlisted-remarks">在哪里、什么情况</span>,
            word: '地点、情况',
            cell: (row) => (
              <Cell form={form} name={`unlistedRemarks[${row}]`} labelledBy="unlisted-remarks" />
            ),
          },
        ]}
      />
    </section>
  );
}

/** One answer for each asset; what is not simply there is told in words. */
export function StocktakingFormPage(page: StocktakingFormPageProps) {
  const { form } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          登记盘点<span class="hint">{`${String(page.assets.length)} 处，每处都要有结果`}</span>
        </h1>
        <ErrorSummary form={form} />
        <PostForm action={page.action} entry>
          <Field
            form={form}
            name="countedOn"
            label={fieldLabel('countedOn')}
            kind="day"
            hint="那天以前已经处置的不用盘"
          />
          <Field
            form={form}
            name="countedBy"
            label={fieldLabel('countedBy')}
            hint="职务和姓名，如 会计 周敏"
          />
          <Field
            form={form}
            name="watchedBy"
            label={fieldLabel('watchedBy')}
            hint="监委会、村民代表或镇里的人"
          />
          <Asked page={page} />
          <Unlisted page={page} />
          <FormButtons submit="存盘点结果" cancelHref={page.cancelHref} />
        </PostForm>
      </div>
    </OfficeFrame>
  );
}
