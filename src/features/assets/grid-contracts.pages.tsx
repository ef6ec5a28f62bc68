import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** A contract as it was entered. */
export interface GridContractRow {
  readonly number: string;
  readonly buyer: string;
  readonly seller: string;
  readonly signedOn: string;
  readonly firstOn: string;
  /** Null where it holds until it is ended. */
  readonly lastOn: string | null;
  readonly priceWords: string;
  readonly isInForce: boolean;
  /** Why it was entered wrongly; absent while it stands. */
  readonly withdrawn: string | undefined;
}

/** A station's contracts with the grid, the latest first. */
export interface GridContractsPageProps {
  readonly frame: OfficeFrameProps;
  readonly name: string;
  readonly assetHref: string;
  readonly filesHref: string;
  readonly rows: readonly GridContractRow[];
  /** Field names: those of the domain's GridContractForm. */
  readonly form: FormState;
  /** Where the form posts to; absent for those who only look. */
  readonly action?: string;
  /** Where the last one entered is said to be wrong; absent where none stands. */
  readonly withdrawAction?: string | undefined;
}

function Told({ rows }: Pick<GridContractsPageProps, 'rows'>) {
  if (rows.length === 0) return <p>还没有登记购售电合同。</p>;
  return (
    <DataTable
      caption="购售电合同"
      rows={rows}
      columns={[
        {
          head: '编号',
          names: true,
          cell: (row) => (
            <>
              {row.withdrawn === undefined ? row.number : <s>{row.number}</s>}
              {row.isInForce && <small>现在有效</small>}
              {row.withdrawn !== undefined && <small>{`已撤销：${row.withdrawn}`}</small>}
            </>
          ),
        },
        {
          head: '双方',
          cell: (row) => (
            <>
              {`购电 ${row.buyer}`}
              <small>{`售电 ${row.seller}`}</small>
            </>
          ),
        },
        {
          head: '起止',
          narrow: true,
          cell: (row) => (
            <>
              {row.firstOn}
              <small>{row.lastOn === null ? '到另行终止' : `到 ${row.lastOn}`}</small>
              <small>{`签订 ${row.signedOn}`}</small>
            </>
          ),
        },
        { head: '电价约定', cell: (row) => row.priceWords },
      ]}
    />
  );
}

function Entry({ form, action }: { form: FormState; action: string }) {
  return (
    <PostForm action={action} entry>
      <Field form={form} name="leaseNumber" label={fieldLabel('leaseNumber')} />
      <Field form={form} name="gridBuyer" label={fieldLabel('gridBuyer')} hint="如 国网某县供电公司" />
      <Field form={form} name="gridSeller" label={fieldLabel('gridSeller')} />
      <Field form={form} name="signedOn" label={fieldLabel('signedOn')} kind="day" />
      <Field form={form} name="firstOn" label={fieldLabel('firstOn')} kind="day" />
      <Field
        form={form}
        name="lastOn"
        label={fieldLabel('lastOn')}
        kind="day"
        hint="没有写期限的空着；同一天只有一份有效"
      />
      <Field
        form={form}
        name="priceWords"
        label={fieldLabel('priceWords')}
        kind="area"
        hint="照合同原话写；算电费用的是电站的电价记录"
      />
      <FormButtons submit="存" />
    </PostForm>
  );
}

/** What stands, a new one, and saying that the last was entered wrongly. */
export function GridContractsPage(page: GridContractsPageProps) {
  const { form } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          <a href={page.assetHref}>{page.name}</a>
          <span class="hint">购售电合同</span>
          <a class="aside" href={page.filesHref}>
            材料（合同扫描件）
          </a>
        </h1>
        <ErrorSummary form={form} />
        <Told rows={page.rows} />
        {page.action !== undefined && (
          <section>
            <h2>登记一份</h2>
            <Entry form={form} action={page.action} />
          </section>
        )}
        {page.withdrawAction !== undefined && (
          <section>
            <h2>最后登记的一份登记错了</h2>
            <PostForm action={page.withdrawAction} entry>
              <Field
                form={form}
                name="gridWithdrawn"
                label={fieldLabel('gridWithdrawn')}
                hint="原来的登记留着，划掉"
              />
              <FormButtons submit="撤销这份登记" />
            </PostForm>
          </section>
        )}
      </div>
    </OfficeFrame>
  );
}
