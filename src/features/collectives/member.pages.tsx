import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** One person, numbers masked, and what was entered of the person before. */
export interface MemberPageProps {
  readonly frame: OfficeFrameProps;
  readonly name: string;
  readonly number: number;
  readonly householdHref: string;
  readonly household: string;
  /** What holds now, or held last. */
  readonly facts: readonly { readonly word: string; readonly text: string }[];
  readonly history: readonly { readonly from: string; readonly why: string; readonly by: string }[];
  readonly reads: readonly {
    readonly at: string;
    readonly by: string;
    readonly field: string;
    readonly why: string;
  }[];
  /** A number just read in full, said once. */
  readonly shown: { readonly word: string; readonly number: string } | undefined;
  readonly form: FormState;
  readonly readFields: readonly Option[];
  readonly readAction: string;
  readonly changeHref: string | undefined;
  readonly leaveAction: string | undefined;
  readonly leavings: readonly Option[];
}

function Read({ page }: { page: MemberPageProps }) {
  return (
    <section>
      <h2>看完整号码</h2>
      {page.shown !== undefined && (
        <p class="said">
          {page.shown.word} <b>{page.shown.number}</b>
        </p>
      )}
      {page.readFields.length === 0 ? (
        <p>没有可看的号码。</p>
      ) : (
        <PostForm action={page.readAction}>
          <Field
            form={page.form}
            name="readField"
            label={fieldLabel('readField')}
            options={page.readFields}
          />
          <Field
            form={page.form}
            name="readWhy"
            label={fieldLabel('readWhy')}
            hint="如 核对发放清单；谁看过、看来做什么都会留下"
          />
          <FormButtons submit="看一次" />
        </PostForm>
      )}
      {page.reads.length > 0 && (
        <DataTable
          caption="谁看过"
          captionHidden={false}
          rows={page.reads}
          columns={[
            { head: '什么时候', narrow: true, cell: (row) => row.at },
            { head: '谁', names: true, cell: (row) => row.by },
            { head: '看了什么', cell: (row) => row.field },
            { head: '做什么用', cell: (row) => row.why },
          ]}
        />
      )}
    </section>
  );
}

function Leave({ page, action }: { page: MemberPageProps; action: string }) {
  return (
    <section>
      <h2>离开名册</h2>
      <PostForm action={action}>
        <Field form={page.form} name="leftWhy" label={fieldLabel('leftWhy')} options={page.leavings} />
        <Field
          form={page.form}
          name="fromDay"
          label={fieldLabel('fromDay')}
          kind="day"
          hint="不在名册上的第一天，如 2025-07-11"
        />
        <FormButtons submit="离开名册" />
      </PostForm>
    </section>
  );
}

/** A person of the list. */
export function MemberPage(page: MemberPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          {page.name}
          <span class="hint">
            {`第 ${page.number} 号　`}
            <a href={page.householdHref}>{page.household}</a>
          </span>
          {page.changeHref !== undefined && (
            <a class="button aside" href={page.changeHref}>
              改登记
            </a>
          )}
        </h1>
        <ErrorSummary form={page.form} />
        <DataTable
          caption="现在的登记"
          rows={page.facts}
          columns={[
            { head: '项目', names: true, cell: (row) => row.word },
            { head: '内容', cell: (row) => row.text },
          ]}
        />
        <Read page={page} />
        <section>
          <h2>登记过的</h2>
          <DataTable
            caption="登记过的"
            rows={page.history}
            columns={[
              { head: '从哪天起', narrow: true, names: true, cell: (row) => row.from },
              { head: '为什么', cell: (row) => row.why },
              { head: '谁登记的', cell: (row) => row.by },
            ]}
          />
        </section>
        {page.leaveAction !== undefined && <Leave page={page} action={page.leaveAction} />}
      </div>
    </OfficeFrame>
  );
}
