import type { VNode } from 'preact';
import type { NoticeClauses } from '../../domain/notices/distribution-notice';
import type { PublishedFacts } from '../../domain/notices/published-facts';
import { noticeNumber } from './public-words.pages';
import { fullDayText } from '../../platform/views/day-text';

/** What lets anyone check a sheet without trusting the server. Digests are 64 hexadecimal digits. */
export interface NoticeProof {
  /** The short code beside the QR, in three groups. */
  readonly code: string;
  /** The digest printed on the sheet and kept when it was published. */
  readonly digest: string;
  /** What the server reckoned from the stored facts for this very page. */
  readonly recomputedDigest: string;
}

/** What the proof stands on. */
export interface ProofSectionProps {
  readonly notice: PublishedFacts;
  readonly proof: NoticeProof;
  /** Where the facts are served as JSON: `{ notice, digest: { sheet, sections } }`. */
  readonly dataHref: string;
}

/**
 * The code, the digest and its recomputation; with JavaScript the reader's own device reckons it a
 * second time.
 */
export function ProofSection({ notice, proof, dataHref }: ProofSectionProps): VNode {
  const { witness, heading } = notice;
  return (
    <section class="proof" aria-labelledby="proof-title">
      <h2 id="proof-title">真不真，自己算</h2>
      <dl class="facts">
        <dt>验证码</dt>
        <dd class="code short-code">{proof.code}</dd>
        <dt>编号</dt>
        <dd>
          {noticeNumber(heading)}，第{heading.version}版
        </dd>
        <dt>账链</dt>
        <dd>
          第{witness.chainLength}笔，末值 <span class="code">{shortened(witness.chainHead)}</span>
        </dd>
        {'clauses' in notice && <PackFacts clauses={notice.clauses} />}
        <dt class="wide">印的摘要</dt>
        <dd class="wide code">{proof.digest}</dd>
        <dt class="wide">本页重算摘要</dt>
        <dd class="wide code">{proof.recomputedDigest}</dd>
      </dl>
      <ServerVerdict equal={proof.digest === proof.recomputedDigest} />
      <DeviceRecomputation digest={proof.digest} dataHref={dataHref} />
      <p>
        <a href={`/verify/two?code=${proof.code}`}>和另一张公示一起核，看中间的账少没少</a>
      </p>
    </section>
  );
}

/** The edition of the document a plan's sheet stands on. */
function PackFacts({ clauses: { pack, confirmed } }: { readonly clauses: NoticeClauses }): VNode {
  return (
    <>
      <dt>政策</dt>
      <dd>
        {pack.id} <span class="code">{shortened(pack.digest)}</span>
        {confirmed !== undefined && (
          <small>{`${confirmed.office}${fullDayText(confirmed.on)}确认仍然有效`}</small>
        )}
      </dd>
    </>
  );
}

function shortened(digest: string): string {
  return digest.length > 24 ? `${digest.slice(0, 16)}…${digest.slice(-8)}` : digest;
}

function ServerVerdict({ equal }: { readonly equal: boolean }): VNode {
  return equal ? (
    <p class="agrees">服务器按保存的数据重算了一遍：一致。</p>
  ) : (
    <p class="differs">服务器重算的和印的不一致。这张公示先不要当真，请打电话问。</p>
  );
}

/**
 * Empty until the script fills it. The sentences stand ready in the page, so that the script holds no
 * words.
 */
function DeviceRecomputation(props: { readonly digest: string; readonly dataHref: string }): VNode {
  return (
    <p
      class="device"
      aria-live="polite"
      data-recompute
      data-source={props.dataHref}
      data-digest={props.digest}
      data-working="您的手机正在按原始数据重算……"
      data-equal="您的手机也重算了一遍：一致。"
      data-different="您的手机重算的和印的不一致，请打电话问。重算出的摘要："
      data-failed="您的手机没能取到原始数据，没有重算。服务器的结果见上一行。"
    />
  );
}

/** The scripts of the recomputation; they wait for the page and nothing waits for them. */
export function RecomputeScripts(): VNode {
  return (
    <>
      <script src="/assets/sha256.js" defer />
      <script src="/assets/verify.js" defer />
    </>
  );
}
