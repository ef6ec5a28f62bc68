import type { VNode } from 'preact';
import type { DistributionNotice } from '../../domain/notices/distribution-notice';
import { CostsSection, EquationSection } from './costs-section.pages';
import { IncomeSection, OutstandingNote } from './income-section.pages';
import { MoneyBars } from './money-bars.pages';
import { type MovedNote, MovedNoteSection } from './moved-note.pages';
import { NoticeFrame, type NoticeFrameProps } from './notice-frame.pages';
import { NoticeStory } from './notice-story.pages';
import { ToldObjections } from './public-objections.pages';
import { ReckoningSection } from './reckoning-section.pages';
import { ReservesSection } from './reserves-section.pages';
import { UsesSection } from './uses-section.pages';

/** All that the public page of a distribution notice shows. Nothing here is about a person. */
export interface PublicNoticePageProps extends NoticeFrameProps<DistributionNotice> {
  /** What of the books was put right since it was decided. */
  readonly moved?: MovedNote | undefined;
}

/**
 * The public page of a distribution notice: whether it holds, the money in plain sentences, a picture, the
 * tables, the proof, in this order. It works without JavaScript. A withdrawn sheet has no such page: see
 * `VerifyPage`.
 */
export function PublicNoticePage(page: PublicNoticePageProps): VNode {
  const { notice, moved } = page;
  return (
    <NoticeFrame page={page}>
      <NoticeStory notice={notice} />
      <MoneyBars notice={notice} />
      <OutstandingNote notice={notice} />
      <MovedNoteSection moved={moved} distributable={BigInt(notice.sums.distributable)} />
      <UsesSection notice={notice} />
      <ReservesSection notice={notice} />
      <ToldObjections rows={page.told} />
      <IncomeSection notice={notice} />
      <CostsSection notice={notice} />
      <EquationSection notice={notice} />
      <ReckoningSection notice={notice} />
    </NoticeFrame>
  );
}
