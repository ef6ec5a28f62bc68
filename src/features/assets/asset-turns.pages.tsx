import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import type { FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { DataTable } from '../../platform/views/table';

/** A decision about an asset that stays, as it was entered. */
export interface TurnRow {
  /** 转产, 报停 or 恢复使用. */
  readonly way: string;
  readonly happenedOn: string;
  /** Why, and what it is for now. */
  readonly ground: string | undefined;
  readonly newUse: string;
  /** Which expense bears its depreciation from the next month on, where that changed. */
  readonly use: string | undefined;
  readonly reason: string;
  readonly paper: string;
  readonly approvedBy: string;
  /** Why it does not hold; absent while it stands. */
  readonly withdrawn: string | undefined;
}

/** What was decided about an asset that stays, and the forms of what may be. */
export interface TurnsProps {
  readonly rows: readonly TurnRow[];
  readonly ways: readonly Option[];
  readonly grounds: readonly Option[];
  /** Which expense may bear its depreciation; none where it has no terms. */
  readonly uses: readonly Option[];
  readonly isSuspended: boolean;
  /** It is a part of a station that somebody keeps, who says when it stands still. */
  readonly byKeeper: boolean;
  /** Where the form posts to; absent for those who only look, and once the asset has left. */
  readonly action: string | undefined;
  /** Where the last one is withdrawn, while nothing has happened since. */
  readonly withdrawAction: string | undefined;
}

const BY_KEEPER = '联村电站报停、恢复使用由代管单位登记，登记了各村台账跟着变。';

/** What was decided, also what does not hold. */
export function Turns({ rows, byKeeper }: Pick<TurnsProps, 'rows' | 'byKeeper'>) {
  if (rows.length === 0) return byKeeper ? <p class="small">{BY_KEEPER}</p> : null;
  return (
    <DataTable
      caption={byKeeper ? '报停（代管单位登记）' : '转产和报停'}
      rows={rows}
      columns={[
        { head: '日期', narrow: true, cell: (row) => row.happenedOn },
        {
          head: '什么事',
          names: true,
          cell: (row) => (
            <>
              {row.withdrawn === undefined ? row.way : <s>{row.way}</s>}
              {row.newUse !== '' && <small>{`改作 ${row.newUse}`}</small>}
              {row.use !== undefined && <small>{`折旧从下个月起按${row.use}`}</small>}
            </>
          ),
        },
        {
          head: '原因',
          cell: (row) => (
            <>
              {row.ground ?? row.reason}
              {row.ground !== undefined && row.reason !== '' && <small>{row.reason}</small>}
              {row.withdrawn !== undefined && <small>{`已撤销：${row.withdrawn}`}</small>}
            </>
          ),
        },
        {
          head: '依据',
          cell: (row) => (
            <>
              {row.paper}
              <small>{row.approvedBy}</small>
            </>
          ),
        },
      ]}
    />
  );
}

/** The form of a decision: nothing of it is booked. */
export function TurnEntry(props: { form: FormState; turns: TurnsProps; action: string; cancelHref: string }) {
  const { form, turns } = props;
  return (
    <section>
      <h2>{turns.isSuspended ? '恢复使用或转产' : '转产或报停'}</h2>
      <PostForm action={props.action} entry>
        <Field form={form} name="turnWay" label={fieldLabel('turnWay')} options={turns.ways} />
        <Field
          form={form}
          name="happenedOn"
          label={fieldLabel('happenedOn')}
          kind="day"
          hint="如 2025-07-11"
        />
        <Field form={form} name="ground" label={fieldLabel('ground')} options={turns.grounds} />
        <Field form={form} name="newUse" label={fieldLabel('newUse')} hint="转产才填，如 冷库" />
        {turns.uses.length > 0 && (
          <Field form={form} name="use" label={fieldLabel('use')} options={turns.uses} />
        )}
        <Field form={form} name="turnReason" label={fieldLabel('turnReason')} hint="原因选“其他”的一定要写" />
        <Field form={form} name="paper" label={fieldLabel('paper')} hint="决议的日期和文号" />
        <Field
          form={form}
          name="approvedBy"
          label={fieldLabel('approvedBy')}
          hint="如 成员代表会议；不写个人的名字"
        />
        <FormButtons submit="登记" cancelHref={props.cancelHref} />
        <p class="small">
          不做凭证，资产还在账上。报停以后状态是闲置，不能再签租约，折旧照提（哪里另有规定，以那里的为准）。
        </p>
      </PostForm>
    </section>
  );
}

/** The form by which the last decision is taken back. */
export function TurnWithdrawal({ form, action }: { form: FormState; action: string }) {
  return (
    <section>
      <h2>转产、报停登记错了</h2>
      <PostForm action={action} entry>
        <Field
          form={form}
          name="turnWithdrawn"
          label={fieldLabel('turnWithdrawn')}
          hint="撤销最后一次，原来的登记留着"
        />
        <FormButtons submit="撤销这次登记" />
      </PostForm>
    </section>
  );
}
