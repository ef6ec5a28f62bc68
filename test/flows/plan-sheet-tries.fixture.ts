import { addDays } from '../../src/domain/calendar/calendar-day';
import { DisplaysService } from '../../src/features/notices/displays.service';
import { Visitor } from '../platform/http-app.fixture';
import * as model from './plan-model.fixture';
import { photo } from './plan-step-tries.fixture';
import { type Deciding, doorOr, type Try } from './plan-tries.fixture';

/** Publishes the sheet of a plan, for today, a day to come, one too far, or one that is gone. */
export function publish(scene: Deciding, plan: model.ModelPlan): Try {
  const by = scene.whoIsLetIn('books');
  const displayedOn = addDays(scene.today, scene.isOnce(6) ? scene.one([-1, 2, 16]) : 0);
  const next = model.nextOf(plan);
  const isNow = plan.state === 'approved' || (next !== undefined && model.isSheetStep(plan, next));
  const isInReach = displayedOn >= scene.today && displayedOn <= addDays(scene.today, 15);
  const reasons = [...(isNow ? [] : ['notNow']), ...(isInReach ? [] : ['days'])];
  return {
    ...{ what: `publish for ${displayedOn}`, by, reasons: doorOr(model.doorReasons('books', by), reasons) },
    send: () => by.program.post(`${scene.books}/notices`, { planId: plan.id, displayedOn }),
    done: ({ id }) => {
      if (plan.sheet !== undefined || next === undefined) return;
      plan.sheet = { noticeId: String(id), from: displayedOn, displays: [], objections: [] };
      const until = model.lastDay(next, displayedOn);
      scene.take(plan, { by: by.userId, isOwn: true, heldOn: displayedOn, until });
    },
  };
}

/** What becomes of a sheet: it is put up, comes down, somebody objects and is answered, days go by. */
export function aboutSheet(scene: Deciding, plan: model.ModelPlan): Promise<Try> | Try {
  const { sheet } = plan;
  if (sheet === undefined) return lookAside(scene, plan);
  const hanging = sheet.displays.filter(({ downOn }) => downOn === undefined);
  const open = sheet.objections.filter(({ answered }) => !answered);
  if (scene.isOnce(8) && sheet.displays.length > 0) return takeDown(scene, sheet);
  if (scene.isOnce(6)) return object(scene, sheet);
  if (open.length > 0 && !scene.isOnce(3)) return answer(scene, sheet);
  if (hanging.length === 0 && scene.today >= sheet.from) return putUp(scene, sheet);
  return wait(scene);
}

/** Days go by: nothing is sent. */
export function wait(scene: Deciding): Try {
  const days = 1 + scene.whole(8);
  const { clock } = scene.app;
  return {
    ...{ what: `wait ${String(days)}`, by: scene.one(scene.village.people), reasons: [] },
    send: () => {
      if (addDays(clock.today(), days) < '2025-12-20') clock.moveTo(addDays(clock.today(), days));
      return Promise.resolve({ status: 0, body: {} });
    },
    done: () => undefined,
  };
}

function putUp(scene: Deciding, sheet: model.ModelSheet): Try {
  const number = sheet.displays.length + 1;
  const form = { displayedOn: scene.today, displayPlace: `board ${String(number)}` };
  const at = { collectiveId: scene.village.id, id: sheet.noticeId };
  const service = scene.app.app.get(DisplaysService);
  return {
    ...{ what: `put up ${String(number)}`, by: scene.one(scene.village.people), reasons: [] },
    send: async () => {
      await service.putUp(at, { file: await photo(), form }, { by: 'tests' });
      return { status: 0, body: {} };
    },
    done: () => sheet.displays.push({ number, on: scene.today }),
  };
}

function takeDown(scene: Deciding, sheet: model.ModelSheet): Try {
  const by = scene.whoIsLetIn('books');
  const display = scene.one(sheet.displays);
  const reasons = display.downOn === undefined ? [] : ['notNow'];
  const form = { takenDownOn: scene.today, takedownReason: 'torn by the wind' };
  const url = `${scene.books}/notices/${sheet.noticeId}/displays/${String(display.number)}/takedown`;
  return {
    ...{ what: `take down ${String(display.number)}`, by },
    reasons: doorOr(model.doorReasons('books', by), reasons),
    send: () => by.program.post(url, form),
    done: () => Object.assign(display, { downOn: scene.today }),
  };
}

function object(scene: Deciding, { noticeId, objections }: model.ModelSheet): Try {
  const by = scene.whoIsLetIn('objections');
  const form = { noticeId, objectedOn: scene.today, objectionWords: 'too much for posts' };
  return {
    ...{ what: 'object', by, reasons: model.doorReasons('objections', by) },
    send: () => by.program.post(`${scene.books}/objections`, form),
    done: ({ id }) => objections.push({ id: String(id), answered: false }),
  };
}

function answer(scene: Deciding, { objections }: model.ModelSheet): Try {
  const by = scene.whoIsLetIn('objections');
  const objection = scene.one(objections);
  const form = { objectionGist: 'posts', objectionAnswer: 'by the days worked' };
  return {
    ...{ what: 'answer', by },
    reasons: doorOr(model.doorReasons('objections', by), objection.answered ? ['notNow'] : []),
    send: () => by.program.post(`${scene.books}/objections/${objection.id}/answer`, form),
    done: () => Object.assign(objection, { answered: true }),
  };
}

/** A copy of the plan is looked at and tried: nothing becomes of the plan. */
function lookAside(scene: Deciding, plan: model.ModelPlan): Try {
  const by = scene.whoIsLetIn('books');
  const path = `${scene.urlOf(plan).slice('/api'.length)}/what-if`;
  return {
    ...{ what: 'what if', by, reasons: model.doorReasons('books', by) },
    send: async () => {
      const visitor = new Visitor(scene.app.app, new Map([['session', by.token]]));
      const { statusCode } = await visitor.get(path);
      return { status: statusCode, body: statusCode === 403 ? { code: 'access.otherRole' } : {} };
    },
    done: () => undefined,
  };
}
