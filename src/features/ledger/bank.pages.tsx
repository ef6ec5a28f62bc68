import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { fullDayText } from '../../platform/views/day-text';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** One bank account with how far it is reconciled. */
export interface BankAccountView {
  readonly label: string;
  readonly bank: string;
  readonly lastFour: string;
  /** `102 银行存款`, with its pool where it answers for one only. */
  readonly ledgerAccount: string;
  /** Its last day, where it was closed. */
  readonly closedOn?: string | undefined;
  /** The last day its statements reach; absent before the first. */
  readonly through?: string | undefined;
  readonly bankOpen: number;
  readonly booksOpen: number;
  readonly importHref: string;
  readonly statementsHref: string;
  readonly matchingHref: string;
  readonly reconciliationHref: string;
  /** Where it is closed; absent for who may only look, and once it is closed. */
  readonly endHref?: string | undefined;
}

/** The bank accounts of a collective. */
export interface BankAccountsPageProps {
  readonly frame: OfficeFrameProps;
  readonly accounts: readonly BankAccountView[];
  /** Whether the person may bring in a statement. */
  readonly mayImport: boolean;
  /** The form of a new account; absent for who may only look. */
  readonly adding?: {
    readonly action: string;
    readonly form: FormState;
    readonly ledgerAccounts: readonly Option[];
    readonly pools: readonly Option[];
  };
}

function AccountTable({ accounts, mayImport }: Pick<BankAccountsPageProps, 'accounts' | 'mayImport'>) {
  return (
    <DataTable
      caption="银行账户"
      rows={accounts}
      columns={[
        {
          head: '账户',
          names: true,
          cell: (row) => (
            <>
              <a href={row.matchingHref}>{row.label}</a>
              <small>{`${row.bank}　尾号 ${row.lastFour}`}</small>
              {row.closedOn !== undefined && <small>{`${fullDayText(row.closedOn)}销户`}</small>}
            </>
          ),
        },
        { head: '账上科目', cell: (row) => row.ledgerAccount },
        {
          head: '对账单到',
          narrow: true,
          cell: (row) => (
            <a class="quiet" href={row.statementsHref}>
              {row.through === undefined ? '还没有导入' : fullDayText(row.through)}
            </a>
          ),
        },
        { head: '银行没对上', numeric: true, cell: (row) => `${row.bankOpen} 笔` },
        { head: '账上没对上', numeric: true, cell: (row) => `${row.booksOpen} 笔` },
        {
          head: '要做什么',
          cell: (row) => (
            <span class="bank-links">
              {mayImport && row.closedOn === undefined && <a href={row.importHref}>导入对账单</a>}
              {row.closedOn === undefined && <a href={row.matchingHref}>对账</a>}
              <a href={row.reconciliationHref}>调节表</a>
              {row.endHref !== undefined && <a href={row.endHref}>销户</a>}
            </span>
          ),
        },
      ]}
    />
  );
}

function AddAccount({
  adding,
  open,
}: {
  adding: NonNullable<BankAccountsPageProps['adding']>;
  open: boolean;
}) {
  const { form } = adding;
  return (
    <details class="fold" open={open || form.problems.length > 0}>
      <summary>登记一个银行账户</summary>
      <ErrorSummary form={form} />
      <PostForm action={adding.action} entry>
        <Field form={form} name="label" label={fieldLabel('label')} hint="平时怎么叫，例如 光伏专户" />
        <Field form={form} name="bank" label={fieldLabel('bank')} hint="开户网点的全称" />
        <Field form={form} name="lastFour" label={fieldLabel('lastFour')} hint="只记末四位，全号不留" />
        <Field
          form={form}
          name="ledgerAccount"
          label={fieldLabel('ledgerAccount')}
          options={adding.ledgerAccounts}
        />
        <Field
          form={form}
          name="pool"
          label={fieldLabel('pool')}
          options={adding.pools}
          hint="几个账户合用一个科目时才选"
        />
        <Field form={form} name="openedOn" label={fieldLabel('openedOn')} kind="day" />
        <FormButtons submit="登记" />
      </PostForm>
    </details>
  );
}

/** Every bank account: where it stands, and the three things one does with it. */
export function BankAccountsPage({ frame, accounts, mayImport, adding }: BankAccountsPageProps) {
  return (
    <OfficeFrame frame={frame}>
      <div class="alone wide">
        <h1>
          银行对账<span class="hint">一笔账只归一个银行账户</span>
        </h1>
        {accounts.length === 0 ? (
          <EmptyState sentence="还没有登记银行账户。登记以后就能导入对账单，和账逐笔核对。" />
        ) : (
          <AccountTable accounts={accounts} mayImport={mayImport} />
        )}
        {adding !== undefined && <AddAccount adding={adding} open={accounts.length === 0} />}
        <p class="small">
          换出纳、会计时交清楚的：<a href="handovers">移交</a>
        </p>
      </div>
    </OfficeFrame>
  );
}

