import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, FieldErrors, type FormState } from '../../platform/views/error-summary';
import { Control, Field, type Option } from '../../platform/views/field';
import { KeptFormButtons } from '../../platform/views/kept-form-buttons';
import { EntryQuestions, type QuestionRow } from '../../platform/views/question-field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { ScrollBox } from '../../platform/views/table';

/** The lists a contract's form chooses from. */
export interface LeaseChoices {
  readonly assets: readonly Option[];
  readonly rentTypes: readonly Option[];
  readonly units: readonly Option[];
  readonly paidEvery: readonly Option[];
  readonly dueRules: readonly Option[];
  readonly roundings: readonly Option[];
  /** For whom promised work is. */
  readonly linkageFor: readonly Option[];
}

/** A contract to be entered. */
export interface LeaseFormPageProps {
  readonly frame: OfficeFrameProps;
  /** Field names: those of the domain's LeaseForm, its later rents as `steps[i][from]`, `steps[i][rent]`. */
  readonly form: FormState;
  readonly action: string;
  readonly cancelHref: string;
  readonly newAssetHref: string;
  readonly choices: LeaseChoices;
  readonly stepRows: number;
  /** Rows of `freeDays[i][from]`, `freeDays[i][to]`. */
  readonly freeRows: number;
  /** What the document in force asks of a contract that is signed. */
  readonly matters: readonly QuestionRow[];
}

function Parties({ page: { form, choices } }: { page: LeaseFormPageProps }) {
  return (
    <>
      <Field form={form} name="leaseNumber" label={fieldLabel('leaseNumber')} hint="照合同上的编号" />
      <Field form={form} name="assetId" label={fieldLabel('assetId')} options={choices.assets} />
      <Field form={form} name="leasedPart" label={fieldLabel('leasedPart')} hint="整个租出去就不填" />
      <Field form={form} name="tenant" label={fieldLabel('tenant')} hint="照合同上的名称，不写号码" />
      <Field form={form} name="signedOn" label={fieldLabel('signedOn')} kind="day" hint="如 2025-06-20" />
      <Field form={form} name="firstOn" label={fieldLabel('firstOn')} kind="day" hint="含当天" />
      <Field form={form} name="lastOn" label={fieldLabel('lastOn')} kind="day" hint="含当天" />
    </>
  );
}

function Rent({ page }: { page: LeaseFormPageProps }) {
  const { form, choices } = page;
  return (
    <fieldset>
      <legend>租金</legend>
      <Field form={form} name="rentType" label={fieldLabel('rentType')} options={choices.rentTypes} />
      <Field
        form={form}
        name="rent"
        label={fieldLabel('rent')}
        kind="number"
        hint="固定租金填元，如 12000.00；按比例填 6%"
      />
      <Field
        form={form}
        name="perMonths"
        label={fieldLabel('perMonths')}
        options={choices.units}
        hint="固定租金要填"
      />
      <Field
        form={form}
        name="fund"
        label={fieldLabel('fund')}
        kind="number"
        unit="元"
        hint="委托经营要填；不是就空着"
      />
      <Steps page={page} />
      <FreeDays page={page} />
      <Field
        form={form}
        name="growth"
        label={fieldLabel('growth')}
        kind="number"
        hint="如 3%；不递增就空着"
      />
      <Field
        form={form}
        name="growthRounding"
        label={fieldLabel('growthRounding')}
        options={choices.roundings}
      />
    </fieldset>
  );
}

function Steps({ page: { form, stepRows: rows } }: { page: LeaseFormPageProps }) {
  const columns = [
    { key: 'from', head: '从哪天起', kind: 'day' },
    { key: 'rent', head: '租金或比例', kind: 'number' },
  ] as const;
  const note = '以后改租金的，写从哪天起；不改就空着。';
  return <TypedRows form={form} of={{ name: 'steps', label: '以后的租金', note, rows, columns }} />;
}

function FreeDays({ page: { form, freeRows: rows } }: { page: LeaseFormPageProps }) {
  const columns = [
    { key: 'from', head: '免租从哪天起', kind: 'day' },
    { key: 'to', head: '到哪天', kind: 'day' },
  ] as const;
  const note = '约定了免租的，写第一天和最后一天，过后照原来的租金算；没有就空着。';
  return <TypedRows form={form} of={{ name: 'freeDays', label: '免租', note, rows, columns }} />;
}

