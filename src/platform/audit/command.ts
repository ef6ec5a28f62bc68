import type { Once } from '../database/database';

/** Who gives a command, and the key under which giving it twice does it once. */
export interface Command {
  /** The user's id. */
  readonly by: string;
  /** The page's or the program's own key for this one act; absent where repeating is harmless. */
  readonly key?: string;
}

/** The command's key as the database wants it: name and input tell a repetition from another command. */
export function onceOf(command: Command, name: string, input: unknown): Once | undefined {
  return command.key === undefined ? undefined : { key: command.key, asked: [name, command.by, input] };
}
