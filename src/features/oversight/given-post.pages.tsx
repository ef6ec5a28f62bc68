import { PostForm } from '../../platform/views/csrf-field';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import type { PostRow } from './people.pages';

/** What is done with a post. */
interface PostActs {
  /** Who may take it over. */
  readonly people: readonly Option[];
  readonly handover: FormState;
  readonly handoverAction: string;
  readonly end: FormState;
  readonly endAction: string;
}

/** A post that somebody was given, and what is done with it. */
export interface GivenPostPageProps {
  readonly frame: OfficeFrameProps;
  readonly post: PostRow;
  /** Absent where it is over, or its end is fixed. */
  readonly acts?: PostActs;
  readonly backHref: string;
}

/** Since when, until when, on what; another takes it over from a day on, in one act. */
export function GivenPostPage({ frame, post, acts, backHref }: GivenPostPageProps) {
  return (
    <OfficeFrame frame={frame}>
      <div class="alone">
        <h1>
          {`${post.place} ${post.role}`}
          <span class="hint">{post.name}</span>
        </h1>
        <p>{daysText(post)}</p>
        <p class="small">{storyText(post)}</p>
        {acts !== undefined && <Acts name={post.name} acts={acts} cancelHref={backHref} />}
        <p>
          <a href={backHref}>回到人员和岗位</a>
        </p>
      </div>
    </OfficeFrame>
  );
}

function Acts(props: { readonly name: string; readonly acts: PostActs; readonly cancelHref: string }) {
  const { name, acts, cancelHref } = props;
  return (
    <>
      <section>
        <h2>交接给别人</h2>
        <ErrorSummary form={acts.handover} />
        <PostForm action={acts.handoverAction} entry>
          <Field form={acts.handover} name="userId" label="接手的人" options={acts.people} />
          <Field
            form={acts.handover}
            name="from"
            label="从哪天起"
            kind="day"
            hint={`${name}到前一天为止，中间不空也不重`}
          />
          <Field form={acts.handover} name="paper" label="依据" hint="任命文件、移交清单" />
          <FormButtons submit="办交接" cancelHref={cancelHref} />
        </PostForm>
      </section>
      <section>
        <h2>免去</h2>
        <details class="fold" open={acts.end.problems.length > 0}>
          <summary>没有人接手，只定最后一天</summary>
          <ErrorSummary form={acts.end} />
          <PostForm action={acts.endAction} entry>
            <Field form={acts.end} name="lastDay" label="最后一天" kind="day" hint="填昨天，马上不在岗" />
            <Field form={acts.end} name="onPaper" label="依据" />
            <FormButtons submit="定最后一天" />
          </PostForm>
        </details>
      </section>
    </>
  );
}

function daysText({ from, to, state }: PostRow): string {
  const words = { coming: '还没到日子', held: '在岗', over: '已经不在岗' }[state];
  return `${from}，${to === '' ? '没有定期限' : `到${to}`}；${words}。`;
}

function storyText({ givenBy, givenAt, paper, endedBy, endPaper }: PostRow): string {
  const on = (named: string | undefined): string =>
    named === undefined || named === '' ? '' : `，依据：${named}`;
  const given = givenBy === '' ? '建账时就有' : `${givenBy}给的，${givenAt}${on(paper)}`;
  return endedBy === undefined
    ? `${given}。`
    : `${given}。定了最后一天的是${endedBy === '' ? '账号停用' : endedBy}${on(endPaper)}。`;
}
