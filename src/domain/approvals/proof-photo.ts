import type { Problem } from '../shared/problem';

/**
 * How many points the shorter side of a photo has that shows something: what any telephone takes, and enough
 * to see a board with a sheet on it. Ours, unconfirmed.
 */
export const LEAST_PHOTO_SIDE = 480;

/** Width and height of a picture in points; null of what is none. */
export interface PictureSize {
  readonly width: number | null;
  readonly height: number | null;
}

/**
 * Why a photo is too small to show anything: an icon or a blank point shows no sheet on no wall.
 * @returns problem `approvals.photoTooSmall`; nothing of what is no picture
 */
export function photoSizeProblems({ width, height }: PictureSize, field: string): Problem[] {
  if (width === null || height === null || Math.min(width, height) >= LEAST_PHOTO_SIDE) return [];
  return [{ code: 'approvals.photoTooSmall', field, facts: { width, height, least: LEAST_PHOTO_SIDE } }];
}
