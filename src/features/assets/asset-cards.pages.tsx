import { PostForm } from '../../platform/views/csrf-field';
import { EmptyState } from '../../platform/views/empty-state';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** An asset and its public card. */
export interface CardRow {
  readonly name: string;
  readonly href: string;
  readonly plateNumber: string;
  readonly card: {
    readonly says: string;
    readonly href?: string;
    /** Absent for what left the books. */
    readonly sheetHref?: string | undefined;
  };
}

/** The cards of a village's assets. */
export interface AssetCardsPageProps {
  readonly frame: OfficeFrameProps;
  readonly assetsHref: string;
  readonly cards: readonly CardRow[];
  /** How many assets may have a card and have none. */
  readonly without: number;
  /** All cards to print; absent where there is none. */
  readonly sheetHref?: string | undefined;
  /** Where cards are opened; absent where there is nothing to open, or for those who only look. */
  readonly action?: string | undefined;
}

function Card({ card }: CardRow) {
  if (card.href === undefined) return <>{card.says}</>;
  return (
    <>
      <a href={card.href}>{card.says}</a>
      {card.sheetHref === undefined ? (
        '　已处置，不再打印'
      ) : (
        <>
          　<a href={card.sheetHref}>打印</a>
        </>
      )}
    </>
  );
}

function OpenCards({ action, without }: { action: string; without: number }) {
  return (
    <PostForm action={action}>
      <p class="small">
        公开名片上有名称、种类、项目、资金来源、产权单位、状态和标明公开的照片；没有坐标、承租人和个人。办了就不能收回。
      </p>
      <div class="buttons">
        <button type="submit" class="primary">
          {`给 ${String(without)} 处资产办公开名片`}
        </button>
      </div>
    </PostForm>
  );
}

/** Which assets have a public card, the sheet to print, and a button for the rest. */
export function AssetCardsPage({
  frame,
  assetsHref,
  cards,
  without,
  sheetHref,
  action,
}: AssetCardsPageProps) {
  return (
    <OfficeFrame frame={frame}>
      <div class="alone">
        <h1>
          资产名片<span class="hint">贴在资产旁边，扫码看公开的情况</span>
          <a class="aside" href={assetsHref}>
            回资产
          </a>
        </h1>
        {sheetHref !== undefined && (
          <p>
            <a class="button" href={sheetHref}>
              打印全部名片（PDF）
            </a>
          </p>
        )}
        {cards.length === 0 ? (
          <EmptyState sentence="还没有登记资产。" />
        ) : (
          <DataTable
            caption="资产名片"
            rows={cards}
            columns={[
              { head: '资产', names: true, cell: (row) => <a href={row.href}>{row.name}</a> },
              { head: '标牌编号', cell: (row) => row.plateNumber },
              { head: '公开名片', cell: (row) => <Card {...row} /> },
            ]}
          />
        )}
        {action !== undefined && <OpenCards action={action} without={without} />}
      </div>
    </OfficeFrame>
  );
}
