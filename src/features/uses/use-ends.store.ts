import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { EndAct } from '../../domain/uses/use-end';
import type { WorkEndActEntity } from './use-end.entity';

/** The first end of a work or a project, as its own table keeps it. */
interface Closing {
  readonly finishedOn: CalendarDay;
  readonly reason: string;
}

/** What happened to an end, in its order: the first end, then every act after it. */
export function endActsOf(
  closing: Closing | undefined,
  later: readonly Pick<WorkEndActEntity, 'actNumber' | 'act' | 'happenedOn' | 'reason' | 'entryId'>[],
): EndAct[] {
  const first = closing === undefined ? [] : [{ ...closing, act: 'finished' as const }];
  return [
    ...first.map(({ act, finishedOn: on, reason }) => ({ act, on, reason, entryId: undefined })),
    ...[...later]
      .sort((one, other) => one.actNumber - other.actNumber)
      .map(({ act, happenedOn: on, reason, entryId }) => ({
        act,
        on,
        reason,
        entryId: entryId ?? undefined,
      })),
  ];
}
