import { type Fen, readYuan } from '../../domain/money/fen';
import { labelOf } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { fullDayText } from '../../platform/views/day-text';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';
import type { DraftState } from '../../domain/ledger/voucher-hands';

/** One draft in the list. */
export interface DraftRow {
  readonly href: string;
  readonly postedOn: string;
  readonly summary: string;
  readonly state: DraftState;
  readonly preparedBy: string;
  readonly savedAt: string;
  /** Sum of what was read of the debits. */
  readonly amount: Fen;
}

/** The drafts on their way. */
export interface DraftListPageProps {
  readonly frame: OfficeFrameProps;
  readonly drafts: readonly DraftRow[];
  /** Absent for those who only look. */
  readonly newHref?: string | undefined;
  readonly vouchersHref: string;
}

/** Drafts of vouchers: who wrote them, whether somebody looked them over. */
export function DraftListPage(page: DraftListPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          凭证草稿<span class="hint">{`${page.drafts.length} 张还没入账　金额单位：元`}</span>
        </h1>
        {page.drafts.length === 0 ? (
          <EmptyState
            sentence="没有等着办的草稿。"
            action={page.newHref === undefined ? undefined : { href: page.newHref, label: '填一张凭证' }}
          />
        ) : (
          <DataTable
            caption="凭证草稿"
            rows={page.drafts}
            columns={[
              { head: '摘要', names: true, cell: (row) => <a href={row.href}>{row.summary}</a> },
              { head: '日期', narrow: true, cell: (row) => row.postedOn },
              { head: '制单', cell: (row) => row.preparedBy },
              { head: '存于', narrow: true, cell: (row) => row.savedAt },
              { head: '状态', cell: (row) => <span class="word">{labelOf(`draftState.${row.state}`)}</span> },
              { head: '借方合计', numeric: true, cell: (row) => <Money fen={row.amount} /> },
            ]}
          />
        )}
        <nav class="small tab-rows" aria-label="凭证">
          {page.newHref !== undefined && page.drafts.length > 0 && <a href={page.newHref}>再填一张</a>}
          <a href={page.vouchersHref}>看已入账的凭证</a>
        </nav>
      </div>
    </OfficeFrame>
  );
}

/** One line of a draft, as typed. */
export interface DraftLine {
  readonly account: string;
  readonly dimensions: readonly string[];
  readonly debit: string;
  readonly credit: string;
}

/** A draft with what may be done to it. */
export interface DraftPageProps {
  readonly frame: OfficeFrameProps;
  readonly summary: string;
  readonly postedOn: string;
  readonly aboutPeriod: string;
  readonly attachments: string;
  readonly state: DraftState;
  readonly preparedBy: string;
  readonly reviewedBy?: string | undefined;
  readonly lines: readonly DraftLine[];
  readonly digest: string;
  /** Everything wrong with it, and what was refused. */
  readonly form: FormState;
  /** Where it may be changed, reviewed, booked and voided; absent where the person may not. */
  readonly editHref?: string | undefined;
  readonly reviewAction?: string | undefined;
  readonly postAction?: string | undefined;
  readonly voidAction?: string | undefined;
  /** Why the person sees no button for the next step. */
  readonly waitsFor?: string | undefined;
  readonly listHref: string;
}

/** A draft with faults waits for its maker first, whoever comes after. */
function DraftWaits({ page }: { page: DraftPageProps }) {
  if (page.waitsFor === undefined) return null;
  const faulty = page.form.problems.length > 0;
  return <p class="small">{faulty ? '上面的几处改好以后，才能复核、记账。' : page.waitsFor}</p>;
}

/** What is wrong is mended first; where nothing is, the next hand comes first. */
function DraftActs({ page }: { page: DraftPageProps }) {
  const faulty = page.form.problems.length > 0;
  return (
    <div class="buttons">
      {page.editHref !== undefined && (
        <a href={page.editHref} class={faulty ? 'button primary' : 'button'}>
          修改
        </a>
      )}
      {page.reviewAction !== undefined && (
        <PostForm action={page.reviewAction}>
          <input type="hidden" name="digest" value={page.digest} />
          <button type="submit" class="primary">
            看过无误，复核
          </button>
        </PostForm>
      )}
      {page.postAction !== undefined && (
        <PostForm action={page.postAction}>
          <button type="submit" class={faulty ? undefined : 'primary'}>
            记账
          </button>
        </PostForm>
      )}
      {page.voidAction !== undefined && (
        <PostForm action={page.voidAction}>
          <button type="submit">作废</button>
        </PostForm>
      )}
      <a href={page.listHref}>回草稿列表</a>
    </div>
  );
}

/** A day as it is read; what is no day stays as it was typed. */
function dayTyped(text: string): string {
  if (text === '') return '没有填';
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  return isDay ? fullDayText(text) : text;
}

/** An amount as it is printed, or what is none as it was typed. */
function amountTyped(text: string) {
  const fen = readYuan(text);
  return fen === undefined ? text : <Money fen={fen} />;
}

/** One draft: its lines as typed, everything wrong with it, the next hand. */
export function DraftPage(page: DraftPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide voucher">
        <h1>
          凭证草稿<span class="hint">{labelOf(`draftState.${page.state}`)}</span>
        </h1>
        <ErrorSummary form={page.form} at={page.editHref ?? null} />
        <dl class="voucher-head">
          {[
            ['摘要', page.summary === '' ? '没有填' : page.summary],
            ['日期', dayTyped(page.postedOn)],
            ['所属月份', page.aboutPeriod === '' ? '记账的月份' : page.aboutPeriod],
            ['附单据', page.attachments === '' ? '没有' : `${page.attachments} 张`],
            ['制单', page.preparedBy],
            ['复核', page.reviewedBy ?? '还没有'],
          ].map(([term, text]) => (
            <div>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        <DataTable
          caption="分录"
          class="voucher-lines"
          rows={page.lines}
          columns={[
            {
              head: '科目',
              names: true,
              cell: (row) => (
                <>
                  {row.account}
                  {row.dimensions.length > 0 && <small>{row.dimensions.join('　')}</small>}
                </>
              ),
            },
            { head: '借方金额', numeric: true, cell: (row) => amountTyped(row.debit) },
            { head: '贷方金额', numeric: true, cell: (row) => amountTyped(row.credit) },
          ]}
        />
        <DraftWaits page={page} />
        <DraftActs page={page} />
      </div>
    </OfficeFrame>
  );
}
