import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** A route as it holds somewhere, and by what. */
interface HeldCell {
  readonly name: string;
  readonly basis: string;
}

/** By which routes a village's new plans go today. */
export interface HeldRoute {
  readonly village: string;
  readonly plan: HeldCell;
  readonly yearPlan: HeldCell;
}

/** A choice that was made. */
export interface MadeRow {
  readonly from: string;
  readonly place: string;
  readonly kind: string;
  readonly route: string;
  readonly paper: string;
  readonly why: string;
  readonly made: string;
}

/** A step of a route: whose it is, what it asks for, what it rests on. */
export interface RouteStep {
  readonly name: string;
  readonly role: string;
  readonly asks: string;
  readonly basis: readonly { readonly text: string; readonly confirmed: string; readonly isOpen: boolean }[];
}

/** A route that may be chosen. */
export interface RouteRow {
  readonly id: string;
  readonly name: string;
  readonly law: string;
  readonly summary: string;
  readonly steps: readonly RouteStep[];
}

/** The form of a choice, the choices that were made, which route holds where, every route. */
export interface RoutesPageProps {
  readonly frame: OfficeFrameProps;
  readonly held: readonly HeldRoute[];
  readonly places: readonly Option[];
  readonly kinds: readonly Option[];
  readonly options: readonly Option[];
  /** Field names: routePlace, routedKind, chosenRoute, routeFrom, routePaper, routeWhy. */
  readonly form: FormState;
  /** Absent for those who only look. */
  readonly action: string | undefined;
  /** The latest first. */
  readonly made: readonly MadeRow[];
  readonly routes: readonly RouteRow[];
}

function Cell({ cell }: { readonly cell: HeldCell }) {
  return (
    <>
      {cell.name}
      <small>{cell.basis}</small>
    </>
  );
}

function Held({ rows }: { readonly rows: readonly HeldRoute[] }) {
  if (rows.length === 0) return <EmptyState sentence="下面还没有村。" />;
  return (
    <DataTable
      caption="各村现在走的流程"
      class="stacked"
      rows={rows}
      columns={[
        { head: '村', narrow: true, names: true, cell: ({ village }) => village },
        { head: '各期分配方案', cell: ({ plan }) => <Cell cell={plan} /> },
        { head: '年度使用计划', cell: ({ yearPlan }) => <Cell cell={yearPlan} /> },
      ]}
    />
  );
}

function Choosing({ page, action }: { readonly page: RoutesPageProps; readonly action: string }) {
  const { form } = page;
  return (
    <section class="long-choices">
      <h2>
        定一个流程<span class="hint">新起草的照它走；已经提交的照原来的走完</span>
      </h2>
      <ErrorSummary form={form} />
      <PostForm action={action} entry>
        <Field form={form} name="routePlace" label={fieldLabel('routePlace')} options={page.places} />
        <Field form={form} name="routedKind" label={fieldLabel('routedKind')} options={page.kinds} />
        <Field form={form} name="chosenRoute" label={fieldLabel('chosenRoute')} options={page.options} />
        <Field form={form} name="routeFrom" label={fieldLabel('routeFrom')} kind="day" hint="今天或以后" />
        <Field form={form} name="routePaper" label={fieldLabel('routePaper')} hint="如 县农字〔2025〕8号" />
        <Field form={form} name="routeWhy" label={fieldLabel('routeWhy')} kind="area" />
        <FormButtons submit="定下" />
        <p class="small">
          离村最近的算：村的先于镇的，镇的先于全县的。定了不改，要变就再定一次，写新的日子。
        </p>
      </PostForm>
    </section>
  );
}

function Made({ rows }: { readonly rows: readonly MadeRow[] }) {
  if (rows.length === 0) return <p class="small">县里还没有定过，各村照原来的走。</p>;
  return (
    <DataTable
      caption="县里定过的"
      class="stacked"
      rows={rows}
      columns={[
        { head: '从哪天起', narrow: true, cell: ({ from }) => from },
        { head: '管哪里', cell: ({ place }) => place },
        { head: '哪种方案', cell: ({ kind }) => kind },
        { head: '流程', names: true, cell: ({ route }) => route },
        { head: '文件', cell: ({ paper }) => paper },
        { head: '为什么', cell: ({ why }) => why },
        { head: '谁定的', cell: ({ made }) => made },
      ]}
    />
  );
}

function Catalogue({ routes }: { readonly routes: readonly RouteRow[] }) {
  return (
    <>
      {routes.map(({ id, name, law, summary, steps }) => (
        <details class="fold" id={id}>
          <summary>
            {name} <span class="hint">{`${law}；${summary}`}</span>
          </summary>
          <DataTable
            caption={name}
            class="stacked"
            rows={steps}
            columns={[
              { head: '步骤', names: true, cell: (step) => step.name },
              { head: '谁办', cell: ({ role }) => role },
              { head: '要求', cell: ({ asks }) => asks },
              {
                head: '依据',
                cell: ({ basis }) =>
                  basis.map(({ text, confirmed, isOpen }) => (
                    <div>
                      {`${text} `}
                      {isOpen ? <b>{`（${confirmed}）`}</b> : `（${confirmed}）`}
                    </div>
                  )),
              },
            ]}
          />
        </details>
      ))}
    </>
  );
}

/** The form, what was chosen, which route holds where, then every route with its steps. */
export function RoutesPage(page: RoutesPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          审批流程<span class="hint">方案一步一步怎么定，由县里定</span>
        </h1>
        {page.action !== undefined && <Choosing page={page} action={page.action} />}
        <section>
          <h2>县里定过的</h2>
          <Made rows={page.made} />
        </section>
        <section>
          <h2>各村现在走的</h2>
          <Held rows={page.held} />
        </section>
        <section>
          <h2>
            可以选的流程<span class="hint">点开看每一步的依据</span>
          </h2>
          <Catalogue routes={page.routes} />
          <p class="small">
            照哪部法表决，看这件事由谁定：由集体经济组织定的走成员（代表）大会，由村民委员会定的走村民代表会议。收益分配该走哪一种，各地文件写得不一样，由县里按文件定。
          </p>
        </section>
      </div>
    </OfficeFrame>
  );
}
