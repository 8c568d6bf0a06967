/** An upload on its way: the files, how far they are, the job that reads them, and what it asks. */
import type { JobStatus } from '../../../server/contract/datasets/dataset.ts';
import type { DatasetKind, Iso3 } from '../../../server/contract/ids.ts';
import { Model } from '../../kit/model.ts';
import type accountMessages from '../../../server/words/en/interface/account.ts';
import type commonMessages from '../../../server/words/en/interface/common.ts';
import type uploadMessages from '../../../server/words/en/interface/upload.ts';
import type { BoundaryColumnRole } from '../../../server/contract/boundaries/columns.ts';
import type { LayerColumnRole } from '../../../server/contract/overlays/layer.ts';
import type { LayerEdits } from '../../kinds/boundaries/draft/layers.ts';
import type { ColumnEdits } from '../../kit/columns/editor.ts';
import { followJob, isFinished } from './follow.ts';
import { isQuestion } from './asked.ts';
import { gatherFiles, guessCountry, type Group } from './gather.ts';
import { sendFiles } from './transfer.ts';
import { isAbort, type App } from '../../kit/view.ts';
import { createWork, type User, type Work } from '../../kit/work.ts';

export type UploadKey = keyof typeof uploadMessages | keyof typeof accountMessages | keyof typeof commonMessages;

export class UploadModel extends Model<UploadKey> {
  /** null: nobody is signed in, or it is not known yet (`ready`). */
  user: User | null = null;
  ready = false;
  files: File[] = [];
  /** Bytes on their way; null while nothing is being sent. */
  sent: { sent: number; total: number } | null = null;
  job: JobStatus | null = null;
  /** The job whose question stands, also while an answer to it was refused. */
  asked: JobStatus | null = null;
  /** What is said of layers and columns, and not yet sent. */
  columns: ColumnEdits<BoundaryColumnRole> = new Map();
  layers: LayerEdits = new Map();
  /** The same of columns of a layer over the boundaries. */
  ofLayer: ColumnEdits<LayerColumnRole> = new Map();
  error: unknown = null;
  /** ISO 3166-1 alpha-3 as it stands in the field; '' where nothing is known. */
  country = '';
  private sending = new AbortController();
  private stopFollowing = () => {};
  private askedOf: App | null = null;

  private get work(): Work {
    return createWork(this.app.api);
  }

  override hostConnected(): void {
    super.hostConnected();
    void this.loadUser();
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    this.stopFollowing();
  }

  override hostUpdate(): void {
    super.hostUpdate();
    // Files are dropped on the window, which gives the page a new `app` then.
    if (this.app === this.askedOf) return;
    this.askedOf = this.app;
    const dropped = this.app.takeDropped();
    if (dropped.length) this.add(dropped);
  }

  private async loadUser(): Promise<void> {
    try {
      this.user = await this.work.getSession();
    } catch (error) {
      this.error = error;
    }
    this.ready = true;
    const job = this.host.query.get('job');
    if (job && this.user && !this.job) await this.resume(job);
    this.changed();
  }

  private async resume(id: string): Promise<void> {
    try {
      this.watch(await this.app.api.call('getJob', { params: { id }, signal: this.aborts.signal }));
    } catch (error) {
      this.setAddress(null);
      if (!isAbort(error)) this.error = error;
    }
  }

  setSaid(said: { columns?: ColumnEdits<BoundaryColumnRole>; layers?: LayerEdits; ofLayer?: ColumnEdits<LayerColumnRole> }): void {
    Object.assign(this, said);
    this.changed();
  }

  /** Files that belong together, in the order of their names. */
  get groups(): Group<File>[] {
    return gatherFiles(this.files);
  }

  add(files: File[]): void {
    if (this.sent || (this.job && !isFinished(this.job))) return;
    if (this.job) this.reset();
    this.files = [...this.files, ...files];
    this.error = null;
    this.country = guessCountry(this.groups.map(({ name }) => name));
    this.changed();
  }

  reset(): void {
    this.stopFollowing();
    this.files = [];
    this.sent = this.job = this.asked = this.error = null;
    this.country = '';
    this.columns = this.layers = this.ofLayer = new Map();
    this.setAddress(null);
    this.changed();
  }

  remove(group: Group<File>): void {
    const names = new Set(group.files.map(({ name }) => name));
    this.files = this.files.filter(({ name }) => !names.has(name));
    this.changed();
  }

  /** Sends the files. @param kind '' where the server finds out; @param country '' likewise; @param slug of a layer: which one */
  async send({ kind, country, slug = '' }: { kind: DatasetKind | ''; country: string; slug?: string }): Promise<void> {
    this.country = country.toUpperCase();
    const about = { ...(kind ? { kind } : {}), ...(this.country ? { country: this.country as Iso3 } : {}), ...(slug ? { slug } : {}) };
    const files = this.groups.flatMap((group) => group.files);
    this.error = null;
    this.sending = new AbortController();
    const onProgress = (sent: number, total: number) => {
      this.sent = { sent, total };
      this.changed();
    };
    onProgress(
      0,
      files.reduce((sum, { size }) => sum + size, 0),
    );
    try {
      this.watch(await sendFiles({ files, about, work: this.work, signal: this.sending.signal, onProgress }));
    } catch (error) {
      if (!isAbort(error)) this.error = error;
    } finally {
      this.sent = null;
      this.changed();
    }
  }

  /** A question that is left open is found again at this address. */
  private setAddress(job: string | null): void {
    const query = new URLSearchParams(location.search);
    if (job === null) query.delete('job');
    else query.set('job', job);
    this.app.setQuery(query);
  }

  private watch(job: JobStatus): void {
    this.job = job;
    this.setAddress(job.id);
    this.changed();
    this.stopFollowing();
    this.stopFollowing = followJob(job.id, (job) => {
      this.job = job;
      if (job.state === 'failed' && isQuestion(job)) this.asked = job;
      this.changed();
      if (job.state !== 'succeeded') return;
      // Whoever goes back from the draft is not sent to it again.
      this.setAddress(null);
      this.app.navigate(this.app.href(`/drafts/${job.dataset}/${job.version}`));
    });
  }

  /** Answers the question at which the job stopped; it goes on as a new one. */
  async answer(answer: Parameters<Work['answerJob']>[1]): Promise<void> {
    this.error = null;
    this.changed();
    try {
      this.watch(await this.work.answerJob(this.asked!.id, answer));
    } catch (error) {
      this.fail(error);
    }
  }

  cancel(): void {
    this.sending.abort();
    const { job } = this;
    if (!job) return;
    void this.work
      .cancelJob(job.id)
      .then((now) => {
        // A job that had ended with a question tells nothing more of itself.
        if (isFinished(job)) this.end(now);
      })
      .catch((error: unknown) => this.fail(error));
  }

  private end(job: JobStatus): void {
    this.job = job;
    this.asked = null;
    this.setAddress(null);
    this.changed();
  }

  private fail(error: unknown): void {
    this.error = error;
    this.changed();
  }
}
