import { EmptyState } from '../../platform/views/empty-state';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** Something that waits, in words. */
export interface WorkRow {
  readonly place: string;
  readonly what: string;
  readonly href: string;
  readonly waits: string;
}

/** What waits for the person who looks. */
export interface MyWorkProps {
  readonly frame: OfficeFrameProps;
  readonly rows: readonly WorkRow[];
}

/** What waits, longest first; the words lead to where it is done. */
export function WorkTable({
  caption,
  rows,
}: {
  readonly caption: string;
  readonly rows: readonly WorkRow[];
}) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      columns={[
        { head: '哪里', narrow: true, cell: (row) => row.place },
        { head: '办什么', names: true, cell: (row) => <a href={row.href}>{row.what}</a> },
        { head: '等了', narrow: true, cell: (row) => row.waits },
      ]}
    />
  );
}

/** One's own list, over all places in which one works. */
export function MyWorkPage(page: MyWorkProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          等我办的
          <span class="hint">等得最久的在前</span>
        </h1>
        {page.rows.length === 0 ? (
          <EmptyState sentence="现在没有等您办的事。" />
        ) : (
          <WorkTable caption="等我办的" rows={page.rows} />
        )}
      </div>
    </OfficeFrame>
  );
}
