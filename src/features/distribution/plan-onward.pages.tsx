import { WhatIfLink } from './draft-actions.pages';

/** Where a plan's page leads on to. */
export interface PlanOnward {
  /** Where the sheet of an approved plan is published and printed. */
  readonly noticeHref?: string | undefined;
  /** Where labour sheets of an approved plan are entered and accepted. */
  readonly worksHref?: string | undefined;
  /** Where lists of rewards and subsidies of an approved plan are entered and accepted. */
  readonly aidHref?: string | undefined;
  /** Where its industry is paid stage by stage. */
  readonly industryHref?: string | undefined;
  /** The record of how it was decided, to be printed and signed. */
  readonly recordHref: string;
  /** Where the plan is told to villagers: text for the loudspeaker, one household's slip. */
  readonly toldHref: string;
  /** Where a copy is tried with other figures, by whoever keeps the books. */
  readonly whatIfHref?: string | undefined;
  /** Where a returned plan is drafted anew. */
  readonly draftHref?: string | undefined;
  /** Whether drafting again takes back a plan that is under way, with the signatures it has. */
  readonly draftVoids?: boolean;
}

/** Where the sheet of a plan, of a period or of a year, is published and printed. */
export function NoticeLink({ href }: { href: string | undefined }) {
  return href === undefined ? null : (
    <a class="button" href={href}>
      公示：发布和打印
    </a>
  );
}

/** The record of how a plan was decided, to be printed and signed. */
export function RecordLink({ href }: { href: string }) {
  return (
    <a class="button" href={href}>
      民主决策记录
    </a>
  );
}

/** Where it goes on from here: the sheet of an approved plan, a new draft of a returned one. */
export function PlanOnwardLinks(page: PlanOnward) {
  return (
    <>
      <NoticeLink href={page.noticeHref} />
      {page.worksHref !== undefined && (
        <a class="button" href={page.worksHref}>
          工程和工单
        </a>
      )}
      {page.aidHref !== undefined && (
        <a class="button" href={page.aidHref}>
          奖励补助清单
        </a>
      )}
      {page.industryHref !== undefined && (
        <a class="button" href={page.industryHref}>
          产业项目
        </a>
      )}
      <a class="button" href={page.toldHref}>
        广播稿和户单说明
      </a>
      <RecordLink href={page.recordHref} />
      <WhatIfLink href={page.whatIfHref} />
      {page.draftHref !== undefined && (
        <a class="button" href={page.draftHref}>
          {page.draftVoids === true ? '撤回重拟，签字作废' : '照这份再起草'}
        </a>
      )}
    </>
  );
}
