import type { EarlyPayment, ProjectAct, ProjectStand } from '../../domain/assets/construction';
import type { Fen } from '../../domain/money/fen';
import { fieldLabel, labelOf } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { KeptFormButtons } from '../../platform/views/kept-form-buttons';
import { Money, SideMoney } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';
import { AcceptedAsset, type AcceptedAssetProps } from './accepted-asset.pages';
import { ProjectFacts } from './project-facts.pages';

/** A project in the list. */
export interface ProjectRow extends ProjectStand {
  readonly name: string;
  readonly href: string;
  readonly contractSum: Fen;
}

/** Every project, and the form of a new one. */
export interface ConstructionListPageProps {
  readonly frame: OfficeFrameProps;
  readonly projects: readonly ProjectRow[];
  /** Field names: those of the domain's ProjectForm. */
  readonly form: FormState;
  readonly pools: readonly Option[];
  readonly action?: string | undefined;
}

function stateOf(row: ProjectStand): string {
  if (row.overdue > 0n) return '质保金该付了';
  if (row.acceptedOn === undefined) return '在建';
  return row.owed > 0n ? '已验收，留着质保金' : '已验收，付清了';
}

function NewProject({ page, action }: { page: ConstructionListPageProps; action: string }) {
  const { form } = page;
  return (
    <section>
      <h2>登记工程</h2>
      <PostForm action={action} entry>
        <Field form={form} name="name" label={fieldLabel('name')} hint="如 村级电站工程" />
        <Field form={form} name="contractor" label={fieldLabel('contractor')} hint="单位名称" />
        <Field form={form} name="contractSum" label={fieldLabel('contractSum')} kind="number" unit="元" />
        <Field form={form} name="pool" label={fieldLabel('pool')} options={page.pools} hint="用哪笔钱付" />
        <Field form={form} name="paper" label={fieldLabel('paper')} hint="合同或批文" />
        <FormButtons submit="登记" />
      </PostForm>
    </section>
  );
}

/** The projects with what is built, paid and still owed. */
export function ConstructionListPage(page: ConstructionListPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          在建工程<span class="hint">{`${page.projects.length} 个　金额单位：元`}</span>
        </h1>
        <ErrorSummary form={page.form} />
        {page.projects.length === 0 ? (
          <EmptyState sentence="还没有工程。" />
        ) : (
          <DataTable
            caption="在建工程"
            rows={page.projects}
            columns={[
              { head: '工程', names: true, cell: (row) => <a href={row.href}>{row.name}</a> },
              { head: '合同价', numeric: true, cell: (row) => <Money fen={row.contractSum} /> },
              { head: '已完成', numeric: true, cell: (row) => <Money fen={row.built} /> },
              { head: '已付', numeric: true, cell: (row) => <Money fen={row.paid} /> },
              { head: '质保金没付', numeric: true, cell: (row) => <Money fen={row.owed} /> },
              { head: '到期', narrow: true, cell: (row) => row.nextDueOn ?? '' },
              { head: '情况', cell: stateOf },
            ]}
          />
        )}
        {page.action !== undefined && <NewProject page={page} action={page.action} />}
      </div>
    </OfficeFrame>
  );
}

/** One project: its contract, what happened, what may happen next. */
export interface ProjectPageProps extends AcceptedAssetProps {
  readonly frame: OfficeFrameProps;
  readonly listHref: string;
  /** What the document in force asks before it is accepted. */
  readonly mattersHref?: string | undefined;
  readonly name: string;
  readonly contractor: string;
  readonly contractSum: Fen;
  readonly pool: string;
  readonly paper: string;
  readonly stand: ProjectStand;
  readonly events: readonly {
    readonly act: ProjectAct | 'labour';
    readonly happenedOn: string;
    readonly amount: Fen;
    readonly kept: Fen;
    readonly dueOn: string | null;
    /** What of it was paid before its day, and why. */
    readonly early?: EarlyPayment | undefined;
    readonly voucherHref: string;
    /** Absent of labour: its papers are with its sheet. */
    readonly filesHref?: string | undefined;
  }[];
  /** Field names: those of the domain's ProjectActForm. */
  readonly form: FormState;
  readonly act?: ProjectAct | undefined;
  readonly acts: readonly { readonly act: ProjectAct; readonly href: string }[];
  readonly action?: string | undefined;
}

