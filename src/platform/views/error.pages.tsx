import type { ComponentChildren, VNode } from 'preact';

/** What every page that needs no log-in shows around its content. */
export interface PublicFrameProps {
  /** Whether the figures are made up; a banner then says so on every page. */
  readonly demo: boolean;
  /** What the page belongs to, at the top left: the village, or the name of the service. */
  readonly place: string;
  /** Where the name at the top left leads. */
  readonly placeHref: string;
  /** Kept within reach at the lower edge of the screen, below the last row and never over it. */
  readonly reach?: ComponentChildren;
  readonly children: ComponentChildren;
}

/**
 * The frame of the public pages: banner when the figures are made up, place, content, and what stays
 * within reach.
 */
export function PublicFrame({ demo, place, placeHref, reach, children }: PublicFrameProps): VNode {
  return (
    <div class="page">
      <a class="skip" href="#content">
        跳到正文
      </a>
      {demo && <DemoBanner />}
      <header class="top">
        <a class="place" href={placeHref}>
          {place}
        </a>
        <a class="home" href="/">
          村账公开
        </a>
      </header>
      <main id="content" class="content">
        {children}
      </main>
      {reach !== undefined && (
        <nav class="reach" aria-label="找人问">
          {reach}
        </nav>
      )}
    </div>
  );
}

/** Says that nothing on the page is real. It stands on every page of a demo, for ever. */
export function DemoBanner(): VNode {
  return (
    <aside class="demo-banner" aria-label="演示数据">
      演示数据，村名、人名、账目都是编的。
    </aside>
  );
}

/** What an error page says. */
export interface ErrorPageProps {
  readonly demo: boolean;
  /** HTTP status, 400 to 599. */
  readonly status: number;
  /**
   * The sentence of the glossary for what happened, with its facts; without it the page says what the
   * status means.
   */
  readonly sentence?: string;
  /** Whether a page was only asked for: then nothing was submitted, and nothing of it is lost. */
  readonly isRead?: boolean;
  /** Where the main button leads: the page the person came from, or the start. */
  readonly backHref: string;
  /** The number under which the log holds this failure, to be told on the telephone. */
  readonly incident?: string;
}

interface StatusWords {
  readonly title: string;
  readonly sentence: string;
  readonly next: string;
  readonly button: string;
}

const WORDS: Readonly<Record<number, StatusWords>> = {
  400: {
    title: '没看懂您填的内容',
    sentence: '有一处格式不对，什么都没有保存。',
    next: '请回到上一页，改好再提交。',
    button: '回到上一页',
  },
  401: {
    title: '要先登录',
    sentence: '您还没有登录，或者登录已经过期。',
    next: '请登录后再打开这一页。刚才没提交的内容没有保存。',
    button: '去登录',
  },
  403: {
    title: '您不能看这一页',
    sentence: '这一页要由别的岗位办理，或者登录已经过期。',
    next: '换一个有权限的人登录；不知道找谁，请问镇财政所。',
    button: '回到上一页',
  },
  404: {
    title: '没有这一页',
    sentence: '地址可能抄错了一个字。',
    next: '手里有公示的，可以输验证码查；也可以从首页找村名。',
    button: '去首页',
  },
  409: {
    title: '有人先改了一步',
    sentence: '您打开这一页以后，内容已经变了。您这次的提交没有保存。',
    next: '请重新打开这一页，看清楚现在的内容再办。',
    button: '重新打开',
  },
  410: {
    title: '已撤回',
    sentence: '这张公示已经撤回，内容不算数。',
    next: '请从本村全部公示里找重新公示的那一张。',
    button: '去首页',
  },
  429: {
    title: '试得太快了',
    sentence: '短时间内次数太多，先停一停。',
    next: '到时候再试，已经保存的内容不受影响。',
    button: '再试一次',
  },
  500: {
    title: '系统出了毛病',
    sentence: '不是您的错。这次的提交没有保存，账没有变。',
    next: '请过几分钟再试；还不行，请把下面的编号告诉镇财政所。',
    button: '再试一次',
  },
};

/** A page that was only asked for and cannot be given as things stand. */
const NOT_YET: StatusWords = {
  title: '现在还办不了',
  sentence: '还缺一步，这一页现在打不开。',
  next: '等上面说的办好以后，再来打开这一页。',
  button: '回到上一页',
};

function wordsOf({ status, isRead = false }: ErrorPageProps): StatusWords {
  if (status === 409 && isRead) return NOT_YET;
  const words = WORDS[status] ?? WORDS[status >= 500 ? 500 : 400];
  return words ?? { title: '', sentence: '', next: '', button: '' };
}

/**
 * What a person reads when a page cannot be given: what happened, that nothing was half-saved, and what to do
 * next.
 * @param props status 400 to 599; statuses without words of their own read as 400 or 500
 */
export function ErrorPage(props: ErrorPageProps): VNode {
  const { demo, status, sentence, backHref, incident } = props;
  const words = wordsOf(props);
  return (
    <PublicFrame demo={demo} place="村账" placeHref="/">
      <section class="failure">
        <p class="status">{status}</p>
        <h1>{words.title}</h1>
        <p>{sentence ?? words.sentence}</p>
        <h2>现在怎么办</h2>
        <p>{words.next}</p>
        {incident !== undefined && (
          <p class="note">
            编号 <span class="code">{incident}</span>
          </p>
        )}
        <p class="buttons">
          <a class="button" href={backHref}>
            {words.button}
          </a>
        </p>
      </section>
    </PublicFrame>
  );
}
