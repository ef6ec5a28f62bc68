import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { periodName } from '../../glossary/periods';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import type { MovedSheet } from '../distribution/moved-sheets.service';
import type { FallenPlan } from '../distribution/plan-publicity.service';
import type { DisplayedStanding } from './displays.service';
import { noticeCsv } from './notice-csv';
import type { PublicNoticePageProps } from './public-notice.pages';
import type { FoundSheet, PublicTownship, PublicVillage } from './public-notices.service';
import type { MovedNote } from './moved-note.pages';
import { type Contact, fallenReason } from './public-words.pages';
import type { VerifyOutcome } from './verify-outcomes.pages';
import type { PublicHomePageProps, PublicVillagePageProps } from './village-notices.pages';

/** What a public page is drawn on: a demo or real books, and the day of the reader. */
export interface Reading {
  readonly demo: boolean;
  readonly today: CalendarDay;
}

/** What is told beside a sheet: what was put right since, and when it hung. */
interface ToldBeside {
  readonly moved: MovedSheet | undefined;
  readonly displayed: DisplayedStanding;
}

/** The page of a sheet that stands. */
export function noticePageProps(
  { notice, recomputed }: FoundSheet,
  { moved, displayed, ...reading }: Reading & ToldBeside,
): PublicNoticePageProps {
  const { code, digest, data, collectiveId } = notice;
  const { heading, publicity } = data;
  return {
    ...reading,
    standing: {
      ...{ state: 'current', version: heading.version, publicity, moved: moved !== undefined },
      clock: displayed.clock,
    },
    displays: displayed.displays,
    objections: { counts: displayed.objections, href: `/n/${code}/objections` },
    notice: data,
    moved: moved === undefined ? undefined : movedNote(moved),
    proof: { code, digest, recomputedDigest: recomputed.sheet },
    links: {
      villageHref: villageHref(collectiveId),
      pdfHref: `/n/${code}/sheet.pdf`,
      csvHref: `/n/${code}/data.csv`,
      csvBytes: Buffer.byteLength(noticeCsv(data)),
      dataHref: `/n/${code}/data.json`,
    },
  };
}

/** What a reader is told of corrections: by which vouchers, by how much, and where that goes. No summary. */
function movedNote({ moved, carriedBy }: MovedSheet): MovedNote {
  type Corrected = (typeof moved.within)[number];
  const told = ({ of, effect }: Corrected): MovedNote['within'][number] => {
    return { number: voucherNumberText(of.voucherNumber), on: of.postedOn, effect };
  };
  return {
    change: moved.change,
    within: moved.within.map(told),
    later: moved.later.map(told),
    ...(carriedBy === undefined ? {} : { carriedBy: periodName(carriedBy) }),
  };
}

/** The answer to a code that stands for this sheet. */
export function foundOutcome({ notice }: FoundSheet, { moved, displayed }: ToldBeside): VerifyOutcome {
  const { code, digest, data, collectiveId } = notice;
  const { heading, publicity, witness, sums } = data;
  return {
    kind: 'current',
    notice: { heading, publicity, witness, code, digest, villageHref: villageHref(collectiveId) },
    noticeHref: `/n/${code}`,
    sums,
    moved: moved !== undefined,
    clock: displayed.clock,
  };
}

/** The answer to a code whose sheet is withdrawn: its plan was returned or taken back after it hung. */
export function withdrawnOutcome({ notice }: FoundSheet, fallen: FallenPlan): VerifyOutcome {
  const { code, digest, data, collectiveId } = notice;
  const { heading, publicity, witness } = data;
  return {
    kind: 'withdrawn',
    notice: { heading, publicity, witness, code, digest, villageHref: villageHref(collectiveId) },
    withdrawnOn: fallen.on,
    reason: fallenReason(fallen.on),
  };
}

/** The page of a village's sheets. */
export function villagePageProps(found: PublicVillage, reading: Reading): PublicVillagePageProps {
  const { village, townshipName, notices, fallen } = found;
  return {
    ...reading,
    villageName: village.name,
    townshipName,
    notices: notices.map(({ id, code, data }) => ({
      href: `/n/${code}`,
      heading: data.heading,
      state: fallen.has(id) ? ('withdrawn' as const) : ('current' as const),
      publicity: data.publicity,
    })),
    contacts: contactsOf(village.contacts),
  };
}

/** The public start page. */
export function homePageProps(townships: readonly PublicTownship[], demo: boolean): PublicHomePageProps {
  return {
    demo,
    verifyAction: '/verify',
    logInHref: '/login',
    townships: townships.map(({ name, villages }) => ({
      name,
      villages: villages.map((village) => ({ ...village, href: villageHref(village.id) })),
    })),
  };
}

/** Offices and their public telephones, each once; the officer's name stays on paper. */
export function contactsOf(contacts: readonly Contact[]): Contact[] {
  const byPhone = new Map(contacts.map(({ body, phone, place }) => [phone, { body, phone, place }]));
  return [...byPhone.values()].map(({ body, phone, place }) =>
    place === undefined ? { body, phone } : { body, phone, place },
  );
}

export function villageHref(collectiveId: string): string {
  return `/public/villages/${collectiveId}`;
}
