/** A spreadsheet of groups becomes part of the structure. */
import { html, type TemplateResult } from 'lit';
import { toAddress } from '../../../../server/contract/paths.ts';
import { renderImportColumns } from './columns.ts';
import { ImportModel } from './model.ts';
import { SheetView, type SheetTexts } from './sheetView.ts';

class StructureImportView extends SheetView {
  protected override readonly section = 'coordination';
  protected override readonly model = new ImportModel(this);

  protected override get texts(): SheetTexts {
    const { t, app, model } = this;
    return {
      title: t('import.title'),
      lead: t('import.lead'),
      back: t('import.back'),
      see: t('import.see'),
      needAccount: t('import.need-account'),
      columns: html`${t('import.columns.help')}
        <a href=${toAddress('getStructureCsv', { scope: model.scope }, { lang: app.language })} download>${t('import.template')}</a>`,
      confirm: t('import.confirm.people'),
    };
  }

  protected override renderColumns(): TemplateResult {
    return renderImportColumns(this.model);
  }
}

customElements.define('structure-import-view', StructureImportView);
