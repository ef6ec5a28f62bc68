import type { RawRow } from './record-chain';

/** What a row points to whose name says more than its number. */
const POINTS_TO = [
  ...['asset_id', 'lease_id', 'contract_id', 'project_id', 'account_id', 'plan_id', 'stocktaking_id'],
  ...['counterparty', 'recurring_id', 'reserve_id', 'about_id'],
  ...['post_id', 'work_id', 'sheet_id', 'list_id', 'round_id', 'appointment_id', 'household_id', 'member_id'],
];
/** By which number a village knows what has no name: households, people, and what is entered of them. */
const NUMBERED = [
  ...['household_number', 'member_number', 'appointment_number', 'sheet_number', 'list_number'],
  ...['round_number', 'stage_number'],
];
/** How a row is called by people, the first that holds anything. */
const CALLED = [
  ...['name', 'label', 'display_name', 'tenant', 'owner', 'post', 'number_id', 'for_what'],
  ...NUMBERED,
];
/** When it was, or which period it is about, the first that holds anything. */
const WHEN = [
  ...['generation_month', 'about_period', 'month', 'quarter', 'covers_from', 'period_from', 'span'],
  ...['posted_on', 'received_on', 'paid_on', 'happened_on', 'moved_on', 'cut_on', 'booked_on', 'dated_on'],
  ...['valid_from', 'set_on', 'counted_on', 'handed_on', 'reviewed_on', 'published_on', 'decided_on'],
  ...['marked_on', 'left_on', 'from_on', 'signed_on', 'acquired_on', 'reached_on', 'linked_on', 'ended_on'],
  ...['looked_on', 'held_on', 'roll_on', 'income_year', 'from_month', 'from_day'],
];

/** Whether a text is an id, which tells a person nothing. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/**
 * How a person finds a row: whose it is (an asset, a contract, a partner), what it is called, and the month
 * or day it is about. What only a program reads is left out.
 * @param nameOf the name of what an id stands for, where it has one
 */
export function rowWords(row: RawRow, nameOf: (id: string) => string | undefined): string[] {
  const called = firstOf(row, CALLED);
  const words = [
    ...POINTS_TO.flatMap((column) => nameOf(said(row, column)) ?? []),
    ...(called === undefined ? [] : [nameOf(called) ?? called]),
    ...(firstOf(row, WHEN) ?? []).toString().split('\n'),
  ];
  return [...new Set(words)].filter((word) => word !== '' && !isId(word));
}

/** What a row is called where other rows point to it, by its id; undefined where it has no name. */
export function ownName(row: RawRow): [id: string, name: string] | undefined {
  const id = said(row, 'id');
  const name = firstOf(row, ['name', 'label', 'display_name', 'number', ...NUMBERED]);
  return id === '' || name === undefined ? undefined : [id, name];
}

function firstOf(row: RawRow, columns: readonly string[]): string | undefined {
  return columns.map((column) => said(row, column)).find((text) => text !== '');
}

function said(row: RawRow, column: string): string {
  const value = row[column];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
