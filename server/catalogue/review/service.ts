/** What people do with the review of a draft, and what groups decide about what was published. */
import type { DatasetVersion } from '../../contract/datasets/dataset.ts';
import type { Signoff } from '../../contract/datasets/endorsement.ts';
import type {
  ApprovalBody,
  CommentBody,
  CommentChange,
  EndorsementBody,
  PointBody,
  RequestBody,
  ReviewAnswer,
  RuleState,
} from '../../contract/datasets/review.ts';
import { isPublic } from '../../contract/datasets/dataset.ts';
import type { OccurrenceRef } from '../../contract/meetings/names.ts';
import { shortNameIn } from '../../contract/groups/names.ts';
import { isBoundaries, toDatasetKind, toIso3, type DatasetId, type Iso3, type VersionTag } from '../../contract/ids.ts';
import { LANGS, type Lang } from '../../contract/languages.ts';
import { say } from '../../words/words.ts';
import { ConflictError, ForbiddenError, NotFoundError } from '../../errors.ts';
import { OPEN_POINTS } from '../../checks/report/checklist.ts';
import { createAudit } from '../audit.ts';
import { basisOf, counts, decidesIn, judgeRules, nameGroup, toGroupName, toSignoffs, type Holder, type ReviewGroup } from './rules.ts';
import type { ReviewComment, ReviewStore, StoredReview } from './store.ts';

export interface ReviewGroups {
  /** Those of the country, closed ones too. */
  listGroups: (country: Iso3) => Promise<ReviewGroup[]>;
  /** Accounts with an appointment in a group of the country that stands at this moment. */
  listHolders: (country: Iso3) => Promise<Holder[]>;
}

export interface ReviewsDeps {
  store: ReviewStore;
  datasets: { getVersion: (id: DatasetId, ref: VersionTag | 'current') => Promise<DatasetVersion> };
  groups: ReviewGroups;
  /** Whether a meeting that an endorsement names is one of the group. @throws NotFoundError, InputError `meeting.…` */
  checkHeld: (country: Iso3, held: OccurrenceRef | null, group: string) => Promise<void>;
  now: () => Date;
  newId: () => string;
}

/** Who asks, and what that person may do with the dataset. */
export interface Reviewer {
  id: string;
  name: string;
  mayAccept: boolean;
  mayWrite: boolean;
  mayPublish: boolean;
}

/** What is known of a draft and of the groups around it, read once for one request. */
interface Known {
  version: DatasetVersion;
  basis: string;
  review: StoredReview;
  groups: ReviewGroup[];
  holders: Holder[];
  rules: RuleState[];
}

export type Reviews = ReturnType<typeof createReviews>;

/**
 * @throws of what it gives: ConflictError `version.not-draft` where only a draft is reviewed, NotFoundError `review.…`, `endorsement.unknown`,
 * ForbiddenError `review.…` where the one who asks may not
 */
