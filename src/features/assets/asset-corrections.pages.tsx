import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';
import { FundRows, type FundRowsProps } from './fund-rows.pages';

/** What was put right of an asset, and where more is. */
export interface CorrectionsProps {
  readonly rows: readonly {
    readonly enteredAt: string;
    readonly what: string;
    readonly before: string;
    readonly after: string;
    readonly why: string;
    readonly who: string;
  }[];
  /** Absent for those who only look. */
  readonly correctHref?: string;
}

/** What was put right; nothing where all stands as it was entered. */
export function CorrectionsSection({ rows, correctHref }: CorrectionsProps) {
  return (
    <>
      {rows.length > 0 && (
        <section>
          <h2>更正过的</h2>
          <DataTable
            caption="更正过的"
            rows={rows}
            columns={[
              { head: '改了什么', names: true, cell: (row) => row.what },
              { head: '原来', cell: (row) => row.before },
              { head: '现在', cell: (row) => row.after },
              { head: '为什么', cell: (row) => row.why },
              { head: '谁', cell: (row) => row.who },
              { head: '什么时候', narrow: true, cell: (row) => row.enteredAt },
            ]}
          />
        </section>
      )}
      {correctHref !== undefined && (
        <p>
          <a href={correctHref}>名称、原值或资金来源登记错了？更正</a>
        </p>
      )}
    </>
  );
}

/** What was entered, to be put right. */
export interface CorrectionFormPageProps extends FundRowsProps {
  readonly frame: OfficeFrameProps;
  /** Field names: those of the domain's CorrectionForm, its funds as in the form of a new asset. */
  readonly form: FormState;
  readonly action: string;
  readonly cancelHref: string;
  readonly assetName: string;
}

/** Name, cost and funds as they were entered; what is right stays. */
export function CorrectionFormPage(page: CorrectionFormPageProps) {
  const { form } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          更正资产登记<span class="hint">{page.assetName}</span>
        </h1>
        <ErrorSummary form={form} />
        <PostForm action={page.action} enterSubmits="更正" entry>
          <input type="hidden" name="basedOn" value={form.values.basedOn ?? ''} />
          <Field form={form} name="name" label={fieldLabel('name')} hint="有了凭证就不能改" />
          <Field
            form={form}
            name="cost"
            label={fieldLabel('cost')}
            kind="number"
            unit="元"
            hint="不含后来的改良；账上有了，只能改成和账上一样"
          />
          <FundRows {...page} />
          <Field form={form} name="why" label={fieldLabel('why')} hint="会和改前的一起留着" />
          <FormButtons submit="更正" cancelHref={page.cancelHref} />
        </PostForm>
      </div>
    </OfficeFrame>
  );
}