interface RowsToType {
  readonly name: string;
  readonly label: string;
  readonly note: string;
  readonly rows: number;
  readonly columns: readonly {
    readonly key: string;
    readonly head: string;
    readonly kind: 'day' | 'number';
  }[];
}

/** Rows of a table that is typed, each cell `name[i][key]`. */
function TypedRows({ form, of: { name, label, note, rows, columns } }: { form: FormState; of: RowsToType }) {
  const indexes = Array.from({ length: rows }, (_, index) => `${name}[${String(index)}]`);
  return (
    <ScrollBox label={label}>
      <p class="small">{note}</p>
      <table class="data entry-table">
        <caption class="read-aloud">{label}</caption>
        <thead>
          <tr>
            {columns.map(({ key, head, kind }) => (
              <th scope="col" id={`${name}-${key}`} class={kind === 'number' ? 'n' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {indexes.map((row) => (
            <tr>
              {columns.map(({ key, kind }) => (
                <td>
                  <Control form={form} name={`${row}[${key}]`} kind={kind} labelledBy={`${name}-${key}`} />
                  <FieldErrors form={form} name={`${row}[${key}]`} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Paying({ page: { form, choices } }: { page: LeaseFormPageProps }) {
  return (
    <fieldset>
      <legend>什么时候付</legend>
      <Field form={form} name="everyMonths" label={fieldLabel('everyMonths')} options={choices.paidEvery} />
      <Field form={form} name="dueRule" label={fieldLabel('dueRule')} options={choices.dueRules} />
      <Field
        form={form}
        name="dueDays"
        label={fieldLabel('dueDays')}
        kind="number"
        unit="天"
        hint="当天付的不填"
      />
      <Field form={form} name="dueDate" label={fieldLabel('dueDate')} hint="每年定在一天付的，如 06-30" />
    </fieldset>
  );
}

function Besides({ page: { form, choices } }: { page: LeaseFormPageProps }) {
  return (
    <fieldset>
      <legend>另外</legend>
      <Field
        form={form}
        name="deposit"
        label={fieldLabel('deposit')}
        kind="number"
        unit="元"
        hint="收到时在合同的页面上记"
      />
      <Field form={form} name="jobs" label={fieldLabel('jobs')} kind="number" unit="人" hint="对方承诺的" />
      <Field form={form} name="wages" label={fieldLabel('wages')} kind="number" unit="元" hint="对方承诺的" />
      <Field
        form={form}
        name="linkageFor"
        label={fieldLabel('linkageFor')}
        options={choices.linkageFor}
        hint="承诺了用工、工资才选"
      />
      <Field
        form={form}
        name="remarks"
        label={fieldLabel('remarks')}
        kind="area"
        hint="不写身份证号、手机号"
      />
    </fieldset>
  );
}

/** A village whose register has nothing that earns: there is nothing yet to let. */
function NothingToLet({ page }: { page: LeaseFormPageProps }) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>登记合同</h1>
        <EmptyState
          sentence="台账里还没有能出租、能委托经营的资产，先登记资产，再登记合同。"
          action={{ href: page.newAssetHref, label: '登记资产' }}
        />
      </div>
    </OfficeFrame>
  );
}

/** A contract as it was signed; what it makes due follows from it. */
export function LeaseFormPage(page: LeaseFormPageProps) {
  if (page.choices.assets.length === 0) return <NothingToLet page={page} />;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          登记合同<span class="hint">把资产租出去，或者委托别人经营</span>
        </h1>
        <ErrorSummary form={page.form} />
        <PostForm action={page.action} entry tryOut="keep">
          <Parties page={page} />
          <Rent page={page} />
          <Paying page={page} />
          <Besides page={page} />
          <EntryQuestions form={page.form} questions={page.matters} />
          <KeptFormButtons submit="登记" cancelHref={page.cancelHref} keptAt={page.form.keptAt} />
          <p class="small">登记以后不能改；以后改租金、提前结束、续租，在合同页上写变更。</p>
        </PostForm>
      </div>
    </OfficeFrame>
  );
}
