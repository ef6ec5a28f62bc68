import { Injectable } from '@nestjs/common';
import { isCalendarDay } from '../../domain/calendar/calendar-day';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import {
  type AppointmentForm,
  type PostLeavingForm,
  readAppointment,
  readPostLeaving,
} from '../../domain/uses/post-appointment';
import { heavierBySeats } from '../../domain/uses/heavier-posts';
import { readSeats, type SeatsForm } from '../../domain/uses/post-seats';
import { paidBeyond } from '../../domain/uses/owed-days';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { AttendanceService } from './attendance.service';
import { CandidatesService } from './candidates.service';
import { PostAppointmentEntity, PostLeavingEntity, PostSeatsEntity } from './post.entity';
import { PostTermsService } from './post-terms.service';
import { type PostAt } from './posts.service';
import { readAppointments, readPosts } from './posts.store';

/** An appointment as typed, with whom: the number on the list, or the whole name. */
export type AppointForm = AppointmentForm & { readonly appointee: string };

/** Who is on a post: appointed after it was shown, gone with a reason. Source: FY-10, 以岗聘任, 有序退岗. */
@Injectable()
export class AppointmentsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly terms: PostTermsService,
    private readonly candidates: CandidatesService,
    private readonly attendance: AttendanceService,
  ) {}

  /**
   * Appoints somebody of the list to a post.
   * @throws FormProblems `form.*`, `calendar.notADay`, `post.*`; DomainError `post.unknown`
   */
  async appoint(at: PostAt, form: AppointForm, command: Command): Promise<{ id: string }> {
    const { collectiveId, postId } = at;
    const on = isCalendarDay(form.appointedFrom.trim()) ? form.appointedFrom.trim() : this.clock.today();
    const { candidate, problems: unknown } = await this.candidates.find(collectiveId, form.appointee, on);
    // A name is no part of what is kept of the command: the person's id is.
    const asked = { ...form, appointee: candidate?.memberId ?? '' };
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const told = (await readPosts(tx, collectiveId)).find((each) => each.post.id === postId);
        if (told === undefined) throw new DomainError('post.unknown');
        const { post, seatChanges } = told;
        const appointments = await this.candidates.listAppointed(tx, collectiveId);
        const terms = await this.terms.termsOf(collectiveId);
        const ground = { post, seatChanges, candidate, appointments, terms };
        const { appointment, problems } = readAppointment(form, ground);
        refuseProblems([...unknown, ...problems]);
        const id = newId();
        const { shownFrom, shownTo, from, to, agreement, reasons } = appointment;
        await insertRecorded(tx, PostAppointmentEntity, {
          ...{ collectiveId, id, number: appointments.length + 1, postId, shownFrom, shownTo, from, to },
          ...{ memberId: candidate?.memberId ?? '', group: candidate?.group ?? '', agreement, reasons },
          ...{ enteredBy: command.by, enteredAt: this.clock.now() },
        });
        return { id };
      },
      onceOf(command, 'posts.appoint', { postId, form: asked }),
    );
  }

  /**
   * Enters that a post is for another number of people from a day on, or closed; where that makes more posts
   * pay above the usual than the region has it, with the reason.
   * @throws FormProblems `form.*`, `calendar.notADay`, `post.*`; DomainError `post.unknown`
   */
  changeSeats(at: PostAt, form: SeatsForm, command: Command): Promise<{ changeNumber: number }> {
    const { collectiveId, postId } = at;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const posts = await readPosts(tx, collectiveId);
        const told = posts.find((each) => each.post.id === postId);
        if (told === undefined) throw new DomainError('post.unknown');
        const appointed = await this.candidates.listAppointed(tx, collectiveId);
        const own = appointed.filter((each) => each.postId === postId);
        const { change, problems } = readSeats(form, told, own);
        refuseProblems(problems);
        const others = posts.filter(({ post }) => post.id !== postId);
        const terms = await this.terms.termsOf(collectiveId);
        refuseProblems(heavierBySeats(change, { of: told, others, terms }));
        const number = told.seatChanges.length + 1;
        const { reasons, ...changed } = change;
        await insertRecorded(tx, PostSeatsEntity, {
          ...{ collectiveId, postId, number, ...changed, heavierWhy: reasons['heavier'] ?? null },
          ...{ enteredBy: command.by, enteredAt: this.clock.now() },
        });
        return { changeNumber: number };
      },
      onceOf(command, 'posts.changeSeats', { postId, form }),
    );
  }

  /**
   * Enters that somebody left a post, or was entered wrongly.
   * @throws FormProblems `form.*`, `calendar.notADay`, `post.leftOutside`, `post.leftPaid`;
   *   DomainError `post.appointmentUnknown`, `post.hasLeft`
   */
  leave(
    at: PostAt,
    { appointmentId, ...form }: PostLeavingForm & { readonly appointmentId: string },
    command: Command,
  ): Promise<{ id: string }> {
    const { collectiveId, postId } = at;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const all = await readAppointments(tx, collectiveId);
        const appointment = all.find((each) => each.id === appointmentId && each.postId === postId);
        if (appointment === undefined) throw new DomainError('post.appointmentUnknown');
        if (appointment.left !== undefined) throw new DomainError('post.hasLeft');
        const { leaving, problems } = readPostLeaving(form, appointment);
        const owed = await this.attendance.listOwedDays(tx, collectiveId);
        refuseProblems(problems.length > 0 ? problems : paidBeyond(owed, { ...appointment, left: leaving }));
        await insertRecorded(tx, PostLeavingEntity, {
          ...{ collectiveId, appointmentId, leftOn: leaving.on, why: leaving.why, paper: leaving.paper },
          ...{ enteredBy: command.by, enteredAt: this.clock.now() },
        });
        return { id: appointmentId };
      },
      onceOf(command, 'posts.leave', { appointmentId, form }),
    );
  }
}
