import type { DemoLogIn } from './log-in.pages';

/**
 * The user names and passwords everyone may know, because the figures behind them are made up. Empty
 * without a demo.
 */
export abstract class DemoLogIns {
  abstract readonly list: readonly DemoLogIn[];
}
