import type { Fen } from '../../domain/money/fen';
import { Money } from '../../platform/views/money';
import { DataTable } from '../../platform/views/table';

/** A voucher that put something right, and what it does to what may be distributed; fen. */
export interface MovedVoucher {
  readonly number: string;
  readonly href: string;
  readonly postedOn: string;
  readonly summary: string;
  readonly effect: Fen;
}

/** How the books differ from a decided plan; fen. */
export interface MovedShown {
  /** The figures that differ: as decided, and as the books tell them now. */
  readonly figures: readonly { readonly label: string; readonly printed: Fen; readonly now: Fen }[];
  /** What counts in the plan's own days, and what counts in later ones. */
  readonly within: readonly MovedVoucher[];
  readonly later: readonly MovedVoucher[];
  readonly change: Fen;
  readonly laterChange: Fen;
  readonly unexplained: Fen;
  /** The period whose carry-over has the difference. */
  readonly carried: { readonly label: string; readonly href: string; readonly isDecided: boolean };
}

/** More or less, in words and yuan; the same where nothing is. */
export function MoreOrLess({ fen }: { readonly fen: Fen }) {
  if (fen === 0n) return <>一样多</>;
  return (
    <>
      {fen < 0n ? '少' : '多'} <Money fen={fen < 0n ? -fen : fen} /> 元
    </>
  );
}

function Carried({ moved }: { moved: MovedShown }) {
  const { change, carried } = moved;
  if (change === 0n) return <>可分配收益没有变。</>;
  return (
    <>
      可分配收益比批准时
      <MoreOrLess fen={change} />
      ，差额{carried.isDecided ? '已' : ''}算进<a href={carried.href}>{`${carried.label}的上期结转`}</a>。
    </>
  );
}

function Vouchers({ caption, vouchers }: { caption: string; vouchers: readonly MovedVoucher[] }) {
  if (vouchers.length === 0) return null;
  return (
    <>
      <p class="small">{caption}</p>
      <DataTable
        caption={caption}
        class="stacked"
        rows={vouchers}
        columns={[
          { head: '凭证', names: true, cell: ({ number, href }) => <a href={href}>{number}</a> },
          { head: '日期', narrow: true, cell: ({ postedOn }) => postedOn },
          { head: '摘要', cell: ({ summary }) => summary },
          { head: '可分配收益', numeric: true, cell: ({ effect }) => <Money fen={effect} signed /> },
        ]}
      />
    </>
  );
}

/** What of a decided plan the books tell otherwise now. The plan and its sheet stay as they were. */
export function MovedSheetSection({ moved }: { moved: MovedShown | undefined }) {
  if (moved === undefined) return null;
  const { figures, within, later, laterChange, unexplained } = moved;
  return (
    <section>
      <h2>
        批准以后账有更正<span class="hint">方案和公示上的数字不改</span>
      </h2>
      <p>
        <Carried moved={moved} />
        {later.length > 0 && (
          <>
            另有{later.length}笔更正算在后面的收支里，可分配收益
            <MoreOrLess fen={laterChange} />。
          </>
        )}
      </p>
      {figures.length > 0 && (
        <DataTable
          caption="和批准时不一样的数字"
          rows={figures}
          columns={[
            { head: '数字', names: true, cell: ({ label }) => label },
            { head: '批准时', numeric: true, cell: ({ printed }) => <Money fen={printed} /> },
            { head: '现在账上', numeric: true, cell: ({ now }) => <Money fen={now} /> },
            { head: '差', numeric: true, cell: ({ printed, now }) => <Money fen={now - printed} signed /> },
          ]}
        />
      )}
      <Vouchers caption="更正这一期的凭证" vouchers={within} />
      <Vouchers caption="算在后面收支里的更正" vouchers={later} />
      {unexplained !== 0n && (
        <p class="hint">
          其中 <Money fen={unexplained} signed />{' '}
          元说不出是哪张凭证：批准这份方案时，还没有记下当时账记到哪一张。
        </p>
      )}
    </section>
  );
}
