import { CODE_PATH } from '../../platform/http/log-in-paths';

/** The page to open after a log-in: one of our own, never an address elsewhere. */
export function ownPath(path: string | undefined): string {
  return path !== undefined && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(path) ? path : '/';
}

/** The page that asks for the code, and leads on to the same. */
export function codePath(returnTo: string | undefined): string {
  return returnTo === undefined ? CODE_PATH : `${CODE_PATH}?returnTo=${encodeURIComponent(returnTo)}`;
}