/** What a step would book for a line of the bank. */
export interface CandidateView {
  readonly kind: keyof typeof CANDIDATE_WORDS;
  readonly label: string;
  readonly amount: Fen;
  readonly exact: boolean;
  readonly href: string;
}

/** One line of either side that has no counterpart: what it could be, and why it stands alone. */
export interface BankLinePageProps {
  readonly frame: OfficeFrameProps;
  readonly account: string;
  readonly backHref: string;
  readonly side: 'bank' | 'books';
  readonly on: string;
  readonly amount: Fen;
  readonly text: string;
  readonly counterparty: string;
  readonly reference: string;
  readonly voucher?: { readonly number: string; readonly href: string } | undefined;
  readonly explained?: { readonly reason: string; readonly note: string } | undefined;
  readonly candidates: readonly CandidateView[];
  /** The form of the explanation; absent for who may only look, and once the line is matched. */
  readonly explaining?:
    { readonly action: string; readonly form: FormState; readonly codes: readonly Option[] } | undefined;
}

const CANDIDATE_WORDS = {
  ...{ receipt: '记到账', deduction: '记费用', costPayment: '付欠的费用' },
  ...{ deposit: '退押金', tax: '记交税', grant: '填付款凭证', memberShares: '付成员分红' },
  payList: '记银行结果',
};

function Candidates({ candidates }: { candidates: readonly CandidateView[] }) {
  return (
    <section>
      <h2>账上还没有？可能是</h2>
      {candidates.length === 0 ? (
        <EmptyState sentence="应收款、合同和欠着没付的里面都没有对得上的。手续费、利息这类，写明原因，下月补记。" />
      ) : (
        <DataTable
          caption="可能是"
          rows={candidates}
          columns={[
            { head: '什么', names: true, cell: (row) => row.label },
            {
              head: '和银行比',
              cell: (row) => <span class="word">{row.exact ? '金额正好' : '金额不同'}</span>,
            },
            { head: '该收或该付', numeric: true, cell: (row) => <Money fen={row.amount} /> },
            { head: '要做什么', cell: (row) => <a href={row.href}>{CANDIDATE_WORDS[row.kind]}</a> },
          ]}
        />
      )}
    </section>
  );
}

function Explain({ explaining }: { explaining: NonNullable<BankLinePageProps['explaining']> }) {
  const { form } = explaining;
  return (
    <section>
      <h2>为什么只有一边有</h2>
      <ErrorSummary form={form} />
      <PostForm action={explaining.action} entry>
        <Field form={form} name="code" label="原因" options={explaining.codes} />
        <Field form={form} name="note" label="说明" kind="area" hint="记错了的，写明错在哪里" />
        <FormButtons submit="写下原因" />
      </PostForm>
    </section>
  );
}

function Facts({ line }: { line: BankLinePageProps }) {
  return (
    <dl class="facts">
      <dt>日期</dt>
      <dd>{fullDayText(line.on)}</dd>
      <dt>金额</dt>
      <dd>
        <Money fen={line.amount} signed />
      </dd>
      <dt>摘要</dt>
      <dd>{line.text === '' ? '没有写' : line.text}</dd>
      {line.counterparty !== '' && (
        <>
          <dt>对方</dt>
          <dd>{line.counterparty}</dd>
        </>
      )}
      {line.reference !== '' && (
        <>
          <dt>流水号</dt>
          <dd>{line.reference}</dd>
        </>
      )}
      {line.voucher !== undefined && (
        <>
          <dt>凭证</dt>
          <dd>
            <a href={line.voucher.href}>{line.voucher.number}</a>
          </dd>
        </>
      )}
      {line.explained !== undefined && (
        <>
          <dt>已写原因</dt>
          <dd>
            {line.explained.reason}
            {line.explained.note !== '' && `　${line.explained.note}`}
          </dd>
        </>
      )}
    </dl>
  );
}

/** One line that stands alone. */
export function BankLinePage(line: BankLinePageProps) {
  return (
    <OfficeFrame frame={line.frame}>
      <div class="alone">
        <h1>
          {line.side === 'bank' ? '银行有、账上还没有' : '账上有、银行还没有'}
          <span class="hint">{line.account}　金额单位：元</span>
        </h1>
        <Facts line={line} />
        {line.side === 'bank' && <Candidates candidates={line.candidates} />}
        {line.explaining !== undefined && <Explain explaining={line.explaining} />}
        <p class="small">
          <a href={line.backHref}>回去对账</a>
        </p>
      </div>
    </OfficeFrame>
  );
}
