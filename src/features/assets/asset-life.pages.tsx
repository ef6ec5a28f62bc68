import type { LeavingGround, LifeKind } from '../../domain/assets/asset-life';
import type { HoldingKind } from '../../domain/assets/holdings';
import type { Fen } from '../../domain/money/fen';
import { fieldLabel, labelOf } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { fullDayText } from '../../platform/views/day-text';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { Money, SideMoney } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { ChangeEntry } from './value-change.pages';
import { LeavingMoney, type LeavingReserve, WorthsOfPools } from './leaving-money.pages';
import { DataTable } from '../../platform/views/table';
import { AssetStand } from './asset-stand.pages';
import { TurnEntry, Turns, type TurnsProps, TurnWithdrawal } from './asset-turns.pages';
import { type StandingLease, StandingLeases } from './standing-leases.pages';

/** Something that happened to the asset. */
export interface LifeRow {
  readonly kind: LifeKind;
  readonly happenedOn: string;
  readonly amount: Fen;
  readonly proceeds: Fen;
  readonly costs: Fen;
  /** What its paper says of tax, where something came for it. */
  readonly tax: string | undefined;
  readonly ground: LeavingGround | null;
  readonly paper: string;
  readonly approvedBy: string | null;
  readonly voucherHref: string;
  readonly filesHref: string;
  /** The voucher that took it back; absent while it stands. */
  readonly reversalHref?: string;
  /** The stake that it became where it was put into a firm. */
  readonly stakeHref?: string;
}

/** What was put into a firm for this stake. */
export interface AssetOrigin {
  readonly name: string;
  readonly href: string;
}

/** What may be done: a change of value, taking the asset out of the books, a decision by which it stays. */
export const LIFE_ACTS = ['change', 'leave', 'turn'] as const;
export type LifeAct = (typeof LIFE_ACTS)[number];

/** What happened to one asset, and the forms of what may happen. */
export interface AssetLifePageProps {
  readonly frame: OfficeFrameProps;
  readonly name: string;
  /** Contracts over it that go on after today. */
  readonly leases: readonly StandingLease[];
  readonly assetHref: string;
  readonly lifeHref: string;
  /** Absent for what has no months of depreciation: a stake, what lives. */
  readonly depreciationHref?: string | undefined;
  /** What the books say of it. */
  readonly books: { readonly cost: Fen; readonly accumulated: Fen };
  /** What of holdings it is: those stand on accounts of their own. */
  readonly holding: HoldingKind | undefined;
  /** Where it leaves the register that stands in no books, or did. */
  readonly departureHref: string | undefined;
  /** The day it left the books. */
  readonly leftOn?: string | undefined;
  /** What the reserve may give up for it, where it is to leave. */
  readonly reserve?: LeavingReserve;
  readonly cameFrom?: AssetOrigin | undefined;
  readonly events: readonly LifeRow[];
  readonly turns: TurnsProps;
  /** The day since which it stands still by decision. */
  readonly suspendedOn?: string | undefined;
  /** Field names: those of the domain's ChangeForm and LeavingForm. */
  readonly form: FormState;
  /** Which form is open. */
  readonly act?: LifeAct | undefined;
  readonly kinds: readonly Option[];
  readonly pools: readonly Option[];
  readonly paidFrom: readonly Option[];
  readonly fundLevels: readonly Option[];
  readonly ways: readonly Option[];
  readonly grounds: readonly Option[];
  /** Where either form posts to; absent for those who only look, and once the asset has left. */
  readonly action?: string | undefined;
}

function Events({ page }: { page: AssetLifePageProps }) {
  if (page.events.length === 0) return <EmptyState sentence="还没有改良、减值或处置。" />;
  return (
    <DataTable
      caption="资产的变动"
      rows={page.events}
      columns={[
        { head: '日期', narrow: true, cell: (row) => row.happenedOn },
        {
          head: '什么事',
          names: true,
          cell: (row) => (
            <>
              <Kind row={row} />
              {row.ground !== null && <small>{labelOf(`leavingGround.${row.ground}`)}</small>}
              {row.stakeHref !== undefined && (
                <small>
                  <a href={row.stakeHref}>看换来的股权</a>
                </small>
              )}
            </>
          ),
        },
        { head: '金额', numeric: true, cell: (row) => <Money fen={row.amount} /> },
        { head: '收回', numeric: true, cell: (row) => <Proceeds row={row} /> },
        { head: '清理费', numeric: true, cell: (row) => <SideMoney fen={row.costs} /> },
        {
          head: '依据',
          cell: (row) => (
            <>
              {row.paper}
              {row.approvedBy !== null && <small>{row.approvedBy}</small>}
            </>
          ),
        },
        { head: '凭证', cell: (row) => <Vouchers row={row} /> },
        { head: '材料', cell: (row) => <a href={row.filesHref}>看材料</a> },
      ]}
    />
  );
}

function Proceeds({ row: { proceeds, tax } }: { row: LifeRow }) {
  return (
    <>
      <SideMoney fen={proceeds} />
      {tax !== undefined && <small>{tax}</small>}
    </>
  );
}

