import type { Fen } from '../../domain/money/fen';
import { fieldLabel, labelOf } from '../../glossary/terms';
import { Citation, type Clause } from '../../platform/views/citation';
import { PostForm } from '../../platform/views/csrf-field';
import { ErrorSummary, fieldProblems, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** What a post paid from a month on. */
export interface StandardRow {
  readonly from: string;
  readonly amount: Fen;
  readonly every: string;
  readonly paper: string;
  /** The reasons that were given, each with its question. */
  readonly reasons: readonly string[];
}

/** Somebody who is or was on the post. */
export interface AppointmentRow {
  readonly name: string;
  readonly href: string;
  readonly days: string;
  readonly shown: string;
  readonly agreement: string;
  /** How it stands: on the post, to come, over, or why he left. */
  readonly state: string;
  readonly reasons: readonly string[];
}

/** For how many a post is from a day on. */
export interface SeatsRow {
  readonly from: string;
  readonly seats: number;
  readonly why: string;
  readonly paper: string;
}

/** A post. */
export interface PostPageProps {
  readonly frame: OfficeFrameProps;
  readonly postsHref: string;
  readonly title: string;
  readonly facts: readonly { readonly word: string; readonly text: string }[];
  readonly standards: readonly StandardRow[];
  readonly seatChanges: readonly SeatsRow[];
  /** Who is on it though he may not be, or left before days that are owed, as sentences. */
  readonly warnings: readonly string[];
  readonly appointments: readonly AppointmentRow[];
  readonly everyOptions: readonly Option[];
  /** Those who are on the post or will be. */
  readonly onPost: readonly Option[];
  readonly leavings: readonly Option[];
  /** That the document in force names no bound of the pay; undefined where it says nothing of that. */
  readonly openWage: { readonly says: string; readonly clause: Clause } | undefined;
  /** What the region asks, in words. */
  readonly terms: string;
  /** How a pay by the day is compared, in words. */
  readonly dayPay: string;
  readonly form: FormState;
  /** Absent for who may only look. */
  readonly enters:
    | {
        readonly standardAction: string;
        readonly appointAction: string;
        readonly leaveAction: string;
        readonly seatsAction: string;
      }
    | undefined;
}

/** A box for each reason that was asked, or that stands there already. */
function Questions({ form, of }: { form: FormState; of: readonly string[] }) {
  const asked = of.filter((question) => {
    const name = `postReasons[${question}]`;
    return fieldProblems(form, name).length > 0 || (form.values[name] ?? '') !== '';
  });
  return (
    <>
      {asked.map((question) => (
        <Field
          form={form}
          name={`postReasons[${question}]`}
          label={labelOf(`postQuestion.${question}`)}
          kind="area"
        />
      ))}
    </>
  );
}

/** Whether what was typed is another number of seats: a reason that is asked stands with what it is about. */
function isOfSeats(form: FormState): boolean {
  return (form.values['seatsFrom'] ?? '') !== '';
}

function SetStandard({ page, action }: { page: PostPageProps; action: string }) {
  return (
    <PostForm action={action}>
      <Field
        form={page.form}
        name="standardFrom"
        label={fieldLabel('standardFrom')}
        kind="month"
        hint="如 2025-07"
      />
      <Field
        form={page.form}
        name="paidEvery"
        label={fieldLabel('paidEvery')}
        options={page.everyOptions}
        hint={page.dayPay}
      />
      <Field
        form={page.form}
        name="standardAmount"
        label={fieldLabel('standardAmount')}
        kind="number"
        unit="元"
      />
      <Field
        form={page.form}
        name="standardPaper"
        label={fieldLabel('standardPaper')}
        hint="如 村民代表会议决议"
      />
      <Questions form={page.form} of={['document', 'heavier', 'unlikePay', 'muchPay']} />
      <FormButtons submit="定标准" />
    </PostForm>
  );
}

function Standards({ page }: { page: PostPageProps }) {
  return (
    <section>
      <h2>补贴标准</h2>
      {page.openWage !== undefined && (
        <>
          <p>{page.openWage.says}</p>
          <Citation clause={page.openWage.clause} />
        </>
      )}
      {page.standards.length === 0 && <p>还没有定标准，没有标准不能领补贴。</p>}
      {page.standards.length > 0 && (
        <DataTable
          caption="补贴标准"
          rows={page.standards}
          columns={[
            { head: '从哪个月起', names: true, cell: (row) => row.from },
            { head: '元', numeric: true, cell: (row) => <Money fen={row.amount} /> },
            { head: '按什么算', cell: (row) => row.every },
            { head: '依据', cell: (row) => row.paper },
            { head: '写下的理由', cell: (row) => row.reasons.join('；') },
          ]}
        />
      )}
      {page.enters !== undefined && <SetStandard page={page} action={page.enters.standardAction} />}
    </section>
  );
}

function Appointments({ page }: { page: PostPageProps }) {
  return (
    <section>
      <h2>谁在岗</h2>
      {page.appointments.length === 0 && <p>还没有聘人。</p>}
      {page.appointments.length > 0 && (
        <DataTable
          caption="谁在岗"
          rows={page.appointments}
          columns={[
            { head: '姓名', names: true, cell: (row) => <a href={row.href}>{row.name}</a> },
            { head: '聘期', cell: (row) => row.days },
            { head: '现在', cell: (row) => row.state },
            { head: '公示', cell: (row) => row.shown },
            { head: '协议', cell: (row) => row.agreement },
            { head: '写下的理由', cell: (row) => row.reasons.join('；') },
          ]}
        />
      )}
      {page.enters !== undefined && <Appoint page={page} action={page.enters.appointAction} />}
    </section>
  );
}

function Appoint({ page: { form, terms }, action }: { page: PostPageProps; action: string }) {
  return (
    <PostForm action={action}>
      <Field
        form={form}
        name="appointee"
        label={fieldLabel('appointee')}
        hint="写名册上的全名；同名的写成员编号"
      />
      <Field form={form} name="shownFrom" label={fieldLabel('shownFrom')} kind="day" />
      <Field form={form} name="shownTo" label={fieldLabel('shownTo')} kind="day" hint={terms} />
      <Field form={form} name="appointedFrom" label={fieldLabel('appointedFrom')} kind="day" />
      <Field form={form} name="appointedTo" label={fieldLabel('appointedTo')} kind="day" />
      <Field form={form} name="agreement" label={fieldLabel('agreement')} hint="如 聘用协议 3 号，双方已签" />
      <Questions form={form} of={['shownTooShort', 'tooOld', 'notHelped']} />
      <FormButtons submit="聘上" />
    </PostForm>
  );
}

function Leave({ page: { form, onPost, leavings }, action }: { page: PostPageProps; action: string }) {
  return (
    <section>
      <h2>退岗</h2>
      <PostForm action={action}>
        <Field form={form} name="appointmentId" label={fieldLabel('appointmentId')} options={onPost} />
        <Field form={form} name="postLeaving" label={fieldLabel('postLeaving')} options={leavings} />
        <Field
          form={form}
          name="leftPostOn"
          label={fieldLabel('leftPostOn')}
          kind="day"
          hint="登记错了的不用填"
        />
        <Field form={form} name="leavingPaper" label={fieldLabel('leavingPaper')} hint="如 退岗申请" />
        <FormButtons submit="退岗" />
      </PostForm>
    </section>
  );
}

function Seats({ page: { form, seatChanges, enters } }: { page: PostPageProps }) {
  if (seatChanges.length === 0 && enters === undefined) return null;
  return (
    <section>
      <h2>
        改定员、撤岗<span class="hint">先退岗，再减人；0 就是撤岗</span>
      </h2>
      {seatChanges.length > 0 && (
        <DataTable
          caption="定员的变动"
          rows={seatChanges}
          columns={[
            { head: '从哪天起', names: true, cell: (row) => row.from },
            { head: '定员', numeric: true, cell: (row) => `${row.seats}` },
            { head: '为什么', cell: (row) => row.why },
            { head: '依据', cell: (row) => row.paper },
          ]}
        />
      )}
      {enters !== undefined && (
        <PostForm action={enters.seatsAction}>
          <Field
            form={form}
            name="seatsFrom"
            label={fieldLabel('seatsFrom')}
            kind="day"
            hint="如 2025-08-01"
          />
          <Field form={form} name="seats" label={fieldLabel('seats')} kind="number" unit="人" />
          <Field form={form} name="seatsWhy" label={fieldLabel('seatsWhy')} hint="如 沟渠硬化了，不用人清" />
          <Field form={form} name="seatsPaper" label={fieldLabel('seatsPaper')} hint="如 村民代表会议决议" />
          {isOfSeats(form) && <Questions form={form} of={['heavier']} />}
          <FormButtons submit="改定员" />
        </PostForm>
      )}
    </section>
  );
}

/** A post: what is done, what it pays, who is on it. */
export function PostPage(page: PostPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          <a href={page.postsHref}>公益性岗位</a>
          <span class="hint">{page.title}</span>
        </h1>
        <ErrorSummary form={page.form} />
        <DataTable
          caption="岗位"
          rows={page.facts}
          columns={[
            { head: '项目', names: true, cell: (row) => row.word },
            { head: '内容', cell: (row) => row.text },
          ]}
        />
        {page.warnings.map((warning) => (
          <p class="barred">{warning}</p>
        ))}
        <Standards page={page} />
        <Appointments page={page} />
        {page.enters !== undefined && page.onPost.length > 0 && (
          <Leave page={page} action={page.enters.leaveAction} />
        )}
        <Seats page={page} />
      </div>
    </OfficeFrame>
  );
}
