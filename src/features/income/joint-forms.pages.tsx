import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { AttachmentsField } from '../../platform/views/attachments-field';
import { PostForm } from '../../platform/views/csrf-field';
import { ErrorSummary, FieldErrors, type FormState } from '../../platform/views/error-summary';
import { Control, Field, FormButtons } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** Paying owners what came for them. */
export interface PassingOnPageProps {
  readonly frame: OfficeFrameProps;
  /** Field names: paidOn, `amounts[<owner>]`, attachments. */
  readonly form: FormState;
  readonly action: string;
  readonly cancelHref: string;
  readonly owed: readonly { readonly owner: string; readonly owed: Fen }[];
}

/** The name under which an owner's box is posted. */
export function ownerField(owner: string): string {
  return `amounts[${owner}]`;
}

function OwedBoxes({ form, owed }: Pick<PassingOnPageProps, 'form' | 'owed'>) {
  return (
    <DataTable
      caption="要转付给各村的钱"
      class="entry-table"
      rows={owed}
      columns={[
        {
          head: '谁的',
          names: true,
          cell: (row) => <span id={`owner-${row.owner}`}>{row.owner}</span>,
          total: '合计',
        },
        {
          head: '还没转付',
          numeric: true,
          cell: (row) => <Money fen={row.owed} />,
          total: <Money fen={owed.reduce((sum, row) => sum + row.owed, 0n)} />,
        },
        {
          head: '这次转付',
          numeric: true,
          cell: (row) => (
            <>
              <Control
                form={form}
                name={ownerField(row.owner)}
                kind="number"
                labelledBy={`owner-${row.owner}`}
              />
              <FieldErrors form={form} name={ownerField(row.owner)} />
            </>
          ),
        },
      ]}
    />
  );
}

/** Each owner's box is filled with all that came for him. */
export function PassingOnPage({ form, ...page }: PassingOnPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          转付给各村<span class="hint">银行付出去的一笔，分给哪几家</span>
        </h1>
        <ErrorSummary form={form} />
        <PostForm action={page.action} entry>
          <Field form={form} name="paidOn" label={fieldLabel('paidOn')} kind="day" hint="照银行回单" />
          <OwedBoxes form={form} owed={page.owed} />
          <AttachmentsField form={form} label={fieldLabel('attachments')} />
          <FormButtons submit="入账" cancelHref={page.cancelHref} />
          <p class="small">
            会记一张凭证：借 应付款，贷
            银行存款。来的钱是各村的，不算这里的收入和支出；代管单位补给各村的税，付的是自己的钱。
          </p>
        </PostForm>
      </div>
    </OfficeFrame>
  );
}