/** What was taken back stays to be read, struck through. */
function Kind({ row }: { row: LifeRow }) {
  const word = labelOf(`lifeKind.${row.kind}`);
  return row.reversalHref === undefined ? (
    <>{word}</>
  ) : (
    <>
      <s>{word}</s>
      <small>已冲销，不算数</small>
    </>
  );
}

function Vouchers({ row }: { row: LifeRow }) {
  return (
    <>
      <a href={row.voucherHref}>看凭证</a>
      {row.reversalHref !== undefined && (
        <small>
          <a href={row.reversalHref}>冲销凭证</a>
        </small>
      )}
    </>
  );
}

function LeavingEntry({ page, action }: { page: AssetLifePageProps; action: string }) {
  const { form } = page;
  return (
    <section>
      <h2>处置、划转或入股</h2>
      <StandingLeases leases={page.leases} />
      {page.reserve !== undefined && <WorthsOfPools {...page.reserve} />}
      <PostForm action={`${action}/leave`} entry>
        <Field form={form} name="way" label={fieldLabel('way')} options={page.ways} />
        <Field form={form} name="ground" label={fieldLabel('ground')} options={page.grounds} />
        <Field
          form={form}
          name="happenedOn"
          label={fieldLabel('happenedOn')}
          kind="day"
          hint="如 2025-07-11"
        />
        <LeavingMoney form={form} />
        <Field form={form} name="paper" label={fieldLabel('paper')} hint="决议的日期和文号" />
        <Field
          form={form}
          name="approvedBy"
          label={fieldLabel('approvedBy')}
          hint="如 成员代表会议；不写个人的名字"
        />
        <FormButtons submit="入账，资产出账" cancelHref={action} />
        <p class="small">
          {page.depreciationHref === undefined ? '账上的数全部转出。' : '当月的折旧先提好。'}
          收回的钱记进专项资金，只能再用到集体的事上，不分。
        </p>
      </PostForm>
    </section>
  );
}

function Acts({ page }: { page: AssetLifePageProps }) {
  const { act, action, form, turns, lifeHref } = page;
  if (turns.action !== undefined && act === 'turn')
    return <TurnEntry form={form} turns={turns} action={turns.action} cancelHref={lifeHref} />;
  if (action !== undefined && act === 'change') return <ChangeEntry {...page} action={action} />;
  if (action !== undefined && act === 'leave') return <LeavingEntry page={page} action={action} />;
  return (
    <div class="buttons">
      {action !== undefined && page.depreciationHref !== undefined && (
        <a class="button" href={`${action}?act=change`}>
          记改良或减值
        </a>
      )}
      {turns.action !== undefined && (
        <a class="button" href={`${lifeHref}?act=turn`}>
          {turns.isSuspended ? '恢复使用或转产' : '转产或报停'}
        </a>
      )}
      {action !== undefined && (
        <a class="button" href={`${action}?act=leave`}>
          处置、划转或入股
        </a>
      )}
    </div>
  );
}

/** Where it stands, and whether it stands still or has left. */
function Stand({ page }: { page: AssetLifePageProps }) {
  return (
    <AssetStand books={page.books} holding={page.holding}>
      {page.suspendedOn !== undefined && page.leftOn === undefined && (
        <>
          <dt>报停</dt>
          <dd>{`${fullDayText(page.suspendedOn)}起停用${page.books.cost === 0n ? '' : '，折旧照提'}。`}</dd>
        </>
      )}
      {page.leftOn !== undefined && (
        <>
          <dt>{page.departureHref === undefined ? '出账' : '离开台账'}</dt>
          <dd>
            {`${fullDayText(page.leftOn)}。以后不再提折旧，也不记收入。`}
            {page.departureHref !== undefined && <a href={page.departureHref}>看登记</a>}
          </dd>
        </>
      )}
    </AssetStand>
  );
}

/** Where the asset stands, what happened to it, and what may happen next. */
export function AssetLifePage(page: AssetLifePageProps) {
  const hasLeft = page.leftOn !== undefined;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          <a href={page.assetHref}>{page.name}</a>
          <span class="hint">{hasLeft ? '已出账　金额单位：元' : '变动和处置　金额单位：元'}</span>
          {page.depreciationHref !== undefined && (
            <a class="aside" href={page.depreciationHref}>
              折旧表
            </a>
          )}
        </h1>
        <ErrorSummary form={page.form} />
        <Stand page={page} />
        {page.cameFrom !== undefined && (
          <p>
            由<a href={page.cameFrom.href}>{page.cameFrom.name}</a>作价入股得来。
          </p>
        )}
        <Events page={page} />
        <Turns rows={page.turns.rows} byKeeper={page.turns.byKeeper} />
        {page.leftOn === undefined && page.departureHref !== undefined && (
          <p>
            账上没有它的数。要离开台账的（到期、收回、移交到户），<a href={page.departureHref}>去登记</a>。
          </p>
        )}
        <Acts page={page} />
        {page.act === undefined && page.turns.withdrawAction !== undefined && (
          <TurnWithdrawal form={page.form} action={page.turns.withdrawAction} />
        )}
      </div>
    </OfficeFrame>
  );
}
