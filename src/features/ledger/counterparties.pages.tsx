import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, type Option } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** The register of counterparties, with the form to add one or to mend one. */
export interface CounterpartiesPageProps {
  readonly frame: OfficeFrameProps;
  readonly rows: readonly { readonly name: string; readonly kind: string; readonly editHref: string }[];
  readonly kinds: readonly Option[];
  readonly form: FormState;
  /** Absent for those who only look. */
  readonly action?: string | undefined;
  /** The one that is mended; absent while one is added. */
  readonly editing?: string | undefined;
}

/** Whom vouchers name: the list, and below it the form. */
export function CounterpartiesPage(page: CounterpartiesPageProps) {
  const { form, action } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          往来单位<span class="hint">凭证里只存编号，名称改了，以前的凭证也跟着显示新名称</span>
        </h1>
        {page.rows.length === 0 ? (
          <EmptyState sentence="还没有登记往来单位。" />
        ) : (
          <DataTable
            caption="往来单位"
            rows={page.rows}
            columns={[
              { head: '名称', names: true, cell: (row) => row.name },
              { head: '类别', cell: (row) => row.kind },
              {
                head: '要做什么',
                cell: (row) => (action === undefined ? '' : <a href={row.editHref}>修改</a>),
              },
            ]}
          />
        )}
        {action !== undefined && (
          <section>
            <h2>{page.editing === undefined ? '登记一个' : '修改'}</h2>
            <ErrorSummary form={form} />
            <PostForm action={action} entry>
              {page.editing !== undefined && <input type="hidden" name="id" value={page.editing} />}
              <Field form={form} name="name" label={fieldLabel('name')} />
              <Field form={form} name="kind" label={fieldLabel('kind')} options={page.kinds} />
              <div class="buttons">
                <button type="submit" class="primary">
                  {page.editing === undefined ? '登记' : '存'}
                </button>
              </div>
            </PostForm>
          </section>
        )}
      </div>
    </OfficeFrame>
  );
}
