import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { fullDayText } from '../../platform/views/day-text';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons } from '../../platform/views/field';
import { EmptyState } from '../../platform/views/empty-state';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** A transfer that was booked; with the voucher that took it back where it does not hold. */
export interface TransferRow {
  readonly happenedOn: string;
  readonly share: string;
  readonly from: Fen;
  readonly to: Fen;
  readonly paper: string;
  readonly voucherHref: string;
  readonly reversalHref?: string;
}

/** What of a kept station is the village's, beside its register and its books. */
export interface OwnSharePageProps {
  readonly frame: OfficeFrameProps;
  readonly name: string;
  readonly cardHref: string;
  /** Absent where the station's keeper keeps no books here. */
  readonly own?: {
    readonly cost: Fen;
    readonly entered: Fen;
    readonly booksCost: Fen;
    /** The first day of the table, and the part it gives, `6.25%`. */
    readonly since: string;
    readonly share: string;
    readonly funds: readonly { readonly level: string; readonly year: number; readonly amount: Fen }[];
    /** What is to be done next, as a sentence. */
    readonly said: string;
    readonly isSettled: boolean;
    readonly lines: readonly {
      readonly account: string;
      readonly pool: string;
      readonly side: 'debit' | 'credit';
      readonly amount: Fen;
    }[];
    /** Where the transfer is booked; absent for those who only look, and where none is due. */
    readonly transferAction?: string;
    /** Where the register is brought to the table. */
    readonly registerAction?: string;
    /** Where the next step is taken. */
    readonly nextHref?: string | undefined;
  };
  /** Day and paper of the transfer. Field names: those of the domain's ShareTransferForm. */
  readonly form: FormState;
  readonly told: readonly TransferRow[];
}

type Own = NonNullable<OwnSharePageProps['own']>;

function Facts({ own }: { own: Own }) {
  return (
    <dl class="facts">
      <dt>按份额表的原值</dt>
      <dd>
        <b>
          <Money fen={own.cost} />
        </b>
      </dd>
      <dt>份额</dt>
      <dd>{`${own.share}，${fullDayText(own.since)}起`}</dd>
      <dt>台账原值</dt>
      <dd>
        <Money fen={own.entered} />
      </dd>
      <dt>账上固定资产</dt>
      <dd>{own.booksCost === 0n ? '没有记过' : <Money fen={own.booksCost} />}</dd>
    </dl>
  );
}

function Funds({ own }: { own: Own }) {
  return (
    <section>
      <h2>
        资金来源<span class="hint">按同一张份额表</span>
      </h2>
      <DataTable
        caption="按份额表的资金来源"
        rows={own.funds}
        columns={[
          { head: '哪一级', names: true, cell: (fund) => fund.level, total: '合计' },
          { head: '年度', cell: (fund) => String(fund.year) },
          {
            head: '金额（元）',
            numeric: true,
            cell: (fund) => <Money fen={fund.amount} />,
            total: <Money fen={own.cost} />,
          },
        ]}
      />
    </section>
  );
}

function Transfer({ own, form }: { own: Own; form: FormState }) {
  const on = (side: 'debit' | 'credit') => (line: Own['lines'][number]) =>
    line.side === side ? <Money fen={line.amount} /> : '';
  return (
    <section>
      <h2>
        份额划转<span class="hint">累计折旧按同一比例</span>
      </h2>
      <DataTable
        caption="划转的分录"
        class="voucher-lines"
        rows={own.lines}
        columns={[
          {
            head: '科目',
            names: true,
            cell: (line) => (
              <>
                {line.account}
                <small>{line.pool}</small>
              </>
            ),
          },
          { head: '借方金额', numeric: true, cell: on('debit') },
          { head: '贷方金额', numeric: true, cell: on('credit') },
        ]}
      />
      {own.transferAction !== undefined && (
        <PostForm action={own.transferAction} entry>
          <Field form={form} name="happenedOn" label={fieldLabel('happenedOn')} kind="day" />
          <Field form={form} name="paper" label={fieldLabel('paper')} hint="文件名、文号" />
          <FormButtons submit="记划转，台账一起改" />
        </PostForm>
      )}
    </section>
  );
}

function Told({ rows }: { rows: readonly TransferRow[] }) {
  return (
    <section>
      <h2>记过的划转</h2>
      <DataTable
        caption="记过的划转"
        rows={rows}
        columns={[
          { head: '日期', narrow: true, cell: (row) => row.happenedOn },
          {
            head: '份额',
            names: true,
            cell: (row) => (
              <>
                {row.reversalHref === undefined ? row.share : <s>{row.share}</s>}
                <small>{row.paper}</small>
              </>
            ),
          },
          { head: '原来', numeric: true, cell: (row) => <Money fen={row.from} /> },
          { head: '划转以后', numeric: true, cell: (row) => <Money fen={row.to} /> },
          {
            head: '凭证',
            cell: (row) => (
              <>
                <a href={row.voucherHref}>看凭证</a>
                {row.reversalHref !== undefined && (
                  <small>
                    <a href={row.reversalHref}>冲销凭证</a>
                  </small>
                )}
              </>
            ),
          },
        ]}
      />
    </section>
  );
}

/** Cost and funds by the table in force; where register or books say another, what is to be done. */
export function OwnSharePage({ frame, name, cardHref, own, form, told }: OwnSharePageProps) {
  return (
    <OfficeFrame frame={frame}>
      <div class="alone">
        <h1>
          本村的一份<span class="hint">{name}</span>
          <span class="aside">
            <a href={cardHref}>资产页</a>
          </span>
        </h1>
        <ErrorSummary form={form} />
        {own === undefined ? (
          <EmptyState sentence="代管单位还没有从这里送来过结算单：全站的原值不在这里，本村的一份以登记的为准。" />
        ) : (
          <>
            <Facts own={own} />
            <p>
              {own.isSettled ? own.said : <b>{own.said}</b>}
              {own.nextHref !== undefined && <a href={own.nextHref}>去办</a>}
            </p>
            {own.registerAction !== undefined && (
              <PostForm action={own.registerAction}>
                <div class="buttons">
                  <button type="submit" class="primary">
                    更正台账
                  </button>
                </div>
              </PostForm>
            )}
            {own.lines.length > 0 && <Transfer own={own} form={form} />}
            {told.length > 0 && <Told rows={told} />}
            {own.funds.length > 0 && <Funds own={own} />}
          </>
        )}
      </div>
    </OfficeFrame>
  );
}
