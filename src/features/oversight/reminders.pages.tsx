import { EmptyState } from '../../platform/views/empty-state';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { WorkTable, type WorkRow } from './my-work.pages';

/** What waits for one person of the villages, and the text that says so. */
export interface Reminder {
  readonly name: string;
  readonly rows: readonly WorkRow[];
  readonly text: string;
}

/** Whom an office reminds. */
export interface RemindersProps {
  readonly frame: OfficeFrameProps;
  readonly reminders: readonly Reminder[];
  /** Villages in which something waits and nobody holds the post. */
  readonly nobody: readonly { readonly place: string; readonly count: number }[];
  readonly peopleHref: string;
}

/** Person by person; the text is copied and sent as the office sends its messages. */
export function RemindersPage(page: RemindersProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          催办
          <span class="hint">系统不发短信：复制文字，自己发</span>
        </h1>
        {page.nobody.map(({ place, count }) => (
          <p>
            {`${place}有 ${String(count)} 件事没人办：该办的人还没定。`}
            <a href={page.peopleHref}>定人</a>
          </p>
        ))}
        {page.reminders.length === 0 && <EmptyState sentence="各村没有拖着的事。" />}
        {page.reminders.map((each) => (
          <section>
            <h2>{each.name}</h2>
            <WorkTable caption={each.name} rows={each.rows} />
            <p>
              <textarea readOnly rows={4} aria-label={`发给${each.name}的文字`} value={each.text} />
            </p>
          </section>
        ))}
      </div>
    </OfficeFrame>
  );
}
