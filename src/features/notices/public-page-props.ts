import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { DistributionNotice } from '../../domain/notices/distribution-notice';
import type { RowSince } from '../../domain/notices/objections-since';
import type { PublishedFacts } from '../../domain/notices/published-facts';
import { periodName } from '../../glossary/periods';
import { sheetWords } from '../../glossary/sheet-words';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import type { MovedSheet } from '../distribution/moved-sheets.service';
import type { DisplayedStanding } from './displays.service';
import type { CorrectionLink, NoticeFrameProps } from './notice-frame.pages';
import type { FallenSheet, Notice } from './notices.service';
import type { PublicNoticePageProps } from './public-notice.pages';
import type { FoundSheet, PublicTownship, PublicVillage } from './public-notices.service';
import type { MovedNote } from './moved-note.pages';
import { heldFigures } from './held-figures.pages';
import { type Contact, fallenReason, noticeNumber, type ReplacementLink } from './public-words.pages';
import type { FoundNotice, VerifyOutcome } from './verify-outcomes.pages';
import type { PublicHomePageProps, PublicVillagePageProps } from './village-notices.pages';

/** What a public page is drawn on: a demo or real books, and the day of the reader. */
export interface Reading {
  readonly demo: boolean;
  readonly today: CalendarDay;
}

/** What is told beside a sheet: what was put right since, when it hung, and its table. */
export interface ToldBeside {
  readonly moved: MovedSheet | undefined;
  readonly displayed: DisplayedStanding;
  readonly csv: string;
  readonly told: readonly RowSince[] | undefined;
}

/** The page of a distribution's sheet that stands. */
export function noticePageProps(
  data: DistributionNotice,
  found: FoundSheet,
  { moved, ...told }: Reading & ToldBeside,
): PublicNoticePageProps {
  const note = moved === undefined ? undefined : movedNote(moved);
  return { ...framePropsOf(data, found, { ...told, moved }), moved: note };
}

/** What the page of a sheet of any kind shows. */
export function framePropsOf<Notice extends PublishedFacts>(
  data: Notice,
  { notice, recomputed, successor, correction }: FoundSheet,
  { moved, displayed, csv, told, demo, today }: Reading & ToldBeside,
): NoticeFrameProps<Notice> {
  const { code, digest, collectiveId } = notice;
  const { heading, publicity } = data;
  const { version } = heading;
  return {
    ...{ demo, today },
    standing:
      successor === undefined
        ? { ...{ state: 'current', version, publicity, moved: moved !== undefined }, clock: displayed.clock }
        : { state: 'superseded', version, ...supersededBy(successor) },
    ...{ told, displays: displayed.displays },
    objections: { counts: displayed.objections, href: `/n/${code}/objections` },
    notice: data,
    proof: { code, digest, recomputedDigest: recomputed.sheet },
    links: {
      villageHref: villageHref(collectiveId),
      correction: correction && correctionLink(correction),
      pdfHref: `/n/${code}/sheet.pdf`,
      csvHref: `/n/${code}/data.csv`,
      csvBytes: Buffer.byteLength(csv),
      dataHref: `/n/${code}/data.json`,
      checkerHref: `/n/${code}/checker.html`,
    },
  };
}

/** The sheet that counts in the place of a withdrawn one, by its number. */
export function replacementLink({ code, data }: Notice): ReplacementLink {
  return { href: `/n/${code}`, label: noticeNumber(data.heading) };
}

/** The sheet that says what was put right, by its number. */
function correctionLink({ code, data }: Notice): CorrectionLink {
  return { href: `/n/${code}`, number: noticeNumber(data.heading) };
}

/** From when the sheet of a later plan counts in the place of one, and where it is. */
function supersededBy({ code, publicityFrom, version }: Notice) {
  return { supersededOn: publicityFrom, newVersion: version, newVersionHref: `/n/${code}` };
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
export function foundOutcome(
  { notice, successor, correction }: FoundSheet,
  { moved, displayed }: Pick<ToldBeside, 'moved' | 'displayed'>,
): VerifyOutcome {
  const corrected = correction === undefined ? {} : { correction: correctionLink(correction) };
  if (successor !== undefined) return { ...supersededOutcome(notice, successor), ...corrected };
  return {
    ...{ kind: 'current', ...corrected },
    notice: namedSheet(notice),
    noticeHref: `/n/${notice.code}`,
    held: heldFigures(notice.data),
    moved: moved !== undefined,
    clock: displayed.clock,
  };
}

/** The answer to a code whose sheet is withdrawn: its plan was returned or taken back after it hung. */
export function withdrawnOutcome({ notice, replacement }: FoundSheet, fallen: FallenSheet): VerifyOutcome {
  return {
    kind: 'withdrawn',
    notice: namedSheet(notice),
    withdrawnOn: fallen.on,
    reason: fallenReason(fallen),
    replacement: replacement && replacementLink(replacement),
  };
}

/** The answer to a code in whose place a later sheet counts: which, with what it changed and why. */
function supersededOutcome(
  notice: Notice,
  successor: Notice,
): Extract<VerifyOutcome, { readonly kind: 'superseded' }> {
  const { data } = successor;
  if (data.kind === 'report') return { ...supersededReport(notice, successor), ...supersededBy(successor) };
  const change = data.kind === 'yearly-use-plan' ? data.change : undefined;
  return {
    ...{ kind: 'superseded', notice: namedSheet(notice), newCode: successor.code },
    ...supersededBy(successor),
    changes: (change?.rows ?? []).map(({ name, before, after }) => {
      return { name, before: BigInt(before), after: BigInt(after) };
    }),
    reasons: change === undefined ? [] : [change.why.replace(/[\u3002.]$/u, '')],
  };
}

/** What two sheets of the same days say differently, sum by sum. */
function supersededReport(notice: Notice, successor: Notice) {
  const [before, after] = [notice, successor].map((each) => heldFigures(each.data));
  const changes = (after ?? []).flatMap(([name, fen, unit], index) => {
    const was = BigInt(before?.[index]?.[1] ?? '0');
    return was === BigInt(fen) ? [] : [{ name, before: was, after: BigInt(fen), unit }];
  });
  return {
    ...{ kind: 'superseded' as const, notice: namedSheet(notice), newCode: successor.code, changes },
    reasons: [changes.length === 0 ? sheetWords.rowsMoved : sheetWords.booksMoved],
  };
}

/** What names a sheet on every outcome that found one. */
/** What names a sheet wherever it is told of. */
export function namedSheet({ code, digest, data, collectiveId }: Notice): FoundNotice {
  const { kind, heading, publicity, witness } = data;
  return { kind, heading, publicity, witness, code, digest, villageHref: villageHref(collectiveId) };
}

/** The page of a village's sheets. */
export function villagePageProps(found: PublicVillage, reading: Reading): PublicVillagePageProps {
  const { village, townshipName, notices, states } = found;
  return {
    ...reading,
    villageName: village.name,
    townshipName,
    notices: notices.map(({ id, code, data }) => ({
      href: `/n/${code}`,
      ...{ kind: data.kind, heading: data.heading, state: states.get(id) ?? ('current' as const) },
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