export function createReviews({ store, datasets, groups: directory, checkHeld, now, newId }: ReviewsDeps) {
  const audit = createAudit({ now, newId });
  const entry = ({ version }: Known, action: string, by: Pick<Reviewer, 'name'>, what: string | null) =>
    audit(action, version.dataset, version.version, by.name, what);

  async function judge(version: DatasetVersion): Promise<Known> {
    const { dataset, version: tag, createdBy } = version;
    const country = toIso3(dataset);
    const [review, groups, holders] = await Promise.all([store.readReview(dataset, tag), directory.listGroups(country), directory.listHolders(country)]);
    const basis = basisOf(version);
    const threads = review.comments.filter(isFirst).map(({ mustResolve, resolved }) => ({ mustResolve, isResolved: resolved !== null }));
    const about = { basis, uploader: createdBy, holders, approvals: review.approvals, threads };
    return { version, basis, review, groups, holders, rules: judgeRules(toDatasetKind(dataset), groups, about) };
  }

  /** @throws ConflictError `version.not-draft` */
  async function open(id: DatasetId, ref: VersionTag | 'current'): Promise<Known> {
    const version = await datasets.getVersion(id, ref);
    if (version.status !== 'draft')
      throw new ConflictError('version.not-draft', `${id} ${version.version} is ${version.status}, and only a draft is reviewed. Upload a new version.`);
    return judge(version);
  }

  async function toAnswer(known: Known, reviewer: Reviewer): Promise<ReviewAnswer> {
    const { version, basis, review, groups, holders, rules } = known;
    const about = { basis, uploader: version.createdBy, holders };
    const isDraft = version.status === 'draft';
    const people = new Map(holders.map(({ account, name }) => [account, { account, name }]));
    return {
      dataset: version.dataset,
      version: version.version,
      basis,
      rules,
      requests: review.requests.map(({ group, ...request }) => ({ ...request, group: nameGroup(groups, group) })),
      comments: inThreads(review.comments).map(({ by, ...comment }) => ({ ...comment, by: by.name, own: by.account === reviewer.id })),
      points: toPoints(version.dataset, review.points),
      approvals: review.approvals.map((approval) => ({
        by: approval.name,
        own: approval.account === reviewer.id,
        decision: approval.decision,
        note: approval.note,
        at: approval.at,
        current: approval.basis === basis,
        counts: rules.some(({ from }) => counts(approval, from.id, about)),
      })),
      groups: groups.filter(({ status }) => status !== 'closed').map(toGroupName),
      people: [...people.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      may: {
        request: isDraft && reviewer.mayWrite,
        comment: isDraft,
        point: isDraft && reviewer.mayAccept,
        approve: isDraft && obstacleOf(known, reviewer) === null,
        endorse: isPublic(version) && reviewer.mayPublish,
      },
    };
  }

  /** Why this person's word on the draft would be refused; null where it would not. */
  function obstacleOf({ version, rules, review, holders }: Known, reviewer: Reviewer): 'own' | 'stranger' | null {
    if (version.createdBy === reviewer.name) return 'own';
    const asked = [...rules.map(({ from }) => from.id), ...review.requests.map(({ group }) => group)];
    return decidesIn(asked, reviewer.id, holders) || (rules.length === 0 && reviewer.mayAccept) ? null : 'stranger';
  }

  const findFirst = ({ review, version }: Known, id: string): ReviewComment => {
    const found = review.comments.find((comment) => comment.id === id && isFirst(comment));
    if (!found) throw new NotFoundError('review.comment-unknown', `${version.dataset} ${version.version} has no such comment; it may have been deleted.`);
    return found;
  };

  const findPerson = ({ holders }: Known, account: string | null): ReviewComment['assignedTo'] => {
    if (account === null) return null;
    const found = holders.find((holder) => holder.account === account);
    if (!found)
      throw new NotFoundError('review.person-unknown', 'This person has no appointment in a group of the country today. Choose someone from the list.');
    return { account, name: found.name };
  };

  return {
    /** What is kept with a version that the command line publishes: rules bind accounts, so it may be less than they ask for. */
    listSignoffs: async (version: DatasetVersion): Promise<Signoff[]> => toSignoffs((await judge(version)).rules),

    /** @throws ConflictError `version.signoff-missing` where a group asks for more than is there. @returns what is kept with the version */
    async requireSignoff(version: DatasetVersion): Promise<Signoff[]> {
      const { rules } = await judge(version);
      const unmet = rules.filter(({ obstacles }) => obstacles.length > 0);
      if (unmet.length === 0) return toSignoffs(rules);
      const lacking = unmet.map(({ from, has, needs }) => `${has} of ${needs} approvals of ${shortNameIn(from, 'en')}`).join(', ');
      throw new ConflictError(
        'version.signoff-missing',
        `${version.dataset} ${version.version} is not signed off yet: ${lacking}. The review of the draft says what is still open.`,
        { details: { rules: unmet } },
      );
    },

    /** Of a published version it can be read, and no more. */
    getReview: async (id: DatasetId, ref: VersionTag | 'current', reviewer: Reviewer): Promise<ReviewAnswer> =>
      toAnswer(await judge(await datasets.getVersion(id, ref)), reviewer),

    async request(id: DatasetId, ref: VersionTag | 'current', { group, note, due }: RequestBody, by: Reviewer): Promise<void> {
      const known = await open(id, ref);
      const asked = known.groups.find((each) => each.id === group && each.status !== 'closed');
      if (!asked) throw new NotFoundError('review.group-unknown', `There is no active group ${group} in this country. Choose one from the list.`);
      if (known.review.requests.some((request) => request.group === group && request.closedAt === null)) return;
      const request = { id: newId(), group, note, due, by: by.name, at: now().toISOString() };
      await store.insertRequest(id, known.version.version, request, entry(known, 'review.requested', by, group));
    },

    async closeRequest(id: DatasetId, ref: VersionTag | 'current', request: string, by: Reviewer): Promise<void> {
      const known = await open(id, ref);
      const found = known.review.requests.find((each) => each.id === request);
      if (!found) throw new NotFoundError('review.request-unknown', `${id} ${known.version.version} has no such request for review.`);
      await store.closeRequest(id, known.version.version, request, entry(known, 'review.closed', by, found.group));
    },

    async comment(id: DatasetId, ref: VersionTag | 'current', body: CommentBody, by: Reviewer): Promise<void> {
      const known = await open(id, ref);
      const first = body.thread === null ? null : findFirst(known, body.thread);
      const comment = {
        id: newId(),
        about: first?.about ?? body.about,
        text: body.text,
        by: { account: by.id, name: by.name },
        at: now().toISOString(),
        mustResolve: first === null && body.mustResolve,
        assignedTo: first === null ? findPerson(known, body.assignTo) : null,
      };
      await store.insertComment(id, known.version.version, { ...comment, thread: first?.id ?? comment.id }, entry(known, 'review.commented', by, null));
    },

    async changeComment(id: DatasetId, ref: VersionTag | 'current', comment: string, change: CommentChange, by: Reviewer): Promise<void> {
      const known = await open(id, ref);
      const first = findFirst(known, comment);
      if (!by.mayAccept && first.by.account !== by.id && first.assignedTo?.account !== by.id)
        throw new ForbiddenError('review.not-yours', 'Whoever wrote a comment, whoever it is assigned to, and reviewers can change it.');
      const { resolved, assignTo, mustResolve } = change;
      await store.changeComment(
        id,
        known.version.version,
        comment,
        {
          ...(mustResolve === undefined ? {} : { mustResolve }),
          ...(assignTo === undefined ? {} : { assignedTo: findPerson(known, assignTo) }),
          ...(resolved === undefined ? {} : { resolved: resolved ? { by: by.name, at: now().toISOString() } : null }),
        },
        entry(known, resolved === undefined ? 'review.assigned' : resolved ? 'review.resolved' : 'review.reopened', by, null),
      );
    },

    async deleteComment(id: DatasetId, ref: VersionTag | 'current', comment: string, by: Reviewer): Promise<void> {
      const known = await open(id, ref);
      const found = known.review.comments.find((each) => each.id === comment);
      if (!found) throw new NotFoundError('review.comment-unknown', `${id} ${known.version.version} has no such comment; it may have been deleted.`);
      if (found.by.account !== by.id) throw new ForbiddenError('review.not-yours', 'Only your own comments can be deleted.');
      const done = await store.deleteComment(id, known.version.version, comment, entry(known, 'review.uncommented', by, null));
      if (!done) throw new ConflictError('review.answered', 'This comment has been answered, so it stays. Resolve it instead.');
    },

    async answerPoint(id: DatasetId, ref: VersionTag | 'current', { point, answer, note }: PointBody, by: Reviewer): Promise<void> {
      const known = await open(id, ref);
      if (!isBoundaries(id) || !OPEN_POINTS.some((each) => each === point))
        throw new NotFoundError('review.point-unknown', `The checklist has no point ${point} that is left to a person. Reload the page.`);
      const said = answer && { answer, note, by: by.name, at: now().toISOString() };
      await store.setPoint(id, known.version.version, point, said, entry(known, 'review.point', by, answer === null ? point : `${point}: ${answer}`));
    },

    async approve(id: DatasetId, ref: VersionTag | 'current', { decision, note, basis }: ApprovalBody, by: Reviewer): Promise<void> {
      const known = await open(id, ref);
      const obstacle = obstacleOf(known, by);
      if (obstacle === 'own')
        throw new ForbiddenError('review.own-upload', `You uploaded ${id} ${known.version.version} yourself. Ask someone else of the group to approve it.`);
      if (obstacle === 'stranger')
        throw new ForbiddenError('review.not-asked', 'You are in none of the groups that are asked to sign this draft off. You can comment on it.');
      if (basis !== known.basis)
        throw new ConflictError('review.changed', `${id} ${known.version.version} has changed since you read it. Look at it again, then decide.`);
      const approval = { account: by.id, name: by.name, decision, note, basis, at: now().toISOString() };
      await store.setApproval(id, known.version.version, by.id, approval, entry(known, `review.${decision}`, by, note));
    },

    async withdrawApproval(id: DatasetId, ref: VersionTag | 'current', by: Reviewer): Promise<void> {
      const known = await open(id, ref);
      await store.setApproval(id, known.version.version, by.id, null, entry(known, 'review.withdrawn', by, null));
    },

    /** @throws ConflictError `version.not-public`, and as `checkHeld` */
    async endorse(id: DatasetId, ref: VersionTag | 'current', { group, date, meeting, held, text }: EndorsementBody, by: Reviewer): Promise<DatasetVersion> {
      const version = await datasets.getVersion(id, ref);
      if (!isPublic(version))
        throw new ConflictError('version.not-public', `${id} ${version.version} is not published yet. Publish it, then record what the group decided.`);
      const found = (await directory.listGroups(toIso3(id))).find((each) => each.id === group);
      if (!found) throw new NotFoundError('review.group-unknown', `There is no group ${group} in this country. Choose one from the list.`);
      await checkHeld(toIso3(id), held, found.id);
      const one = { id: newId(), group: toGroupName(found), date, meeting, held, text, by: by.name, at: now().toISOString() };
      const line = audit('version.endorsed', id, version.version, by.name, `${group}, ${date}`);
      await store.changeEndorsements(id, version.version, (list) => [...list, one], line);
      return datasets.getVersion(id, version.version);
    },

    async withdrawEndorsement(id: DatasetId, ref: VersionTag | 'current', which: string, by: Reviewer): Promise<DatasetVersion> {
      const version = await datasets.getVersion(id, ref);
      const found = version.endorsements?.find((each) => each.id === which);
      if (!found) throw new NotFoundError('endorsement.unknown', `${id} ${version.version} has no such decision; it may have been taken off already.`);
      const line = audit('version.unendorsed', id, version.version, by.name, `${found.group.id}, ${found.date}`);
      await store.changeEndorsements(id, version.version, (list) => list.filter((each) => each.id !== which), line);
      return datasets.getVersion(id, version.version);
    },

    /** What waits for a person: threads assigned to them, and drafts that one of their groups was asked to review and they have not judged as they are. */
    async findWaiting(person: { id: string; name: string }) {
      const [assigned, requests] = await Promise.all([store.listAssigned(person.id), store.listOpenRequests()]);
      const holdersOf = new Map<Iso3, Holder[]>();
      const waiting = [];
      for (const request of requests) {
        const country = toIso3(request.dataset);
        const holders = holdersOf.get(country) ?? (await directory.listHolders(country));
        holdersOf.set(country, holders);
        if (!decidesIn([request.group], person.id, holders)) continue;
        const version = await datasets.getVersion(request.dataset, request.version);
        if (version.createdBy === person.name) continue;
        const { approvals } = await store.readReview(request.dataset, request.version);
        const basis = basisOf(version);
        if (!approvals.some((approval) => approval.account === person.id && approval.basis === basis)) waiting.push(request);
      }
      return { assigned, reviews: waiting };
    },
  };
}

/** The checklist is one of boundaries; of other data no point is asked. */
const toPoints = (dataset: DatasetId, answered: StoredReview['points']): ReviewAnswer['points'] =>
  isBoundaries(dataset)
    ? OPEN_POINTS.map((point) => {
        const said = answered.find((each) => each.point === point);
        const texts = Object.fromEntries(LANGS.map((lang) => [lang, say(lang, point)])) as Record<Lang, string>;
        return { point, texts, answer: said?.answer ?? null, note: said?.note ?? null, by: said?.by ?? null, at: said?.at ?? null };
      })
    : [];

const isFirst = ({ id, thread }: Pick<ReviewComment, 'id' | 'thread'>): boolean => id === thread;

/** Threads in the order of their first comments, each with its answers. */
function inThreads(comments: readonly ReviewComment[]): ReviewComment[] {
  const answers = Map.groupBy(comments, ({ thread }) => thread);
  return comments.filter(isFirst).flatMap(({ id }) => answers.get(id)!);
}
