import type { VNode } from 'preact';
import { CsrfField } from '../../platform/views/csrf-field';
import { PublicFrame } from '../../platform/views/error.pages';

/** One log-in: since when, until when, and whether it is this one. */
export interface SessionRow {
  readonly id: string;
  readonly since: string;
  readonly until: string;
  readonly isThis: boolean;
}

/** Where somebody is logged in. */
export interface OwnSessionsProps {
  readonly demo: boolean;
  readonly action: string;
  readonly rows: readonly SessionRow[];
  readonly refusals: readonly string[];
}

/** What is ended, by its id; `others` ends all but this one. */
function End({ action, id, label }: { action: string; id: string; label: string }) {
  return (
    <form method="post" action={action}>
      <CsrfField />
      <input type="hidden" name="sessionId" value={id} />
      <button class="button" type="submit">
        {label}
      </button>
    </form>
  );
}

/** Every browser and program in which somebody is logged in, each of which he ends from here. */
export function OwnSessionsPage({ demo, action, rows, refusals }: OwnSessionsProps): VNode {
  const others = rows.filter(({ isThis }) => !isThis);
  return (
    <PublicFrame demo={demo} place="村账" placeHref="/">
      <h1>在哪里登录着</h1>
      {refusals.length > 0 && (
        <p class="refusal" role="alert" id="refusal">
          {refusals.join(' ')}
        </p>
      )}
      <p class="note">
        {others.length === 0
          ? '只有这里登录着。'
          : `除了这里，还有${String(others.length)}处登录着。不是您登录的，就退出，再改密码。`}
      </p>
      <ul class="rows">
        {rows.map((row) => (
          <li key={row.id}>
            <span class="name">{row.isThis ? '这里' : '别处'}</span>
            <span class="about">{`${row.since}登录，到${row.until}自己退出`}</span>
            {!row.isThis && <End action={action} id={row.id} label="退出这一处" />}
          </li>
        ))}
      </ul>
      {others.length > 1 && <End action={action} id="others" label="别处都退出" />}
      <p>
        <a class="row-link" href="/">
          回去
        </a>
      </p>
    </PublicFrame>
  );
}
