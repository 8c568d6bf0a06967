/** A spreadsheet on its way into the contacts: who was entered is shown to nobody before they confirm. */
import type { ContactImportAnswer, ContactRole, InvitePersonsAnswer } from '../../../../../server/contract/contacts/imports.ts';
import type contactImportMessages from '../../../../../server/words/en/interface/workgroup/contactImport.ts';
import { SheetModel, type ImportKey, type SheetCalls } from '../../import/sheetModel.ts';
import { sectionPath } from '../../../../kit/workgroup/place.ts';

export type ContactImportKey = ImportKey | keyof typeof contactImportMessages;

export class ContactImportModel extends SheetModel<ContactRole, ContactImportAnswer> {
  /** Personal links, shown this once. */
  invitations: InvitePersonsAnswer['invitations'] | null = null;

  get backHref(): string {
    return this.app.href(sectionPath(this.scope, 'contacts'));
  }

  protected override readonly calls: SheetCalls<ContactRole, ContactImportAnswer> = {
    read: (form) => this.app.api.send('readContactImport', { params: { scope: this.scope }, query: this.lang, form, signal: this.aborts.signal }),
    get: (id) => this.app.api.call('getContactImport', { ...this.of(id), signal: this.aborts.signal }),
    say: (id, said) => this.app.api.call('answerContactImport', { ...this.of(id), body: said as never }),
    apply: (id, withDoubts) => this.app.api.call('applyContactImport', { ...this.of(id), body: { withDoubts } }),
    drop: (id) => this.app.api.call('dropContactImport', { params: { scope: this.scope, import: id } }),
  };

  private of(id: string) {
    return { params: { scope: this.scope, import: id }, query: this.lang };
  }

  /** Makes a personal link for each person of the sheet who has not confirmed yet. */
  async invite(): Promise<void> {
    this.busy = true;
    this.error = null;
    this.changed();
    try {
      const params = { scope: this.scope, import: this.imported!.id };
      this.invitations = (await this.app.api.call('inviteContactImport', { params, body: { confirm: true } })).invitations;
    } catch (error) {
      this.error = error;
    }
    this.busy = false;
    this.changed();
  }
}