function ActFields({ page, act }: { page: ProjectPageProps; act: ProjectAct }) {
  const { form } = page;
  if (act === 'acceptance') return <AcceptedAsset {...page} />;
  const hint = act === 'stage' ? '这次付的；全留着就不填' : '银行实际收付的';
  return (
    <>
      <Field form={form} name="amount" label={fieldLabel('amount')} kind="number" unit="元" hint={hint} />
      {act === 'retention' && (
        <Field
          form={form}
          name="reason"
          label={fieldLabel('reason')}
          kind="area"
          hint="没到期就付的才填，写明为什么提前付"
        />
      )}
      {act === 'stage' && (
        <>
          <Field
            form={form}
            name="kept"
            label={fieldLabel('kept')}
            kind="number"
            unit="元"
            hint="没有就不填"
          />
          <Field
            form={form}
            name="keptDueOn"
            label={fieldLabel('keptDueOn')}
            kind="day"
            hint="留质保金才填"
          />
        </>
      )}
    </>
  );
}

/** What an act was; of a retention also what of it came before its day, and why. */
function WhatHappened({ row: { act, early } }: { row: ProjectPageProps['events'][number] }) {
  return (
    <>
      {labelOf(`projectAct.${act}`)}
      {early !== undefined && (
        <div class="small">
          {'提前付 '}
          <Money fen={early.early} />
          {`：${early.reason}`}
        </div>
      )}
    </>
  );
}

function Acts({ page, action }: { page: ProjectPageProps; action: string }) {
  const { act, form } = page;
  if (act === undefined)
    return (
      <div class="buttons">
        {page.acts.map((each) => (
          <a class="button" href={each.href}>
            {labelOf(`projectAct.${each.act}`)}
          </a>
        ))}
      </div>
    );
  return (
    <section>
      <h2>{labelOf(`projectAct.${act}`)}</h2>
      <PostForm action={action} entry tryOut="keep">
        <input type="hidden" name="act" value={act} />
        <Field
          form={form}
          name="happenedOn"
          label={fieldLabel('happenedOn')}
          kind="day"
          hint="如 2025-07-11"
        />
        <ActFields page={page} act={act} />
        <KeptFormButtons cancelHref={action} keptAt={form.keptAt} />
      </PostForm>
    </section>
  );
}

/** Where a project stands, what happened to it, and what comes next. */
export function ProjectPage(page: ProjectPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          {page.name}
          <span class="hint">{`${stateOf(page.stand)}　金额单位：元`}</span>
          <span class="aside">
            {page.mattersHref !== undefined && <a href={page.mattersHref}>对照文件</a>}
            <a href={page.listHref}>全部工程</a>
          </span>
        </h1>
        <ErrorSummary form={page.form} />
        <ProjectFacts {...page} />
        {page.events.length > 0 && <h2>工程经过</h2>}
        {page.events.length > 0 && (
          <DataTable
            caption="工程经过"
            rows={page.events}
            columns={[
              { head: '日期', narrow: true, cell: (row) => row.happenedOn },
              { head: '什么事', names: true, cell: (row) => <WhatHappened row={row} /> },
              { head: '金额', numeric: true, cell: (row) => <SideMoney fen={row.amount} /> },
              {
                head: '留质保金',
                numeric: true,
                cell: (row) => (row.act === 'stage' ? <SideMoney fen={row.kept} /> : null),
              },
              { head: '到期', narrow: true, cell: (row) => row.dueOn ?? '' },
              { head: '凭证', cell: (row) => <a href={row.voucherHref}>看凭证</a> },
              {
                head: '材料',
                cell: ({ filesHref }) => filesHref !== undefined && <a href={filesHref}>看材料</a>,
              },
            ]}
          />
        )}
        {page.action !== undefined && <Acts page={page} action={page.action} />}
      </div>
    </OfficeFrame>
  );
}
