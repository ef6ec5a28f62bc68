import type { EntityManager } from 'typeorm';
import type { Appointment, Post, PostStandard } from '../../domain/uses/post';
import type { Reasons } from '../../domain/uses/post-questions';
import type { SeatsChange } from '../../domain/uses/post-seats';
import {
  PostAppointmentEntity,
  PostEntity,
  PostSeatsEntity,
  PostLeavingEntity,
  PostStandardEntity,
} from './post.entity';

/** A standard with its paper. */
export interface ToldStandard extends PostStandard {
  readonly paper: string;
  readonly reasons: Reasons;
}

/** An appointment with what was shown and signed. */
export interface ToldAppointment extends Appointment {
  readonly group: string;
  readonly shownFrom: string;
  readonly shownTo: string;
  readonly agreement: string;
  readonly reasons: Reasons;
  readonly leavingPaper: string | undefined;
}

/** A change of the seats with its reason and paper. */
export interface ToldSeats extends SeatsChange {
  readonly why: string;
  readonly paper: string;
  readonly heavierWhy: string | null;
}

/** A post with everything it paid and everybody who was ever on it. */
export interface ToldPost {
  readonly post: Post;
  readonly standards: readonly ToldStandard[];
  readonly seatChanges: readonly ToldSeats[];
  readonly appointments: readonly ToldAppointment[];
}

/** Every post of a village, by its number. */
export async function readPosts(db: EntityManager, collectiveId: string): Promise<ToldPost[]> {
  const own = { where: { collectiveId } };
  const posts = await db.find(PostEntity, { ...own, order: { number: 'ASC' } });
  const standards = await db.find(PostStandardEntity, {
    ...own,
    order: { postId: 'ASC', standardNumber: 'ASC' },
  });
  const changes = await db.find(PostSeatsEntity, { ...own, order: { postId: 'ASC', number: 'ASC' } });
  const appointments = await readAppointments(db, collectiveId);
  return posts.map(({ id, number, kind, name, duties, place, seats, openedOn }) => ({
    post: { id, number, kind, name, duties, place, seats, openedOn },
    standards: standards.filter(({ postId }) => postId === id).map(toldStandard),
    seatChanges: changes
      .filter(({ postId }) => postId === id)
      .map(({ number: turn, from, seats: then, why, paper, heavierWhy }) => ({
        ...{ number: turn, from, seats: then, why, paper, heavierWhy },
      })),
    appointments: appointments.filter(({ postId }) => postId === id),
  }));
}

/** Everybody who was ever on a post of the village, in the order of appointment. */
export async function readAppointments(db: EntityManager, collectiveId: string): Promise<ToldAppointment[]> {
  const rows = await db.find(PostAppointmentEntity, { where: { collectiveId }, order: { number: 'ASC' } });
  const leavings = await db.findBy(PostLeavingEntity, { collectiveId });
  return rows.map((row) => {
    const left = leavings.find(({ appointmentId }) => appointmentId === row.id);
    const { id, number, postId, memberId, from, to, group, shownFrom, shownTo, agreement, reasons } = row;
    return {
      ...{ id, number, postId, memberId, from, to, group, shownFrom, shownTo, agreement, reasons },
      left: left === undefined ? undefined : { on: left.leftOn, why: left.why },
      leavingPaper: left?.paper,
    };
  });
}

function toldStandard(row: PostStandardEntity): ToldStandard {
  const { postId, standardNumber, from, every, amount, paper, reasons } = row;
  return { postId, standardNumber, from, every, amount, paper, reasons };
}
