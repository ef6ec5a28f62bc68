import { dayText } from '../../platform/views/day-text';

/** What happened to a plan, of a period or of a year, and the papers that show it. */
export interface PlanStoryProps {
  /** What was given and decided so far, oldest first, as sentences of the glossary. */
  readonly history: readonly { readonly on: string; readonly sentence: string }[];
  /** How many minutes, photos and other papers are kept with it, and where. */
  readonly papers?: { readonly count: number; readonly href: string } | undefined;
  /** The bytes that are approved. */
  readonly digest: string;
}

/** How far it came, step by step, with the way to its papers. */
export function PlanStory({ history, papers, digest }: PlanStoryProps) {
  return (
    <section>
      <h2>
        走到哪一步
        {papers !== undefined && (
          <a class="aside" href={papers.href}>
            {papers.count === 0 ? '会议记录和照片' : `会议记录和照片（${String(papers.count)}份）`}
          </a>
        )}
      </h2>
      <ol class="history">
        {history.map((event) => (
          <li>
            <span>{dayText(event.on)}</span>
            {event.sentence}
          </li>
        ))}
      </ol>
      <p class="small digest">{`签的是这份内容，摘要 ${digest}`}</p>
    </section>
  );
}
