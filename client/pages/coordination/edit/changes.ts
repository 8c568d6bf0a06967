/** `<group-changes>`: the dialog in which the structure is changed. Each form says before it is sent what will have happened. */
import { nothing, type PropertyDeclarations } from 'lit';
import type { GroupAnswer, PersonsAnswer } from '../../../../server/contract/groups/people.ts';
import type { StructureAnswer } from '../../../../server/contract/groups/groups.ts';
import type { Translate } from '../../../i18n/translate.ts';
import { createTranslate } from '../../../i18n/translate.ts';
import { loadMessages } from '../../../i18n/load.ts';
import type { ApiProblem } from '../../../kit/api.ts';
import { faultsOf } from '../../../kit/form.ts';
import { Changes, type Values } from '../../../kit/workgroup/changes.ts';
import type { Change } from './change.ts';
import type { ChangeForm, EditKey, FormPage, Registered } from './form.ts';
import { closeGroup, editGroup, newGroup, typeBelow } from './groups.ts';
import { toValues } from './groupValues.ts';
import { appoint, approve, endAppointment, join } from './people.ts';
import { addSeat, changeSeat, endSeat } from './seats.ts';
import './edit.css';

/** The field that a refusal is about, by its code. */
const FIELD_OF_CODE: Record<string, string> = {
  'group.area': 'area',
  'group.exists': 'id',
  'group.sector': 'sector',
  'group.until': 'until',
  'organisation.known': 'organisation',
  'organisation.name': 'organisation',
  'organisation.unknown': 'organisation',
  'person.unknown': 'person',
  'seat.span': 'end',
  'seat.twice': 'organisation',
  'seat.held': 'mistake',
  'appointment.span': 'end',
  'appointment.twice': 'person',
  'appointment.invite': 'invite',
};

/** Fields of the form by the names of the contract, where they differ. */
const FIELD_OF: Record<string, string> = {
  names: 'name',
  description: 'description',
  visibility: 'members-only',
  permanent: 'ad-hoc',
  status: 'on-hold',
  owns: 'owns',
  signoff: 'approvals',
};

export class GroupChanges extends Changes<Change, string | null> {
  static override properties: PropertyDeclarations = {
    scope: { attribute: false },
    subject: { attribute: false },
    t: { state: true },
  };
  declare scope: string;
  /** The group that the page shows; null on the page of all groups. */
  declare subject: GroupAnswer | null;
  declare private t: Translate<EditKey> | null;
  private groups: StructureAnswer['groups'] = [];
  private today = '';
  private organisations: Registered[] = [];
  private persons: PersonsAnswer['persons'] = [];

  constructor() {
    super();
    this.subject = this.t = null;
  }

  /** Opens the form of a change, with what it needs to choose from. */
  override async open(change: Change): Promise<void> {
    const { language } = this.app;
    const [messages] = await Promise.all([loadMessages(language, 'coordination', 'workgroup/groupEdit', 'codes'), this.load(change)]);
    this.t = createTranslate(language, messages) as unknown as Translate<EditKey>;
    await super.open(change);
  }

  /** A list that may not be seen is empty: the form says what it needs of it. */
  private async load({ kind }: Change): Promise<void> {
    const { call } = this.app.api;
    const params = { scope: this.scope };
    const isAbout = (...kinds: Change['kind'][]) => kinds.includes(kind);
    const [structure, registry, persons] = await Promise.all([
      isAbout('new-group', 'edit-group') ? call('getStructure', { params }) : null,
      isAbout('add-seat', 'appoint', 'join') ? call('listRegistry', { params }).catch(() => null) : null,
      isAbout('appoint') ? call('listPersons', { params }).catch(() => null) : null,
    ]);
    this.groups = structure?.groups ?? [];
    this.today = this.subject?.today ?? structure?.today ?? '';
    this.organisations = registry?.organisations ?? [];
    this.persons = persons?.persons ?? [];
  }

  protected override firstValues(change: Change): Values {
    switch (change.kind) {
      case 'new-group': {
        const parent = this.groups.find(({ id }) => id === change.parent);
        return { type: typeBelow(parent, this.groups), parent: change.parent ?? '', since: this.today };
      }
      case 'edit-group':
        return toValues(this.subject!.group);
      case 'change-seat':
        return { start: change.seat.start ?? '', end: change.seat.end ?? '' };
      case 'end-seat':
        return { end: this.today };
      case 'close-group':
        return { until: this.today };
      case 'add-seat':
      case 'appoint':
        return { start: this.today };
      case 'approve':
        return { role: change.appointment.role, end: change.appointment.end ?? '' };
      default:
        return {};
    }
  }

  private get page(): FormPage {
    const { app, t, scope, subject, today, groups, organisations, persons, values } = this;
    const set = (patch: Record<string, string>) => (this.values = { ...this.values, ...patch });
    return { app, t: t!, scope, subject, today, groups, organisations, persons, values, faults: this.faults, set };
  }

  protected override form(change: Change): ChangeForm {
    const { page } = this;
    switch (change.kind) {
      case 'new-group':
        return newGroup(page);
      case 'edit-group':
        return editGroup(page);
      case 'close-group':
        return closeGroup(page);
      case 'add-seat':
        return addSeat(page);
      case 'change-seat':
        return changeSeat(page, change.seat);
      case 'end-seat':
        return endSeat(page, change.seat);
      case 'appoint':
        return appoint(page);
      case 'approve':
        return approve(page, change.appointment);
      case 'end-appointment':
        return endAppointment(page, change.appointment, change.own === true);
      default:
        return join(page);
    }
  }

  /** What the server refused, by field of the form, in the reader's language where it says so. */
  protected override faultsIn(problem: ApiProblem): Values {
    const { language } = this.app;
    const named = (name: string) => (name === 'names' || name === 'description' ? `${FIELD_OF[name]!}-${language}` : (FIELD_OF[name] ?? name));
    const edge = problem.problem.details?.['edge'];
    const own = typeof edge === 'string' ? edge : FIELD_OF_CODE[problem.code];
    if (own) return { [named(own)]: problem.message };
    return Object.fromEntries(
      Object.entries(faultsOf(problem)).map(([name, detail]) => {
        // What is wrong with a form as a whole are its days: it ends before it starts.
        const key = `edit.fault.${name || 'end'}` as 'edit.fault.id';
        const said = this.t!(key);
        return [named(name || 'end'), said === key ? detail : said];
      }),
    );
  }

  protected override done(goTo: string | null): void {
    this.app.toast(this.t!('edit.done'));
    this.dispatchEvent(new CustomEvent<string | null>('changed', { detail: goTo }));
  }

  protected override render() {
    const { t } = this;
    return t ? this.renderDialog(t, { says: t('edit.says'), cancel: t('edit.cancel') }) : nothing;
  }
}

customElements.define('group-changes', GroupChanges);
