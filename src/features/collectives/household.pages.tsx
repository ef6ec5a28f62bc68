import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';
import { type IncomeRow, Incomes } from './household-incomes.pages';
import { Measures, type MeasuresProps } from './household-measures.pages';
import { Circumstances, type CircumstancesProps, type DatedRow } from './household-circumstances.pages';

/** Somebody of the household, numbers masked. */
export interface HouseholdPersonRow {
  readonly number: number;
  readonly name: string;
  readonly href: string;
  readonly relation: string;
  readonly sexAndAge: string;
  readonly identity: string;
  readonly labour: string;
  readonly belongs: string;
}

/** One household: its people, its standing, what it had. */
export interface HouseholdPageProps {
  readonly frame: OfficeFrameProps;
  readonly rosterHref: string;
  readonly title: string;
  readonly villageGroup: string;
  /** Groups entered after the first, in their order. */
  readonly groups: readonly { readonly group: string; readonly why: string; readonly on: string }[];
  readonly people: readonly HouseholdPersonRow[];
  readonly statuses: readonly DatedRow[];
  readonly incomes: readonly IncomeRow[];
  /** What the document says of it, each with its clause. */
  readonly tags: readonly { readonly says: string; readonly clause: string }[];
  /** The words of the document in force; empty where there is none. */
  readonly statusOptions: readonly Option[];
  readonly openStatuses: readonly Option[];
  /** How a status or a circumstance may end. */
  readonly ends: readonly Option[];
  readonly circumstances: CircumstancesProps;
  readonly measures: MeasuresProps;
  readonly form: FormState;
  /** Where things are entered; absent for who may only look. */
  readonly enters:
    | {
        readonly newMemberHref: string;
        readonly statusAction: string;
        readonly endAction: string;
        readonly circumstanceAction: string;
        readonly circumstanceEndAction: string;
        readonly measureAction: string;
        readonly measureWithdrawalAction: string;
        readonly incomeAction: string;
        readonly groupAction: string;
      }
    | undefined;
}

function People({ rows }: { rows: readonly HouseholdPersonRow[] }) {
  return (
    <DataTable
      caption="这一户的人"
      rows={rows}
      columns={[
        { head: '编号', narrow: true, cell: (row) => `${row.number}` },
        { head: '姓名', names: true, cell: (row) => <a href={row.href}>{row.name}</a> },
        { head: '与户主关系', cell: (row) => row.relation },
        { head: '性别、年龄', narrow: true, cell: (row) => row.sexAndAge },
        { head: '身份证号', narrow: true, cell: (row) => row.identity },
        { head: '劳动能力', cell: (row) => row.labour },
        { head: '成员', cell: (row) => row.belongs },
      ]}
    />
  );
}

function StatusForm({ page, action }: { page: HouseholdPageProps; action: string }) {
  return (
    <PostForm action={action}>
      <Field form={page.form} name="status" label={fieldLabel('status')} options={page.statusOptions} />
      <Field
        form={page.form}
        name="statusFrom"
        label={fieldLabel('statusFrom')}
        kind="day"
        hint="按这一天的文件的说法"
      />
      <Field
        form={page.form}
        name="statusPaper"
        label={fieldLabel('statusPaper')}
        hint="如 识别名单、公示和批复"
      />
      <FormButtons submit="登记身份" />
    </PostForm>
  );
}

function StatusEnd({ page, action }: { page: HouseholdPageProps; action: string }) {
  const { form, openStatuses } = page;
  return (
    <section>
      <h2>身份结束了</h2>
      <PostForm action={action}>
        <Field form={form} name="statusNumber" label={fieldLabel('statusNumber')} options={openStatuses} />
        <Field form={form} name="statusEnd" label={fieldLabel('statusEnd')} options={page.ends} />
        <Field form={form} name="endedOn" label={fieldLabel('endedOn')} kind="day" hint="登记错了的不用填" />
        <Field form={form} name="endPaper" label={fieldLabel('endPaper')} hint="如 退出公示和批复" />
        <FormButtons submit="结束这个身份" />
      </PostForm>
    </section>
  );
}

function Statuses({ page }: { page: HouseholdPageProps }) {
  return (
    <section>
      <h2>帮扶身份</h2>
      {page.statuses.length === 0 && <p>没有登记过。</p>}
      {page.statuses.length > 0 && (
        <DataTable
          caption="帮扶身份"
          rows={page.statuses}
          columns={[
            { head: '身份', names: true, cell: (row) => row.words },
            { head: '从哪天起', narrow: true, cell: (row) => row.from },
            { head: '到哪天止', cell: (row) => row.end ?? '现在还是' },
            { head: '依据', cell: (row) => row.paper },
          ]}
        />
      )}
      {page.enters !== undefined && <StatusForm page={page} action={page.enters.statusAction} />}
    </section>
  );
}

function GroupChange({ page, action }: { page: HouseholdPageProps; action: string }) {
  const isWrong = page.form.problems.some(({ field }) => field === 'villageGroup' || field === 'groupWhy');
  return (
    <details class="fold" open={isWrong}>
      <summary>村民小组不对、搬到别的组了</summary>
      {page.groups.map(({ group, why, on }) => (
        <p>
          {on} 改为“{group === '' ? '不分组' : group}”：{why}
        </p>
      ))}
      <PostForm action={action}>
        <Field
          form={page.form}
          name="villageGroup"
          label={fieldLabel('villageGroup')}
          hint="如 三组；没有就空着"
        />
        <Field form={page.form} name="groupWhy" label={fieldLabel('groupWhy')} hint="如 填错了、搬到三组了" />
        <FormButtons submit="改村民小组" />
      </PostForm>
    </details>
  );
}

/** A household. */
export function HouseholdPage(page: HouseholdPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          <a href={page.rosterHref}>成员名册</a>
          <span class="hint">{[page.title, page.villageGroup].filter((text) => text !== '').join('　')}</span>
          {page.enters !== undefined && (
            <a class="button aside" href={page.enters.newMemberHref}>
              添一口人
            </a>
          )}
        </h1>
        <ErrorSummary form={page.form} />
        {page.people.length === 0 ? <p>这一户现在没有人。</p> : <People rows={page.people} />}
        {page.tags.map(({ says, clause }) => (
          <p>
            <b>{says}</b>
            <small>{clause}</small>
          </p>
        ))}
        <Statuses page={page} />
        {page.enters !== undefined && page.openStatuses.length > 0 && (
          <StatusEnd page={page} action={page.enters.endAction} />
        )}
        <Measures form={page.form} of={page.measures} enters={page.enters} />
        <Circumstances form={page.form} of={page.circumstances} enters={page.enters} />
        <Incomes rows={page.incomes} form={page.form} action={page.enters?.incomeAction} />
        {page.enters !== undefined && <GroupChange page={page} action={page.enters.groupAction} />}
      </div>
    </OfficeFrame>
  );
}
